import { storedTemplateMissing } from '../../errors/role-query-errors.js';
import { parseInnerQuery } from '../../search/query/parse-query.js';
import type { Query } from '../../search/query/query.js';
import type { JsonObject } from '../../xcontent/json.js';
import { JsonReader } from '../../xcontent/json-reader.js';
import { custom, object, objectParser, optional, string } from '../../xcontent/object-parser.js';
import { writeJson } from '../../xcontent/write-json.js';
import { renderMustache } from './mustache.js';

/** What a template may say of who reads, as `_user`. ES: `SecurityQueryTemplateEvaluator.evaluateTemplate`. */
export interface TemplateUser {
  readonly username: string;
  readonly roles: readonly string[];
  readonly metadata: JsonObject;
}

/**
 * The query of a role, its template filled in for a user. ES: `DLSRoleQueryValidator.evaluateAndVerifyRoleQuery`.
 *
 * @throws ElasticsearchError where it is none: Elasticsearch notices when somebody reads
 */
export function parseRoleQuery(text: string, user: TemplateUser): Query {
  return parseInnerQuery(new JsonReader(evaluateTemplate(text, user)));
}

const script = objectParser('script', {
  source: optional(
    custom(['VALUE_STRING', 'START_OBJECT'], (reader) =>
      reader.token === 'VALUE_STRING' ? reader.text : writeJson(reader.readValue()),
    ),
  ),
  id: optional(string()),
  lang: optional(string()),
  options: optional(object()),
  params: optional(object()),
});

function evaluateTemplate(text: string, { username, roles, metadata }: TemplateUser): string {
  const reader = new JsonReader(text);
  const isObject = reader.nextToken() === 'START_OBJECT' && reader.nextToken() === 'FIELD_NAME';
  if (!isObject || reader.fieldName !== 'template') return text;
  const { source = '', id, params } = script.parse(reader);
  if (id !== undefined) throw storedTemplateMissing(id);
  return renderMustache(source, { ...params, _user: { username, roles, metadata } });
}
