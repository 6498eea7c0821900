import { unusableIndexName } from '../../errors/connector-errors.js';

const FORBIDDEN = /[\\/*?"<>| ,]/;
const MOST_BYTES = 255;

/**
 * Why a name cannot be that of an index or alias; undefined if it can. Upper case is not looked at.
 * Source: connectors §3.1; ES: `MetadataCreateIndexService.validateIndexOrAliasName`.
 */
export function indexNameProblem(name: string): string | undefined {
  if (name === '') return 'must not be empty';
  if (FORBIDDEN.test(name)) {
    return String.raw`must not contain the following characters [' ','"','*',',','/','<','>','?','\','|']`;
  }
  if (name.includes('#')) return "must not contain '#'";
  if (name.includes(':')) return "must not contain ':'";
  if (/^[_+-]/.test(name)) return "must not start with '_', '-', or '+'";
  const bytes = utf8Length(name);
  if (bytes > MOST_BYTES) return `index name is too long, (${bytes} > ${MOST_BYTES})`;
  return name === '.' || name === '..' ? "must not be '.' or '..'" : undefined;
}

/** The message of a request's `validate()` for an index name, if there is something to say. */
export function validateIndexName(name: string | null | undefined): readonly string[] {
  if (name == null) return [];
  const problem = indexNameProblem(name);
  return problem === undefined ? [] : [unusableIndexName(name, problem)];
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
