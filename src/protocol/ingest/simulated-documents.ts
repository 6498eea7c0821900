import { simulatedDocumentErrors } from '../../errors/ingest-document-errors.js';
import { badConfiguration, noSimulatedDocs } from '../../errors/ingest-errors.js';
import { numberFormat } from '../../errors/request-errors.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../xcontent/json.js';
import { isVersionType } from './document-metadata.js';
import { javaClassOf } from '../../xcontent/java-class.js';
import { IngestDocument } from './ingest-document.js';

/** The documents of a simulation. ES: `SimulatePipelineRequest.parseDocs`. */
export function readSimulatedDocuments(sent: JsonValue | undefined, timestamp: string): IngestDocument[] {
  if (sent === undefined || sent === null) throw missing('docs');
  if (!Array.isArray(sent)) throw notA('docs', 'list', sent);
  if (sent.length === 0) throw noSimulatedDocs();
  return (sent as readonly JsonValue[]).map((document) => readDocument(document, timestamp));
}

function readDocument(sent: JsonValue, timestamp: string): IngestDocument {
  if (!isJsonObject(sent)) throw simulatedDocumentErrors.notAnObject();
  const { _source: source, _version_type: versionType } = sent;
  if (source === undefined || source === null) throw missing('_source');
  if (!isJsonObject(source)) throw notA('_source', 'map', source);
  const metadata: Record<string, JsonValue> = {
    _index: textOrInt(sent, '_index') ?? '_index',
    _id: textOrInt(sent, '_id') ?? '_id',
  };
  const routing = textOrInt(sent, '_routing');
  if (routing !== undefined) metadata['_routing'] = routing;
  metadata['_version'] = Object.hasOwn(sent, '_version') ? long(sent, '_version') : MATCH_ANY;
  if (Object.hasOwn(sent, '_version_type')) {
    if (versionType === null || versionType === undefined) throw missing('_version_type');
    if (typeof versionType !== 'string') throw notA('_version_type', 'string', versionType);
    if (!isVersionType(versionType)) throw simulatedDocumentErrors.unknownVersionType(versionType);
    metadata['_version_type'] = versionType;
  }
  for (const name of ['_if_seq_no', '_if_primary_term']) {
    if (Object.hasOwn(sent, name)) metadata[name] = long(sent, name);
  }
  if (Object.hasOwn(sent, '_dynamic_templates')) {
    const templates = sent['_dynamic_templates'] ?? null;
    if (templates === null) throw missing('_dynamic_templates');
    if (!isJsonObject(templates)) throw notA('_dynamic_templates', 'map', templates);
    metadata['_dynamic_templates'] = templates;
  }
  return new IngestDocument(source, metadata, timestamp);
}

/** ES: `Versions.MATCH_ANY`. */
const MATCH_ANY = -3;

/** ES: `ConfigurationUtils.readStringOrIntProperty`. */
function textOrInt(sent: JsonObject, name: string): string | undefined {
  const value = sent[name] ?? undefined;
  if (value === undefined || typeof value === 'string') return value;
  if (typeof value === 'number' && javaClassOf(value) === 'java.lang.Integer') return String(value);
  throw notA(name, 'string or int', value);
}

/** ES: `ConfigurationUtils.readOptionalStringOrLongProperty`. */
function long(sent: JsonObject, name: string): number {
  const value = sent[name] ?? null;
  if (value === null) throw simulatedDocumentErrors.isNull(name);
  if (typeof value === 'string') {
    if (!/^[+-]?\d+$/.test(value)) throw numberFormat(value);
    return Number(value);
  }
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  throw notA(name, 'string or long', value);
}

function missing(property: string): Error {
  return badConfiguration({ property }, 'required property is missing');
}

function notA(property: string, wanted: string, value: JsonValue): Error {
  return badConfiguration({ property }, `property isn't a ${wanted}, but of type [${javaClassOf(value)}]`);
}
