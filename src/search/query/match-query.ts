import {
  matchRequiresField,
  matchRequiresValue,
  multipleFields,
  unknownOperator,
  unknownToken,
  unsupportedOption,
} from '../../errors/query-errors.js';
import { readDouble } from '../../xcontent/coercion.js';
import type { JsonReader } from '../../xcontent/json-reader.js';
import { isTextType, tokens, type Scalar } from '../field-values.js';
import { boolQuery } from './bool-query.js';
import { named } from './named-query.js';
import { boosted, noSlots, type Query } from './query.js';
import { termQuery } from './term-query.js';
import { isScalarToken } from './tokens.js';

interface MatchOptions {
  value: Scalar | undefined;
  isConjunction: boolean;
  minimum: string | undefined;
  boost: number;
  name: string | undefined;
}

/** Options about how words are compared, which make no difference to whole words. */
const IGNORED: ReadonlySet<string> = new Set([
  'analyzer',
  'auto_generate_synonyms_phrase_query',
  'fuzzy_rewrite',
  'fuzzy_transpositions',
  'lenient',
  'max_expansions',
  'prefix_length',
  'zero_terms_query',
]);

/** ES: `MatchQueryBuilder.fromXContent`. */
export function parseMatch(reader: JsonReader): Query {
  const options: MatchOptions = {
    value: undefined,
    isConjunction: false,
    minimum: undefined,
    boost: 1,
    name: undefined,
  };
  let field: string | undefined;
  while (reader.nextToken() !== 'END_OBJECT') {
    if (reader.token === 'FIELD_NAME') continue;
    const name = reader.fieldName;
    if (field !== undefined) throw multipleFields(reader.location(), 'match', field, name);
    field = name;
    if (reader.token === 'START_OBJECT') readOptions(reader, options);
    else options.value = readScalar(reader, name);
  }
  if (field === undefined) throw matchRequiresField();
  if (options.value === undefined) throw matchRequiresValue();
  return named(boosted(matchQuery(field, options.value, options), options.boost), options.name);
}

function readOptions(reader: JsonReader, options: MatchOptions): void {
  while (reader.nextToken() !== 'END_OBJECT') {
    const name = reader.fieldName;
    reader.nextToken();
    if (!isScalarToken(reader.token)) throw unknownToken(reader.location(), 'match', reader.token, name);
    if (name === 'query') options.value = readScalar(reader, name);
    else if (name === 'operator') options.isConjunction = isAnd(reader.text);
    else if (name === 'minimum_should_match') options.minimum = reader.text;
    else if (name === 'boost') options.boost = readDouble(reader);
    else if (name === '_name') options.name = reader.text;
    else if (!IGNORED.has(name)) throw unsupportedOption(reader.location(), 'match', name);
  }
}

function readScalar(reader: JsonReader, name: string): Scalar {
  if (!isScalarToken(reader.token)) throw unknownToken(reader.location(), 'match', reader.token, name);
  return reader.readValue() as Scalar;
}

function isAnd(operator: string): boolean {
  const word = operator.toUpperCase();
  if (word === 'AND' || word === 'OR') return word === 'AND';
  throw unknownOperator(word);
}

/** Text: any or all of the words. Every other field: the exact value. */
export function matchQuery(
  path: string,
  value: Scalar,
  options: Pick<MatchOptions, 'isConjunction' | 'minimum'> = { isConjunction: false, minimum: undefined },
): Query {
  const exact = termQuery(path, value);
  return {
    compile(context) {
      const column = context.view.column(path);
      if (column === undefined || !isTextType(column.field.type)) return exact.compile(context);
      const words = [...new Set(tokens(String(value)))].map((word) => termQuery(path, word));
      if (words.length === 0) return noSlots();
      const none: Query[] = [];
      const clauses = options.isConjunction ? { must: words, should: none } : { must: none, should: words };
      return boolQuery({ ...clauses, filter: none, mustNot: none, minimum: options.minimum }).compile(
        context,
      );
    },
  };
}
