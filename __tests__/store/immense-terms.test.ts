import { parseDocument } from '../../src/store/mapping.js';
import type { JsonObject } from '../../src/xcontent/json.js';
import { thrownBy } from '../clock/thrown-by.js';

const of = (definition: JsonObject): JsonObject => Object.freeze({ properties: { f: definition } });
const keyword: JsonObject = { type: 'keyword' };

const message = (field: string, prefix: string): string =>
  `Document contains at least one immense term in field="${field}" (whose UTF8 encoding is longer than the max ` +
  'length 32766), all of which were skipped. Please correct the analyzer to not produce such terms. ' +
  `The prefix of the first immense term is: '[${prefix}]...'`;

describe('a keyword longer than a term of Lucene’s (ES: `KeywordFieldMapper.indexValue`)', () => {
  it('is refused with the first 30 of its bytes', () => {
    const text = 'x'.repeat(32_767);
    const error = thrownBy(() => parseDocument(of(keyword), 'one', { f: text }));
    expect(error).toMatchObject({
      status: 400,
      type: 'document_parsing_exception',
      reason: `[1:6] failed to parse field [f] of type [keyword] in document with id 'one'. Preview of field's value: '${text}'`,
      cause: {
        type: 'illegal_argument_exception',
        reason: message('f', Array.from({ length: 30 }, () => '120').join(', ')),
      },
    });
  });

  it('is measured and shown in the bytes of Java', () => {
    const error = thrownBy(() => parseDocument(of(keyword), 'one', { f: ['a', '€'.repeat(10_923)] }));
    expect(error?.cause?.reason).toBe(
      message('f', Array.from({ length: 10 }, () => '-30, -126, -84').join(', ')),
    );
  });

  it.each<[string, JsonObject, string]>([
    ['a sub-field', { type: 'text', fields: { raw: keyword } }, '[f.raw] of type [keyword]'],
    ['doc values alone', { type: 'keyword', index: false }, '[f] of type [keyword]'],
    ['an index alone', { type: 'keyword', doc_values: 'false' }, '[f] of type [keyword]'],
    ['a stored field', { type: 'keyword', index: false, doc_values: false, store: true }, '[f]'],
    ['a high ignore_above', { type: 'keyword', ignore_above: 32_767 }, '[f] of type [keyword]'],
  ])('is refused for %s', (_, definition, place) => {
    const error = thrownBy(() => parseDocument(of(definition), 'one', { f: 'x'.repeat(32_767) }));
    expect(error?.reason).toContain(`failed to parse field ${place}`);
  });

  it.each<[string, JsonObject, string]>([
    ['32,766 bytes', keyword, 'x'.repeat(32_766)],
    ['32,766 bytes in three', keyword, '€'.repeat(10_922)],
    ['what ignore_above passes over', { type: 'keyword', ignore_above: 256 }, 'x'.repeat(32_767)],
    ['an ignore_above just below', { type: 'keyword', ignore_above: 32_766 }, 'x'.repeat(32_767)],
    ['a field that keeps nothing', { type: 'keyword', index: false, doc_values: false }, 'x'.repeat(32_767)],
    ['text', { type: 'text' }, 'x'.repeat(32_767)],
    ['a wildcard field', { type: 'wildcard' }, 'x'.repeat(32_767)],
  ])('is fine: %s', (_, definition, text) => {
    const mappings = of(definition);
    expect(parseDocument(mappings, 'one', { f: text })).toBe(mappings);
  });
});
