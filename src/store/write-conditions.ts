import type { Entry } from './document.js';

/** What a write demands of the document that it replaces. Source: rest-layer B.2. */
export interface WriteConditions {
  readonly opType?: 'index' | 'create' | undefined;
  readonly ifSeqNo?: number | undefined;
  readonly ifPrimaryTerm?: number | undefined;
  readonly version?: number | undefined;
  readonly versionType?: 'internal' | 'external' | 'external_gte' | undefined;
}

/** Why the write conflicts with the stored document, in the engine's words; undefined if it does not. */
export function conflictOf(
  conditions: WriteConditions,
  current: Entry | undefined,
  mustBeNew: boolean,
): string | undefined {
  const live = current?.deleted === false ? current : undefined;
  if (conditions.ifSeqNo !== undefined && conditions.ifSeqNo >= 0) {
    return sequenceConflict(conditions.ifSeqNo, conditions.ifPrimaryTerm ?? 0, live);
  }
  if (mustBeNew) return live && `document already exists (current version [${live.version}])`;
  if (conditions.version !== undefined) return versionConflict(conditions, conditions.version, current);
  return undefined;
}

function sequenceConflict(seqNo: number, primaryTerm: number, live: Entry | undefined): string | undefined {
  const required = `required seqNo [${seqNo}], primary term [${primaryTerm}].`;
  if (!live) return `${required} but no document was found`;
  if (live.seqNo === seqNo && live.primaryTerm === primaryTerm) return undefined;
  return `${required} current document has seqNo [${live.seqNo}] and primary term [${live.primaryTerm}]`;
}

function versionConflict(
  conditions: WriteConditions,
  version: number,
  current: Entry | undefined,
): string | undefined {
  if (current === undefined) return undefined;
  if (conditions.versionType === 'external_gte') {
    return current.version > version
      ? `current version [${current.version}] is higher than the one provided [${version}]`
      : undefined;
  }
  if (conditions.versionType === 'external') {
    return current.version >= version
      ? `current version [${current.version}] is higher or equal to the one provided [${version}]`
      : undefined;
  }
  return current.version === version
    ? undefined
    : `current version [${current.version}] is different than the one provided [${version}]`;
}

/** The version that a write gives: the next one, or the one that an external version control dictates. */
export function nextVersion(conditions: WriteConditions, current: Entry | undefined): number {
  const isExternal = conditions.versionType === 'external' || conditions.versionType === 'external_gte';
  if (isExternal && conditions.version !== undefined) return conditions.version;
  return (current?.version ?? 0) + 1;
}
