import { immenseTerm } from '../errors/mapping-errors.js';

/** ES: Lucene's `IndexWriter.MAX_TERM_LENGTH`. */
const MOST_BYTES = 32_766;
/** So many UTF-16 units never need more bytes than that. */
export const SHORT_TEXT = MOST_BYTES / 3;
const PREFIX_BYTES = 30;

interface TermField {
  readonly path: string;
  readonly hasTerms: boolean;
  readonly ignoreAbove: number;
}

/**
 * Refuses a text that Lucene has no term for. ES: `KeywordFieldMapper.indexValue`.
 *
 * @throws ElasticsearchError `illegal_argument_exception`
 */
export function checkTerm({ path, hasTerms, ignoreAbove }: TermField, text: string): void {
  if (!hasTerms || text.length <= SHORT_TEXT || text.length > ignoreAbove) return;
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > MOST_BYTES)
    throw immenseTerm(path, MOST_BYTES, shownBytes(bytes.slice(0, PREFIX_BYTES)));
}

/** As Java prints its signed bytes. */
function shownBytes(bytes: Uint8Array): string {
  return `[${Array.from(new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length)).join(', ')}]`;
}
