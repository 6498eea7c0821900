import { describeDocuments, lines } from './describe-documents.js';

interface SearchAnswer {
  readonly hits: { readonly hits: readonly { readonly _id: string; readonly matched_queries?: unknown }[] };
}

/** Every clause that takes a name, so that it finds the first book. */
const clauses: readonly [string, object][] = [
  ['match_all', { _name: 'nn' }],
  ['term', { year: { value: 1965, _name: 'nn' } }],
  ['terms', { year: [1965], _name: 'nn' }],
  ['ids', { values: ['1'], _name: 'nn' }],
  ['exists', { field: 'year', _name: 'nn' }],
  ['range', { year: { lt: 1970, _name: 'nn' } }],
  ['prefix', { 'title.keyword': { value: 'Du', _name: 'nn' } }],
  ['wildcard', { 'title.keyword': { value: 'Du*', _name: 'nn' } }],
  ['match', { title: { query: 'dune', _name: 'nn' } }],
  ['bool', { must: { match_all: {} }, _name: 'nn' }],
  ['constant_score', { filter: { match_all: {} }, _name: 'nn' }],
  ['nested', { path: 'authors', query: { match_all: {} }, _name: 'nn' }],
];

describeDocuments('named queries', (given) => {
  beforeEach(async () => {
    await given.call('PUT', '/books', { mappings: { properties: { authors: { type: 'nested' } } } });
    await given.call(
      'POST',
      '/_bulk',
      lines(
        { index: { _index: 'books', _id: '1' } },
        { title: 'Dune', year: 1965, authors: [{ name: 'Frank' }, { name: 'Brian' }] },
        { index: { _index: 'books', _id: '2' } },
        { title: 'Emma', year: 1815, authors: { name: 'Jane' } },
      ),
    );
  });

  const search = async (body: object, path = '/books/_search') =>
    (await given.call('POST', path, body)).body as SearchAnswer;
  const matched = async (query: object) =>
    Object.fromEntries((await search({ query })).hits.hits.map((hit) => [hit._id, hit.matched_queries]));
  const term = (field: string, value: unknown, _name: string) => ({ term: { [field]: { value, _name } } });

  it.each(clauses)('tells of a %s by its name (ES: MatchedQueriesPhase)', async (clause, body) => {
    expect(await matched({ [clause]: body })).toMatchObject({ '1': ['nn'] });
  });

  it('ends the hit, after the sort values, and is left out without a name (ES: SearchHit.toInnerXContent)', async () => {
    const { text } = await given.call('POST', '/books/_search?filter_path=hits.hits', {
      _source: false,
      sort: ['year'],
      query: { match_all: {} },
      post_filter: term('year', 1965, 'nn'),
    });
    expect(text).toBe(
      '{"hits":{"hits":[{"_index":"books","_id":"1","_score":null,"sort":[1965],"matched_queries":["nn"]}]}}',
    );
    expect(Object.keys((await search({})).hits.hits[0] ?? {})).not.toContain('matched_queries');
  });

  it('tries each clause for itself, wherever it stands', async () => {
    const query = {
      bool: {
        should: [term('year', 1965, 'should'), { match_all: {} }],
        filter: { constant_score: { filter: term('title', 'emma', 'deep') } },
        must_not: { bool: { must: [term('year', 1815, 'not'), term('year', 1, 'never')] } },
        minimum_should_match: 0,
      },
    };
    expect(await matched(query)).toEqual({ '2': expect.arrayContaining(['deep', 'not']) as unknown });
    expect((await matched(query))['2']).toHaveLength(2);
  });

  it('tries what is inside a nested on the whole document', async () => {
    const inside = {
      bool: { should: [term('authors.name', 'frank', 'name'), { match_all: { _name: 'all' } }] },
    };
    const query = { nested: { path: 'authors', query: inside, _name: 'nested' } };
    expect(await matched(query)).toEqual({ '1': ['all', 'nested'], '2': ['all', 'nested'] });
  });

  it('gives the names in the order of a Java HashMap, the last of equal ones', async () => {
    const should = [term('year', 1965, 'a'), term('year', 1965, 'p'), term('year', 1815, 'b')];
    expect(await matched({ bool: { should: [...should, term('year', 1965, 'b')] } })).toEqual({
      '1': ['p', 'a', 'b'],
      '2': undefined,
    });
    const many = 'a b c d e f g h i j k l m'.split(' ').map((letter) => `x${letter}`);
    const named = (names: string[]) =>
      matched({ bool: { should: names.map((name) => term('year', 1965, name)) } });
    expect((await named(many.slice(0, 12)))['1']).toEqual([...many.slice(7, 12), ...many.slice(0, 7)]);
    expect((await named(many))['1']).toEqual(many);
  });

  it('gives scores on request, in a multi-search too (ES: RestSearchAction.RESPONSE_PARAMS)', async () => {
    const query = { bool: { must: { term: { year: { value: 1965, boost: 2, _name: 'nn' } } } } };
    const scored = { hits: { hits: [{ matched_queries: { nn: 2 } }] } };
    expect(await search({ query }, '/books/_search?include_named_queries_score=true')).toMatchObject(scored);
    const { body } = await given.call(
      'POST',
      '/_msearch?include_named_queries_score=true',
      lines({ index: 'books' }, { query }),
    );
    expect(body).toMatchObject({ responses: [scored] });
  });

  it('says nothing of names in the filter of an alias (ES: ShardSearchRequest.parseAliasFilter)', async () => {
    const filter = term('year', 1965, 'alias');
    await given.call('POST', '/_aliases', { actions: [{ add: { index: 'books', alias: 'old', filter } }] });
    const { hits } = await search({ query: term('title', 'dune', 'nn') }, '/old/_search');
    expect(hits.hits).toMatchObject([{ _id: '1', matched_queries: ['nn'] }]);
  });
});
