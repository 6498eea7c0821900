import { bulkNotTerminated } from '../../errors/bulk-errors.js';
import { JsonValueScanner } from '../../xcontent/json-value-scanner.js';
import { plainAction, type BulkAction, type BulkDefaults } from './bulk-action.js';
import { checkUpdateAction, readBulkAction } from './read-bulk-action.js';
import { parseUpdateBody, type UpdateBody } from './update-body.js';
import type { WriteOperation } from './write-operation.js';

const LINE_FEED = '\n';
const CARRIAGE_RETURN = 0x0d;
const OPEN_BRACE = 0x7b;

/**
 * Reads the lines of a bulk: an action, and the document that belongs to it. Documents to index stay text until
 * they are written; an update's is read at once. Source: rest-layer B.7; ES: `BulkRequestParser`.
 *
 * @throws ElasticsearchError 400 for the whole request
 */
export function parseBulk(text: string, defaults: BulkDefaults): WriteOperation[] {
  const operations: WriteOperation[] = [];
  const scanner = new JsonValueScanner(text);
  let line = 0;
  let from = 0;
  while (from < text.length) {
    let end = endOfLine(text, from);
    line += 1;
    const action = actionAt(text, scanner, { from, end, line }, defaults);
    from = end + 1;
    if (action === undefined) continue;
    if (action.action === 'delete') {
      operations.push(operationOf(action, '', undefined));
      continue;
    }
    // An action at the very end has no document and is passed over.
    if (from >= text.length) break;
    end = endOfLine(text, from);
    line += 1;
    const content = text.slice(from, text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end);
    from = end + 1;
    operations.push(
      action.action === 'update'
        ? operationOf(action, '', updateOf(content, action, line))
        : operationOf(action, content, undefined),
    );
  }
  return operations;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf(LINE_FEED, from);
  if (end < 0) throw bulkNotTerminated();
  return end;
}

interface Line {
  readonly from: number;
  readonly end: number;
  readonly line: number;
}

function actionAt(
  text: string,
  scanner: JsonValueScanner,
  { from, end, line }: Line,
  defaults: BulkDefaults,
): BulkAction | undefined {
  if (text.charCodeAt(from) === OPEN_BRACE) {
    const value = scanner.read(from, 0);
    const isWhole = scanner.end === end || (scanner.end === end - 1 && text.charCodeAt(end - 1) <= 0x20);
    const action = value !== undefined && isWhole ? plainAction(value, defaults) : undefined;
    if (action !== undefined) return action;
  }
  return readBulkAction(text.slice(from, end), line, defaults);
}

function updateOf(content: string, action: BulkAction, line: number): UpdateBody {
  checkUpdateAction(action, line);
  const body = parseUpdateBody(content);
  return action.source === undefined ? body : { ...body, source: action.source };
}

function operationOf(action: BulkAction, source: string, update: UpdateBody | undefined): WriteOperation {
  return {
    action: action.action,
    index: action.index,
    id: action.id,
    routing: action.routing,
    version: action.version,
    versionType: action.versionType,
    ifSeqNo: update?.ifSeqNo ?? action.ifSeqNo,
    ifPrimaryTerm: update?.ifPrimaryTerm ?? action.ifPrimaryTerm,
    retryOnConflict: action.retryOnConflict,
    pipeline: action.pipeline,
    isAliasRequired: action.isAliasRequired,
    isDataStreamRequired: action.isDataStreamRequired,
    listsExecutedPipelines: action.listsExecutedPipelines,
    dynamicTemplates: action.dynamicTemplates,
    source,
    update,
  };
}
