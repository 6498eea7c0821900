import { describeAdapters } from '../describe-adapters.js';
import { illegalArgument, parseFailure, validationFailure } from './failures.js';
import { DEFAULT_RULE, DEFAULT_RULES, FRESH } from './fresh.js';
import { seedConnector, T0 } from './seed.js';
import { behavesAsUpdate } from './update-rules.js';

const PARSER = 'connector_update_filtering_request';
const LATER = '2024-06-01T12:01:00.000Z';
const PAST = '2023-05-25T12:30:00.000Z';
const EDITED = { errors: [], state: 'edited' };

/** A rule with what counts in order: its id and its order. */
function rule(id: string, order: number, more: object = {}) {
  return { field: 'title', id, order, policy: 'exclude', rule: 'contains', value: 'x', ...more };
}

const SUBMITTED_DEFAULT = {
  field: '_',
  id: 'DEFAULT',
  order: 0,
  policy: 'include',
  rule: 'regex',
  value: '.*',
};

const SNIPPET = { value: [{ tables: ['some_table'], query: 'SELECT 1' }] };

describeAdapters('connector.update_filtering', (given) => {
  const update = (body: unknown, id = 'a') => given.call('PUT', `/_connector/${id}/_filtering`, body);
  const filtering = (id = 'a') => given.es.connector(id)?.filtering ?? [];
  const draft = () => filtering()[0]?.draft;
  const order = () => draft()?.rules.map((one) => [one.id, one.order]);

  behavesAsUpdate(given, { path: '_filtering', body: { rules: [] }, readsFirst: true });

  beforeEach(async () => {
    await given.call('PUT', '/_connector/a', {});
    given.es.clock.advance({ minutes: 1 });
  });

  it('edits the snippet of the draft and leaves rules, active and domain (connectors §3.10)', async () => {
    expect((await update({ advanced_snippet: SNIPPET })).body).toEqual({ result: 'updated' });
    const edited = {
      advanced_snippet: { created_at: LATER, updated_at: LATER, ...SNIPPET },
      rules: [DEFAULT_RULE],
      validation: EDITED,
    };
    expect(given.es.connector('a')).toEqual({
      ...FRESH,
      filtering: [{ active: DEFAULT_RULES, domain: 'DEFAULT', draft: edited }],
    });
  });

  it('keeps the dates that are sent (connectors §1.6)', async () => {
    await update({
      advanced_snippet: { created_at: '2023-05-25T14:30:00+02:00', updated_at: PAST, value: {} },
    });
    expect(draft()?.advanced_snippet).toEqual({ created_at: PAST, updated_at: PAST, value: {} });
    await update({ rules: [rule('r', 0, { created_at: PAST })] });
    expect(draft()?.rules[0]).toMatchObject({ created_at: PAST, updated_at: LATER });
    expect(draft()?.advanced_snippet.created_at).toBe(PAST);
  });

  it('puts a default rule alone where no rule is sent (connectors §3.10)', async () => {
    await update({ rules: [] });
    expect(draft()?.rules).toEqual([{ ...DEFAULT_RULE, created_at: LATER, updated_at: LATER }]);
  });

  it('sorts rules by order, stably, and the default rule last (connectors §3.10)', async () => {
    await update({ rules: [rule('c', 7), rule('a', 3), SUBMITTED_DEFAULT, rule('b', 3), rule('z', -1)] });
    expect(order()).toEqual([
      ['z', -1],
      ['a', 3],
      ['b', 3],
      ['c', 7],
      ['DEFAULT', 8],
    ]);
  });

  it('keeps the creation date of the first default rule, for both dates (connectors §3.10)', async () => {
    const first = { ...SUBMITTED_DEFAULT, order: 5, created_at: PAST, updated_at: LATER };
    await update({ rules: [first, rule('a', 1), { ...SUBMITTED_DEFAULT, created_at: T0 }] });
    expect(draft()?.rules.at(-1)).toEqual({ ...DEFAULT_RULE, order: 2, created_at: PAST, updated_at: PAST });
    expect(order()).toHaveLength(2);
    await update({ rules: [first] });
    expect(order()).toEqual([['DEFAULT', 0]]);
  });

  it('takes a DEFAULT rule that differs for an ordinary one (connectors §3.10)', async () => {
    await update({ rules: [{ ...SUBMITTED_DEFAULT, policy: 'exclude' }] });
    expect(order()).toEqual([
      ['DEFAULT', 0],
      ['DEFAULT', 1],
    ]);
    expect(draft()?.rules.map(({ policy }) => policy)).toEqual(['exclude', 'include']);
  });

  it('edits both parts at once and makes one filtering of many (connectors §3.10)', async () => {
    const two = [...FRESH.filtering, ...FRESH.filtering];
    seedConnector(given.es, 'two', { filtering: two, index_name: 'search-2' });
    await update({ rules: [rule('a', 0)], advanced_snippet: SNIPPET }, 'two');
    expect(filtering('two')).toHaveLength(1);
    expect(filtering('two')[0]).toMatchObject({
      active: DEFAULT_RULES,
      draft: { advanced_snippet: SNIPPET, rules: [{ id: 'a' }, { id: 'DEFAULT' }], validation: EDITED },
    });
  });

  it('is a noop only if nothing changes and every date was sent (connectors §1.5)', async () => {
    const dated = { created_at: PAST, updated_at: PAST };
    const body = {
      rules: [rule('a', 0, dated), { ...SUBMITTED_DEFAULT, ...dated }],
      advanced_snippet: { ...SNIPPET, ...dated },
    };
    expect((await update(body)).body).toEqual({ result: 'updated' });
    expect((await update(body)).body).toEqual({ result: 'noop' });
    expect((await update({ rules: [] })).body).toEqual({ result: 'updated' });
    expect((await update({ rules: [] })).body).toEqual({ result: 'updated' });
  });

  it('reads enumerations of a rule: policy in any case, condition exactly (connectors §3.10)', async () => {
    await update({ rules: [rule('a', 0, { policy: 'INCLUDE', rule: '>', more: 1 })] });
    expect(draft()?.rules[0]).toEqual({
      ...rule('a', 0, { policy: 'include', rule: '>' }),
      created_at: LATER,
      updated_at: LATER,
    });
    for (const condition of ['contains', 'ends_with', 'equals', '>', '<', 'regex', 'starts_with']) {
      expect((await update({ rules: [rule('a', 0, { rule: condition })] })).status).toBe(200);
    }
  });

  it('stores a whole filtering as it is, in the domain DEFAULT (connectors §3.10)', async () => {
    const whole = {
      active: { ...DEFAULT_RULES, rules: [] },
      domain: 'OTHER',
      draft: {
        advanced_snippet: SNIPPET,
        rules: [rule('b', 2), rule('a', 1)],
        validation: { state: 'INVALID', errors: { ids: 'x', messages: ['m', 'n'], more: 1 } },
        more: 1,
      },
    };
    expect((await update({ filtering: whole })).body).toEqual({ result: 'updated' });
    const dates = { created_at: LATER, updated_at: LATER };
    expect(filtering()).toEqual([
      {
        active: { ...DEFAULT_RULES, rules: [] },
        domain: 'DEFAULT',
        draft: {
          advanced_snippet: { ...dates, ...SNIPPET },
          rules: [
            { ...rule('b', 2), ...dates },
            { ...rule('a', 1), ...dates },
          ],
          validation: { state: 'invalid', errors: [{ ids: ['x'], messages: ['m', 'n'] }] },
        },
      },
    ]);
    expect((await update({ filtering: [whole, whole] })).body).toEqual({ result: 'updated' });
    expect(filtering()).toHaveLength(2);
  });

  it('does not look for the connector first in that form (connectors §1.7)', async () => {
    expect((await update({ filtering: [] }, 'nope')).body).toMatchObject({
      error: { type: 'document_missing_exception' },
    });
    await given.call('DELETE', '/_connector/a');
    expect((await update({ filtering: FRESH.filtering })).status).toBe(200);
  });

  it('cannot edit the draft of an empty filtering (ES: ConnectorIndexService)', async () => {
    expect((await update({ filtering: [] })).body).toEqual({ result: 'updated' });
    expect(await update({ rules: [] })).toMatchObject({
      status: 500,
      body: {
        error: { type: 'index_out_of_bounds_exception', reason: 'Index 0 out of bounds for length 0' },
      },
    });
  });

  it('wants one form of the two (connectors §3.10)', async () => {
    const both =
      'If [filtering] is specified, [rules] and [advanced_snippet] should not be present in the request body.';
    expect((await update({})).body).toEqual(
      validationFailure('[advanced_snippet] and [rules] cannot be both [null].'),
    );
    expect((await update({ filtering: [], rules: [] })).body).toEqual(validationFailure(both));
    expect((await update({ filtering: [], advanced_snippet: SNIPPET }, '')).body).toEqual(
      validationFailure('[connector_id] cannot be [null] or [""].', both),
    );
  });

  it.each([
    [
      '{"rules":[{}]}',
      [`[1:12] [${PARSER}] failed to parse field [rules]`],
      illegalArgument('Required [field, id, order, policy, rule, value]'),
    ],
    [
      '{"rules":[{"policy":"some_policy"}]}',
      [
        `[1:21] [${PARSER}] failed to parse field [rules]`,
        '[1:21] [connector_filtering_rule] failed to parse field [policy]',
      ],
      illegalArgument('Unknown FilteringPolicy [some_policy].'),
    ],
    [
      '{"rules":[{"rule":"REGEX"}]}',
      [
        `[1:19] [${PARSER}] failed to parse field [rules]`,
        '[1:19] [connector_filtering_rule] failed to parse field [rule]',
      ],
      illegalArgument('Unknown FilteringRuleCondition [REGEX].'),
    ],
    [
      '{"rules":[{"value":1}]}',
      [
        `[1:20] [${PARSER}] failed to parse field [rules]`,
        "[1:20] [connector_filtering_rule] value doesn't support values of type: VALUE_NUMBER",
      ],
      undefined,
    ],
    [
      '{"rules":[{"created_at":null}]}',
      [
        `[1:25] [${PARSER}] failed to parse field [rules]`,
        "[1:25] [connector_filtering_rule] created_at doesn't support values of type: VALUE_NULL",
      ],
      undefined,
    ],
    [
      '{"advanced_snippet":{}}',
      [`[1:22] [${PARSER}] failed to parse field [advanced_snippet]`],
      illegalArgument('Required [value]'),
    ],
    [
      '{"advanced_snippet":{"value":"x"}}',
      [
        `[1:30] [${PARSER}] failed to parse field [advanced_snippet]`,
        "[1:30] [connector_filtering_advanced_snippet] value doesn't support values of type: VALUE_STRING",
      ],
      undefined,
    ],
    [
      '{"filtering":[{"active":{}}]}',
      [
        `[1:26] [${PARSER}] failed to parse field [filtering]`,
        '[1:26] [connector_filtering] failed to parse field [active]',
      ],
      illegalArgument('Required [advanced_snippet, rules, validation]'),
    ],
    [
      '{"filtering":{}}',
      [`[1:15] [${PARSER}] failed to parse field [filtering]`],
      illegalArgument('Required [active, draft]'),
    ],
    ['{"rules":null}', [`[1:10] [${PARSER}] rules doesn't support values of type: VALUE_NULL`], undefined],
    ['{"rule":[]}', [`[1:2] [${PARSER}] unknown field [rule] did you mean [rules]?`], undefined],
  ])('refuses %s (connectors §1.3, §3.10)', async (body, links, cause) => {
    expect((await update(body)).body).toEqual(parseFailure(links, cause));
  });

  it('refuses what is no date (connectors §1.6)', async () => {
    const body: unknown = (await update('{"advanced_snippet":{"updated_at":"wrong datetime","value":{}}}'))
      .body;
    expect(body).toMatchObject({
      error: {
        reason: `[1:35] [${PARSER}] failed to parse field [advanced_snippet]`,
        caused_by: {
          reason: '[1:35] [connector_filtering_advanced_snippet] failed to parse field [updated_at]',
          caused_by: {
            reason:
              'failed to parse date field [wrong datetime] with format [strict_date_optional_time||epoch_millis]',
          },
        },
      },
      status: 400,
    });
  });
});
