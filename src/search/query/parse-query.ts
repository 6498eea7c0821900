import {
  emptyClause,
  failedToParseBody,
  noStartObject,
  notAnObject,
  objectExpected,
  queryNotEnded,
  unknownQuery,
  unsupportedBodyKey,
} from '../../errors/query-errors.js';
import { asRefusal, isElasticsearchError } from '../../errors/elasticsearch-error.js';
import { JsonReader } from '../../xcontent/json-reader.js';
import { didYouMean, suggestionsFor } from '../../xcontent/suggestions.js';
import { parseBool } from './bool-query.js';
import { parseConstantScore } from './constant-score-query.js';
import { parseExists } from './exists-query.js';
import { UNSUPPORTED_QUERIES } from './unsupported-queries.js';
import { parseIds, parseMatchAll, parseMatchNone } from './match-all-query.js';
import { parseMatch } from './match-query.js';
import { parseNested } from './nested-query.js';
import { parsePrefix, parseWildcard } from './pattern-query.js';
import type { Query } from './query.js';
import { parseRange } from './range-query.js';
import { parseTerm } from './term-query.js';
import { parseTerms } from './terms-query.js';

const parsers: ReadonlyMap<string, (reader: JsonReader) => Query> = new Map([
  ['bool', (reader: JsonReader) => parseBool(reader, parseInnerQuery)],
  ['constant_score', (reader: JsonReader) => parseConstantScore(reader, parseInnerQuery)],
  ['exists', parseExists],
  ['ids', parseIds],
  ['match', parseMatch],
  ['match_all', parseMatchAll],
  ['match_none', parseMatchNone],
  ['nested', (reader: JsonReader) => parseNested(reader, parseInnerQuery)],
  ['prefix', parsePrefix],
  ['range', parseRange],
  ['term', parseTerm],
  ['terms', parseTerms],
  ['wildcard', parseWildcard],
]);

/**
 * Reads a query object at, or right after, the reader's token; leaves the reader on its `END_OBJECT`.
 * ES: `AbstractQueryBuilder.parseInnerQueryBuilder`.
 */
export function parseInnerQuery(reader: JsonReader): Query {
  if (reader.token !== 'START_OBJECT' && reader.nextToken() !== 'START_OBJECT') {
    throw notAnObject(reader.location());
  }
  if (reader.nextToken() === 'END_OBJECT') throw emptyClause(reader.location());
  const name = reader.fieldName;
  if (reader.nextToken() !== 'START_OBJECT') {
    throw noStartObject(reader.location(), name);
  }
  const parse = parsers.get(name);
  if (parse === undefined) throw unknown(reader, name);
  const query = parse(reader);
  if (reader.token !== 'END_OBJECT' || reader.nextToken() !== 'END_OBJECT') {
    throw queryNotEnded(reader.location(), name, reader.token);
  }
  return query;
}

/**
 * A body that may hold a query only: `_count`, `_delete_by_query`… Undefined without one.
 * ES: `RestActions.getQueryContent`. Source: rest-layer B.10.
 */
export function parseQueryBody(text: string): Query | undefined {
  const reader = new JsonReader(text);
  try {
    return readQueryBody(reader);
  } catch (error) {
    if (!isElasticsearchError(error) || error.type === 'parsing_exception') throw error;
    throw failedToParseBody(reader.location(), error);
  }
}

function readQueryBody(reader: JsonReader): Query | undefined {
  const first = reader.nextToken();
  if (first === undefined) return undefined;
  if (first !== 'START_OBJECT') {
    throw objectExpected(reader.location(), first);
  }
  let query: Query | undefined;
  while (reader.nextToken() === 'FIELD_NAME') {
    if (reader.fieldName !== 'query') throw unsupportedBodyKey(reader.location(), reader.fieldName);
    query = parseInnerQuery(reader);
  }
  return query;
}

function unknown(reader: JsonReader, name: string): Error {
  const suggestions = didYouMean(suggestionsFor(name, parsers.keys()));
  const isKnown = UNSUPPORTED_QUERIES.has(name);
  const hint = suggestions === '' || isKnown ? '' : ` ${suggestions}`;
  const error = unknownQuery(reader.location(), name, hint);
  return isKnown ? asRefusal(error, `query clause [${name}]`) : error;
}
