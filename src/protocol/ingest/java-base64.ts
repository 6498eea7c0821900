import { illegalArgument } from '../../errors/request-errors.js';

/**
 * Base64 as strictly as Java reads it. ES: `IngestDocument.getFieldValueAsBytes`, `java.util.Base64.Decoder`.
 *
 * @throws ElasticsearchError `illegal_argument_exception` (400)
 */
export function decodeJavaBase64(text: string): Buffer {
  const end = text.search(/[^A-Za-z0-9+/]/);
  if (end < 0) {
    if (text.length % 4 === 1) throw illegalArgument('Last unit does not have enough valid bits');
    return Buffer.from(text, 'base64');
  }
  const mark = text.charAt(end);
  if (mark !== '=') throw illegalCharacter(mark);
  checkEnd(text, end);
  return Buffer.from(text, 'base64');
}

/** One or two marks that fill up the last four characters, and nothing after them. */
function checkEnd(text: string, end: number): void {
  const needed = { 2: 2, 3: 1 }[end % 4];
  if (needed === undefined || (needed === 2 && text.charAt(end + 1) !== '=')) {
    throw illegalArgument('Input byte array has wrong 4-byte ending unit');
  }
  const after = end + needed;
  if (after < text.length) throw illegalArgument(`Input byte array has incorrect ending byte at ${after}`);
}

function illegalCharacter(mark: string): Error {
  return illegalArgument(`Illegal base64 character ${byteOf(mark).toString(16)}`);
}

/** Java looks at bytes, which are signed, of Latin 1; other characters are question marks there. */
function byteOf(mark: string): number {
  const code = mark.charCodeAt(0);
  if (code > 0xff) return 0x3f;
  return code > 0x7f ? code - 0x100 : code;
}
