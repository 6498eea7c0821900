import fc from 'fast-check';
import { isElasticsearchError } from '../../src/errors/elasticsearch-error.js';
import { fitOf } from '../../src/store/mapping-check.js';
import { failOn } from '../../src/store/mapping-failure.js';
import { compileMapping } from '../../src/store/mapping-fields.js';
import type { JsonObject, JsonValue } from '../../src/xcontent/json.js';

// Two readers of one rule: the quick check of every write, and the slow one that words the error.

const type = fc.constantFrom(
  'long',
  'integer',
  'short',
  'byte',
  'double',
  'float',
  'date',
  'boolean',
  'keyword',
  'text',
);
const scalar = fc.oneof<fc.Arbitrary<JsonValue>[]>(
  fc.constantFrom(
    '',
    'x',
    '1',
    '-7',
    '1.5',
    '1e3',
    '300',
    '40000',
    '3000000000',
    '1e400',
    'true',
    'false',
    ' 5',
  ),
  fc.constantFrom('2024', '2024-01-15', '2024-13-01', 'now', '1717243200000'),
  fc.constantFrom(
    0,
    -1,
    1.5,
    127,
    128,
    32767,
    32768,
    2147483647,
    2147483648,
    1e300,
    1717243200000,
    9007199254740993n,
  ),
  fc.boolean(),
  fc.constant(null),
);
const value: fc.Arbitrary<JsonValue> = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 3 }),
  fc.constant({ a: 1 }),
);

function fails(mapping: JsonObject, source: JsonObject): boolean {
  try {
    failOn(compileMapping(mapping), 'x', source);
    return false;
  } catch (error) {
    if (isElasticsearchError(error)) return true;
    throw error;
  }
}

it('the quick check of a document lets nothing pass that the slow one has an error for', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(type, value), { maxLength: 3 }), (members) => {
      const properties = Object.fromEntries(members.map(([name], at) => [`f${at}`, { type: name }]));
      const source = Object.fromEntries(members.map(([, content], at) => [`f${at}`, content]));
      const mapping = Object.freeze({ dynamic: 'false', properties });
      const isRefused = fails(mapping, source);
      if (isRefused) expect(fitOf(compileMapping(mapping), source)).toBe('fails');
    }),
    { numRuns: 2000 },
  );
});
