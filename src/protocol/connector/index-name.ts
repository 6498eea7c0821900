import { unusableIndexName } from '../../errors/connector-errors.js';
import { bytesBetween } from '../../xcontent/json-location.js';

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
  const bytes = bytesBetween(name, 0, name.length);
  if (bytes > MOST_BYTES) return `index name is too long, (${bytes} > ${MOST_BYTES})`;
  return name === '.' || name === '..' ? "must not be '.' or '..'" : undefined;
}

/** The message of a request's `validate()` for an index name, if there is something to say. */
export function validateIndexName(name: string | null | undefined): readonly string[] {
  if (name == null) return [];
  const problem = indexNameProblem(name);
  return problem === undefined ? [] : [unusableIndexName(name, problem)];
}
