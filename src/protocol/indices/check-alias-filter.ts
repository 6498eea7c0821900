import { unreadableAliasFilter } from '../../errors/alias-errors.js';
import { isElasticsearchError } from '../../errors/elasticsearch-error.js';
import { parseInnerQuery } from '../../search/query/parse-query.js';
import { isJsonObject, type JsonObject } from '../../xcontent/json.js';
import { JsonReader } from '../../xcontent/json-reader.js';
import { writeJson } from '../../xcontent/write-json.js';

/**
 * Refuses an alias whose filter is no query. ES: `AliasValidator.validateAliasFilter`.
 *
 * @throws ElasticsearchError `illegal_argument_exception` (400)
 */
export function checkAliasFilter(name: string, { filter }: JsonObject): void {
  if (!isJsonObject(filter)) return;
  try {
    parseInnerQuery(new JsonReader(writeJson(filter)));
  } catch (error) {
    if (!isElasticsearchError(error)) throw error;
    throw unreadableAliasFilter(name, error);
  }
}
