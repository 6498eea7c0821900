import fc from 'fast-check';
import { didYouMean, similarity, suggestionsFor } from '../../src/xcontent/suggestions.js';

/** The textbook recursion, for short words. */
function naiveDistance(left: string, right: string): number {
  if (left === '') return right.length;
  if (right === '') return left.length;
  const replaced = naiveDistance(left.slice(1), right.slice(1)) + (left[0] === right[0] ? 0 : 1);
  const removed = naiveDistance(left.slice(1), right) + 1;
  return Math.min(replaced, removed, naiveDistance(left, right.slice(1)) + 1);
}

describe('suggestions (rest-layer A.5)', () => {
  it('measures 1 - distance / longer length', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });
    fc.assert(
      fc.property(word, word, (left, right) => {
        const longer = Math.max(left.length, right.length);
        const expected = longer === 0 ? 1 : 1 - naiveDistance(left, right) / longer;
        expect(similarity(left, right)).toBeCloseTo(expected, 6);
      }),
    );
  });

  it('wants more than the threshold and sorts by similarity, then name', () => {
    expect(suggestionsFor('realtimee', ['refresh', 'realtime'])).toEqual(['realtime']);
    expect(suggestionsFor('ab', ['ax', 'ay'])).toEqual([]);
    expect(suggestionsFor('docss', ['dogs', 'docs', 'docx', 'doc'])).toEqual(['docs', 'doc', 'docx', 'dogs']);
    expect(suggestionsFor('abc', ['abd', 'abe', 'abb'], 0.6)).toEqual(['abb', 'abd', 'abe']);
    expect(suggestionsFor('abc', ['abd'], 0.7)).toEqual([]);
  });

  it('words them', () => {
    expect(didYouMean([])).toBe('');
    expect(didYouMean(['a'])).toBe('did you mean [a]?');
    expect(didYouMean(['a', 'b'])).toBe('did you mean any of [a, b]?');
  });
});
