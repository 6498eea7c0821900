import { describeDocuments } from './describe-documents.js';

describeDocuments('names of fields with dots behind', (given) => {
  it('are found by the name without', async () => {
    await given.call('PUT', '/books', { mappings: { properties: { k: { type: 'keyword' } } } });
    await given.call('PUT', '/books/_doc/1?refresh=true', { 'k.': 'v', 'n.': { 'a.': 1 } });
    const found = async (query: unknown): Promise<unknown> =>
      (await given.call('POST', '/books/_count', { query })).body;
    expect(await found({ term: { k: 'v' } })).toMatchObject({ count: 1 });
    expect(await found({ term: { 'n.a': 1 } })).toMatchObject({ count: 1 });
    expect((await given.call('GET', '/books/_mapping')).body).toMatchObject({
      books: { mappings: { properties: { n: { properties: { a: { type: 'long' } } } } } },
    });
  });
});
