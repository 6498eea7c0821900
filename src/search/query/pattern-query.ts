import {
  keywordOnly,
  multipleFields,
  noFieldName,
  noValue,
  unsupportedOption,
} from '../../errors/query-errors.js';
import { readBoolean, readDouble } from '../../xcontent/coercion.js';
import type { JsonReader } from '../../xcontent/json-reader.js';
import { isKeywordType, isTextType } from '../field-values.js';
import { wildcardTest } from '../wildcard.js';
import { named } from './named-query.js';
import { boosted, noSlots, slotsClause, testClause, type Query } from './query.js';

type PatternKind = 'prefix' | 'wildcard';

interface PatternOptions {
  value: string | undefined;
  boost: number;
  isCaseInsensitive: boolean;
  name: string | undefined;
}

/** ES: `PrefixQueryBuilder.fromXContent`. */
export function parsePrefix(reader: JsonReader): Query {
  return parsePattern(reader, 'prefix');
}

/** ES: `WildcardQueryBuilder.fromXContent`. */
export function parseWildcard(reader: JsonReader): Query {
  return parsePattern(reader, 'wildcard');
}

function parsePattern(reader: JsonReader, kind: PatternKind): Query {
  const options: PatternOptions = { value: undefined, boost: 1, isCaseInsensitive: false, name: undefined };
  let field: string | undefined;
  while (reader.nextToken() !== 'END_OBJECT') {
    if (reader.token === 'FIELD_NAME') continue;
    const name = reader.fieldName;
    if (field !== undefined) throw multipleFields(reader.location(), kind, field, name);
    field = name;
    if (reader.token === 'START_OBJECT') readOptions(reader, kind, options);
    else options.value = reader.text;
  }
  if (field === undefined || field === '') throw noFieldName();
  if (options.value === undefined) throw noValue();
  const query = patternQuery(field, kind, options.value, options.isCaseInsensitive);
  return named(boosted(query, options.boost), options.name);
}

function readOptions(reader: JsonReader, kind: PatternKind, options: PatternOptions): void {
  while (reader.nextToken() !== 'END_OBJECT') {
    const name = reader.fieldName;
    reader.nextToken();
    if (name === 'value' || name === kind) options.value = reader.text;
    else if (name === 'boost') options.boost = readDouble(reader);
    else if (name === 'case_insensitive') options.isCaseInsensitive = readBoolean(reader);
    else if (name === '_name') options.name = reader.text;
    else if (name !== 'rewrite') throw unsupportedOption(reader.location(), kind, name);
  }
}

export function patternQuery(
  path: string,
  kind: PatternKind,
  value: string,
  isCaseInsensitive = false,
): Query {
  const matches =
    kind === 'wildcard' ? wildcardTest(value, isCaseInsensitive) : prefixTest(value, isCaseInsensitive);
  return {
    compile({ view }) {
      if (path === '_index') return matches(view.index.name) ? slotsClause(view.live, 1) : noSlots();
      const column = view.column(path);
      if (column === undefined) return noSlots();
      const { field } = column;
      if (!isKeywordType(field.type) && !isTextType(field.type)) throw keywordOnly(kind, path, field.type);
      return testClause((slot) => column.has(slot, (term) => matches(String(term))), 1);
    },
  };
}

function prefixTest(prefix: string, isCaseInsensitive: boolean): (text: string) => boolean {
  if (!isCaseInsensitive) return (text) => text.startsWith(prefix);
  const wanted = prefix.toLowerCase();
  return (text) => text.toLowerCase().startsWith(wanted);
}
