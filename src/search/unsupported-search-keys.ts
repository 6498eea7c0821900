/** Real keys of a search body that are refused as unknown ones are, and reported as a gap. */
const UNSUPPORTED: ReadonlySet<string> = new Set([
  'collapse',
  'explain',
  'highlight',
  'indices_boost',
  'knn',
  'profile',
  'rank',
  'rescore',
  'retriever',
  'runtime_mappings',
  'script_fields',
  'sub_searches',
  'suggest',
]);

export function isUnsupportedSearchKey(key: string): boolean {
  return UNSUPPORTED.has(key);
}
