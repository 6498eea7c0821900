import { deleteDocument } from './delete-document.js';
import { indexDocument } from './index-document.js';
import { updateDocument } from './update-document.js';
import type { WriteContext } from './write-context.js';
import type { WriteOperation } from './write-operation.js';
import type { WriteOutcome } from './write-outcome.js';

/** Carries out one write. @throws ElasticsearchError as the single-document API answers it */
export function executeWrite(context: WriteContext, operation: WriteOperation): WriteOutcome {
  switch (operation.action) {
    case 'index':
    case 'create':
      return indexDocument(context, operation);
    case 'update':
      return updateDocument(context, operation);
    case 'delete':
      return deleteDocument(context, operation);
  }
}
