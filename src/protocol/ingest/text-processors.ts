import { asRefusal } from '../../errors/elasticsearch-error.js';
import { fieldErrors } from '../../errors/ingest-document-errors.js';
import { javaText } from '../../store/mapping-java-text.js';
import { javaClassOf } from '../../xcontent/java-class.js';
import type { JsonValue } from '../../xcontent/json.js';
import type { IngestDocument } from './ingest-document.js';
import { expandReplacement, readJavaPattern } from './java-pattern.js';
import type { ProcessorConfig } from './processor-config.js';
import type { ProcessorFactory } from './processors.js';

/** Changes one text, or each text of a list. ES: `AbstractStringProcessor`. */
function textProcessor(prepare: (config: ProcessorConfig) => (text: string) => string): ProcessorFactory {
  return (config) => {
    const field = config.text('field');
    const ignoresMissing = config.flag('ignore_missing', false);
    const target = config.optionalText('target_field') ?? field;
    const change = prepare(config);
    return (document) => {
      apply(document, field, target, ignoresMissing, change);
    };
  };
}

function apply(
  document: IngestDocument,
  field: string,
  target: string,
  ignoresMissing: boolean,
  change: (text: string) => string,
): void {
  const value = document.getText(field, ignoresMissing);
  if (value === undefined) return;
  if (typeof value === 'string') {
    document.set(target, change(value));
    return;
  }
  const changed = value.map((member: JsonValue) => {
    if (typeof member === 'string') return change(member);
    throw fieldErrors.memberNotA(field, javaText(member), javaClassOf(member));
  });
  document.set(target, changed);
}

/** ES: `LowercaseProcessor`. */
export const lowercase = textProcessor(() => (text) => text.toLowerCase());

/** ES: `UppercaseProcessor`. */
export const uppercase = textProcessor(() => (text) => text.toUpperCase());

/** ES: `TrimProcessor`: Java's `trim` takes away everything up to the space. */
export const trim = textProcessor(() => (text) => {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) <= 0x20) start += 1;
  while (end > start && text.charCodeAt(end - 1) <= 0x20) end -= 1;
  return text.slice(start, end);
});

/** ES: `GsubProcessor`. Java's and JavaScript's regular expressions agree on what pipelines usually need. */
export const gsub = textProcessor((config) => {
  const pattern = config.text('pattern');
  const replacement = config.text('replacement');
  const { expression, problem, gap } = readJavaPattern(pattern);
  if (expression === undefined) throw invalidPattern(config, problem, gap);
  return (text) =>
    text.replace(expression, (...match: unknown[]) => expandReplacement(replacement, groupsOf(match)));
});

function invalidPattern(config: ProcessorConfig, problem: string, gap: string | undefined): Error {
  const error = config.fail('pattern', `Invalid regex pattern. ${problem}`);
  return gap === undefined ? error : asRefusal(error, gap);
}

/** The match and its groups, without the offset and what else `replace` says. */
function groupsOf(match: readonly unknown[]): (string | undefined)[] {
  const end = match.findIndex((member) => typeof member === 'number');
  return match.slice(0, end) as (string | undefined)[];
}
