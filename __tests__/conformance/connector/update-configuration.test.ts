import { describeAdapters, plainError } from '../describe-adapters.js';
import { illegalArgument, NULL_POINTER, parseFailure, validationFailure } from './failures.js';
import { seedConnector } from './seed.js';
import { behavesAsUpdate } from './update-rules.js';

const PARSER = 'connector_update_configuration_request';

/** A field whose every property is set. */
const WHOLE = {
  category: 'net',
  default_value: 3,
  depends_on: [
    { field: 'some_field', value: true },
    { field: 'other', value: null },
  ],
  display: 'numeric',
  label: 'Very important field',
  options: [
    { label: 'one', value: 1 },
    { label: 'two', value: '2' },
  ],
  order: 4,
  placeholder: 'type here',
  required: true,
  sensitive: false,
  tooltip: 'Wow',
  type: 'str',
  ui_restrictions: ['advanced'],
  validations: [
    { constraint: 0, type: 'greater_than' },
    { constraint: ['a', 1, true], type: 'included_in' },
    { constraint: '.*', type: 'regex' },
  ],
  value: { any: ['thing'] },
};

const LEAST = { default_value: null, label: 'x', required: false, sensitive: false, value: null };

describeAdapters('connector.update_configuration', (given) => {
  const update = (body: unknown, id = 'a') => given.call('PUT', `/_connector/${id}/_configuration`, body);
  const configure = (field: object | string) =>
    update(`{"configuration":{"k":${typeof field === 'string' ? field : JSON.stringify(field)}}}`);

  behavesAsUpdate(given, { path: '_configuration', body: { configuration: {} }, readsFirst: true });

  beforeEach(() => given.call('PUT', '/_connector/a', {}));

  it('replaces the whole configuration and configures the connector (connectors §3.7)', async () => {
    expect((await update({ configuration: { one: WHOLE } })).body).toEqual({ result: 'updated' });
    expect(given.es.connector('a')).toMatchObject({ status: 'configured' });
    expect(given.es.connector('a')?.configuration).toEqual({ one: WHOLE });
    expect((await update({ configuration: { two: { label: 'x' } } })).body).toEqual({ result: 'updated' });
    expect(given.es.connector('a')?.configuration).toEqual({ two: LEAST });
    expect((await update({ configuration: {} })).body).toEqual({ result: 'updated' });
    expect(given.es.connector('a')?.configuration).toEqual({});
  });

  it('never finds a noop: it is a script in Elasticsearch (connectors §1.5)', async () => {
    const body = { configuration: { one: WHOLE } };
    await update(body);
    expect((await update(body)).body).toEqual({ result: 'updated' });
    expect(given.es.document('.elastic-connectors', 'a')).toMatchObject({ _version: 3 });
  });

  it.each(['connected', 'error', 'needs_configuration'])(
    'configures a connector that is %s, past the state machine (connectors §7)',
    async (status) => {
      seedConnector(given.es, 'b', { status, index_name: 'search-b' });
      await update({ configuration: {} }, 'b');
      expect(given.es.connector('b')).toMatchObject({ status: 'configured', index_name: 'search-b' });
    },
  );

  it('drops unknown keys and nulls, and writes enumerations in lower case (connectors §1.4, §3.7)', async () => {
    await configure({
      label: 'x',
      unknown: 1,
      placeholder: null,
      tooltip: null,
      type: null,
      value: null,
      default_value: null,
      display: 'TextBox',
      validations: { constraint: 1, type: 'LESS_THAN', more: 1 },
      depends_on: { field: 'f', value: 1, more: 1 },
      options: { label: 'l', value: 'v', more: 1 },
      ui_restrictions: 'one',
      order: '7',
      required: 'true',
    });
    expect(given.es.connector('a')?.configuration).toEqual({
      k: {
        ...LEAST,
        display: 'textbox',
        validations: [{ constraint: 1, type: 'less_than' }],
        depends_on: [{ field: 'f', value: 1 }],
        options: [{ label: 'l', value: 'v' }],
        ui_restrictions: ['one'],
        order: 7,
        required: true,
      },
    });
  });

  it.each(['textarea', 'toggle', 'dropdown'])('knows the display type %s', async (display) => {
    expect((await configure({ label: 'x', display })).status).toBe(200);
  });

  it.each(['str', 'int', 'list', 'bool'])('knows the field type %s', async (type) => {
    expect((await configure({ label: 'x', type })).status).toBe(200);
  });

  it('does not look at what values mean (connectors §3.7)', async () => {
    const field = { label: 'x', type: 'int', required: true, options: [], value: 'no number' };
    expect((await configure(field)).status).toBe(200);
  });

  it('takes keys that JavaScript finds special', async () => {
    await update('{"configuration":{"__proto__":{"label":"x"},"constructor":{"label":"x"}}}');
    expect(Object.keys(given.es.connector('a')?.configuration ?? {})).toEqual(['__proto__', 'constructor']);
    expect((await update('{"values":{"toString":1}}')).status).toBe(400);
    expect((await update('{"values":{"__proto__":1}}')).body).toEqual({ result: 'updated' });
    const body: unknown = (await given.call('GET', '/_connector/a')).body;
    const { configuration } = body as { configuration: object };
    expect(Object.getOwnPropertyDescriptor(configuration, '__proto__')?.value).toEqual({
      ...LEAST,
      value: 1,
    });
  });

  it.each([
    ['display', '"some_display_type"', 'Unknown ConfigurationDisplayType [some_display_type].'],
    ['display', 'null', 'Expected text at 1:46 but found VALUE_NULL'],
    ['type', '"STR"', 'Unknown ConfigurationFieldType [STR].'],
  ])('refuses a field whose %s is %s (connectors §3.7)', async (name, value, reason) => {
    const body: unknown = (await configure(`{"label":"x","${name}":${value}}`)).body;
    const column = name === 'display' ? 46 : 43;
    expect(body).toEqual(
      parseFailure(
        [
          `[1:${column}] [${PARSER}] failed to parse field [configuration]`,
          `[1:${column}] [connector_configuration] failed to parse field [${name}]`,
        ],
        illegalArgument(reason),
      ),
    );
  });

  it('nests the failures of what is in a field (connectors §1.3)', async () => {
    const body: unknown = (await configure('{"label":"x","validations":[{"type":"foo","constraint":1}]}'))
      .body;
    expect(body).toEqual(
      parseFailure(
        [
          `[1:59] [${PARSER}] failed to parse field [configuration]`,
          '[1:59] [connector_configuration] failed to parse field [validations]',
          '[1:59] [connector_configuration_validation] failed to parse field [type]',
        ],
        illegalArgument('Unknown ConfigurationValidationType [foo].'),
      ),
    );
  });

  it('wants a label (connectors §3.7)', async () => {
    expect((await configure('{"value":1}')).body).toEqual(
      parseFailure(
        [`[1:33] [${PARSER}] failed to parse field [configuration]`],
        illegalArgument('Required [label]'),
      ),
    );
  });

  it.each([
    ['{"label":"x","value":[1]}', ['connector_configuration', 'value'], 'START_ARRAY'],
    [
      '{"label":"x","options":[{"label":"l","value":true}]}',
      ['connector_configuration_select_option', 'value'],
      'VALUE_BOOLEAN',
    ],
    [
      '{"label":"x","options":[{"label":"l","value":null}]}',
      ['connector_configuration_select_option', 'value'],
      'VALUE_NULL',
    ],
    [
      '{"label":"x","validations":[{"constraint":{},"type":"regex"}]}',
      ['connector_configuration_validation', 'constraint'],
      'START_OBJECT',
    ],
    [
      '{"label":"x","validations":[{"constraint":false,"type":"regex"}]}',
      ['connector_configuration_validation', 'constraint'],
      'VALUE_BOOLEAN',
    ],
  ])('does not take %s (connectors §3.7)', async (field, [parser, name], token) => {
    const answer = await configure(field);
    const body: unknown = answer.body;
    const { status } = answer;
    expect(status).toBe(400);
    const reason = `Unsupported token [${token}]`;
    expect(body).toMatchObject({ error: { root_cause: [{ type: 'x_content_parse_exception', reason }] } });
    expect(JSON.stringify(body)).toContain(`[${String(parser)}] failed to parse field [${String(name)}]`);
  });

  it.each([
    'category',
    'depends_on',
    'options',
    'order',
    'required',
    'sensitive',
    'ui_restrictions',
    'validations',
    'label',
  ])('refuses null for %s (connectors §3.7)', async (name) => {
    const body: unknown = (await configure(`{"${name}":null}`)).body;
    expect(body).toMatchObject({
      error: {
        root_cause: [
          {
            reason: expect.stringContaining(`${name} doesn't support values of type: VALUE_NULL`) as unknown,
          },
        ],
      },
      status: 400,
    });
  });

  it.each([
    ['{"configuration":null}', `[1:18] [${PARSER}] configuration doesn't support values of type: VALUE_NULL`],
    ['{"configuration":[]}', `[1:18] [${PARSER}] configuration doesn't support values of type: START_ARRAY`],
    ['{"value":1}', `[1:2] [${PARSER}] unknown field [value] did you mean [values]?`],
  ])('refuses %s (connectors §1.3)', async (body, reason) => {
    expect((await update(body)).body).toEqual(parseFailure([reason]));
  });

  it('refuses a field that is no object (connectors §1.3)', async () => {
    expect((await configure('1')).body).toEqual(
      parseFailure([
        `[1:24] [${PARSER}] failed to parse field [configuration]`,
        '[1:24] [connector_configuration] Expected START_OBJECT but was: END_OBJECT',
      ]),
    );
  });

  it('wants one form of the two (connectors §3.7)', async () => {
    expect((await update({})).body).toEqual(
      validationFailure('[configuration] and [values] cannot both be null.'),
    );
    expect((await update({ configuration: {}, values: {} })).body).toEqual(
      validationFailure('[configuration] and [values] cannot both be provided in the same request.'),
    );
    expect((await update({}, '')).body).toEqual(
      validationFailure(
        '[connector_id] cannot be [null] or [""].',
        '[configuration] and [values] cannot both be null.',
      ),
    );
  });

  it('sets values of known fields and leaves the rest of them (connectors §3.7)', async () => {
    await update({ configuration: { one: WHOLE, two: { label: 'x' } } });
    await given.call('PUT', '/_connector/a/_error', { error: 'e' });
    expect((await update({ values: { two: ['a', 1] } })).body).toEqual({ result: 'updated' });
    expect(given.es.connector('a')?.configuration).toEqual({
      one: WHOLE,
      two: { ...LEAST, value: ['a', 1] },
    });
    expect(given.es.connector('a')).toMatchObject({ status: 'configured', error: 'e' });
    expect((await update({ values: { two: ['a', 1] } })).body).toEqual({ result: 'noop' });
    await update({ values: { one: { more: 1 } } });
    expect(given.es.connector('a')?.configuration['one']?.value).toEqual({ any: ['thing'], more: 1 });
  });

  it('refuses values of unknown fields, all of them (connectors §3.7)', async () => {
    await update({ configuration: { one: { label: 'x' } } });
    expect((await update({ values: { one: 1, two: 2, three: 3 } })).body).toEqual(
      plainError(
        400,
        'status_exception',
        'Unknown [configuration] fields in the request payload: [two, three]. Remove them from request or register their schema first.',
      ),
    );
    expect(given.es.connector('a')?.configuration['one']?.value).toBeNull();
  });

  it.each(['{"values":{}}', '{"values":null}', '{"values":1}', '{"values":"x"}'])(
    'only configures the connector for %s (connectors §3.7; ES: AbstractXContentParser.map)',
    async (body) => {
      expect((await update(body)).body).toEqual({ result: 'updated' });
      expect(given.es.connector('a')).toMatchObject({ status: 'configured', configuration: {} });
      expect((await update(body)).body).toEqual({ result: 'noop' });
    },
  );

  it('answers 500 for a null value and for an array of values (connectors §10.3; ES: ObjectParser)', async () => {
    await update({ configuration: { one: { label: 'x' } } });
    expect(await update({ values: { one: null } })).toMatchObject({ status: 500, body: NULL_POINTER });
    expect((await update({ values: [] })).body).toEqual(
      plainError(500, 'illegal_state_exception', 'parser for [values] did not end on END_ARRAY'),
    );
  });

  it.each([
    ['{"configuration":{"a":[{"label":"x"}]}}', 'configuration', 'END_OBJECT'],
    [
      '{"configuration":{"a":[{"label":"x"},{"label":"y"}],"c":{"label":"z"}}}',
      'configuration',
      'END_OBJECT',
    ],
    ['{"values":[],"foo":1}', 'values', 'END_ARRAY'],
  ])('stops at the array in %s (ES: ObjectParser.throwMustEndOn)', async (body, field, end) => {
    expect((await update(body)).body).toEqual(
      plainError(500, 'illegal_state_exception', `parser for [${field}] did not end on ${end}`),
    );
  });
});
