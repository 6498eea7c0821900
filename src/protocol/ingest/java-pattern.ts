import { noSuchGroup } from '../../errors/ingest-document-errors.js';
import { illegalArgument } from '../../errors/request-errors.js';

/** A pattern of Java for this engine, or why it is none. */
export type JavaPattern =
  | { readonly expression: RegExp; readonly problem?: undefined; readonly gap?: undefined }
  | { readonly expression?: undefined; readonly problem: string; readonly gap: string | undefined };

const FLAGS = /^\(\?([ims]+)\)/;
const SYNTAX = '^$\\.*+?()[]{}|/';

/**
 * Reads a regular expression of Java. Unicode mode refuses what only Java reads (possessive quantifiers, `\Q`), so
 * nothing matches by another meaning; escapes of marks that need none mean the mark, as they do there.
 */
export function readJavaPattern(pattern: string): JavaPattern {
  const flags = FLAGS.exec(pattern)?.[1] ?? '';
  const source = pattern
    .replace(FLAGS, '')
    .replace(/\\([^a-zA-Z0-9])/g, (escape, mark: string) =>
      SYNTAX.includes(mark) ? escape : `\\u{${(mark.codePointAt(0) ?? 0).toString(16)}}`,
    );
  try {
    return { expression: new RegExp(source, `gu${flags}`) };
  } catch (error) {
    return refusal(pattern, String(error));
  }
}

/** ES: `java.util.regex.PatternSyntaxException.getMessage`. */
function refusal(pattern: string, message: string): JavaPattern {
  if (message.includes('Unterminated character class')) {
    return { problem: syntaxError(pattern, 'Unclosed character class', pattern.length - 1), gap: undefined };
  }
  if (message.includes('Unterminated group')) {
    return { problem: syntaxError(pattern, 'Unclosed group', pattern.length), gap: undefined };
  }
  return { problem: pattern, gap: `regular expression [${pattern}]` };
}

function syntaxError(pattern: string, problem: string, index: number): string {
  return `${problem} near index ${index}\n${pattern}${index < pattern.length ? `\n${' '.repeat(index)}^` : ''}`;
}

/**
 * What a replacement of Java stands for: `$1` is a group, a backslash keeps what follows as it is.
 * ES: `Matcher.appendReplacement`.
 */
export function expandReplacement(replacement: string, groups: readonly (string | undefined)[]): string {
  let result = '';
  for (let at = 0; at < replacement.length; at += 1) {
    const character = replacement.charAt(at);
    if (character === '\\') {
      at += 1;
      if (at === replacement.length) throw illegalArgument('character to be escaped is missing');
      result += replacement.charAt(at);
    } else if (character === '$') {
      const digits = groupDigits(replacement.slice(at + 1), groups.length);
      if (Number(digits) >= groups.length) throw noSuchGroup(digits);
      result += groups[Number(digits)] ?? '';
      at += digits.length;
    } else result += character;
  }
  return result;
}

/** One digit, and more of them as long as there is such a group. */
function groupDigits(text: string, count: number): string {
  const digits = /^\d+/.exec(text)?.[0] ?? '';
  if (digits === '') throw illegalArgument('Illegal group reference');
  let length = 1;
  while (length < digits.length && Number(digits.slice(0, length + 1)) < count) length += 1;
  return digits.slice(0, length);
}
