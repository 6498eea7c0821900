import fc from 'fast-check';
import { filterPath } from '../../src/xcontent/filter-path.js';
import type { JsonObject, JsonValue } from '../../src/xcontent/json.js';

const search = {
  took: 3,
  timed_out: false,
  _shards: { total: 1, failed: 0 },
  hits: {
    total: { value: 2, relation: 'eq' },
    hits: [
      { _id: '1', _source: { title: 'a', tags: ['x'], empty: {} } },
      { _id: '2', _source: { title: 'b' } },
    ],
  },
};

/** Removes every leaf that no pattern matches, by the full path of each leaf. */
function naive(value: JsonValue, pattern: RegExp, path: string): JsonValue | undefined {
  if (Array.isArray(value)) {
    const kept = (value as JsonValue[]).flatMap((element) => {
      const inner = naive(element, pattern, path);
      return inner === undefined ? [] : [inner];
    });
    return kept.length > 0 ? kept : undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const kept = Object.entries(value as JsonObject).flatMap(([name, member]) => {
    const at = `${path}${name}`;
    const inner = pattern.test(at) ? member : naive(member, pattern, `${at}.`);
    return inner === undefined ? [] : [[name, inner]];
  });
  return kept.length > 0 ? (Object.fromEntries(kept) as JsonObject) : undefined;
}

describe('filter_path (rest-layer A.5)', () => {
  it.each<[string, JsonValue]>([
    ['took', { took: 3 }],
    ['took,_shards.total', { took: 3, _shards: { total: 1 } }],
    ['hits.hits._id', { hits: { hits: [{ _id: '1' }, { _id: '2' }] } }],
    ['hits.hits._source.ti*', { hits: { hits: [{ _source: { title: 'a' } }, { _source: { title: 'b' } }] } }],
    ['*.total', { _shards: { total: 1 }, hits: { total: { value: 2, relation: 'eq' } } }],
    ['**.value', { hits: { total: { value: 2 } } }],
    ['hits.**.tags', { hits: { hits: [{ _source: { tags: ['x'] } }] } }],
    ['hits.hits._source.empty', { hits: { hits: [{ _source: { empty: {} } }] } }],
    ['nothing', {}],
    ['took.deeper', {}],
    ['took,took.deeper', { took: 3 }],
    ['took.deeper,took', { took: 3 }],
    ['t*,-took', { timed_out: false }],
    ['hits.total,-**.relation', { hits: { total: { value: 2 } } }],
    ['-hits,-_shards', { took: 3, timed_out: false }],
    [
      '-hits.hits._source,-took,-timed_out,-_shards,-hits.total',
      { hits: { hits: [{ _id: '1' }, { _id: '2' }] } },
    ],
    ['hits.hits,-hits.hits._id,-hits.hits._source.t*', { hits: { hits: [{ _source: { empty: {} } }] } }],
    ['hits.hits,-hits.hits.*', {}],
    [' took , ', { took: 3 }],
    ['', search],
    ['-', search],
  ])('%j', (expressions, expected) => {
    expect(filterPath(search, expressions)).toEqual(expected);
  });

  it('takes a guarded dot for part of a name', () => {
    const value = { 'a.b': 1, a: { b: 2, c: 3 } };
    expect(filterPath(value, 'a\\.b')).toEqual({ 'a.b': 1 });
    expect(filterPath(value, 'a.b')).toEqual({ a: { b: 2 } });
    expect(filterPath(value, '.a')).toEqual({});
    expect(filterPath(value, 'a.')).toEqual({});
  });

  it('filters arrays at the root', () => {
    expect(filterPath([{ a: 1, b: 2 }, { b: 3 }], 'a')).toEqual([{ a: 1 }]);
    expect(filterPath([{ b: 3 }], 'a')).toEqual([]);
  });

  it('keeps __proto__ an ordinary member', () => {
    const value = JSON.parse('{"__proto__":{"a":1},"b":2}') as JsonValue;
    expect(JSON.stringify(filterPath(value, '__proto__'))).toBe('{"__proto__":{"a":1}}');
  });

  it('keeps what a naive match of full paths keeps', () => {
    const name = fc.constantFrom('a', 'b', 'ab');
    const value = fc.letrec<{ value: JsonValue }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.integer(),
        fc.array(tie('value'), { maxLength: 2 }),
        fc.dictionary(name, tie('value'), { noNullPrototype: true }),
      ),
    })).value;
    const segment = fc.constantFrom('a', 'b', 'ab', '*', 'a*', '*b', '**');
    const path = fc.array(segment, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.dictionary(name, value, { noNullPrototype: true }), path, (root, segments) => {
        const isDeep = segments.includes('**');
        fc.pre(!isDeep || segments.at(-1) !== '**');
        const source = segments
          .map((each) => (each === '**' ? '(?:[^.]+\\.)+' : `${each.replaceAll('*', '[^.]*')}\\.`))
          .join('')
          .replace(/\\\.$/, '');
        expect(filterPath(root, segments.join('.'))).toEqual(
          naive(root, new RegExp(`^${source}$`), '') ?? {},
        );
      }),
    );
  });

  it('leaves nothing of what it excludes and all the rest', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.integer(), { noNullPrototype: true }),
        (root) => {
          const { a: _, ...rest } = root;
          expect(filterPath(root, '-a')).toEqual(rest);
        },
      ),
    );
  });
});
