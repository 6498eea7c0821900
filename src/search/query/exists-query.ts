import {
  existsWithoutField,
  noFieldName,
  unknownToken,
  unsupportedOption,
} from '../../errors/query-errors.js';
import { sourceNotSearchable } from '../../errors/search-errors.js';
import { readDouble } from '../../xcontent/coercion.js';
import type { JsonReader } from '../../xcontent/json-reader.js';
import { Bitset } from '../bitset.js';
import { wildcardTest } from '../wildcard.js';
import type { MappedField } from '../../store/mapping-fields.js';
import { isScalarType } from '../../store/mapping-types.js';
import type { JsonValue } from '../../xcontent/json.js';
import { placeOf } from '../place.js';
import { collectValues, sourcePath } from '../source-values.js';
import type { View } from '../view.js';
import { ignoredQuery } from './ignored-query.js';
import { named } from './named-query.js';
import { boosted, restrict, slotsClause, testClause, type Clause, type Query } from './query.js';
import { isScalarToken } from './tokens.js';

/** ES: `ExistsQueryBuilder.fromXContent`. */
export function parseExists(reader: JsonReader): Query {
  let pattern: string | undefined;
  let boost = 1;
  let queryName: string | undefined;
  while (reader.nextToken() !== 'END_OBJECT') {
    if (reader.token === 'FIELD_NAME') continue;
    const name = reader.fieldName;
    if (!isScalarToken(reader.token)) {
      throw unknownToken(reader.location(), 'exists', reader.token, name);
    }
    if (name === 'field') pattern = reader.text;
    else if (name === 'boost') boost = readDouble(reader);
    else if (name === '_name') queryName = reader.text;
    else throw unsupportedOption(reader.location(), 'exists', name);
  }
  if (pattern === undefined) throw existsWithoutField(reader.location());
  if (pattern === '') throw noFieldName();
  return named(boosted(existsQuery(pattern), boost), queryName);
}

/** A field, a pattern of fields, or an object, which is there if any of its fields is. */
export function existsQuery(pattern: string): Query {
  if (pattern === '_ignored') return ignoredQuery(() => true);
  return {
    compile({ view }) {
      const metadata = metadataClause(pattern, view);
      if (metadata !== undefined) return metadata;
      const slots = new Bitset();
      for (const path of matchingPaths(pattern, view.fieldPaths())) {
        const column = view.column(path);
        if (column === undefined) continue;
        slots.or(isScalarType(column.field.type) ? column.present : filledSlots(view, column.field));
      }
      return slotsClause(slots, 1);
    },
  };
}

/** ES: `existsQuery` of each `MetadataFieldMapper`'s field type. */
function metadataClause(name: string, view: View): Clause | undefined {
  switch (name) {
    case '_id':
    case '_index':
    case '_seq_no':
    case '_version':
      return slotsClause(view.live, 1);
    case '_routing':
      return testClause((slot) => view.index.get(view.id(slot) ?? '')?.routing !== undefined, 1);
    case '_source':
      throw sourceNotSearchable(placeOf(view.index));
    default:
      return undefined;
  }
}

/** Fields whose values the fake does not look into are there if the source has anything but null for them. */
function filledSlots(view: View, field: MappedField): Bitset {
  const path = sourcePath(view.path === '' ? field.sourcePath : field.sourcePath.slice(view.path.length + 1));
  if (!field.isEnabled) return new Bitset();
  return restrict(view.live.clone(), (slot) => {
    const values: JsonValue[] = [];
    collectValues(view.source(slot) ?? {}, path, values);
    return values.some((value) => value !== null);
  });
}

function matchingPaths(pattern: string, paths: readonly string[]): readonly string[] {
  const isWanted = wildcardTest(pattern);
  const matching = pattern.includes('*') ? paths.filter(isWanted) : paths.filter((path) => path === pattern);
  if (matching.length > 0) return matching;
  return paths.filter(wildcardTest(`${pattern}.*`));
}
