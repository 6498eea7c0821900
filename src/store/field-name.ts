import {
  ambiguousDots,
  blankPartOfName,
  emptyFieldName,
  onlyDotsInName,
  whitespaceFieldName,
} from '../errors/field-name-errors.js';
import type { XContentLocation } from '../errors/xcontent-errors.js';

const DOT = 0x2e;
/** Java's `Character.isWhitespace`, but for the separators among the control characters. */
const BLANK = /^[\t-\r \u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]*$/;
const TRAILING_DOTS = /\.+$/;

/**
 * Whether a name is for sure one that Elasticsearch takes as it stands: every part begins with something to see. A
 * look at one character for each part, because every unmapped name of every write passes here.
 */
export function isPlainFieldName(name: string): boolean {
  for (let at = 0; ;) {
    const code = name.charCodeAt(at);
    // NaN, behind the end, is neither.
    if (!((code > 0x20 && code < 0x1680) || code > 0x3000) || code === DOT) return false;
    const dot = name.indexOf('.', at);
    if (dot === -1) return true;
    at = dot + 1;
  }
}

/** The parts of a name, without the empty ones at its end. ES: `DotExpandingXContentParser.doExpandDots`. */
export function withoutTrailingDots(name: string): string {
  return name.endsWith('.') ? name.replace(TRAILING_DOTS, '') : name;
}

/**
 * Refuses the name of a field in a document that Elasticsearch refuses before it looks at the field.
 * ES: `DotExpandingXContentParser.WrappingParser.expandDots`, `DocumentParser.throwFieldNameBlank`.
 *
 * @param parent path of the object around it
 * @throws ElasticsearchError `document_parsing_exception` (400)
 */
export function checkFieldName(name: string, parent: string, location: XContentLocation): void {
  if (name === '') throw emptyFieldName(location);
  if (!name.includes('.')) {
    checkNotBlank(name, parent, location);
    return;
  }
  const path = withoutTrailingDots(name);
  if (path === '') throw onlyDotsInName(location);
  for (const part of path.split('.')) {
    if (part === '') throw blankPartOfName(location, name);
    if (BLANK.test(part)) throw ambiguousDots(location, name);
  }
}

export function isBlankName(name: string): boolean {
  return BLANK.test(name);
}

/** The only check of names in an object that has no sub-objects, where dots mean nothing. */
export function checkNotBlank(name: string, parent: string, location: XContentLocation): void {
  if (BLANK.test(name)) throw whitespaceFieldName(location, parent === '' ? name : `${parent}.${name}`);
}
