import { metadataErrors as errors } from '../../errors/ingest-document-errors.js';
import { javaText } from '../../store/mapping-java-text.js';
import type { JsonValue } from '../../xcontent/json.js';
import { javaClassOf } from '../../xcontent/java-class.js';

type Kind = 'java.lang.String' | 'java.lang.Number' | 'java.util.Map';

/** What a document has besides its source, in the order in which a simulation shows it. ES: `IngestDocMetadata`. */
const KINDS: ReadonlyMap<string, Kind> = new Map([
  ['_index', 'java.lang.String'],
  ['_version', 'java.lang.Number'],
  ['_id', 'java.lang.String'],
  ['_routing', 'java.lang.String'],
  ['_version_type', 'java.lang.String'],
  ['_if_seq_no', 'java.lang.Number'],
  ['_if_primary_term', 'java.lang.Number'],
  ['_dynamic_templates', 'java.util.Map'],
]);

export const METADATA_NAMES: readonly string[] = [...KINDS.keys()];

export function isMetadata(name: string): boolean {
  return KINDS.has(name);
}

/** Refuses a value that metadata cannot have. @throws ElasticsearchError 400 */
export function checkMetadata(name: string, value: JsonValue): void {
  if (value === null) {
    if (name === '_version') throw errors.isNull(name);
    return;
  }
  const expected = KINDS.get(name) ?? 'java.lang.String';
  const type = javaClassOf(value);
  if (kindOf(value) !== expected) throw errors.wrongType(name, javaText(value), expected, type);
  if (typeof value === 'number' && !Number.isInteger(value)) {
    throw errors.notAnInteger(name, javaText(value), type);
  }
  if (name === '_version_type' && !isVersionType(value)) throw errors.notAVersionType(name, javaText(value));
}

/** @throws ElasticsearchError 400 for what every document has */
export function checkRemoval(name: string): void {
  if (name === '_version') throw errors.cannotBeRemoved(name);
}

export function isVersionType(value: JsonValue): boolean {
  return value === 'internal' || value === 'external' || value === 'external_gte';
}

function kindOf(value: JsonValue): Kind | undefined {
  switch (typeof value) {
    case 'string':
      return 'java.lang.String';
    case 'number':
    case 'bigint':
      return 'java.lang.Number';
    case 'object':
      return Array.isArray(value) ? undefined : 'java.util.Map';
    default:
      return undefined;
  }
}
