import fc from 'fast-check';
import { readJson } from '../../src/xcontent/json-reader.js';
import { writeJson, writePrettyJson } from '../../src/xcontent/write-json.js';

const value = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string(),
    fc.integer(),
    fc.bigInt({ min: 2n ** 53n, max: 2n ** 64n }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

describe('writing JSON', () => {
  it('comes back as it went, bigint included', () => {
    fc.assert(
      fc.property(value, (written) => {
        expect(readJson(writeJson(written))).toEqual(written);
        expect(readJson(writePrettyJson(written))).toEqual(written);
      }),
    );
  });

  it('writes the same with and without a bigint beside', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (written) => {
        expect(writeJson([written, 1n])).toBe(`[${JSON.stringify(written)},1]`);
      }),
    );
  });

  it('drops undefined members and nulls undefined elements as JSON.stringify does', () => {
    for (const extra of [1, 1n]) {
      expect(writeJson({ a: undefined, b: [undefined, {}, []], c: { d: undefined }, e: extra })).toBe(
        '{"b":[null,{},[]],"c":{},"e":1}',
      );
    }
    expect(writeJson(undefined)).toBe('null');
    expect(writePrettyJson(undefined)).toBe('null\n');
  });

  it('lets other failures through', () => {
    const failing = {
      get a() {
        throw new RangeError('no');
      },
    };
    expect(() => writeJson(failing)).toThrow(RangeError);
  });

  it('prints prettily as Elasticsearch does (rest-layer A.5)', () => {
    expect(
      writePrettyJson({ a: 1, n: undefined, b: [1, { c: 'x' }], d: {}, e: [], f: 2n, g: [[undefined]] }),
    ).toBe(
      `{
  "a" : 1,
  "b" : [
    1,
    {
      "c" : "x"
    }
  ],
  "d" : { },
  "e" : [ ],
  "f" : 2,
  "g" : [
    [
      null
    ]
  ]
}
`,
    );
  });
});
