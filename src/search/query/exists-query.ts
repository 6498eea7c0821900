import {
  existsWithoutField,
  noFieldName,
  unknownToken,
  unsupportedOption,
} from '../../errors/query-errors.js';
import { readDouble } from '../../xcontent/coercion.js';
import type { JsonReader } from '../../xcontent/json-reader.js';
import { Bitset } from '../bitset.js';
import { wildcardTest } from '../wildcard.js';
import { boosted, slotsClause, type Query } from './query.js';
import { isScalarToken } from './tokens.js';

/** ES: `ExistsQueryBuilder.fromXContent`. */
export function parseExists(reader: JsonReader): Query {
  let pattern: string | undefined;
  let boost = 1;
  while (reader.nextToken() !== 'END_OBJECT') {
    if (reader.token === 'FIELD_NAME') continue;
    const name = reader.fieldName;
    if (!isScalarToken(reader.token)) {
      throw unknownToken(reader.location(), 'exists', reader.token, name);
    }
    if (name === 'field') pattern = reader.text;
    else if (name === 'boost') boost = readDouble(reader);
    else if (name !== '_name') throw unsupportedOption(reader.location(), 'exists', name);
  }
  if (pattern === undefined) throw existsWithoutField(reader.location());
  if (pattern === '') throw noFieldName();
  return boosted(existsQuery(pattern), boost);
}

/** A field, a pattern of fields, or an object, which is there if any of its fields is. */
export function existsQuery(pattern: string): Query {
  return {
    compile({ view }) {
      if (pattern === '_id' || pattern === '_index' || pattern === '_source')
        return slotsClause(view.live, 1);
      const slots = new Bitset();
      for (const path of matchingPaths(pattern, view.fieldPaths())) {
        const column = view.column(path);
        if (column !== undefined) slots.or(column.present);
      }
      return slotsClause(slots, 1);
    },
  };
}

function matchingPaths(pattern: string, paths: readonly string[]): readonly string[] {
  const isWanted = wildcardTest(pattern);
  const matching = pattern.includes('*') ? paths.filter(isWanted) : paths.filter((path) => path === pattern);
  if (matching.length > 0) return matching;
  return paths.filter(wildcardTest(`${pattern}.*`));
}
