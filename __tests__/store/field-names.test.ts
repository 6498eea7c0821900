import type { ElasticsearchError } from '../../src/errors/elasticsearch-error.js';
import { parseDocument } from '../../src/store/mapping.js';
import type { JsonObject } from '../../src/xcontent/json.js';
import { thrownBy } from '../clock/thrown-by.js';

/** Types and reasons from the outside in. */
function chain(error: ElasticsearchError | undefined): string[] {
  return error === undefined ? [] : [`${error.type}: ${error.reason ?? 'null'}`, ...chain(error.cause)];
}

const failed = (place: string, reason: string): string[] => [
  `document_parsing_exception: [${place}] failed to parse: ${reason}`,
  `illegal_argument_exception: ${reason}`,
];

const properties: JsonObject = {
  k: { type: 'keyword' },
  o: { properties: { n: { type: 'long' } } },
  off: { type: 'object', enabled: false },
};

describe.each(['true', 'false', 'strict', 'runtime'])(
  'names of fields in a document, dynamic: %s (ES: `DotExpandingXContentParser`)',
  (dynamic) => {
    const mappings = Object.freeze({ dynamic, properties });

    it.each<[JsonObject, string[]]>([
      [{ '': 1 }, failed('1:2', 'field name cannot be an empty string')],
      [{ '': null }, failed('1:2', 'field name cannot be an empty string')],
      [{ '.': 1 }, failed('1:2', 'field name cannot contain only dots')],
      [{ '..': null }, failed('1:2', 'field name cannot contain only dots')],
      [{ 'a..b': null }, failed('1:2', "field name cannot contain only whitespace: ['a..b']")],
      [{ '.a': null }, failed('1:2', "field name cannot contain only whitespace: ['.a']")],
      [
        { 'a. .b': null },
        failed('1:2', 'field name starting or ending with a [.] makes object resolution ambiguous: [a. .b]'),
      ],
      [
        { k: 'v', ' ': null },
        ['document_parsing_exception: [1:10] Field name cannot contain only whitespace: [ ]'],
      ],
      [
        { o: { '\t': null } },
        ['document_parsing_exception: [1:7] Field name cannot contain only whitespace: [o.\t]'],
      ],
      [{ o: [{ n: 1 }, { '': 1 }] }, failed('1:16', 'field name cannot be an empty string')],
      [{ 'o.': { '.': null } }, failed('1:8', 'field name cannot contain only dots')],
    ])('%j is refused', (source, expected) => {
      const error = thrownBy(() => parseDocument(mappings, 'x', source));
      expect(chain(error)).toEqual(expected);
      expect(error?.status).toBe(400);
    });

    it.each<[JsonObject]>([[{ 'k.': 'v' }], [{ 'k..': null }], [{ 'o.n.': 1 }], [{ off: { '': 1 } }]])(
      '%j is taken',
      (source) => {
        expect(parseDocument(mappings, 'x', source)).toBe(mappings);
      },
    );
  },
);

describe('names of fields in objects that no mapping knows', () => {
  const inner: JsonObject = { u: { v: [{ '': null }] } };

  it.each(['true', 'runtime'])('are checked where they are mapped on the way, dynamic: %s', (dynamic) => {
    const error = thrownBy(() => parseDocument(Object.freeze({ dynamic }), 'x', inner));
    expect(chain(error)).toEqual(failed('1:13', 'field name cannot be an empty string'));
  });

  it('are not looked at where they are passed over', () => {
    const mappings = Object.freeze({ dynamic: 'false' });
    expect(parseDocument(mappings, 'x', inner)).toBe(mappings);
  });

  it('are not looked at in a disabled mapping', () => {
    const mappings = Object.freeze({ enabled: false });
    expect(parseDocument(mappings, 'x', { '': 1 })).toBe(mappings);
  });

  it('lose the dots at their end', () => {
    expect(parseDocument({}, 'x', { 'a.': 1, 'b.c..': 1 })).toEqual({
      properties: { a: { type: 'long' }, b: { properties: { c: { type: 'long' } } } },
    });
  });
});

it('a name that begins with a space is a name', () => {
  expect(parseDocument({}, 'x', { ' a': 1 })).toEqual({ properties: { ' a': { type: 'long' } } });
});

describe('names of fields where dots stand for nothing (ES: `ContentPath.isWithinLeafObject`)', () => {
  const flat = Object.freeze({ subobjects: false, properties: { 'a.b': { type: 'long' } } });

  it('may be of dots', () => {
    expect(parseDocument(flat, 'x', { 'a.b': 1, '..': null })).toBe(flat);
    expect(thrownBy(() => parseDocument(flat, 'x', { 'a.b': 'y' }))?.reason).toMatch(/field \[a\.b\]/);
  });

  it('are blank when they are empty', () => {
    expect(chain(thrownBy(() => parseDocument(flat, 'x', { '': 1 })))).toEqual([
      'document_parsing_exception: [1:2] Field name cannot contain only whitespace: []',
    ]);
  });

  it('keep their dots when they are added', () => {
    const extended = parseDocument(flat, 'x', { 'c.d': true });
    expect(extended).toEqual({
      subobjects: false,
      properties: { 'a.b': { type: 'long' }, 'c.d': { type: 'boolean' } },
    });
    expect(parseDocument(extended, 'x', { 'c.d': false })).toBe(extended);
  });

  it('keep those behind an object that does without (ES: `DotExpandingXContentParser`)', () => {
    const within = Object.freeze({ properties: { m: { ...flat, properties: { t: { type: 'long' } } } } });
    const extended = parseDocument(within, 'x', { 'm.t': 1, 'm.t.max': 2, m: { 't.min': 3 } });
    expect(extended).toEqual({
      properties: {
        m: {
          subobjects: false,
          properties: { t: { type: 'long' }, 't.max': { type: 'long' }, 't.min': { type: 'long' } },
        },
      },
    });
    expect(parseDocument(extended, 'x', { 'm.t.max': 5 })).toBe(extended);
  });

  it('keep those behind one that a template makes', () => {
    const templated = Object.freeze({
      dynamic_templates: [
        { flat: { match: 'm', mapping: { subobjects: false, properties: { 'a.b': { type: 'keyword' } } } } },
      ],
    });
    expect(parseDocument(templated, 'x', { 'm.a.b': 'y', 'm.a': 1, 'm.c.d': true })).toMatchObject({
      properties: {
        m: {
          subobjects: false,
          properties: { 'a.b': { type: 'keyword' }, a: { type: 'long' }, 'c.d': { type: 'boolean' } },
        },
      },
    });
  });
});
