import { indexNotFound } from '../../errors/index-errors.js';
import { checkRouting, isRoutedTo } from './routing.js';
import { openForWrite, targetName, writeTarget, type WriteContext } from './write-context.js';
import { conditionsOf, type WriteOperation } from './write-operation.js';
import { copiesOf, type WriteOutcome } from './write-outcome.js';

/**
 * Deletes a document. A missing index is an error, unless the version is external: then it is made.
 * Source: rest-layer B.6; ES: `TransportBulkAction`, `InternalEngine.delete`.
 */
export function deleteDocument(context: WriteContext, operation: WriteOperation): WriteOutcome {
  const { store } = context;
  const name = targetName(context, operation.index);
  const target = writeTarget(context, operation, name);
  if (target === undefined && operation.versionType === 'internal') throw indexNotFound(name);
  const index = openForWrite(context, target, name);
  const { id = '', routing } = operation;
  checkRouting(index, id, routing);
  const stored = index.get(id);
  const { primaryTerm } = index;
  const copies = copiesOf(index);
  const base = {
    index: index.name,
    id,
    copies,
    primaryTerm,
    target: index,
    shown: undefined,
    executedPipelines: undefined,
  };
  if (stored !== undefined && !isRoutedTo(index, id, routing, stored.routing)) {
    // DIVERGES: another shard knows nothing of the document and counts operations of its own; here it counts none.
    return { ...base, result: 'not_found', version: 1, seqNo: 0 };
  }
  const { result, version, seqNo } = store.remove(index, id, conditionsOf(operation));
  return { ...base, result, version, seqNo };
}
