import { describeAdapters } from '../describe-adapters.js';
import { illegalArgument, parseFailure, requiredFailure, validationFailure } from './failures.js';
import { behavesAsUpdate } from './update-rules.js';

const PARSER = 'connector_update_scheduling_request';
const NONE =
  '[scheduling] object needs to define at least one schedule type: [full | incremental | access_control]';
const MIDNIGHT = { enabled: false, interval: '0 0 0 * * ?' };

describeAdapters('connector.update_scheduling', (given) => {
  const update = (body: unknown, id = 'a') => given.call('PUT', `/_connector/${id}/_scheduling`, body);

  behavesAsUpdate(given, {
    path: '_scheduling',
    body: { scheduling: { full: MIDNIGHT } },
    readsFirst: false,
  });

  beforeEach(() => given.call('PUT', '/_connector/a', {}));

  it('writes all three schedules (connectors §3.17)', async () => {
    const scheduling = {
      access_control: { enabled: true, interval: '1 0 0 * * ?' },
      full: { enabled: false, interval: '2 0 0 * * ?' },
      incremental: { enabled: false, interval: '3 0 0 * * ?' },
    };
    expect((await update({ scheduling })).body).toEqual({ result: 'updated' });
    expect(given.es.connector('a')?.scheduling).toEqual(scheduling);
    expect((await update({ scheduling })).body).toEqual({ result: 'noop' });
  });

  it('leaves the schedules that were not sent, and the spelling of an interval (connectors §3.17, §3.21)', async () => {
    const full = { enabled: true, interval: '0 0 8 ? * mon-fri' };
    await update({ scheduling: { full: { ...full, more: 1 }, unknown: {} } });
    expect(given.es.connector('a')?.scheduling).toEqual({
      full,
      incremental: MIDNIGHT,
      access_control: MIDNIGHT,
    });
    await update({ scheduling: { incremental: full } });
    expect(given.es.connector('a')?.scheduling).toEqual({
      full,
      incremental: full,
      access_control: MIDNIGHT,
    });
  });

  it('wants a schedule, and overlooks access_control as Elasticsearch does (connectors §3.17)', async () => {
    expect((await update({})).body).toEqual(requiredFailure('scheduling'));
    expect((await update({ scheduling: {} })).body).toEqual(validationFailure(NONE));
    expect((await update({ scheduling: { access_control: MIDNIGHT } })).body).toEqual(
      validationFailure(NONE),
    );
    expect((await update({ scheduling: {} }, '')).body).toEqual(
      validationFailure('[connector_id] cannot be [null] or [""].', NONE),
    );
  });

  it('wants a cron expression (connectors §3.17)', async () => {
    const sent = '{"scheduling":{"full":{"enabled":true,"interval":"61 0 0 * * ?"}}}';
    expect((await update(sent)).body).toEqual(
      parseFailure(
        [
          `[1:50] [${PARSER}] failed to parse field [scheduling]`,
          '[1:50] [connector_scheduling] failed to parse field [full]',
          '[1:50] [schedule_config] failed to parse field [interval]',
          'Failed to build [schedule_config] after last required field arrived',
        ],
        illegalArgument(
          'invalid cron expression [61 0 0 * * ?]',
          illegalArgument(
            'illegal cron expression format [java.lang.IllegalArgumentException: Minute and Second values must be between 0 and 59]',
          ),
        ),
      ),
    );
  });

  it('fails at the key that comes last (connectors §1.3)', async () => {
    const sent = '{"scheduling":{"full":{"interval":"x","enabled":true}}}';
    expect((await update(sent)).body).toMatchObject({
      error: {
        caused_by: { caused_by: { reason: '[1:49] [schedule_config] failed to parse field [enabled]' } },
      },
    });
  });

  it('wants both keys of a schedule (connectors §3.17)', async () => {
    expect((await update('{"scheduling":{"full":{}}}')).body).toEqual(
      parseFailure(
        [
          `[1:24] [${PARSER}] failed to parse field [scheduling]`,
          '[1:24] [connector_scheduling] failed to parse field [full]',
        ],
        illegalArgument('Required [enabled, interval]'),
      ),
    );
  });

  it('refuses null (connectors §3.17)', async () => {
    expect((await update('{"scheduling":null}')).body).toEqual(
      parseFailure([`[1:15] [${PARSER}] scheduling doesn't support values of type: VALUE_NULL`]),
    );
  });
});
