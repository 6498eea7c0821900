import { describeAdapters } from '../describe-adapters.js';
import { illegalArgument, parseFailure, requiredFailure } from './failures.js';
import { DEFAULT_RULES, FRESH } from './fresh.js';
import { behavesAsUpdate } from './update-rules.js';

const PARSER = 'connector_update_filtering_validation';
const VALID = { errors: [], state: 'valid' };

describeAdapters('connector.update_filtering_validation', (given) => {
  const update = (body: unknown) => given.call('PUT', '/_connector/a/_filtering/_validation', body);

  behavesAsUpdate(given, { path: '_filtering/_validation', body: { validation: VALID }, readsFirst: true });

  beforeEach(() => given.call('PUT', '/_connector/a', {}));

  it('writes the validation of the draft only (connectors §3.11)', async () => {
    const validation = {
      errors: [
        { ids: ['1'], messages: ['m1'] },
        { ids: ['2', '3'], messages: [] },
      ],
      state: 'invalid',
    };
    expect((await update({ validation })).body).toEqual({ result: 'updated' });
    expect(given.es.connector('a')).toEqual({
      ...FRESH,
      filtering: [{ active: DEFAULT_RULES, domain: 'DEFAULT', draft: { ...DEFAULT_RULES, validation } }],
    });
    expect((await update({ validation })).body).toEqual({ result: 'noop' });
  });

  it('takes one error for a list, and states in any case (connectors §1.4)', async () => {
    await update({ validation: { state: 'Edited', errors: { ids: 'i', messages: 'm', more: 1 }, more: 1 } });
    expect(given.es.connector('a')?.filtering[0]?.draft.validation).toEqual({
      errors: [{ ids: ['i'], messages: ['m'] }],
      state: 'edited',
    });
  });

  it('wants a validation (connectors §3.11)', async () => {
    expect((await update({})).body).toEqual(requiredFailure('validation'));
  });

  it.each([
    [
      '{"validation":{}}',
      [`[1:16] [${PARSER}] failed to parse field [validation]`],
      illegalArgument('Required [errors, state]'),
    ],
    [
      '{"validation":{"state":"invalid_state"}}',
      [
        `[1:24] [${PARSER}] failed to parse field [validation]`,
        '[1:24] [filtering_validation_info] failed to parse field [state]',
      ],
      illegalArgument('Unknown FilteringValidationState [invalid_state].'),
    ],
    [
      '{"validation":{"errors":[{"ids":["x"]}]}}',
      [
        `[1:38] [${PARSER}] failed to parse field [validation]`,
        '[1:38] [filtering_validation_info] failed to parse field [errors]',
      ],
      illegalArgument('Required [messages]'),
    ],
    [
      '{"validation":null}',
      [`[1:15] [${PARSER}] validation doesn't support values of type: VALUE_NULL`],
      undefined,
    ],
  ])('refuses %s (connectors §3.11)', async (body, links, cause) => {
    expect((await update(body)).body).toEqual(parseFailure(links, cause));
  });
});
