import { parseTimeValue } from '../../clock/duration.js';
import { negativeActiveShards, unknownActiveShards } from '../../errors/document-errors.js';
import { executeWrite } from '../../protocol/documents/execute-write.js';
import { noteWrite, refreshAfter, type Written } from '../../protocol/documents/refresh-after.js';
import type { WriteContext } from '../../protocol/documents/write-context.js';
import {
  checkedPrimaryTerm,
  checkedSeqNo,
  checkedVersion,
  readVersionType,
  type VersionType,
  type WriteOperation,
} from '../../protocol/documents/write-operation.js';
import { renderWrite, statusOf } from '../../protocol/documents/write-outcome.js';
import type { AnyCall, Reply } from '../../rest/endpoint.js';
import { flag, optionalLong, parameter, refresh, text, type ParameterSpec } from '../../rest/parameters.js';

/** A time value that is read and then not needed: nothing waits here. */
export function timeValue(): ParameterSpec<number | undefined> {
  return parameter((value, name) => (value === undefined ? undefined : parseTimeValue(value, name)));
}

/**
 * `wait_for_active_shards`. ES: `ActiveShardCount.parseString`. DIVERGES: a single node would wait in vain for copies
 * of the primary and answer 503; here nothing waits.
 */
export function activeShards(): ParameterSpec<string | undefined> {
  return parameter((value) => {
    if (value === undefined || value === 'all') return value;
    if (!/^[+-]?\d+$/.test(value)) throw unknownActiveShards(value);
    if (Number(value) < 0) throw negativeActiveShards();
    return value;
  });
}

export function versionType(): ParameterSpec<VersionType> {
  return parameter((value) => (value === undefined ? 'internal' : readVersionType(value)));
}

function version(): ParameterSpec<number | undefined> {
  return parameter((value, name) => checkedVersion(optionalLong().parse(value, name)));
}

/** What all writes of one document accept. ES: `RestIndexAction`, `RestDeleteAction`. */
export const writeParameters = {
  routing: text(),
  timeout: timeValue(),
  refresh: refresh(),
  version: version(),
  version_type: versionType(),
  if_seq_no: parameter((value, name) => checkedSeqNo(optionalLong().parse(value, name))),
  if_primary_term: parameter((value, name) => checkedPrimaryTerm(optionalLong().parse(value, name))),
  wait_for_active_shards: activeShards(),
};

/** What writes that bring a document accept besides. */
export const sourceParameters = {
  pipeline: text(),
  require_alias: flag(false),
  require_data_stream: flag(false),
  include_source_on_error: flag(true),
};

export function writeContext(
  { store, now, cluster }: Pick<AnyCall, 'store' | 'now' | 'cluster'>,
  how: Pick<WriteContext, 'refresh' | 'isBulk' | 'isLimited'>,
): WriteContext {
  return { store, now, ids: cluster.ids, refreshMode: cluster.refreshMode, ...how };
}

/** Whose updates are refused: they would rest on what the writer does not see. ES: `UpdateRequestInterceptor`. */
export function limitOnUpdates(
  { cluster, request, now }: Pick<AnyCall, 'cluster' | 'request' | 'now'>,
  api: string,
): WriteContext['isLimited'] {
  const access = cluster.security?.documentAccess(request, api, now);
  return access && ((name) => typeof access([name]) === 'object');
}

/** Carries out the write of a single-document API and renders its answer. */
export function answerWrite(context: WriteContext, operation: WriteOperation): Reply {
  const outcome = executeWrite(context, operation);
  const isWritten = outcome.target !== undefined && outcome.copies > 0;
  if (isWritten) {
    const written: Written = new Map();
    noteWrite(written, operation, outcome);
    refreshAfter(context, written);
  }
  const status = statusOf(outcome);
  return {
    status,
    body: renderWrite(outcome, isWritten && context.refresh === 'true'),
    ...(status === 201 && {
      headers: { Location: locationOf(outcome.index, outcome.id, operation.routing) },
    }),
  };
}

/** Source: rest-layer A.2; ES: `DocWriteResponse.getLocation`. */
function locationOf(index: string, id: string, routing: string | undefined): string {
  const place = `/${formEncoded(index)}/_doc/${formEncoded(id)}`;
  return routing === undefined ? place : `${place}?routing=${formEncoded(routing)}`;
}

/** Java's `URLEncoder.encode`. */
function formEncoded(value: string): string {
  const escaped = encodeURIComponent(value).replaceAll('%20', '+');
  return escaped.replace(/[!'()~]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
