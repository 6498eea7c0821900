import { errorBody } from '../../src/errors/envelope.js';
import { mergeMappings, parseDocument, parseMapping, parsePartialDocument } from '../../src/store/mapping.js';
import { CONNECTOR_TEMPLATES } from '../../src/store/connector-indices.js';
import type { JsonObject } from '../../src/xcontent/json.js';
import { chain, failure } from './thrown.js';

const of = (properties: JsonObject, more: JsonObject = {}): JsonObject =>
  Object.freeze({ properties, ...more });

const typed = of({
  price: { type: 'long' },
  count: { type: 'integer' },
  tiny: { type: 'byte' },
  ratio: { type: 'float' },
  at: { type: 'date' },
  isOpen: { type: 'boolean' },
  tag: { type: 'keyword' },
  service: { properties: { name: { type: 'keyword' } } },
});

describe('a document that does not fit its mapping (rest-layer B.2)', () => {
  it.each<[string, JsonObject, string[]]>([
    [
      'a word for a long',
      { title: 1, price: 'cheap' },
      [
        "document_parsing_exception: [1:20] failed to parse field [price] of type [long] in document with id 'x'. Preview of field's value: 'cheap'",
        'illegal_argument_exception: For input string: "cheap"',
      ],
    ],
    [
      'a word for an integer',
      { count: 'many' },
      [
        "document_parsing_exception: [1:10] failed to parse field [count] of type [integer] in document with id 'x'. Preview of field's value: 'many'",
        'number_format_exception: For input string: "many"',
      ],
    ],
    [
      'a number beyond the integers',
      { count: 2147483648 },
      [
        "document_parsing_exception: [1:10] failed to parse field [count] of type [integer] in document with id 'x'. Preview of field's value: '2147483648'",
        expect.stringContaining(
          'x_content_parse_exception: [1:20] Numeric value (2147483648) out of range of',
        ) as string,
        expect.stringContaining(
          'input_coercion_exception: Numeric value (2147483648) out of range of',
        ) as string,
      ],
    ],
    [
      'a text beyond the integers',
      { count: '2147483648' },
      [
        "document_parsing_exception: [1:10] failed to parse field [count] of type [integer] in document with id 'x'. Preview of field's value: '2147483648'",
        'illegal_argument_exception: Value [2147483648] is out of range for an integer',
      ],
    ],
    [
      'a number beyond the bytes',
      { tiny: 128 },
      [
        "document_parsing_exception: [1:9] failed to parse field [tiny] of type [byte] in document with id 'x'. Preview of field's value: '128'",
        'illegal_argument_exception: Value [128] is out of range for a byte',
      ],
    ],
    [
      'an object for a number',
      { price: { low: 1, high: [2] } },
      [
        "document_parsing_exception: [1:29] failed to parse field [price] of type [long] in document with id 'x'. Preview of field's value: '{low=1, high=[2]}'",
        'illegal_argument_exception: Cannot parse object as number',
      ],
    ],
    [
      'a date that is none',
      { at: 'foo' },
      [
        "document_parsing_exception: [1:7] failed to parse field [at] of type [date] in document with id 'x'. Preview of field's value: 'foo'",
        'illegal_argument_exception: failed to parse date field [foo] with format [strict_date_optional_time||epoch_millis]',
        'date_time_parse_exception: Failed to parse with all enclosed parsers',
      ],
    ],
    [
      'a word for a boolean',
      { isOpen: 'yes' },
      [
        "document_parsing_exception: [1:11] failed to parse field [isOpen] of type [boolean] in document with id 'x'. Preview of field's value: 'yes'",
        'illegal_argument_exception: Failed to parse value [yes] as only [true] or [false] are allowed.',
      ],
    ],
    [
      'an object for a keyword',
      { tag: { a: 1 } },
      [
        "document_parsing_exception: [1:14] failed to parse field [tag] of type [keyword] in document with id 'x'. Preview of field's value: '{a=1}'",
        'illegal_argument_exception: Expected text at 1:8 but found START_OBJECT',
      ],
    ],
    [
      'a scalar for an object',
      { service: 'x' },
      [
        'document_parsing_exception: [1:12] object mapping for [service] tried to parse field [service] as object, but found a concrete value',
      ],
    ],
    [
      'a scalar among objects',
      { service: [{ name: 'a' }, 5] },
      [
        'document_parsing_exception: [1:26] object mapping for [service] tried to parse field [null] as object, but found a concrete value',
      ],
    ],
    [
      'a metadata field',
      { _id: 'y' },
      [
        "document_parsing_exception: [1:8] failed to parse field [_id] of type [_id] in document with id 'x'. Preview of field's value: 'y'",
        'document_parsing_exception: [1:8] Field [_id] is a metadata field and cannot be added inside a document. Use the index API request parameters.',
      ],
    ],
    [
      'a path through a field',
      { 'tag.sub': 1 },
      [
        'document_parsing_exception: [1:12] Could not dynamically add mapping for field [tag.sub]. Existing mapping for [tag] must be of type object but found [keyword].',
      ],
    ],
    [
      'a second element of another kind',
      { fresh: [1, 'a'] },
      [
        "document_parsing_exception: [1:13] failed to parse field [fresh] of type [long] in document with id 'x'. Preview of field's value: 'a'",
        'illegal_argument_exception: For input string: "a"',
      ],
    ],
  ])('refuses %s', (_, source, expected) => {
    const error = failure(() => parseDocument(typed, 'x', source));
    expect(chain(error)).toEqual(expected);
    expect(error.status).toBe(400);
  });

  it.each<[JsonObject]>([
    [{ price: null, count: '12', ratio: 1, at: 1717243200000, isOpen: 'true', tag: 5 }],
    [{ price: '', count: [], ratio: '1.5', at: '2024-06-01', isOpen: [true, false], tag: ['a', null] }],
    [{ price: [1, 2], count: 1.9, at: ['2024-06-01T12:00:00Z', null], service: [{ name: 'a' }, null] }],
    [{ 'service.name': 'a' }],
    [{ price: '1e3', count: ' 5', ratio: '1e3' }],
  ])('accepts what Elasticsearch coerces: %j', (source) => {
    expect(parseDocument(typed, 'x', source)).toBe(typed);
  });

  it('says what strict mappings refuse', () => {
    const strict = of({ a: { properties: { b: { type: 'keyword' } } } }, { dynamic: 'strict' });
    expect(chain(failure(() => parseDocument(strict, 'x', { f: 1 })))).toEqual([
      'strict_dynamic_mapping_exception: [1:6] mapping set to strict, dynamic introduction of [f] within [_doc] is not allowed',
    ]);
    expect(chain(failure(() => parseDocument(strict, 'x', { a: { f: 1 } })))).toEqual([
      'strict_dynamic_mapping_exception: [1:11] mapping set to strict, dynamic introduction of [f] within [a] is not allowed',
    ]);
  });

  it('shows the place in the merged document when a patch is at fault', () => {
    const error = failure(() => parsePartialDocument(typed, 'x', { price: 'y' }, { tag: 'a', price: 'y' }));
    expect(error.reason).toMatch(/^\[1:20\] failed to parse field \[price\]/);
  });

  it('renders as the cause of nothing: the document error is its own root cause', () => {
    const body = errorBody(
      failure(() => parseDocument(typed, 'x', { price: 'cheap' })),
      false,
    );
    expect(body).toMatchObject({
      status: 400,
      error: { type: 'document_parsing_exception', root_cause: [{ type: 'document_parsing_exception' }] },
    });
  });
});

describe('dynamic mapping (rest-layer B.13)', () => {
  const text = { type: 'text', fields: { keyword: { type: 'keyword', ignore_above: 256 } } };

  it('adds a definition for every new field by the kind of its value', () => {
    const mappings = parseDocument({}, 'x', {
      title: 'words',
      at: '2024-06-01T12:00:00Z',
      day: '2024-06-01',
      year: '2024',
      count: 3,
      ratio: 0.5,
      isOpen: true,
      nothing: null,
      none: [],
      many: [null, 1],
      author: { name: 'a' },
      bare: {},
      'dotted.path': 1,
      parts: [{ a: 1 }, { b: 'x' }],
    });
    expect(mappings).toEqual({
      properties: {
        title: text,
        at: { type: 'date' },
        day: { type: 'date' },
        year: text,
        count: { type: 'long' },
        ratio: { type: 'float' },
        isOpen: { type: 'boolean' },
        many: { type: 'long' },
        author: { properties: { name: text } },
        bare: { type: 'object' },
        dotted: { properties: { path: { type: 'long' } } },
        parts: { properties: { a: { type: 'long' }, b: text } },
      },
    });
  });

  it('keeps the mappings object if nothing is new', () => {
    const mappings = parseDocument({}, 'x', { a: 'b', c: { d: 1 } });
    expect(parseDocument(mappings, 'y', { a: 'z', c: { d: 2 } })).toBe(mappings);
  });

  it('leaves out what dynamic: false does not map, at any depth', () => {
    const mappings = of({ a: { properties: { b: { type: 'keyword' } } } }, { dynamic: 'false' });
    expect(parseDocument(mappings, 'x', { z: 1, a: { y: 2, b: 'c' } })).toBe(mappings);
  });

  it('lets an object be more open than its parent', () => {
    const mappings = of(
      { a: { dynamic: 'true', properties: { b: { type: 'keyword' } } } },
      { dynamic: 'false' },
    );
    expect(parseDocument(mappings, 'x', { z: 1, a: { y: 2 } })).toEqual({
      dynamic: 'false',
      properties: { a: { dynamic: 'true', properties: { b: { type: 'keyword' }, y: { type: 'long' } } } },
    });
  });

  it('does not mistake __proto__ for anything', () => {
    const source = JSON.parse('{"__proto__":{"x":1},"constructor":"c"}') as JsonObject;
    const mappings = parseDocument({}, 'x', source);
    expect(Object.keys(mappings['properties'] as JsonObject).sort()).toEqual(['__proto__', 'constructor']);
  });

  it('accepts every document of the connector protocol without a change', () => {
    for (const { mappings } of CONNECTOR_TEMPLATES) {
      expect(
        parseDocument(mappings, 'x', { status: 'x', metadata: { a: { b: 1 } }, unknown: { c: 1 } }),
      ).toBe(mappings);
    }
  });
});

describe('mapping definitions (rest-layer B.13)', () => {
  it.each<[string, JsonObject, string]>([
    [
      'an unknown type',
      { properties: { x: { type: 'foo' } } },
      'Failed to parse mapping: The mapper type [foo] declared on field [x] does not exist. It might have been created within a future version or requires a plugin to be installed. Check the documentation.',
    ],
    [
      'no type',
      { properties: { x: { index: false } } },
      'Failed to parse mapping: No type specified for field [x]',
    ],
    [
      'no object',
      { properties: { x: 'keyword' } },
      'Failed to parse mapping: Expected map for property [x] but got a class java.lang.String',
    ],
    [
      'an unknown parameter',
      { properties: { x: { type: 'keyword', analyser: 'a' } } },
      'Failed to parse mapping: unknown parameter [analyser] on mapper [x] of type [keyword]',
    ],
    [
      'an unknown root parameter',
      { foo: { a: 1 } },
      'Failed to parse mapping: Root mapping definition has unsupported parameters:  [foo : {a=1}]',
    ],
  ])('refuses %s', (_, definition, reason) => {
    const error = failure(() => parseMapping(definition));
    expect(error.type).toBe('mapper_parsing_exception');
    expect(error.reason).toBe(reason);
    expect(error.cause?.reason).toBe(reason.replace('Failed to parse mapping: ', ''));
  });

  it('refuses a dynamic that is none', () => {
    expect(chain(failure(() => parseMapping({ dynamic: 'maybe' })))).toEqual([
      'mapper_parsing_exception: Failed to parse mapping: Could not convert [_doc.dynamic] to boolean',
      'illegal_argument_exception: Could not convert [_doc.dynamic] to boolean',
      'illegal_argument_exception: Failed to parse value [maybe] as only [true] or [false] are allowed.',
    ]);
  });

  it('shows dynamic as a text and objects by their properties', () => {
    expect(
      parseMapping({
        dynamic: false,
        properties: { a: { type: 'object', properties: { b: { type: 'long' } } } },
      }),
    ).toEqual({
      dynamic: 'false',
      properties: { a: { properties: { b: { type: 'long' } } } },
    });
  });

  const current = of(
    {
      title: { type: 'text' },
      at: { type: 'date' },
      o: { properties: { a: { type: 'long' } } },
      n: { type: 'nested' },
    },
    { _meta: { version: 1, extra: true } },
  );

  it.each<[JsonObject, string]>([
    [{ title: { type: 'keyword' } }, 'mapper [title] cannot be changed from type [text] to [keyword]'],
    [
      { o: { properties: { a: { type: 'keyword' } } } },
      'mapper [o.a] cannot be changed from type [long] to [keyword]',
    ],
    [{ o: { type: 'keyword' } }, "can't merge a non object mapping [o] with an object mapping"],
    [{ o: { type: 'nested' } }, "can't merge a non-nested mapping [o] with a nested mapping"],
    [
      { title: { properties: { a: { type: 'long' } } } },
      'mapper [title] cannot be changed from type [text] to [ObjectMapper]',
    ],
    [
      { title: { type: 'text', index: false } },
      'Mapper for [title] conflicts with existing mapper:\n\tCannot update parameter [index] from [true] to [false]',
    ],
  ])('refuses to change %j', (properties, reason) => {
    const error = failure(() => mergeMappings(current, { properties }));
    expect(error.type).toBe('illegal_argument_exception');
    expect(error.reason).toBe(reason);
  });

  it('adds fields and sub-fields and replaces _meta as a whole', () => {
    expect(
      mergeMappings(current, {
        _meta: { version: 2 },
        properties: {
          title: { type: 'text', fields: { raw: { type: 'keyword' } } },
          o: { properties: { b: { type: 'boolean' } } },
        },
      }),
    ).toEqual({
      _meta: { version: 2 },
      properties: {
        at: { type: 'date' },
        n: { type: 'nested' },
        o: { properties: { a: { type: 'long' }, b: { type: 'boolean' } } },
        title: { type: 'text', fields: { raw: { type: 'keyword' } } },
      },
    });
  });
});

describe('the names of fields in a mapping (ES: `ObjectMapper.TypeParser.parseProperties`)', () => {
  it('a name with dots stands for objects, beside what is already in them', () => {
    const dotted = of({
      'subfield.text1': { type: 'text' },
      subfield: { properties: { text2: { type: 'text' } } },
      'subfield.deep.text3': { type: 'text' },
    });
    expect(parseMapping(dotted)).toEqual({
      properties: {
        subfield: {
          properties: {
            deep: { properties: { text3: { type: 'text' } } },
            text1: { type: 'text' },
            text2: { type: 'text' },
          },
        },
      },
    });
  });

  it('keeps its dots in an object without subobjects', () => {
    const flat = of({ 'a.b': { type: 'long' } }, { subobjects: false });
    expect(parseMapping(flat)).toEqual(flat);
  });

  it.each([
    ['', 'field name cannot be an empty string'],
    ['a..b', 'field name cannot be an empty string'],
    [' ', 'field name cannot contain only whitespace'],
    ['..', 'field name cannot contain only dots'],
  ])('%j is refused', (name, reason) => {
    expect(chain(failure(() => parseMapping(of({ [name]: { type: 'keyword' } }))))).toEqual([
      `mapper_parsing_exception: Failed to parse mapping: ${reason}`,
      `illegal_argument_exception: ${reason}`,
    ]);
  });
});
