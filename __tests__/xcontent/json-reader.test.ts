import fc from 'fast-check';
import { isElasticsearchError, type ElasticsearchError } from '../../src/errors/elasticsearch-error.js';
import type { JsonValue } from '../../src/xcontent/json.js';
import { writeJson } from '../../src/xcontent/write-json.js';
import { JsonReader, readJson, type Token } from '../../src/xcontent/json-reader.js';

function failureOf(run: () => unknown): ElasticsearchError {
  try {
    run();
  } catch (error) {
    if (isElasticsearchError(error)) return error;
    throw error;
  }
  throw new Error('nothing failed');
}

function readFailure(text: string): ElasticsearchError {
  return failureOf(() => readJson(text));
}

/** Reads token by token, without the fast way of {@link readJson}. */
function readByTokens(text: string): JsonValue | undefined {
  const reader = new JsonReader(text);
  const value = (): JsonValue => {
    if (reader.token === 'START_ARRAY') {
      const elements: JsonValue[] = [];
      while (reader.nextToken() !== 'END_ARRAY') elements.push(value());
      return elements;
    }
    if (reader.token !== 'START_OBJECT') return reader.readValue();
    const members = new Map<string, JsonValue>();
    while (reader.nextToken() !== 'END_OBJECT') {
      const { fieldName } = reader;
      reader.nextToken();
      members.set(fieldName, value());
    }
    return Object.fromEntries(members);
  };
  return reader.nextToken() === undefined ? undefined : value();
}

function outcome(run: () => unknown): unknown {
  try {
    return { value: run() };
  } catch (error) {
    if (!isElasticsearchError(error)) throw error;
    return { type: error.type, reason: error.reason };
  }
}

/** As JSON.parse sees it: without bigint and negative zero. */
function rounded(value: unknown): string {
  return JSON.stringify(JSON.parse(writeJson(value)));
}

const json = fc.json({ maxDepth: 4 });
const mutations = fc.array(
  fc.tuple(
    fc.nat(),
    fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      '1',
      '01',
      'x',
      'é',
      '\n',
      '/',
      '*',
      '-',
      '"a":',
      '',
    ),
    fc.boolean(),
  ),
  { minLength: 1, maxLength: 3 },
);
const mutated = fc.tuple(json, mutations).map(([text, changes]) =>
  changes.reduce((changed, [place, inserted, isReplaced]) => {
    const at = place % (changed.length + 1);
    return changed.slice(0, at) + inserted + changed.slice(isReplaced ? at + 1 : at);
  }, text),
);

describe('the JSON reader', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(json, (text) => {
        expect(rounded(readJson(text))).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });

  it('reads the same fast and token by token, errors included', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        expect(outcome(() => readJson(text))).toEqual(outcome(() => readByTokens(text)));
      }),
      { numRuns: 1000 },
    );
  });

  it('accepts of mutated JSON what JSON.parse accepts, or says why', () => {
    const known = /Duplicate field|Number length|Depth/;
    fc.assert(
      fc.property(mutated, (text) => {
        let expected: unknown;
        try {
          expected = JSON.parse(text);
        } catch {
          return;
        }
        const read = outcome(() => readJson(text)) as { value?: unknown; reason?: string };
        if (read.reason === undefined) expect(rounded(read.value)).toBe(JSON.stringify(expected));
        else expect(read.reason).toMatch(known);
      }),
      { numRuns: 1000 },
    );
  });

  it('hands out tokens with their text and place (rest-layer A.7)', () => {
    const reader = new JsonReader('{\n "a": [1, "é", true],\r\n "b" : {"c": null}}');
    const seen: string[] = [];
    for (let token: Token | undefined = reader.nextToken(); token !== undefined; token = reader.nextToken()) {
      const { line, column } = reader.location();
      const hasText = token === 'FIELD_NAME' || token === 'VALUE_STRING' || token === 'VALUE_NUMBER';
      seen.push(`${line}:${column} ${token}${hasText ? ` ${reader.text}` : ''}`);
    }
    expect(seen).toEqual([
      '1:1 START_OBJECT',
      '2:2 FIELD_NAME a',
      '2:7 START_ARRAY',
      '2:8 VALUE_NUMBER 1',
      '2:11 VALUE_STRING é',
      '2:17 VALUE_BOOLEAN',
      '2:21 END_ARRAY',
      '3:2 FIELD_NAME b',
      '3:8 START_OBJECT',
      '3:9 FIELD_NAME c',
      '3:14 VALUE_NULL',
      '3:18 END_OBJECT',
      '3:19 END_OBJECT',
    ]);
  });

  it('wraps a syntax error, its column one past the character (rest-layer A.7.2)', () => {
    const text = `Unexpected character ('}' (code 125)): was expecting double-quote to start field name
 at [Source: (byte[])"{"a":1,}"; line: 1, column: 9]`;
    const error = readFailure('{"a":1,}');
    expect(error).toMatchObject({ status: 400, type: 'x_content_parse_exception', reason: `[1:9] ${text}` });
    expect(error.cause).toMatchObject({ type: 'json_parse_exception', reason: text, family: 'java' });
  });

  it('tells a truncated text as 9.x does (rest-layer A.7.3)', () => {
    const error = readFailure('{"query": {"match": ');
    expect(error).toMatchObject({
      type: 'x_content_e_o_f_exception',
      reason: '[1:21] Unexpected end of file',
      status: 400,
    });
    expect(error.cause).toMatchObject({
      type: 'json_e_o_f_exception',
      reason: `Unexpected end-of-input within/between Object entries
 at [Source: (byte[])"{"query": {"match": "; line: 1, column: 21]`,
    });
  });

  // Every line as Jackson 2.15.0 said it with Elasticsearch's factory settings.
  it.each([
    ['{"a":}', '[1:7]', "Unexpected character ('}' (code 125)): expected a value"],
    [
      '{"a" 1}',
      '[1:7]',
      "Unexpected character ('1' (code 49)): was expecting a colon to separate field name and value",
    ],
    [
      '{"a":1 "b":2}',
      '[1:9]',
      `Unexpected character ('"' (code 34)): was expecting comma to separate Object entries`,
    ],
    ['[1 2]', '[1:5]', "Unexpected character ('2' (code 50)): was expecting comma to separate Array entries"],
    [
      '{"a":foo bar}',
      '[1:10]',
      "Unrecognized token 'foo': was expecting (JSON String, Number, Array, Object or token",
    ],
    ['{"a":trueX}', '[1:12]', "Unrecognized token 'trueX': was expecting"],
    ['{"a":true日}', '[1:11]', 'Invalid UTF-8 middle byte 0xe6'],
    ['{"a":日}', '[1:8]', 'Invalid UTF-8 start byte 0x97'],
    [
      '{"a":@}',
      '[1:7]',
      "Unexpected character ('@' (code 64)): expected a valid value (JSON String, Number,",
    ],
    [
      '{"a":NaN}',
      '[1:9]',
      "Non-standard token 'NaN': enable `JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS` to allow",
    ],
    ['{"a":-Infinity}', '[1:15]', "Non-standard token '-Infinity': enable"],
    ['{"a":+1}', '[1:8]', "Unexpected character ('+' (code 43)) in numeric value: JSON spec does not allow"],
    [
      '{"a":-x}',
      '[1:8]',
      "Unexpected character ('x' (code 120)) in numeric value: expected digit (0-9) to follow minus",
    ],
    ['{"a":-.}', '[1:8]', "Unexpected character ('.' (code 46)): expected a valid value"],
    [
      '{"a":-Ix}',
      '[1:9]',
      "Unexpected character ('x' (code 120)) in numeric value: expected digit (0-9) to follow minus",
    ],
    ['{"a":-INFx}', '[1:12]', "Unrecognized token '-INFx': was expecting"],
    ['{"a":-Inx}', '[1:11]', "Unrecognized token '-Inx': was expecting"],
    ['{"a":Infinity}', '[1:14]', "Non-standard token 'Infinity': enable"],
    ['{"a":+INF}', '[1:10]', "Non-standard token '+INF': enable"],
    ['{"a":+Infinity}', '[1:15]', "Non-standard token '+Infinity': enable"],
    ['{"a":+Ix}', '[1:9]', "Unexpected character ('+' (code 43)) in numeric value: JSON spec does not allow"],
    [`{"a":${'x'.repeat(300)}}`, '[1:262]', `Unrecognized token '${'x'.repeat(256)}...': was expecting`],
    ['{"a":😀}', '[1:8]', 'Invalid UTF-8 start byte 0x9f'],
    ['{"a":é}', '[1:8]', 'Invalid UTF-8 start byte 0xa9'],
    ['{"a":"\\é"}', '[1:10]', "Unrecognized character escape 'é' (code 233)"],
    ['{"a":01}', '[1:7]', 'Invalid numeric value: Leading zeroes not allowed'],
    [
      '{"a":1.}',
      '[1:9]',
      "Unexpected character ('}' (code 125)) in numeric value: Decimal point not followed by a digit",
    ],
    [
      '{"a":1e+\n}',
      '[1:10]',
      'Unexpected character ((CTRL-CHAR, code 10)) in numeric value: Exponent indicator not',
    ],
    ['1x', '[1:3]', "Unexpected character ('x' (code 120)): Expected space separating root-level values"],
    [
      '[1}',
      '[1:4]',
      `Unexpected close marker '}': expected ']' (for Array starting at [Source: (byte[])"[1}"; line: 1, column: 1])`,
    ],
    [']', '[1:2]', "Unexpected close marker ']': expected '}' (for root starting at"],
    ['{"a":1,', '[1:8]', 'Unexpected end-of-input within/between Object entries'],
    ['{"a":"x\\q"}', '[1:10]', "Unrecognized character escape 'q' (code 113)"],
    [
      '{"a":"\\u12g4"}',
      '[1:12]',
      "Unexpected character ('g' (code 103)): expected a hex-digit for character escape sequence",
    ],
    [
      '{"a":"x\ny"}',
      '[1:9]',
      'Illegal unquoted character ((CTRL-CHAR, code 10)): has to be escaped using backslash to be',
    ],
    [
      '{"a\u0001":1}',
      '[1:5]',
      'Illegal unquoted character ((CTRL-CHAR, code 1)): has to be escaped using backslash',
    ],
    [
      '\u0001{}',
      '[1:2]',
      'Illegal character ((CTRL-CHAR, code 1)): only regular white space (\\r, \\n, \\t) is allowed',
    ],
    ['{/x', '[1:4]', "Unexpected character ('x' (code 120)): was expecting either '*' or '/' for a comment"],
    ['{"a":1,"a":2}', '[1:11]', "Duplicate field 'a'\n at [Source"],
    ['{"x":{"b":1,"c":2,"b":3}}', '[1:22]', "Duplicate field 'b'\n at [Source"],
    ['{😀}', '[1:6]', "Unexpected character ('\uf600' (code 62976 / 0xf600)): was expecting double-quote"],
  ])('refuses %j as Jackson does', (text, place, reason) => {
    expect(readFailure(text).reason).toContain(`${place} ${reason}`);
  });

  it.each([
    ['{', ': expected close marker for Object (start marker at [Source: (byte[])"{"; line: 1, column: 1])'],
    ['{"a', ' in field name'],
    ['{"', `: was expecting closing '"' for name`],
    ['{"a":"x', ' in VALUE_STRING'],
    ['{"a":"x\\', ' in character escape sequence'],
    ['{"a":"\\u12', ' in character escape sequence'],
    ['[1.5,-', ' in VALUE_NUMBER_FLOAT'],
    ['[1,1e', ' in VALUE_NUMBER_INT'],
    ['[-I', ' in a Number value'],
    ['[+', ' in a Number value'],
    ['[+I', ' in a Number value'],
    ['[/', ' in a comment'],
    ['[true,-', ' in VALUE_TRUE'],
    ['[1/*', ' in a comment'],
  ])('says of the truncated %j where it ended', (text, rest) => {
    const error = readFailure(text);
    expect(error.type).toBe('x_content_e_o_f_exception');
    expect(error.cause?.reason).toContain(`Unexpected end-of-input${rest}\n at [Source`);
  });

  it('shows the first 500 bytes of a longer source and escapes its control characters', () => {
    const error = readFailure(`{"a":"\t${'é'.repeat(300)}"}`);
    expect(error.reason).toContain(
      `"{"a":"\\u0009${'é'.repeat(246)}\ufffd"[truncated 109 bytes]; line: 1, column: 8]`,
    );
  });

  it('refuses nesting beyond 1000 without a place, whatever the depth', () => {
    expect(readJson(`${'['.repeat(1000)}${']'.repeat(1000)}`)).toBeInstanceOf(Array);
    for (const text of ['['.repeat(1001), '{"a":'.repeat(200_000)]) {
      const error = readFailure(text);
      expect(error.reason).toBe('Depth (1001) exceeds the maximum allowed nesting depth (1000)');
      expect(error).toMatchObject({ type: 'x_content_parse_exception', status: 400 });
    }
  });

  it('refuses numbers of more than 1000 digits', () => {
    const reason = 'Number length (1001) exceeds the maximum length (1000)';
    expect(readFailure(`{"a":${'1'.repeat(1001)}}`).reason).toBe(reason);
    expect(readFailure(`{"a":0.${'1'.repeat(1000)}}`).reason).toBe(reason);
    expect(readFailure(`[1${'0'.repeat(999)}e+1]`.replace('e', '.5e')).reason).toBe(
      'Number length (1002) exceeds the maximum length (1000)',
    );
  });

  it('keeps integers beyond 2^53 exact', () => {
    expect(readJson('[9007199254740993, -9223372036854775808, 9007199254740991, 1e20, 1.5]')).toEqual([
      9007199254740993n,
      -9223372036854775808n,
      9007199254740991,
      1e20,
      1.5,
    ]);
  });

  it('keeps __proto__ an ordinary own member', () => {
    const value = readJson('{"__proto__": {"a": 1}, "constructor": 2}') as object;
    expect(Object.keys(value)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(readFailure('{"__proto__":1,"__proto__":2}').reason).toContain("Duplicate field '__proto__'");
  });

  it('allows comments and a byte order mark and looks at nothing behind the root value', () => {
    expect(readJson('\ufeff/* c */ {"a": // x\n 1} rest')).toEqual({ a: 1 });
    const reader = new JsonReader('\ufeff{}');
    reader.nextToken();
    expect(reader.location()).toEqual({ line: 1, column: 4 });
  });

  it('is undefined for an empty text', () => {
    expect(readJson('')).toBeUndefined();
    expect(readJson(' \n')).toBeUndefined();
    expect(new JsonReader('').location()).toEqual({ line: 1, column: 0 });
  });

  it('notices a broken string only when it is read or passed', () => {
    const reader = new JsonReader('["\\q", 1]');
    reader.nextToken();
    expect(reader.nextToken()).toBe('VALUE_STRING');
    expect(failureOf(() => reader.nextToken()).reason).toContain('Unrecognized character escape');
    expect(failureOf(() => reader.text).reason).toContain('Unrecognized character escape');
  });

  it('stands on the last token after reading or skipping a value', () => {
    const reader = new JsonReader('{"a": {"b": [1]}, "c": [{}], "d": 1}');
    const next = () => {
      reader.nextToken();
      return reader.nextToken();
    };
    reader.nextToken();
    next();
    expect(reader.readValue()).toEqual({ b: [1] });
    expect([reader.token, reader.location().column]).toEqual(['END_OBJECT', 16]);
    next();
    reader.skipChildren();
    expect([reader.token, reader.fieldName, reader.location().column]).toEqual(['END_ARRAY', 'c', 27]);
    expect(next()).toBe('VALUE_NUMBER');
    reader.skipChildren();
    expect(reader.nextToken()).toBe('END_OBJECT');
    expect(failureOf(() => reader.text).reason).toBe('Expected text at 1:36 but found END_OBJECT');
  });
});
