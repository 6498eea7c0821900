import { formatInstant } from '../../clock/format-instant.js';
import { CONNECTORS_INDEX, SYNC_JOBS_INDEX } from '../../store/connector-indices.js';
import { printTimeline } from '../history.js';
import type { Journal, JournalEntry } from '../journal.js';
import type { DocumentOrigin } from '../origins.js';
import { indented, paragraphs } from './context.js';

/** Said whenever a test looks at what the fake received and that is nothing. */
export const UNREACHED =
  'No request reached the fake. One that was sent went past it: nock 14 and older see nothing of undici, which the ' +
  'official client uses unless told otherwise. Make the client with clientOptions(es), or give it ' +
  'Connection: HttpConnection; check that it talks to the origin that is intercepted; and leave nock its timers: ' +
  "jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] }).";

/** The timeline of a document, and the reason if it is empty because nothing arrived. */
export function timeline(origin: DocumentOrigin | undefined): string {
  if (origin === undefined) return '';
  const { es, id, index } = origin;
  const lines = printTimeline(es.history(id, index));
  return paragraphs(`Timeline of ${kindOf(index)} "${id}":\n${indented(lines)}`, unreached(es.journal));
}

export function kindOf(index: string): string {
  if (index === SYNC_JOBS_INDEX) return 'sync job';
  return index === CONNECTORS_INDEX ? 'connector' : `${index} document`;
}

/** {@link UNREACHED} if it is so. */
export function unreached(journal: Journal): string {
  return journal.requests.length === 0 ? UNREACHED : '';
}

const SHOWN_REQUESTS = 20;
const SHOWN_BODY = 200;

/** Requests as a person reads them, one line each. */
export function printRequests(entries: readonly JournalEntry[]): string {
  const lines = entries.slice(-SHOWN_REQUESTS).map(printRequest);
  const left = entries.length - lines.length;
  return indented([...(left > 0 ? [`… ${left} before`] : []), ...lines].join('\n'));
}

function printRequest({ number, at, api, request, response, gap }: JournalEntry): string {
  const { method, rawPath, rawQuery, bodyText } = request;
  const target = rawQuery === '' ? rawPath : `${rawPath}?${rawQuery}`;
  const body = bodyText === '' ? '' : ` ${cut(bodyText)}`;
  const answer = response === undefined ? 'no answer' : String(response.status);
  return `#${number} ${formatInstant(at)}  ${api ?? '(no API)'}  ${method} ${target}${body} → ${answer}${whyNot(gap, response)}`;
}

/** What an unhandled request got to hear. */
function whyNot(gap: string | undefined, response: JournalEntry['response']): string {
  if (gap !== undefined) return ` (not emulated: ${gap})`;
  return response === undefined || response.status < 400 ? '' : ` ${cut(response.bodyText)}`;
}

function cut(text: string): string {
  const line = text.trimEnd().replaceAll('\n', '\\n');
  return line.length > SHOWN_BODY ? `${line.slice(0, SHOWN_BODY)}…` : line;
}
