import { secured } from './secured.js';

describe('license', () => {
  it('is basic unless said otherwise, and has ten members (rest-layer B.15)', async () => {
    const { call } = secured();
    const { body } = await call('GET', '/_license');
    expect(body.license).toMatchObject({ status: 'active', type: 'basic', issued_to: 'elasticsearch' });
    expect(Object.keys(body.license as object)).toHaveLength(10);
  });

  it('is what the tester wants, with a date of expiry', async () => {
    const { call } = secured({ license: 'platinum' });
    const { body } = await call('GET', '/_license?accept_enterprise=true');
    expect(body.license).toMatchObject({ status: 'active', type: 'platinum' });
    expect(Object.keys(body.license as object)).toHaveLength(12);
  });

  it('expires by the clock, or because the tester says so', async () => {
    const { call, clock } = secured({ license: { type: 'gold', expiry_date_in_millis: 1_717_243_260_000 } });
    expect((await call('GET', '/_license')).body.license.status).toBe('active');
    clock.advance({ minutes: 1 });
    expect((await call('GET', '/_license')).body.license.status).toBe('expired');
    const expired = secured({ license: { type: 'platinum', status: 'expired' } });
    expect((await expired.call('GET', '/_license')).body.license).toMatchObject({
      status: 'expired',
      expiry_date: '2024-01-31T00:00:00.000Z',
    });
  });

  it('becomes a trial once, and basic again', async () => {
    const { call } = secured();
    expect((await call('GET', '/_license/trial_status')).body).toEqual({ eligible_to_start_trial: true });
    expect((await call('POST', '/_license/start_trial')).body).toEqual({
      acknowledged: false,
      trial_was_started: false,
      error_message: 'Operation failed: Needs acknowledgement.',
      acknowledge: { message: expect.any(String), security: [expect.any(String)] },
    });
    expect((await call('POST', '/_license/start_trial?acknowledge=true')).body).toEqual({
      acknowledged: true,
      trial_was_started: true,
      type: 'trial',
    });
    expect((await call('GET', '/_license')).body.license).toMatchObject({
      type: 'trial',
      expiry_date: '2024-07-01T12:00:00.000Z',
    });
    expect((await call('DELETE', '/_license')).body).toEqual({ acknowledged: true });
    expect((await call('GET', '/_license/basic_status')).body).toEqual({ eligible_to_start_basic: false });
    expect((await call('POST', '/_license/start_trial?acknowledge=true')).status).toBe(403);
    expect(await call('POST', '/_license/start_basic')).toMatchObject({
      status: 403,
      body: {
        acknowledged: true,
        basic_was_started: false,
        error_message: 'Operation failed: Current license is basic.',
      },
    });
  });

  it('can be tried by its type, unless that is free (ES: license/20_put_license.yml)', async () => {
    const { call } = secured();
    const start = (type: string) => call('POST', `/_license/start_trial?acknowledge=true&type=${type}`);
    expect((await start('basic')).body.error).toMatchObject({
      type: 'illegal_argument_exception',
      reason: 'Cannot start trial of type [basic]. Valid trial types are [enterprise,gold,platinum,trial]',
    });
    expect((await start('golden')).body.error.reason).toBe('unknown license type [golden]');
    expect((await start('gold')).body).toMatchObject({ trial_was_started: true, type: 'gold' });
    expect((await call('GET', '/_license')).body.license.type).toBe('gold');
  });

  it('refuses a type that does not exist', () => {
    expect(() => secured({ license: 'golden' as never })).toThrow(
      "[license] must be one of basic, standard, gold, platinum, enterprise, trial, got 'golden'.",
    );
  });
});

describe('the serverless flavour', () => {
  it('says so, and answers 410 for what it does not have (rest-layer A.10)', async () => {
    const { call } = secured({ flavor: 'serverless' });
    expect((await call('GET', '/')).body).toMatchObject({
      name: 'serverless',
      version: { build_flavor: 'serverless' },
    });
    expect((await secured().call('GET', '/')).body.name).toBe('node');
    const reason =
      'uri [/*/_stats?level=cluster] with method [GET] exists but is not available when running in serverless mode';
    const error = { type: 'api_not_available_exception', reason };
    const answer = await call('GET', '/*/_stats?level=cluster');
    expect(answer.status).toBe(410);
    expect(answer.body).toEqual({ error: { root_cause: [error], ...error }, status: 410 });
    expect((await call('GET', '/_cluster/health')).status).toBe(410);
    expect((await call('GET', '/*')).status).toBe(200);
  });
});
