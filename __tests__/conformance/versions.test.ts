import { describeAdapters, plainError } from './describe-adapters.js';

const vendor = (version: number) => `application/vnd.elasticsearch+json; compatible-with=${version}`;

// Both sides of every difference between releases that a client can see (rest-layer A.14, B.13; connectors §9). What
// one endpoint of the Connector API does before 9.0 stands in that endpoint's file.

describeAdapters(
  'Elasticsearch 8.15',
  (given) => {
    const { call } = given;

    it.each([7, 8])('takes clients of release %d', async (version) => {
      const answer = await call('GET', '/_connector', undefined, { accept: vendor(version) });
      expect(answer.status).toBe(200);
      expect(answer.headers['content-type']).toBe(
        `application/vnd.elasticsearch+json;compatible-with=${version}`,
      );
    });

    it('refuses clients of release 9', async () => {
      const headers = { accept: vendor(9), 'content-type': vendor(9) };
      expect(await call('POST', '/_connector', {}, headers)).toMatchObject({
        status: 400,
        body: {
          error: {
            type: 'media_type_header_exception',
            caused_by: {
              reason: `Accept version must be either version 8 or 7, but found 9. Accept=${vendor(9)}`,
            },
          },
        },
      });
    });

    it('says which release it is', async () => {
      expect((await call('GET', '/')).body).toMatchObject({
        version: {
          number: '8.15.0',
          minimum_wire_compatibility_version: '7.17.0',
          minimum_index_compatibility_version: '7.0.0',
        },
      });
    });

    it('counts no unassigned primaries', async () => {
      expect((await call('GET', '/_cluster/health')).body).not.toHaveProperty('unassigned_primary_shards');
    });

    it('passes over what follows an action in a bulk', async () => {
      const lines = '{"index":{"_index":"a","_id":"1"},"x":1}\n{}\n';
      const answer = await call('POST', '/_bulk', lines, { 'content-type': 'application/x-ndjson' });
      expect(answer).toMatchObject({ status: 200, body: { errors: false } });
    });

    it('resolves indices of any mode, and knows no filter by it', async () => {
      await call('PUT', '/a');
      expect((await call('GET', '/_resolve/index/a')).body.indices[0]).not.toHaveProperty('mode');
      expect((await call('GET', '/_resolve/index/a?mode=standard')).body).toEqual(
        plainError(
          400,
          'illegal_argument_exception',
          'request [/_resolve/index/a] contains unrecognized parameter: [mode]',
        ),
      );
    });

    it('knows no content- prefix of connectors that it makes an id for', async () => {
      const answer = await call('POST', '/_connector', { index_name: 'search-1', is_native: true });
      expect(answer.status).toBe(201);
    });

    it('takes a claim', async () => {
      expect(
        (await call('PUT', '/_connector/_sync_job/x/_claim', { worker_hostname: 'w' })).body,
      ).toMatchObject({ error: { reason: 'connector sync job [x] not found' } });
    });
  },
  { version: '8.15.0' },
);

describeAdapters(
  'Elasticsearch 9',
  (given) => {
    const { call } = given;

    it.each([8, 9])('takes clients of release %d', async (version) => {
      const answer = await call('GET', '/_connector', undefined, { accept: vendor(version) });
      expect(answer.status).toBe(200);
      expect(answer.headers['content-type']).toBe(
        `application/vnd.elasticsearch+json;compatible-with=${version}`,
      );
    });

    it('refuses clients of release 7', async () => {
      const headers = { accept: vendor(7), 'content-type': vendor(7) };
      expect(await call('POST', '/_connector', {}, headers)).toMatchObject({
        status: 400,
        body: {
          error: {
            caused_by: {
              reason: `Accept version must be either version 9 or 8, but found 7. Accept=${vendor(7)}`,
            },
          },
        },
      });
    });

    it('says which release it is', async () => {
      expect((await call('GET', '/')).body).toMatchObject({
        version: {
          number: '9.5.1',
          minimum_wire_compatibility_version: '8.19.0',
          minimum_index_compatibility_version: '8.0.0',
        },
      });
    });

    it('counts unassigned primaries', async () => {
      expect((await call('GET', '/_cluster/health')).body.unassigned_primary_shards).toBe(0);
    });

    it('refuses what follows an action in a bulk', async () => {
      const lines = '{"index":{"_index":"a","_id":"1"},"x":1}\n{}\n';
      const answer = await call('POST', '/_bulk', lines, { 'content-type': 'application/x-ndjson' });
      expect(answer.status).toBe(400);
      expect(answer.body.error.reason).toContain('expected END_OBJECT but found [FIELD_NAME]');
    });

    it('resolves indices by their mode', async () => {
      await call('PUT', '/a');
      expect((await call('GET', '/_resolve/index/a?mode=standard')).body.indices[0]).toMatchObject({
        name: 'a',
        mode: 'standard',
      });
    });

    it('holds connectors that Elastic manages to the content- prefix', async () => {
      const answer = await call('POST', '/_connector', { index_name: 'search-1', is_native: true });
      expect(answer.status).toBe(400);
    });
  },
  { version: '9.5.1' },
);

describe.each([
  ['8.15.0', false],
  ['8.16.0', true],
])('cluster health of %s', (version, counts) => {
  describeAdapters(
    'cluster.health',
    ({ call }) => {
      it(`${counts ? 'counts' : 'does not count'} unassigned primaries (rest-layer A.14)`, async () => {
        const { body } = await call('GET', '/_cluster/health');
        expect('unassigned_primary_shards' in body).toBe(counts);
      });
    },
    { version },
  );
});
