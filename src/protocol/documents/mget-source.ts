import { mgetSourceIllegal, mgetSourceKeyUnknown, mgetSourceUnreadable } from '../../errors/mget-errors.js';
import { NO_SOURCE, WHOLE_SOURCE, type SourceFilter } from '../../search/source-filter.js';
import type { JsonReader } from '../../xcontent/json-reader.js';

/** `_source` of a document of a multi-get, which is read in a way of its own. ES: `MultiGetRequest.parseDocuments`. */
export function parseMgetSource(reader: JsonReader): SourceFilter {
  const token = reader.token ?? 'null';
  if (token === 'START_OBJECT') return readPatterns(reader);
  if (token === 'START_ARRAY') return { isFetched: true, includes: textsOf(reader), excludes: [] };
  if (token !== 'VALUE_BOOLEAN' && token !== 'VALUE_STRING') throw mgetSourceIllegal(token);
  const { text } = reader;
  if (text === 'true') return WHOLE_SOURCE;
  return text === 'false' ? NO_SOURCE : { isFetched: true, includes: [text], excludes: [] };
}

function readPatterns(reader: JsonReader): SourceFilter {
  const includes: string[] = [];
  const excludes: string[] = [];
  while (reader.nextToken() === 'FIELD_NAME') {
    const key = reader.fieldName;
    const isInclude = key === 'includes' || key === 'include';
    if (!isInclude && key !== 'excludes' && key !== 'exclude') throw mgetSourceKeyUnknown(key);
    const token = reader.nextToken();
    if (token === 'START_OBJECT' || token === 'VALUE_NULL') throw mgetSourceUnreadable();
    const patterns = token === 'START_ARRAY' ? textsOf(reader) : [reader.text];
    (isInclude ? includes : excludes).push(...patterns);
  }
  return { isFetched: true, includes, excludes };
}

function textsOf(reader: JsonReader): string[] {
  const texts: string[] = [];
  while (reader.nextToken() !== 'END_ARRAY') texts.push(reader.text);
  return texts;
}
