import { NO_BULK_REQUESTS } from '../../errors/bulk-errors.js';
import { isElasticsearchError, type ElasticsearchError } from '../../errors/elasticsearch-error.js';
import { errorCause } from '../../errors/envelope.js';
import { actionRequestValidation } from '../../errors/request-errors.js';
import { hasPipelines, NO_PIPELINE } from './pipelines.js';
import { executeWrite } from './execute-write.js';
import { noteWrite, refreshAfter, type Written } from './refresh-after.js';
import type { WriteContext } from './write-context.js';
import { validateWrite, type WriteOperation } from './write-operation.js';
import { renderWrite, statusOf } from './write-outcome.js';

export interface BulkResult {
  readonly hasErrors: boolean;
  readonly items: readonly Record<string, unknown>[];
  /** Whether documents went through pipelines: then the answer says how long that took. */
  readonly wasIngested: boolean;
  /** What items asked for that the fake does not emulate. */
  readonly gap: string | undefined;
}

/**
 * Carries out the items of a bulk in their order; an item that fails leaves the others alone.
 * Source: rest-layer B.7; ES: `TransportBulkAction`, `BulkItemResponse.toXContent`,
 * `IndexResponse.innerToXContent`.
 *
 * @throws ElasticsearchError `action_request_validation_exception` (400) with the messages of all items
 */
export function executeBulk(context: WriteContext, operations: readonly WriteOperation[]): BulkResult {
  const messages = operations.length === 0 ? [NO_BULK_REQUESTS] : validateAll(operations);
  if (messages.length > 0) throw actionRequestValidation(messages);
  const written: Written = new Map();
  const items: Record<string, unknown>[] = [];
  const isRefreshForced = context.refresh === 'true';
  let failure: ElasticsearchError | undefined;
  let gap: string | undefined;
  let wasIngested = operations.some(asksForPipeline);
  for (const operation of operations) {
    try {
      const outcome = executeWrite(context, operation);
      const { executedPipelines } = outcome;
      noteWrite(written, operation, outcome);
      const body = renderWrite(outcome, isRefreshForced);
      if (executedPipelines !== undefined) {
        if (executedPipelines.length > 0) wasIngested = true;
        if (operation.listsExecutedPipelines) body['executed_pipelines'] = executedPipelines;
      }
      body['status'] = statusOf(outcome);
      items.push(itemOf(operation, body));
    } catch (error) {
      if (!isElasticsearchError(error)) throw error;
      failure = error;
      gap ??= error.gap;
      items.push(itemOf(operation, failureOf(context, operation, error)));
    }
  }
  refreshAfter(context, written);
  wasIngested ||= [...written.keys()].some(hasPipelines);
  return { hasErrors: failure !== undefined, items, wasIngested, gap };
}

function asksForPipeline({ action, pipeline, update }: WriteOperation): boolean {
  if (pipeline === undefined || pipeline === NO_PIPELINE) return false;
  return action === 'index' || action === 'create' || update?.upsert !== undefined;
}

function validateAll(operations: readonly WriteOperation[]): readonly string[] {
  const messages: string[] = [];
  for (const operation of operations) {
    for (const message of validateWrite(operation)) messages.push(message);
  }
  return messages;
}

function itemOf({ action }: WriteOperation, body: Record<string, unknown>): Record<string, unknown> {
  switch (action) {
    case 'index':
      return { index: body };
    case 'create':
      return { create: body };
    case 'update':
      return { update: body };
    case 'delete':
      return { delete: body };
  }
}

function failureOf(
  { store }: WriteContext,
  { index = '', id }: WriteOperation,
  error: ElasticsearchError,
): Record<string, unknown> {
  const members = store.aliased(index);
  const name = members.length === 1 ? (members[0]?.name ?? index) : index;
  return { _index: name, _id: id ?? null, status: error.status, error: errorCause(error) };
}
