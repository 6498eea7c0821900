/** Appends the JSON of a value; false for what JSON leaves out (undefined, functions, symbols). */
type Write = (value: unknown, parts: string[], indent: string) => boolean;

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
      if (!writeCompact(element, parts, '')) parts.push('null');
    });
    parts.push(value.length === 0 ? '[]' : ']');
    return true;
  }
  let separator = '{';
  for (const [name, member] of Object.entries(value)) {
    const mark = parts.push(`${separator}${JSON.stringify(name)}:`);
    if (writeCompact(member, parts, '')) separator = ',';
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
      if (!writePretty(element, parts, inner)) parts.push('null');
    });
    parts.push(value.length === 0 ? '[ ]' : `\n${indent}]`);
    return true;
  }
  let separator = '{';
  for (const [name, member] of Object.entries(value)) {
    const mark = parts.push(`${separator}\n${inner}${JSON.stringify(name)} : `);
    if (writePretty(member, parts, inner)) separator = ',';
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
    // JSON.stringify knows no bigint; documents with one are rare.
    return value === undefined ? 'null' : JSON.stringify(value);
  } catch (error) {
    if (error instanceof TypeError) return written(writeCompact, value);
    throw error;
  }
}

/** JSON as `?pretty` shows it, with the final line feed. Source: rest-layer A.5; ES: `usePrettyPrint`. */
export function writePrettyJson(value: unknown): string {
  return `${written(writePretty, value)}\n`;
}
