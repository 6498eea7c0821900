import { describeDocuments } from './describe-documents.js';

const LONGS = ['9223372036854775807', '-9223372036854775808'] as const;
const INTS = ['2147483647', '-2147483648'] as const;

describe.each([
  ['8.18.0', LONGS],
  ['8.19.0', INTS],
  ['9.0.0', LONGS],
  ['9.1.0', INTS],
])('in %s', (version, extremes) => {
  describeDocuments(
    'sort values of missing numbers (ES: pull requests 127968 and 128832)',
    (given) => {
      beforeEach(async () => {
        const types = ['integer', 'short', 'byte', 'long', 'date'];
        const properties = Object.fromEntries(types.map((type) => [type, { type }]));
        await given.call('PUT', '/numbers', { mappings: { properties } });
        await given.call('PUT', '/numbers/_doc/1', {});
        await given.call('PUT', '/numbers/_doc/2', { integer: 5 });
        await given.call('PUT', '/numbers/_doc/3', {});
      });

      const hits = async (body: unknown) =>
        (await given.call('POST', '/numbers/_search?filter_path=hits.hits.sort,hits.hits._id', body)).text;

      it.each([
        ['integer', extremes],
        ['short', extremes],
        ['byte', extremes],
        ['long', LONGS],
        ['date', LONGS],
      ])('%s', async (field, [highest, lowest]) => {
        expect(await hits({ query: { ids: { values: ['1'] } }, sort: [{ [field]: 'asc' }] })).toContain(
          `"sort":[${highest}]`,
        );
        expect(await hits({ query: { ids: { values: ['1'] } }, sort: [{ [field]: 'desc' }] })).toContain(
          `"sort":[${lowest}]`,
        );
        const unmapped = [{ nope: { unmapped_type: field, missing: '_first' } }];
        expect(await hits({ query: { ids: { values: ['1'] } }, sort: unmapped })).toContain(
          `"sort":[${lowest}]`,
        );
      });

      it('are where the next page goes on', async () => {
        const page = (after: string) => hits(`{"size":1,"sort":["integer","_doc"],"search_after":${after}}`);
        expect(await page('[5,1]')).toBe(`{"hits":{"hits":[{"_id":"1","sort":[${extremes[0]},0]}]}}`);
        expect(await page(`[${extremes[0]},0]`)).toContain('"_id":"3"');
        expect(await page(`[${extremes[0]},2]`)).toBe('{}');
      });
    },
    { version },
  );
});
