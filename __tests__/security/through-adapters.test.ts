import { describeAdapters, plainError } from '../conformance/describe-adapters.js';

const USER = { authorization: `Basic ${Buffer.from('elastic:changeme').toString('base64')}` };

describeAdapters(
  'security',
  (given) => {
    it('refuses a request without credentials, without naming the product (rest-layer A.9)', async () => {
      const answer = await given.call('GET', '/_security/_authenticate');
      const reason = 'missing authentication credentials for REST request [/_security/_authenticate]';
      const header = { 'WWW-Authenticate': ['Basic realm="security", charset="UTF-8"', 'ApiKey'] };
      expect(answer.status).toBe(401);
      expect(answer.body).toEqual(plainError(401, 'security_exception', reason, { header }));
      expect(answer.headers['x-elastic-product']).toBeUndefined();
    });

    it('knows the user (rest-layer B.17)', async () => {
      const answer = await given.call('GET', '/_security/_authenticate', undefined, USER);
      expect(answer).toMatchObject({
        status: 200,
        body: { username: 'elastic', authentication_type: 'realm' },
      });
      const asked = { cluster: ['monitor'] };
      const privileges = await given.call('POST', '/_security/user/_has_privileges', asked, USER);
      expect(privileges.body).toMatchObject({ has_all_requested: true, cluster: { monitor: true } });
    });

    it('creates, shows and invalidates an API key, which lets in until then (rest-layer B.17)', async () => {
      const { body: key } = await given.call('PUT', '/_security/api_key', { name: 'my-key' }, USER);
      const { id, encoded } = key as { id: string; encoded: string };
      const byKey = { authorization: `ApiKey ${encoded}` };
      expect((await given.call('GET', '/', undefined, byKey)).status).toBe(200);
      const shown = await given.call('GET', `/_security/api_key?id=${id}`, undefined, USER);
      expect(shown.body).toMatchObject({ api_keys: [{ id, name: 'my-key', invalidated: false }] });
      const gone = await given.call('DELETE', '/_security/api_key', { ids: [id] }, USER);
      expect(gone.body).toMatchObject({ invalidated_api_keys: [id], error_count: 0 });
      expect((await given.call('GET', '/', undefined, byKey)).status).toBe(401);
    });
  },
  { security: { users: { elastic: 'changeme' } } },
);

describeAdapters(
  'the license',
  (given) => {
    it('is the one that the test chose (rest-layer B.15)', async () => {
      expect((await given.call('GET', '/_license')).body).toMatchObject({
        license: { status: 'active', type: 'platinum' },
      });
      expect((await given.call('GET', '/_license/trial_status')).body).toEqual({
        eligible_to_start_trial: true,
      });
      expect((await given.call('GET', '/_license/basic_status')).body).toEqual({
        eligible_to_start_basic: true,
      });
    });

    it('gives way to a trial, to a basic one, and to none', async () => {
      const trial = await given.call('POST', '/_license/start_trial?acknowledge=true');
      expect(trial.body).toMatchObject({ trial_was_started: true, type: 'trial' });
      const basic = await given.call('POST', '/_license/start_basic?acknowledge=true');
      expect(basic.body).toMatchObject({ basic_was_started: true });
      expect((await given.call('GET', '/_license')).body).toMatchObject({ license: { type: 'basic' } });
      expect((await given.call('DELETE', '/_license')).body).toMatchObject({ acknowledged: true });
    });
  },
  { license: 'platinum' },
);

describeAdapters('things that only a HEAD asks for', (given) => {
  it('exist or do not (rest-layer B.4)', async () => {
    await given.call('PUT', '/books/_doc/1', { title: 'Dune' });
    expect((await given.call('HEAD', '/books/_doc/1')).status).toBe(200);
    expect((await given.call('HEAD', '/books/_doc/2')).status).toBe(404);
    expect((await given.call('HEAD', '/books/_source/1')).status).toBe(200);
    expect((await given.call('HEAD', '/books/_source/2')).status).toBe(404);
  });

  it('component templates, which a cluster ships for its connectors (connectors §5)', async () => {
    const name = 'elastic-connectors-mappings';
    expect((await given.call('HEAD', '/_component_template/elastic-connectors-mappings')).status).toBe(200);
    const shown = await given.call('GET', '/_component_template/elastic-connectors-mappings');
    expect(shown.body).toMatchObject({ component_templates: [{ name }] });
  });
});
