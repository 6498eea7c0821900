import { classCast } from '../../errors/request-errors.js';
import type { StoredDocument } from '../../store/document.js';
import { javaClassOf } from '../../xcontent/java-class.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../xcontent/json.js';

/**
 * Fields of a connector or a job that somebody else may have stored: a keyword may hold a number, a boolean the text
 * of one. Elasticsearch casts what it finds. ES: `ConnectorIndexService`, `ConnectorSyncJobIndexService`.
 * @throws ElasticsearchError 500 for a value of another class
 */
export function storedString(document: StoredDocument, field: string): string | null {
  const value = valueOf(document, field);
  if (value === null || typeof value === 'string') return value;
  throw classCast(javaClassOf(value), 'java.lang.String');
}

export function storedBoolean(document: StoredDocument, field: string): boolean | null {
  const value = valueOf(document, field);
  if (value === null || typeof value === 'boolean') return value;
  throw classCast(javaClassOf(value), 'java.lang.Boolean');
}

export function storedObject(document: StoredDocument, field: string): JsonObject | null {
  const value = valueOf(document, field);
  if (value === null || isJsonObject(value)) return value;
  throw classCast(javaClassOf(value), 'java.util.Map');
}

function valueOf({ source }: StoredDocument, field: string): JsonValue {
  return source[field] ?? null;
}
