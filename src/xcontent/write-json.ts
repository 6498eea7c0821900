import { isWholeFloat, metWholeFloats } from './whole-floats.js';

/** Appends the JSON of a value; false for what JSON leaves out (undefined, functions, symbols). */
type Write = (value: unknown, parts: string[], indent: string) => boolean;

/** {@link Write} for a member or an element, which may be a number that its object knows more of. */
function writeIn(
  write: Write,
  container: object,
  name: string,
  value: unknown,
  parts: string[],
  indent: string,
): boolean {
  const isWritten = write(value, parts, indent);
  // From 1e21 on JavaScript writes an exponent, and no one takes that for an integer.
  if (typeof value === 'number' && Math.abs(value) < 1e21 && isWholeFloat(container, name)) parts.push('.0');
  return isWritten;
}

function scalar(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'number':
      return JSON.stringify(value);
    case 'bigint':
      return value.toString();
    default:
      return value === null ? 'null' : undefined;
  }
}

const writeCompact: Write = (value, parts) => {
  if (typeof value !== 'object' || value === null) {
    const text = scalar(value);
    if (text !== undefined) parts.push(text);
    return text !== undefined;
  }
  if (Array.isArray(value)) {
    value.forEach((element, at) => {
      parts.push(at === 0 ? '[' : ',');
      if (!writeIn(writeCompact, value, String(at), element, parts, '')) parts.push('null');
    });
    parts.push(value.length === 0 ? '[]' : ']');
    return true;
  }
  let separator = '{';
  for (const [name, member] of Object.entries(value)) {
    const mark = parts.push(`${separator}${JSON.stringify(name)}:`);
    if (writeIn(writeCompact, value, name, member, parts, '')) separator = ',';
    else parts.length = mark - 1;
  }
  parts.push(separator === '{' ? '{}' : '}');
  return true;
};

const writePretty: Write = (value, parts, indent) => {
  if (typeof value !== 'object' || value === null) return writeCompact(value, parts, indent);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    value.forEach((element, at) => {
      parts.push(at === 0 ? `[\n${inner}` : `,\n${inner}`);
      if (!writeIn(writePretty, value, String(at), element, parts, inner)) parts.push('null');
    });
    parts.push(value.length === 0 ? '[ ]' : `\n${indent}]`);
    return true;
  }
  let separator = '{';
  for (const [name, member] of Object.entries(value)) {
    const mark = parts.push(`${separator}\n${inner}${JSON.stringify(name)} : `);
    if (writeIn(writePretty, value, name, member, parts, inner)) separator = ',';
    else parts.length = mark - 1;
  }
  parts.push(separator === '{' ? '{ }' : `\n${indent}}`);
  return true;
};

function written(write: Write, value: unknown): string {
  const parts: string[] = [];
  return write(value, parts, '') ? parts.join('') : 'null';
}

/** JSON without white space. `bigint` becomes a number, undefined members are left out. */
export function writeJson(value: unknown): string {
  try {
    // JSON.stringify knows no bigint and no 1.0; documents with one are rare.
    const text = value === undefined ? 'null' : JSON.stringify(value);
    return metWholeFloats() ? written(writeCompact, value) : text;
  } catch (error) {
    if (error instanceof TypeError) return written(writeCompact, value);
    throw error;
  }
}

/** JSON as `?pretty` shows it, with the final line feed. Source: rest-layer A.5; ES: `usePrettyPrint`. */
export function writePrettyJson(value: unknown): string {
  return `${written(writePretty, value)}\n`;
}
