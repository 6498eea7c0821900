import {
  INVALID_WRITE,
  primaryTermNegative,
  sequenceNumberNegative,
  unknownVersionType,
} from '../../errors/document-errors.js';
import type { WriteConditions } from '../../store/write-conditions.js';
import { bytesBetween } from '../../xcontent/json-location.js';
import type { UpdateBody } from './update-body.js';

export type VersionType = 'internal' | 'external' | 'external_gte';

/** One write of a single-document API or of a bulk. ES: `DocWriteRequest`. */
export interface WriteOperation {
  readonly action: 'index' | 'create' | 'update' | 'delete';
  readonly index: string | undefined;
  readonly id: string | undefined;
  readonly routing: string | undefined;
  readonly version: number | undefined;
  readonly versionType: VersionType;
  /** Undefined where none is asked for; then the primary term is 0. */
  readonly ifSeqNo: number | undefined;
  readonly ifPrimaryTerm: number;
  readonly retryOnConflict: number;
  readonly pipeline: string | undefined;
  readonly isAliasRequired: boolean;
  readonly isDataStreamRequired: boolean;
  /** Whether the answer is to name the pipelines that ran; only a bulk can ask so. */
  readonly listsExecutedPipelines: boolean;
  /** Names of dynamic templates by the paths of the fields that they are to make. Only of a bulk. */
  readonly dynamicTemplates?: Readonly<Record<string, string>> | undefined;
  /** JSON of the document to index. */
  readonly source: string;
  readonly update: UpdateBody | undefined;
}

/** The value that stands for "no sequence number". ES: `SequenceNumbers.UNASSIGNED_SEQ_NO`. */
const UNASSIGNED_SEQ_NO = -2;
/** The version that stands for "any". ES: `Versions.MATCH_ANY`. */
const ANY_VERSION = -3;
const DELETED_VERSION = -4;
const MOST_ID_BYTES = 512;

/** ES: `IndexRequest.setIfSeqNo`. @throws ElasticsearchError 400 */
export function checkedSeqNo(value: number | undefined): number | undefined {
  if (value === undefined || value === UNASSIGNED_SEQ_NO) return undefined;
  if (value < 0) throw sequenceNumberNegative(value);
  return value;
}

/** ES: `IndexRequest.setIfPrimaryTerm`. @throws ElasticsearchError 400 */
export function checkedPrimaryTerm(value: number | undefined): number {
  if (value === undefined) return 0;
  if (value < 0) throw primaryTermNegative(value);
  return value;
}

export function checkedVersion(value: number | undefined): number | undefined {
  return value === ANY_VERSION ? undefined : value;
}

/** ES: `VersionType.fromString`. @throws ElasticsearchError 400 */
export function readVersionType(value: string): VersionType {
  if (value === 'internal' || value === 'external' || value === 'external_gte') return value;
  throw unknownVersionType(value);
}

/** An empty routing is none. ES: `IndexRequest.routing`. */
export function checkedRouting(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}

export function conditionsOf(operation: WriteOperation): WriteConditions {
  const { action, ifSeqNo, ifPrimaryTerm, version, versionType } = operation;
  return { opType: action === 'create' ? 'create' : 'index', ifSeqNo, ifPrimaryTerm, version, versionType };
}

/** Whether a write asks for nothing but its place: then there is nothing to validate but names. */
function isPlain({ ifSeqNo, ifPrimaryTerm, version, versionType, pipeline }: WriteOperation): boolean {
  return (
    ifSeqNo === undefined &&
    ifPrimaryTerm === 0 &&
    version === undefined &&
    versionType === 'internal' &&
    pipeline !== ''
  );
}

/** Messages of the request's `validate()`, in Elasticsearch's order. Source: rest-layer B.2 and B.5. */
export function validateWrite(operation: WriteOperation): readonly string[] {
  const { action, index, id, update } = operation;
  const hasId = id !== undefined && (id !== '' || action === 'index' || action === 'create');
  const isIdOptional = action === 'index' || action === 'create';
  if (index !== undefined && isPlain(operation) && update === undefined) {
    if (id === undefined ? isIdOptional : hasId && id.length * 3 <= MOST_ID_BYTES) return NO_MESSAGES;
  }
  const messages: string[] = index === undefined ? [INVALID_WRITE.noIndex] : [];
  if (action === 'create' && addCreateMessages(operation, messages)) return messages;
  if (isIdOptional) addIdlessMessages(operation, messages);
  else if (!hasId) messages.push(INVALID_WRITE.noId);
  addVersionMessages(operation, messages);
  addIdLengthMessages(id, messages);
  if (isIdOptional && operation.pipeline === '') messages.push(INVALID_WRITE.emptyPipeline);
  if (update !== undefined) addUpdateMessages(operation, update, messages);
  return messages;
}

const NO_MESSAGES: readonly string[] = [];

/** @returns whether Elasticsearch looks no further */
function addCreateMessages(operation: WriteOperation, messages: string[]): boolean {
  const { versionType, version, ifSeqNo, ifPrimaryTerm } = operation;
  if (versionType !== 'internal') messages.push(INVALID_WRITE.createVersionType);
  else if (version !== undefined && version !== DELETED_VERSION) messages.push(INVALID_WRITE.createVersion);
  else if (ifSeqNo !== undefined || ifPrimaryTerm !== 0) messages.push(INVALID_WRITE.createCompareAndSet);
  else return false;
  return true;
}

function addIdlessMessages({ id, version, versionType }: WriteOperation, messages: string[]): void {
  if (id === undefined && (versionType !== 'internal' || version !== undefined)) {
    messages.push(INVALID_WRITE.noIdForVersion);
  }
}

function addVersionMessages(operation: WriteOperation, messages: string[]): void {
  const { version, versionType, ifSeqNo, ifPrimaryTerm } = operation;
  const isInternal = versionType === 'internal';
  const isLegal = isInternal
    ? version === undefined || version > 0 || version === DELETED_VERSION
    : version !== undefined && version >= 0;
  if (!isLegal) messages.push(INVALID_WRITE.illegalVersion(version ?? ANY_VERSION, versionType));
  if (isInternal && version !== undefined && version !== DELETED_VERSION) {
    messages.push(INVALID_WRITE.internalVersion);
  }
  if (ifSeqNo !== undefined && (!isInternal || version !== undefined)) {
    messages.push(INVALID_WRITE.compareAndVersion);
  }
  if (ifPrimaryTerm === 0 && ifSeqNo !== undefined) messages.push(INVALID_WRITE.noPrimaryTerm);
  if (ifPrimaryTerm !== 0 && ifSeqNo === undefined)
    messages.push(INVALID_WRITE.noSequenceNumber(ifPrimaryTerm));
}

function addIdLengthMessages(id: string | undefined, messages: string[]): void {
  if (id === undefined) return;
  const bytes = bytesBetween(id, 0, id.length);
  if (bytes > MOST_ID_BYTES) messages.push(INVALID_WRITE.longId(id, bytes));
}

function addUpdateMessages(operation: WriteOperation, update: UpdateBody, messages: string[]): void {
  if (operation.ifSeqNo !== undefined) {
    if (operation.retryOnConflict > 0) messages.push(INVALID_WRITE.compareAndRetry);
    if (update.isDocAsUpsert) messages.push(INVALID_WRITE.compareAndUpsert);
    if (update.upsert !== undefined) messages.push(INVALID_WRITE.upsertCompare);
  }
  const { doc, script } = update;
  if (script === undefined && doc === undefined) messages.push(INVALID_WRITE.noScriptOrDoc);
  if (script !== undefined && doc !== undefined) messages.push(INVALID_WRITE.scriptAndDoc);
  if (doc === undefined && update.isDocAsUpsert) messages.push(INVALID_WRITE.noDocAsUpsert);
}
