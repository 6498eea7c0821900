import { describeAdapters } from '../describe-adapters.js';
import { parseFailure, requiredFailure } from './failures.js';
import { FRESH } from './fresh.js';
import { seedConnector } from './seed.js';
import { behavesAsUpdate } from './update-rules.js';

const PARSER = 'connector_update_error_request';

describeAdapters('connector.update_error', (given) => {
  const update = (body: unknown) => given.call('PUT', '/_connector/a/_error', body);

  behavesAsUpdate(given, { path: '_error', body: { error: 'oops' }, readsFirst: false });

  it('writes error and status together; null is stored as null (connectors §3.8)', async () => {
    await given.call('PUT', '/_connector/a', {});
    expect((await update({ error: 'oops' })).body).toEqual({ result: 'updated' });
    expect(given.es.connector('a')).toEqual({ ...FRESH, error: 'oops', status: 'error' });
    expect((await update({ error: 'oops' })).body).toEqual({ result: 'noop' });
    expect((await update({ error: null })).body).toEqual({ result: 'updated' });
    expect(given.es.connector('a')).toEqual({ ...FRESH, error: null, status: 'connected' });
    expect((await update({ error: '' })).body).toEqual({ result: 'updated' });
    expect(given.es.connector('a')).toEqual({ ...FRESH, error: '', status: 'connected' });
  });

  it.each(['created', 'needs_configuration', 'configured', 'connected'])(
    'goes past the state machine from %s (connectors §7)',
    async (status) => {
      seedConnector(given.es, 'a', { status });
      await update({ error: null });
      expect(given.es.connector('a')).toMatchObject({ status: 'connected' });
      await update({ error: 'e' });
      expect(given.es.connector('a')).toMatchObject({ status: 'error' });
    },
  );

  it('wants the key (connectors §3.8)', async () => {
    expect((await update({})).body).toEqual(requiredFailure('error'));
  });

  it.each([
    ['{"error":{"field_1":"test"}}', `[1:10] [${PARSER}] error doesn't support values of type: START_OBJECT`],
    ['{"error":1}', `[1:10] [${PARSER}] error doesn't support values of type: VALUE_NUMBER`],
    ['{"foo":1}', `[1:2] [${PARSER}] unknown field [foo]`],
  ])('refuses %s (connectors §1.3)', async (body, reason) => {
    expect((await update(body)).body).toEqual(parseFailure([reason]));
  });

  it('refuses what is longer than a term of the index (ES: `KeywordFieldMapper.indexValue`)', async () => {
    await given.call('PUT', '/_connector/a', {});
    expect((await update({ error: 'x'.repeat(32_767) })).body).toMatchObject({
      status: 400,
      error: {
        type: 'document_parsing_exception',
        reason: expect.stringMatching(
          /^\[1:\d+\] failed to parse field \[error\] of type \[keyword\] in document with id 'a'\./,
        ) as string,
        caused_by: { type: 'illegal_argument_exception' },
      },
    });
    expect((await update({ error: 'x'.repeat(32_766) })).body).toEqual({ result: 'updated' });
  });
});
