function levenshtein(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const isSame = left.charCodeAt(row - 1) === right.charCodeAt(column - 1);
      const replaced = (previous[column - 1] ?? 0) + (isSame ? 0 : 1);
      const removed = (previous[column] ?? 0) + 1;
      const inserted = (current[column - 1] ?? 0) + 1;
      current.push(Math.min(replaced, removed, inserted));
    }
    previous = current;
  }
  return previous[right.length] ?? 0;
}

/** 1 for equal words down to 0, as a 32-bit float. ES: Lucene `LevenshteinDistance.getDistance`. */
export function similarity(left: string, right: string): number {
  if (left.length === 0 && right.length === 0) return 1;
  if (left.length === 0 || right.length === 0) return 0;
  return Math.fround(1 - Math.fround(levenshtein(left, right) / Math.max(left.length, right.length)));
}

/**
 * The candidates that look like an invalid name, the most similar first, then by name.
 * Source: rest-layer A.5; ES: `SuggestingErrorOnUnknown.suggest`.
 * @param threshold what the similarity must exceed; 0.5 in Elasticsearch
 */
export function suggestionsFor(invalid: string, candidates: Iterable<string>, threshold = 0.5): string[] {
  return Array.from(candidates, (name) => ({ name, score: similarity(invalid, name) }))
    .filter(({ score }) => score > threshold)
    .sort((left, right) => right.score - left.score || (left.name < right.name ? -1 : 1))
    .map(({ name }) => name);
}

/** `did you mean [x]?`, `did you mean any of [x, y]?` or nothing. */
export function didYouMean(suggestions: readonly string[]): string {
  if (suggestions.length === 0) return '';
  const [only] = suggestions;
  return suggestions.length === 1 && only !== undefined
    ? `did you mean [${only}]?`
    : `did you mean any of [${suggestions.join(', ')}]?`;
}
