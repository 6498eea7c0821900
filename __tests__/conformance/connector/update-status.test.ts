import { describeAdapters } from '../describe-adapters.js';
import { illegalArgument, parseFailure, validationFailure } from './failures.js';
import { seedConnector } from './seed.js';
import { behavesAsUpdate } from './update-rules.js';

const PARSER = 'connector_update_status_request';
const STATUSES = ['created', 'needs_configuration', 'configured', 'connected', 'error'] as const;

/** Rows: from; a mark for each of {@link STATUSES}. Source: connectors §7. */
const TABLE = {
  created: '.x..x',
  needs_configuration: '..x.x',
  configured: '.x=xx',
  connected: '..x=x',
  error: '..xx=',
};

const steps = Object.entries(TABLE).flatMap(([from, marks]) =>
  STATUSES.map((to, at) => [from, to, marks.charAt(at)] as const),
);

describeAdapters('connector.update_status', (given) => {
  const update = (body: unknown, id = 'a') => given.call('PUT', `/_connector/${id}/_status`, body);

  behavesAsUpdate(given, { path: '_status', body: { status: 'error' }, readsFirst: true });

  it.each(steps)('from %s to %s: %s (connectors §7)', async (from, to, mark) => {
    seedConnector(given.es, 'a', { status: from });
    const answer = await update({ status: to });
    if (mark === '.') {
      const reason = `Invalid transition attempt from [${from}] to [${to}]. Such a status transition is not supported by the Connector Protocol.`;
      const type = 'status_exception';
      expect(answer).toMatchObject({ status: 400 });
      expect(answer.body).toEqual({
        error: {
          root_cause: [{ type, reason }],
          type,
          reason,
          caused_by: { type: 'connector_invalid_status_transition_exception', reason },
        },
        status: 400,
      });
    } else expect(answer.body).toEqual({ result: mark === '=' ? 'noop' : 'updated' });
    expect(given.es.connector('a')).toMatchObject({ status: mark === '.' ? from : to });
  });

  it('takes a status in any case (connectors §2.2)', async () => {
    await given.call('PUT', '/_connector/a', {});
    expect((await update({ status: 'Needs_CONFIGURATION' })).body).toEqual({ result: 'updated' });
    expect(given.es.connector('a')).toMatchObject({ status: 'needs_configuration' });
  });

  it('wants a status (connectors §3.19)', async () => {
    expect((await update({})).body).toEqual(validationFailure('[status] cannot be [null].'));
    expect((await update({}, '')).body).toEqual(
      validationFailure('[connector_id] cannot be [null] or [""].', '[status] cannot be [null].'),
    );
    expect((await update('{"status":null}')).body).toEqual(
      parseFailure([`[1:11] [${PARSER}] status doesn't support values of type: VALUE_NULL`]),
    );
    expect((await update('{"status":"nope"}')).body).toEqual(
      parseFailure(
        [`[1:11] [${PARSER}] failed to parse field [status]`],
        illegalArgument('Unknown ConnectorStatus [nope].'),
      ),
    );
  });
});
