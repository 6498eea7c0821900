import {
  filterRequired,
  manyFilters,
  unexpectedToken,
  unsupportedOption,
} from '../../errors/query-errors.js';
import { readDouble } from '../../xcontent/coercion.js';
import type { JsonReader } from '../../xcontent/json-reader.js';
import { named } from './named-query.js';
import type { Query } from './query.js';
import { isScalarToken } from './tokens.js';

/** ES: `ConstantScoreQueryBuilder.fromXContent`. */
export function parseConstantScore(reader: JsonReader, parseInner: (reader: JsonReader) => Query): Query {
  let filter: Query | undefined;
  let boost = 1;
  let queryName: string | undefined;
  while (reader.nextToken() !== 'END_OBJECT') {
    if (reader.token === 'FIELD_NAME') continue;
    const name = reader.fieldName;
    if (reader.token === 'START_OBJECT') {
      if (name !== 'filter') throw unsupportedOption(reader.location(), 'constant_score', name);
      if (filter !== undefined) {
        throw manyFilters(reader.location());
      }
      filter = parseInner(reader);
    } else if (isScalarToken(reader.token)) {
      if (name === 'boost') boost = readDouble(reader);
      else if (name === '_name') queryName = reader.text;
      else throw unsupportedOption(reader.location(), 'constant_score', name);
    } else throw unexpectedToken(reader.location(), 'constant_score', reader.token);
  }
  if (filter === undefined) throw filterRequired(reader.location());
  const query = filter;
  return named({ compile: (context) => ({ ...query.compile(context), score: boost }) }, queryName);
}
