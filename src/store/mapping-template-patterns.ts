import { regexUnreadable, unknownMatchPattern } from '../errors/dynamic-template-errors.js';
import type { JsonValue } from '../xcontent/json.js';
import { javaText } from './mapping-java-text.js';

/** How the patterns of a dynamic template are read. ES: `DynamicTemplate.MatchType`. */
export interface MatchPattern {
  readonly name: 'default' | 'simple' | 'regex';
  readonly expressions: ReadonlyMap<string, RegExp>;
}

/** @throws ElasticsearchError `mapper_parsing_exception` (400) */
export function readMatchPattern(
  template: string,
  value: JsonValue | undefined,
  patterns: readonly string[],
): MatchPattern {
  const name = value === undefined ? 'default' : javaText(value);
  if (name !== 'default' && name !== 'simple' && name !== 'regex') throw unknownMatchPattern(name);
  const compile = name === 'regex' ? (text: string) => regexOf(template, text) : simpleExpression;
  return { name, expressions: new Map(patterns.map((pattern) => [pattern, compile(pattern)])) };
}

export function matchesAny(
  { expressions }: MatchPattern,
  patterns: readonly string[],
  text: string,
): boolean {
  return patterns.some((pattern) => expressions.get(pattern)?.test(text) === true);
}

/** `*` stands for any text, every other character for itself. ES: `Regex.simpleMatch`. */
function simpleExpression(pattern: string): RegExp {
  const parts = pattern.split('*').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('.*')}$`, 's');
}

/** Java matches the whole text. Unicode mode refuses escapes that mean nothing here but something to Java. */
function regexOf(template: string, pattern: string): RegExp {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u');
  } catch {
    throw regexUnreadable(pattern, template);
  }
}
