import { scriptNotEmulated, scriptNullReference } from '../../errors/ingest-errors.js';
import { isJsonObject, type JsonValue } from '../../xcontent/json.js';
import type { IngestDocument } from './ingest-document.js';

export type Condition = (document: IngestDocument) => boolean;

const COMPARISON = /^ctx((?:\??\.\w+)+)\s*(==|!=)\s*(null|true|false|-?\d+(?:\.\d+)?|'[^'\\]*'|"[^"\\]*")$/;
const CONTAINS = /^(!?)\s*ctx\??\.containsKey\(\s*(?:'([^'\\]*)'|"([^"\\]*)")\s*\)$/;

/**
 * The `if` of a processor: `true`, `false`, comparisons of a field with a literal, and `ctx.containsKey`, joined by `&&` and `||`.
 *
 * @throws ElasticsearchError `script_exception` (400) for any other Painless, which is not emulated.
 */
export function compileCondition(script: string): Condition {
  const alternatives = script
    .split('||')
    .map((alternative) => alternative.split('&&').map((atom) => compileAtom(atom.trim(), script)));
  return (document) => alternatives.some((atoms) => atoms.every((holds) => holds(document)));
}

function compileAtom(atom: string, script: string): Condition {
  if (atom === 'true' || atom === 'false') return () => atom === 'true';
  const contains = CONTAINS.exec(atom);
  if (contains) {
    const key = contains[2] ?? contains[3] ?? '';
    const isNegated = contains[1] === '!';
    return (document) => (document.lookUp([key]) !== undefined) !== isNegated;
  }
  const [, path = '', operator = '', literal = ''] = COMPARISON.exec(atom) ?? [];
  if (path === '') throw scriptNotEmulated(script, 'Painless condition');
  const steps = [...path.matchAll(/(\??)\.(\w+)/g)].map(([, safe, name = '']) => ({
    name,
    isSafe: safe === '?',
  }));
  const expected = readLiteral(literal);
  return (document) => isSame(resolve(document, steps, script), expected) === (operator === '==');
}

interface Step {
  readonly name: string;
  readonly isSafe: boolean;
}

/** `a.b` of something null fails, `a?.b` is null. */
function resolve(document: IngestDocument, steps: readonly Step[], script: string): JsonValue {
  const [first, ...rest] = steps;
  let at: JsonValue = (first && document.lookUp([first.name])) ?? null;
  for (const { name, isSafe } of rest) {
    if (at === null) {
      if (!isSafe) throw scriptNullReference(script, name);
      return null;
    }
    at = isJsonObject(at) && Object.hasOwn(at, name) ? (at[name] as JsonValue) : null;
  }
  return at;
}

function readLiteral(literal: string): JsonValue {
  if (literal === 'null') return null;
  if (literal === 'true' || literal === 'false') return literal === 'true';
  return /^['"]/.test(literal) ? literal.slice(1, -1) : Number(literal);
}

function isSame(left: JsonValue, right: JsonValue): boolean {
  return left === right;
}
