import fc from 'fast-check';
import { isElasticsearchError, type ElasticsearchError } from '../../src/errors/elasticsearch-error.js';
import { errorBody } from '../../src/errors/envelope.js';
import { illegalArgument } from '../../src/errors/request-errors.js';
import { xContentParse } from '../../src/errors/xcontent-errors.js';
import { JsonReader } from '../../src/xcontent/json-reader.js';
import {
  anyValue,
  boolean,
  booleanOrNull,
  custom,
  double,
  doubleOrNull,
  float,
  floatOrNull,
  int,
  intOrNull,
  long,
  longOrNull,
  mapped,
  nested,
  nestedOrNull,
  object,
  objectArray,
  objectMap,
  objectMapOrNull,
  objectOrNull,
  objectParser,
  optional,
  required,
  string,
  stringArray,
  stringOrNull,
  value,
  type FieldKind,
  type ObjectParser,
} from '../../src/xcontent/object-parser.js';

function failureOf(run: () => unknown): ElasticsearchError {
  try {
    run();
  } catch (error) {
    if (isElasticsearchError(error)) return error;
    throw error;
  }
  throw new Error('nothing failed');
}

function failure(parser: ObjectParser<unknown>, text: string): ElasticsearchError {
  return failureOf(() => parser.parseText(text));
}

const jobType = mapped(string(), (text) => {
  if (text === 'full') return text;
  throw illegalArgument(`Unknown ConnectorSyncJobType [${text}].`);
});

const claim = objectParser('claim_connector_sync_job', {
  worker_hostname: required(string()),
  sync_cursor: optional(object()),
});

const post = objectParser(
  'connector_sync_job_post_request',
  { id: required(string()), job_type: optional(string()), trigger_method: optional(string()) },
  {
    build: (parsed) => {
      if (parsed.job_type === 'x') throw illegalArgument('Unknown ConnectorSyncJobType [x].');
      return { ...parsed, isBuilt: true };
    },
  },
);

describe('an object parser', () => {
  it('reads what was sent and nothing else', () => {
    const parsed = claim.parseText('{"sync_cursor": {"a": [1]}, "worker_hostname": "h"}');
    const hostname: string = parsed.worker_hostname;
    expect(hostname).toBe('h');
    expect(parsed.sync_cursor).toEqual({ a: [1] });
    expect(claim.parseText('{"worker_hostname": "h"}')).toEqual({ worker_hostname: 'h' });
    expect([claim.name, claim.fieldNames]).toEqual([
      'claim_connector_sync_job',
      ['worker_hostname', 'sync_cursor'],
    ]);
  });

  it.each([
    ['[]', 'START_ARRAY', '[1:1]'],
    ['"x"', 'VALUE_STRING', '[1:1]'],
    [' 1', 'VALUE_NUMBER', '[1:2]'],
    ['null', 'VALUE_NULL', '[1:1]'],
    ['  ', 'null', '[1:0]'],
  ])('wants an object, not %j (rest-layer A.7.4)', (text, token, place) => {
    expect(failure(claim, text)).toMatchObject({
      type: 'x_content_parse_exception',
      reason: `${place} [claim_connector_sync_job] Expected START_OBJECT but was: ${token}`,
    });
  });

  it('places an unknown field at its name and suggests similar ones', () => {
    const reason = (text: string) => failure(claim, text).reason;
    expect(reason('{"foo":1}')).toBe('[1:2] [claim_connector_sync_job] unknown field [foo]');
    expect(reason('{"worker_hostname":"h",\n "sync_curser": {}}')).toBe(
      '[2:2] [claim_connector_sync_job] unknown field [sync_curser] did you mean [sync_cursor]?',
    );
    const twins = objectParser('p', {
      docs: optional(string()),
      doc: optional(string()),
      dogs: optional(string()),
    });
    expect(failure(twins, '{"dosc":1}').reason).toBe('[1:2] [p] unknown field [dosc] did you mean [doc]?');
    expect(failure(twins, '{"docss":1}').reason).toBe(
      '[1:2] [p] unknown field [docss] did you mean any of [docs, doc, dogs]?',
    );
  });

  it('ignores unknown fields when told to, with all below them', () => {
    const lenient = objectParser('p', { a: optional(int()) }, { unknown: 'ignore' });
    expect(lenient.parseText('{"x": {"a": [{}]}, "a": 1, "y": null}')).toEqual({ a: 1 });
    expect(failure(lenient, '{"x": {"b":1,"b":2}}').reason).toContain("[1:17] Duplicate field 'b'");
  });

  it('places a wrong type at its value', () => {
    expect(failure(claim, '{"worker_hostname": 1}').reason).toBe(
      "[1:21] [claim_connector_sync_job] worker_hostname doesn't support values of type: VALUE_NUMBER",
    );
    expect(failure(claim, '{"sync_cursor": null}').reason).toBe(
      "[1:17] [claim_connector_sync_job] sync_cursor doesn't support values of type: VALUE_NULL",
    );
  });

  it('names the absent required fields in declaration order, at the very end (sync-jobs §2)', () => {
    const parser = objectParser('p', { b: required(int()), o: optional(int()), a: required(int()) });
    expect(failure(parser, '{}')).toMatchObject({
      type: 'illegal_argument_exception',
      reason: 'Required [b, a]',
    });
    expect(failure(parser, '{"b": 1, "o": 2}').reason).toBe('Required [a]');
    expect(failure(parser, '{"b": 1, "x": 2}').reason).toBe('[1:10] [p] unknown field [x]');
  });

  it('takes an explicit null for absent unless every field arrived (ES: ConstructingObjectParser)', () => {
    const parser = objectParser('p', { a: required(stringOrNull()), b: optional(string()) });
    expect(failure(parser, '{"a": null}').reason).toBe('Required [a]');
    expect(parser.parseText('{"a": null, "b": "x"}')).toEqual({ a: null, b: 'x' });
  });

  it('builds at the end when a field is absent: no place, no field (sync-jobs §4)', () => {
    expect(post.parseText('{"id": "c"}')).toEqual({ id: 'c', isBuilt: true });
    const error = failure(post, '{"job_type": "x", "id": "c"}');
    expect(errorBody(error, false)).toEqual({
      error: {
        root_cause: [
          {
            type: 'x_content_parse_exception',
            reason: 'Failed to build [connector_sync_job_post_request] after last required field arrived',
          },
        ],
        type: 'x_content_parse_exception',
        reason: 'Failed to build [connector_sync_job_post_request] after last required field arrived',
        caused_by: { type: 'illegal_argument_exception', reason: 'Unknown ConnectorSyncJobType [x].' },
      },
      status: 400,
    });
  });

  it('builds within the last field when all of them arrive (sync-jobs §4)', () => {
    const error = failure(post, '{"job_type": "x", "id": "c", "trigger_method": "y"}');
    expect(errorBody(error, false).error).toMatchObject({
      root_cause: [
        { reason: 'Failed to build [connector_sync_job_post_request] after last required field arrived' },
      ],
      reason: '[1:48] [connector_sync_job_post_request] failed to parse field [trigger_method]',
      caused_by: { caused_by: { reason: 'Unknown ConnectorSyncJobType [x].' } },
    });
  });

  it('lends a parse exception of the build its place (ES: Target.buildTarget)', () => {
    const parser = objectParser(
      'p',
      { a: optional(int()) },
      {
        build: () => {
          throw xContentParse({ line: 3, column: 4 }, 'inner');
        },
      },
    );
    expect(failure(parser, '{}').reason).toBe('[3:4] failed to build [p] after last required field arrived');
  });

  it('wraps what a field conversion throws, and lets bugs of ours through', () => {
    const parser = objectParser('p', { job_type: optional(jobType), n: optional(int()) });
    expect(parser.parseText('{"job_type": "full"}')).toEqual({ job_type: 'full' });
    const error = failure(parser, '{"job_type": "x"}');
    expect(error.reason).toBe('[1:14] [p] failed to parse field [job_type]');
    expect(error.cause?.reason).toBe('Unknown ConnectorSyncJobType [x].');
    const bug = () => {
      throw new RangeError('bug');
    };
    expect(() => objectParser('p', { a: optional(mapped(string(), bug)) }).parseText('{"a":"x"}')).toThrow(
      RangeError,
    );
    expect(() => objectParser('p', { a: optional(string()) }, { build: bug }).parseText('{}')).toThrow(
      RangeError,
    );
  });

  it('nests failures of nested objects, the innermost parse exception as root cause (connectors §1.3)', () => {
    const schedule = objectParser('schedule_config', {
      enabled: required(boolean()),
      interval: required(string()),
    });
    const scheduling = objectParser('connector_scheduling', { full: optional(nested(schedule)) });
    const request = objectParser('connector_update_scheduling_request', {
      scheduling: required(nested(scheduling)),
    });
    const error = failure(request, '{"scheduling": {"full": {"enabled": true}}}');
    expect(errorBody(error, false).error).toEqual({
      root_cause: [
        {
          type: 'x_content_parse_exception',
          reason: '[1:41] [connector_scheduling] failed to parse field [full]',
        },
      ],
      type: 'x_content_parse_exception',
      reason: '[1:41] [connector_update_scheduling_request] failed to parse field [scheduling]',
      caused_by: {
        type: 'x_content_parse_exception',
        reason: '[1:41] [connector_scheduling] failed to parse field [full]',
        caused_by: { type: 'illegal_argument_exception', reason: 'Required [interval]' },
      },
    });
    expect(failure(request, '{"scheduling": {"full": {"enabled": x}}}').reason).toBe(
      '[1:26] [connector_update_scheduling_request] failed to parse field [scheduling]',
    );
  });

  it('demands one of a set and forbids two of another', () => {
    const parser = objectParser(
      'p',
      { a: optional(int()), b: optional(int()), c: optional(int()) },
      { requireOneOf: [['a', 'b']], exclusive: [['b', 'c']] },
    );
    expect(failure(parser, '{"c":1}')).toMatchObject({
      type: 'illegal_argument_exception',
      reason: 'Required one of fields [a, b], but none were specified. ',
    });
    expect(failure(parser, '{"c":1,"b":2}').reason).toBe(
      'The following fields are not allowed together: [c, b] ',
    );
    expect(parser.parseText('{"a":1,"b":2}')).toEqual({ a: 1, b: 2 });
  });

  it('reads from a reader that stands before or on the object and leaves it at its end', () => {
    const reader = new JsonReader('[{"worker_hostname":"a"},{"worker_hostname":"b"}]');
    reader.nextToken();
    reader.nextToken();
    expect(claim.parse(reader)).toEqual({ worker_hostname: 'a' });
    expect(reader.token).toBe('END_OBJECT');
    expect(claim.parse(reader)).toEqual({ worker_hostname: 'b' });
    expect(reader.nextToken()).toBe('END_ARRAY');
  });
});

function outcome(run: () => unknown): unknown {
  try {
    return { parsed: run() };
  } catch (error) {
    if (isElasticsearchError(error)) return { error: errorBody(error, false) };
    throw error;
  }
}

const claimMembers = fc.oneof(
  fc.tuple(fc.constant('worker_hostname'), fc.oneof(fc.string(), fc.string({ unit: 'binary' }))),
  fc.tuple(fc.constant('sync_cursor'), fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }))),
  fc.tuple(fc.constantFrom('worker_hostname', 'sync_cursor', 'worker', '__proto__'), fc.jsonValue()),
);
const claimTexts = fc
  .tuple(fc.array(claimMembers, { maxLength: 3 }), fc.constantFrom('{', ' {', '/**/{'), fc.nat(), fc.string())
  .map(([members, start, at, noise]) => {
    const body = members.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',');
    const text = `${start}${body}}`;
    return at % 2 === 0 ? text : text.slice(0, at % text.length) + noise + text.slice(at % text.length);
  });

describe('the quick way through a text', () => {
  it('ends where the way token by token does, errors included', () => {
    fc.assert(
      fc.property(claimTexts, (text) => {
        expect(outcome(() => claim.parseText(text))).toEqual(
          outcome(() => claim.parse(new JsonReader(text))),
        );
      }),
      { numRuns: 2000 },
    );
  });
});

function read(kind: FieldKind<unknown>, text: string): unknown {
  return (objectParser('p', { f: optional(kind) }).parseText(`{"f":${text}}`) as { f?: unknown }).f;
}

function refusal(kind: FieldKind<unknown>, text: string): unknown {
  const error = failureOf(() => read(kind, text));
  return error.cause ? `${error.cause.type}: ${error.cause.reason?.split('\n')[0] ?? ''}` : error.reason;
}

const member = objectParser('m', { n: required(int()) });

describe('field kinds', () => {
  it.each<[string, FieldKind<unknown>, string, unknown]>([
    ['string', string(), '"x"', 'x'],
    ['stringOrNull', stringOrNull(), 'null', null],
    ['boolean', boolean(), 'true', true],
    ['boolean of a string', boolean(), '"false"', false],
    ['boolean of an empty string', boolean(), '""', false],
    ['booleanOrNull', booleanOrNull(), 'null', null],
    ['int', int(), '7', 7],
    ['int with a fraction', int(), '-1.9', -1],
    ['int of a string', int(), '" 1.9e1d "', 19],
    ['int of NaN', int(), '"NaN"', 0],
    ['intOrNull', intOrNull(), 'null', null],
    ['long', long(), '9223372036854775807', 9223372036854775807n],
    ['long with a fraction', long(), '1.9', 1],
    ['long with an exponent', long(), '1e3', 1000],
    ['long of a big double', long(), '1e18', 1000000000000000000n],
    ['long at the double that is 2^63', long(), '9.223372036854775807e18', 9223372036854775807n],
    ['long of a string', long(), '"10"', 10],
    ['long of a string with a fraction', long(), '"-1.9"', -1],
    ['long of a string with an exponent', long(), '"1.5e3"', 1500],
    ['long of a big string', long(), '"9007199254740993"', 9007199254740993n],
    ['long of a tiny string', long(), '"1e-30"', 0],
    ['longOrNull', longOrNull(), 'null', null],
    ['float', float(), '0.1', 0.1],
    ['floatOrNull', floatOrNull(), 'null', null],
    ['double of a string', double(), '"-.5"', -0.5],
    ['doubleOrNull', doubleOrNull(), '1e2', 100],
    ['object', object(), '{"a":{}}', { a: {} }],
    ['objectOrNull', objectOrNull(), 'null', null],
    ['value', value(), '1.5', 1.5],
    ['value of null', value(), 'null', null],
    ['anyValue', anyValue(), '[{"a":1}]', [{ a: 1 }]],
    ['stringArray', stringArray(), '["a", 1, true]', ['a', '1', 'true']],
    ['stringArray of one', stringArray(), '"a"', ['a']],
    ['objectArray', objectArray(member), '[{"n":1},{"n":"2"}]', [{ n: 1 }, { n: 2 }]],
    ['objectArray of one', objectArray(member), '{"n":1}', [{ n: 1 }]],
    ['nestedOrNull', nestedOrNull(member), 'null', null],
    ['objectMap', objectMap(member), '{"x":{"n":1},"y":{"n":2}}', { x: { n: 1 }, y: { n: 2 } }],
    ['objectMapOrNull', objectMapOrNull(member), 'null', null],
    ['custom', custom(['VALUE_NUMBER'], (reader) => reader.text), '1.0', '1.0'],
  ])('%s reads it', (_, kind, text, expected) => {
    expect(read(kind, text)).toEqual(expected);
  });

  it.each<[string, FieldKind<unknown>, string, string]>([
    ['string', string(), 'null', "[1:6] [p] f doesn't support values of type: VALUE_NULL"],
    ['boolean', boolean(), '1', "[1:6] [p] f doesn't support values of type: VALUE_NUMBER"],
    ['value', value(), '{}', "[1:6] [p] f doesn't support values of type: START_OBJECT"],
    ['stringArray', stringArray(), 'null', "[1:6] [p] f doesn't support values of type: VALUE_NULL"],
    [
      'boolean',
      boolean(),
      '"yes"',
      'illegal_argument_exception: Failed to parse value [yes] as only [true] or [false] are allowed.',
    ],
    ['int', int(), '"abc"', 'number_format_exception: For input string: "abc"'],
    ['int', int(), '""', 'number_format_exception: empty String'],
    [
      'int',
      int(),
      '"3000000000"',
      'illegal_argument_exception: Value [3000000000] is out of range for an integer',
    ],
    [
      'int',
      int(),
      '3000000000',
      'x_content_parse_exception: [1:16] Numeric value (3000000000) out of range of `int` (-2147483648 - 2147483647)',
    ],
    ['long', long(), '"abc"', 'illegal_argument_exception: For input string: "abc"'],
    ['long', long(), '"."', 'illegal_argument_exception: For input string: "."'],
    ['long', long(), '"1e30"', 'illegal_argument_exception: Value [1e30] is out of range for a long'],
    [
      'long',
      long(),
      '"9223372036854775808"',
      'illegal_argument_exception: Value [9223372036854775808] is out of range for a long',
    ],
    [
      'long',
      long(),
      '9223372036854775808',
      'x_content_parse_exception: [1:25] Numeric value (9223372036854775808) out of range of `long` (-9223372036854775808 - 9223372036854775807)',
    ],
    [
      'long',
      long(),
      '1e19',
      'x_content_parse_exception: [1:10] Numeric value (1e19) out of range of `long` (-9223372036854775808 - 9223372036854775807)',
    ],
    [
      'stringArray',
      stringArray(),
      '[null]',
      'illegal_argument_exception: Expected text at 1:7 but found VALUE_NULL',
    ],
    ['stringArray', stringArray(), '[[]]', 'illegal_state_exception: expected value but got [START_ARRAY]'],
    [
      'objectArray',
      objectArray(member),
      '[1]',
      'x_content_parse_exception: [1:8] [m] Expected START_OBJECT but was: END_ARRAY',
    ],
    [
      'objectMap',
      objectMap(member),
      '{"x":{"n":{}}}',
      "x_content_parse_exception: [1:16] [m] n doesn't support values of type: START_OBJECT",
    ],
  ])('%s refuses %#', (_, kind, text, expected) => {
    expect(refusal(kind, text)).toBe(expected);
  });
});
