import { readBoolean } from '../xcontent/coercion.js';
import { unknownSearchKey, unreadableSource } from '../errors/search-errors.js';
import type { JsonReader } from '../xcontent/json-reader.js';
import { NO_SOURCE, WHOLE_SOURCE, type SourceFilter } from './source-filter.js';

/** ES: `FetchSourceContext.fromXContent`. */
export function parseSource(reader: JsonReader): SourceFilter {
  switch (reader.token) {
    case 'VALUE_BOOLEAN':
      return reader.booleanValue() ? WHOLE_SOURCE : NO_SOURCE;
    case 'VALUE_STRING':
      return { isFetched: true, includes: [reader.text], excludes: [] };
    case 'START_ARRAY':
      return { isFetched: true, includes: readPatterns(reader, '_source'), excludes: [] };
    case 'START_OBJECT':
      return readSourceObject(reader);
    default:
      throw unreadableSource(reader.location(), reader.token ?? 'null');
  }
}

/** `_source`, `_source_includes` and `_source_excludes` of a URL. ES: `FetchSourceContext.parseFromRestRequest`. */
export function sourceFromUrl(
  source: string | undefined,
  includes: string | undefined,
  excludes: string | undefined,
): SourceFilter | undefined {
  if (source === undefined && includes === undefined && excludes === undefined) return undefined;
  const isFlag = source === 'true' || source === 'false';
  return {
    isFetched: source !== 'false',
    includes: includes === undefined ? (isFlag ? [] : list(source)) : list(includes),
    excludes: list(excludes),
  };
}

function readSourceObject(reader: JsonReader): SourceFilter {
  let includes: string[] = [];
  let excludes: string[] = [];
  while (reader.nextToken() === 'FIELD_NAME') {
    const key = reader.fieldName;
    const token = reader.nextToken();
    // There are no vectors here to be left out. ES: `FetchSourceContext`.
    if (key === 'exclude_vectors' && (token === 'VALUE_BOOLEAN' || token === 'VALUE_STRING')) {
      readBoolean(reader);
      continue;
    }
    const isInclude = key === 'includes' || key === 'include';
    const isPattern = token === 'START_ARRAY' || token === 'VALUE_STRING';
    if (!isPattern || (!isInclude && key !== 'excludes' && key !== 'exclude')) {
      throw unknownSearchKey(reader.location(), token ?? 'null', key);
    }
    const patterns = token === 'START_ARRAY' ? readPatterns(reader, key) : [reader.text];
    if (isInclude) includes = patterns;
    else excludes = patterns;
  }
  return { isFetched: true, includes, excludes };
}

function readPatterns(reader: JsonReader, key: string): string[] {
  const patterns: string[] = [];
  while (reader.nextToken() !== 'END_ARRAY') {
    if (reader.token !== 'VALUE_STRING')
      throw unknownSearchKey(reader.location(), reader.token ?? 'null', key);
    patterns.push(reader.text);
  }
  return patterns;
}

function list(text: string | undefined): string[] {
  return text === undefined || text === '' ? [] : text.split(',').map((part) => part.trim());
}
