import { parseDocument, parseMapping } from '../../src/store/mapping.js';
import type { JsonObject, JsonValue } from '../../src/xcontent/json.js';
import { chain, failure } from './thrown.js';

/** The fields that a document gets under templates. */
function mapped(
  templates: readonly JsonObject[],
  source: JsonObject,
  more: JsonObject = {},
): JsonValue | undefined {
  const mappings = Object.freeze(parseMapping({ dynamic_templates: templates, ...more }));
  return parseDocument(mappings, 'x', source)['properties'];
}

const keyword = { type: 'keyword' };
const long = { type: 'long' };
const text = { type: 'text', fields: { keyword: { type: 'keyword', ignore_above: 256 } } };

describe('fields made by dynamic templates (ES: DynamicTemplate.match)', () => {
  it('takes the first template that matches', () => {
    const templates = [
      { none: { match: 'b', mapping: { type: 'ip' } } },
      { first: { match: 'a', mapping: keyword } },
      { second: { match: '*', mapping: { type: 'wildcard' } } },
    ];
    expect(mapped(templates, { a: 'x', c: 'y' })).toEqual({ a: keyword, c: { type: 'wildcard' } });
  });

  it.each<[JsonObject, string[]]>([
    [{ match_mapping_type: 'string' }, ['s']],
    [{ match_mapping_type: ['long', 'double'] }, ['l', 'd', 'o.i']],
    [{ match_mapping_type: 'boolean' }, ['b']],
    [{ match_mapping_type: 'date' }, ['t']],
    [{ match_mapping_type: '*', unmatch_mapping_type: ['string', 'object'] }, ['l', 'd', 'b', 't', 'o.i']],
    [{ unmatch_mapping_type: ['date', 'object'] }, ['s', 'l', 'd', 'b', 'o.i']],
    [{ match: ['s', 'l*'], unmatch_mapping_type: 'object' }, ['s', 'l']],
    [{ match: '*', unmatch: ['s', 'o'], match_mapping_type: ['string', 'long'] }, ['l', 'o.i']],
    [{ path_match: 'o.*' }, ['o.i']],
    [{ path_match: '*', path_unmatch: 'o*', unmatch: ['d', 'b', 't'] }, ['s', 'l']],
    [{ match_pattern: 'regex', match: '[sl]|[^o]', unmatch: 'b|t' }, ['s', 'l', 'd', 'o.i']],
    [{ match_pattern: 'regex', match: '[sl].' }, []],
    [{ match_pattern: 'simple', match: '.' }, []],
    [{}, []],
  ])('%j makes %j', (conditions, expected) => {
    const source = { s: 'x', l: 1, d: 1.5, b: true, t: '2024-01-15', o: { i: 1 } };
    const fields = mapped([{ made: { ...conditions, mapping: { type: 'wildcard' } } }], source) as JsonObject;
    const { o, ...others } = fields;
    const { i } = (o as { properties: JsonObject }).properties;
    const names = Object.entries({ ...others, 'o.i': i })
      .filter(([, field]) => (field as JsonObject)['type'] === 'wildcard')
      .map(([name]) => name);
    expect(names.sort()).toEqual([...expected].sort());
  });

  it('matches by the last name and by the whole path, also through dots', () => {
    const templates = [
      { path: { path_match: 'a.*.c', mapping: keyword } },
      { name: { match: 'd', match_mapping_type: 'string', mapping: { type: 'ip' } } },
    ];
    const fields = { b: { properties: { c: keyword, d: { type: 'ip' } } } };
    expect(mapped(templates, { a: { b: { c: 'x', d: '::1' } } })).toEqual({ a: { properties: fields } });
    expect(mapped(templates, { 'a.b.c': 'x', 'a.b': { d: '::1' } })).toEqual({ a: { properties: fields } });
  });

  it('gives a field without a type the one that JSON tells', () => {
    const templates = [{ any: { match: '*', unmatch_mapping_type: 'object', mapping: { store: true } } }];
    expect(mapped(templates, { s: 'x', l: 1, d: 1.5, b: true, t: '2024-01-15' })).toEqual({
      s: { type: 'text', store: true },
      l: { type: 'long', store: true },
      d: { type: 'float', store: true },
      b: { type: 'boolean', store: true },
      t: { type: 'date', store: true },
    });
  });

  it('fills in placeholders wherever they stand (ES: DynamicTemplate.mappingForName)', () => {
    const mapping = {
      type: '{dynamic_type}',
      copy_to: ['all_{name}'],
      meta: { '{name}_was': '{dynamicType} {name}' },
      fields: { raw: keyword },
    };
    expect(mapped([{ any: { match: '*', mapping } }], { l$1: 1 })).toEqual({
      l$1: {
        type: 'long',
        copy_to: ['all_l$1'],
        meta: { l$1_was: 'long l$1' },
        fields: { raw: keyword },
      },
    });
  });

  it('sees arrays by their elements, and the first that is not null decides', () => {
    const templates = [{ strings: { match_mapping_type: 'string', mapping: keyword } }];
    expect(mapped(templates, { a: [null, 'x', 'y'], b: [[1]] })).toEqual({ a: keyword, b: long });
  });

  it('hands an array as a whole to a type that reads one (ES: DocumentParser.parseArrayDynamic)', () => {
    const templates = [{ places: { match_mapping_type: 'object', mapping: { type: 'geo_point' } } }];
    expect(mapped(templates, { at: [1.5, 2], list: { in: [{ lat: 1, lon: 2 }] } })).toEqual({
      at: { type: 'geo_point' },
      list: { type: 'geo_point' },
    });
  });

  it('leaves fields alone that are mapped, and objects that map nothing', () => {
    const templates = [{ any: { match: '*', mapping: keyword } }];
    const properties = { a: long, closed: { dynamic: 'false', properties: { b: long } } };
    expect(mapped(templates, { a: 1, closed: { c: 'x' } }, { properties })).toEqual(properties);
  });

  it('refuses a value that the field of its template cannot take', () => {
    const templates = [{ numbers: { match: 'n*', mapping: long } }];
    expect(chain(failure(() => mapped(templates, { n1: 'x' })))[0]).toBe(
      "document_parsing_exception: [1:7] failed to parse field [n1] of type [long] in document with id 'x'. Preview of field's value: 'x'",
    );
  });
});

describe('objects made by dynamic templates (ES: DynamicFieldsBuilder.createDynamicObjectMapper)', () => {
  const objects = (mapping: JsonObject): JsonObject[] => [
    { objects: { match_mapping_type: 'object', mapping } },
  ];

  it('adds what the template and what the document has', () => {
    const mapping = { type: 'nested', include_in_root: true, properties: { id: keyword } };
    expect(mapped(objects(mapping), { rows: [{ id: 'a' }, { n: 1 }], 'other.n': 2 })).toEqual({
      rows: { type: 'nested', include_in_root: true, properties: { id: keyword, n: long } },
      other: { type: 'nested', include_in_root: true, properties: { id: keyword, n: long } },
    });
  });

  it('obeys its dynamic and its enabled', () => {
    const closed = { dynamic: false, properties: { id: keyword } };
    expect(mapped(objects(closed), { o: { id: 'x', n: 1 } })).toEqual({
      o: { dynamic: 'false', properties: { id: keyword } },
    });
    expect(mapped(objects({ enabled: false }), { o: { n: 1 } })).toEqual({
      o: { type: 'object', enabled: false },
    });
    expect(chain(failure(() => mapped(objects({ dynamic: 'strict' }), { o: { n: 1 } })))).toEqual([
      'strict_dynamic_mapping_exception: [1:11] mapping set to strict, dynamic introduction of [n] within [o] is not allowed',
    ]);
  });

  it('makes a field of an object', () => {
    expect(mapped(objects({ type: 'flattened' }), { o: { n: 1, p: { q: 2 } } })).toEqual({
      o: { type: 'flattened' },
    });
    const reason = chain(failure(() => mapped(objects(keyword), { o: { n: 1 } })))[0];
    expect(reason).toMatch(/failed to parse field \[o\] of type \[keyword\]/);
  });

  it('makes an object of its own for what no template is for', () => {
    const templates = [{ strings: { match_mapping_type: 'string', mapping: keyword } }];
    expect(mapped(templates, { o: { s: 'x', bare: {} } })).toEqual({
      o: { properties: { bare: { type: 'object' }, s: keyword } },
    });
    expect(mapped([], { s: 'x' })).toEqual({ s: text });
  });
});

describe('templates that only the name of a field makes impossible (ES: DocumentParser.wrapInDocumentParsingException)', () => {
  it.each<[JsonObject, string[]]>([
    [
      { type: '{name}' },
      [
        'document_parsing_exception: [1:17] failed to parse: failed to find type parsed [{name}] for [b]',
        'mapper_parsing_exception: failed to find type parsed [{name}] for [b]',
      ],
    ],
    [
      { '{name}': 1 },
      [
        'document_parsing_exception: [1:17] failed to parse: unknown parameter [b] on mapper [b] of type [null]',
        'mapper_parsing_exception: unknown parameter [b] on mapper [b] of type [null]',
      ],
    ],
  ])('%j', (mapping, expected) => {
    const templates = [{ named: { match_mapping_type: 'string', mapping } }];
    expect(chain(failure(() => mapped(templates, { n: 1, a: { b: 'x' } })))).toEqual(expected);
  });

  it('such as those that are right for one of their types alone', () => {
    const templates = [{ any: { match_mapping_type: ['string', 'long'], mapping: { norms: false } } }];
    expect(mapped(templates, { s: 'x' })).toEqual({ s: { type: 'text', norms: false } });
    expect(chain(failure(() => mapped(templates, { l: 1 })))[0]).toBe(
      'document_parsing_exception: [1:6] failed to parse: unknown parameter [norms] on mapper [l] of type [null]',
    );
  });
});
