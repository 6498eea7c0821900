import { basic, secured, type Secured, type SecuredAnswer, type SecuredOptions } from './secured.js';

const elastic = basic('elastic', 'changeme');
const security = { users: { elastic: 'changeme' } };

interface Entry {
  readonly names: readonly string[];
  readonly privileges: readonly string[];
  readonly query?: unknown;
}

interface Library {
  readonly admin: Call;
  /** Calls with a new key that has these entries, each list in a descriptor of its own. */
  readonly keyed: (...descriptors: readonly (readonly Entry[])[]) => Promise<Call>;
}

type Call = (method: string, path: string, body?: unknown) => Promise<SecuredAnswer>;

/** Two indices with documents of Ann and of Bob. */
async function library(options: SecuredOptions = {}): Promise<Library> {
  const { call }: Secured = secured({ security, ...options });
  const admin: Call = (method, path, body) => call(method, path, body, elastic);
  for (const index of ['s1', 's2']) {
    const mappings = { properties: { acl: { type: 'keyword' }, n: { type: 'long' } } };
    await admin('PUT', `/${index}`, { mappings });
    await admin('PUT', `/${index}/_doc/a`, { acl: ['ann'], n: 1 });
    await admin('PUT', `/${index}/_doc/b`, { acl: ['bob'], n: 2 });
    await admin('PUT', `/${index}/_doc/c`, { acl: ['ann', 'bob'], n: 3 });
  }
  return {
    admin,
    keyed: async (...descriptors) => {
      const role_descriptors = Object.fromEntries(descriptors.map((index, at) => [`r${at}`, { index }]));
      const { body, status } = await admin('POST', '/_security/api_key', { name: 'k', role_descriptors });
      expect(status).toBe(200);
      return (method, path, sent) => call(method, path, sent, `ApiKey ${body.encoded}`);
    },
  };
}

const ofAnn = { terms: { acl: ['ann'] } };
const ann = { names: ['s1'], privileges: ['read'], query: ofAnn };

function ndjson(lines: readonly unknown[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

function ids({ body }: SecuredAnswer): string[] {
  return (body.hits.hits as readonly { _id: string }[]).map(({ _id: id }) => id);
}

describe('an API key with a query (ES: DocumentPermissions)', () => {
  it('searches what the query matches, aggregations and totals included', async () => {
    const { keyed } = await library();
    const call = await keyed([ann]);
    const found = await call('POST', '/s1/_search', { aggs: { sum: { sum: { field: 'n' } } } });
    expect(ids(found)).toEqual(['a', 'c']);
    expect(found.body.hits.total.value).toBe(2);
    expect(found.body.hits.max_score).toBe(1);
    expect(found.body.aggregations.sum.value).toBe(4);
    const asked = { query: { term: { n: 2 } } };
    expect(ids(await call('POST', '/s1/_search', asked))).toEqual([]);
    expect(ids(await call('GET', '/s1/_search?q=n:3'))).toEqual(['c']);
  });

  it('counts what it matches', async () => {
    const { keyed } = await library();
    const call = await keyed([ann]);
    expect((await call('GET', '/s1/_count')).body.count).toBe(2);
    expect((await call('POST', '/s1/_count', { query: { term: { acl: 'bob' } } })).body.count).toBe(1);
  });

  it('scrolls through what it matches', async () => {
    const { keyed } = await library();
    const call = await keyed([ann]);
    const first = await call('POST', '/s1/_search?scroll=1m', { size: 1 });
    expect(first.body.hits.total.value).toBe(2);
    const { _scroll_id: id } = first.body;
    expect(ids(await call('POST', '/_search/scroll', { scroll_id: id }))).toEqual(['c']);
    expect(ids(await call('POST', '/_search/scroll', { scroll_id: id }))).toEqual([]);
  });

  it('sees what it matches of a point in time, whoever opened it', async () => {
    const { admin, keyed } = await library();
    const call = await keyed([ann]);
    for (const opener of [admin, call]) {
      const { body } = await opener('POST', '/s1/_pit?keep_alive=1m');
      expect(ids(await call('POST', '/_search', { pit: { id: body.id } }))).toEqual(['a', 'c']);
    }
    const all = await admin('POST', '/s1,s2/_pit?keep_alive=1m');
    expect(ids(await call('POST', '/_search', { pit: { id: all.body.id } }))).toEqual(['a', 'c']);
  });

  it('does not find the other documents', async () => {
    const { keyed } = await library();
    const call = await keyed([ann]);
    expect((await call('GET', '/s1/_doc/a')).status).toBe(200);
    const hidden = await call('GET', '/s1/_doc/b');
    expect(hidden.status).toBe(404);
    expect(hidden.body).toEqual({ _index: 's1', _id: 'b', found: false });
    expect((await call('GET', '/s1/_doc/b?version=9')).status).toBe(404);
    expect((await call('HEAD', '/s1/_doc/b')).status).toBe(404);
    expect((await call('HEAD', '/s1/_doc/c')).status).toBe(200);
    expect((await call('GET', '/s1/_source/b')).body.error.reason).toBe('Document not found [s1]/[b]');
    expect((await call('GET', '/s1/_source/a')).body.n).toBe(1);
    expect((await call('HEAD', '/s1/_source/b')).status).toBe(404);
  });

  it('does not find them at once, and not in an index that it may not read', async () => {
    const { keyed } = await library();
    const call = await keyed([ann]);
    const { body } = await call('POST', '/_mget', {
      docs: [
        { _index: 's1', _id: 'a' },
        { _index: 's1', _id: 'b' },
        { _index: 's2', _id: 'a' },
      ],
    });
    expect(body.docs[0].found).toBe(true);
    expect(body.docs[1]).toEqual({ _index: 's1', _id: 'b', found: false });
    expect(body.docs[2].error.reason).toMatch(
      /^action \[indices:data\/read\/mget\[shard\]\] is unauthorized for API key id \[.*\] on indices \[s2\], /,
    );
  });

  it('sees documents that no refresh has shown yet as they are', async () => {
    const { admin, keyed } = await library();
    const call = await keyed([ann]);
    await admin('PUT', '/s1/_doc/b', { acl: ['ann'] });
    await admin('PUT', '/s1/_doc/a', { acl: [] });
    expect((await call('GET', '/s1/_doc/b')).status).toBe(200);
    expect((await call('GET', '/s1/_doc/a')).status).toBe(404);
  });

  it.each([
    { nested: { path: 'people', query: { term: { 'people.name': 'ann' } } } },
    { ids: { values: ['1'] } },
    { term: { _id: '1' } },
    { exists: { field: 'place.town' } },
    { wildcard: { '*.town': 'x' } },
    { bool: { must_not: { term: { 'place.town': 'y' } } } },
  ])('asks single documents what it asks all: %j', async (query) => {
    const { admin, keyed } = await library();
    const people = { type: 'nested', properties: { name: { type: 'keyword' } } };
    const place = { properties: { town: { type: 'keyword' } } };
    await admin('PUT', '/s3', { mappings: { properties: { people, place } } });
    await admin('PUT', '/s3/_doc/1', { people: [{ name: 'ann' }], place: { town: 'x' } });
    await admin('PUT', '/s3/_doc/2', { people: [{ name: 'bob' }] });
    await admin('PUT', '/s3/_doc/3', { people: [{ name: 'bob' }], place: { town: 'y' } });
    const call = await keyed([{ names: ['s3'], privileges: ['read'], query }]);
    const found = ids(await call('GET', '/s3/_search'));
    for (const id of ['1', '2', '3']) {
      expect((await call('GET', `/s3/_doc/${id}`)).status).toBe(found.includes(id) ? 200 : 404);
    }
  });

  it('finds through a multi-search what each index lets it see', async () => {
    const { keyed } = await library();
    const call = await keyed([ann]);
    const searches = ndjson([{ index: 's1' }, {}, { index: ['s1', 's2'] }, {}]);
    const { body } = await call('POST', '/_msearch', searches);
    expect(body.responses[0].hits.hits).toHaveLength(2);
    expect(body.responses[1].status).toBe(403);
    expect(body.responses[1].error.reason).toMatch(/^action \[indices:data\/read\/search\] .* \[s2\], /);
  });

  it('reaches by a pattern what it may read only', async () => {
    const { keyed } = await library();
    const call = await keyed([ann]);
    for (const path of ['/_search', '/s*/_search', '/_all/_search']) {
      const { body } = await call('GET', path);
      expect(body.hits.total.value).toBe(2);
      expect(body._shards.total).toBe(1);
    }
    expect((await call('GET', '/_count')).body.count).toBe(2);
    expect((await call('GET', '/s2/_search')).status).toBe(403);
  });

  it('goes through an alias that its entry names', async () => {
    const { admin, keyed } = await library();
    await admin('PUT', '/s1/_alias/shelf', { filter: { term: { n: 3 } } });
    const call = await keyed([{ ...ann, names: ['shelf'] }]);
    expect(ids(await call('GET', '/shelf/_search'))).toEqual(['c']);
    expect((await call('GET', '/shelf/_doc/a')).status).toBe(200);
    expect((await call('GET', '/shelf/_doc/b')).status).toBe(404);
    expect((await call('GET', '/s1/_search')).status).toBe(403);
  });

  it('deletes by query what it sees', async () => {
    const { admin, keyed } = await library();
    const call = await keyed([{ ...ann, privileges: ['read', 'write'] }]);
    const { body } = await call('POST', '/s1/_delete_by_query', { query: { match_all: {} } });
    expect(body.deleted).toBe(2);
    expect(ids(await admin('GET', '/s1/_search'))).toEqual(['b']);
    const { body: updated } = await call('POST', '/s1/_update_by_query');
    expect(updated.updated).toBe(0);
  });

  it("needs to read for that (ES: the search of a by-query request is the sender's)", async () => {
    const { keyed } = await library();
    const call = await keyed([{ names: ['s1'], privileges: ['write'] }]);
    const answer = await call('POST', '/s1/_delete_by_query', { query: { match_all: {} } });
    expect(answer.status).toBe(403);
    expect(answer.body.error.reason).toMatch(/^action \[indices:data\/read\/search\]/);
    expect((await call('POST', '/s1/_update_by_query')).status).toBe(403);
  });

  it('refuses updates, which would rest on what it does not see', async () => {
    const { keyed } = await library();
    const call = await keyed([{ ...ann, privileges: ['read', 'write'] }]);
    const single = await call('POST', '/s1/_update/a', { doc: { n: 9 } });
    expect(single.status).toBe(400);
    expect(single.body.error).toMatchObject({
      type: 'security_exception',
      reason: "Can't execute an update request if field or document level security is enabled",
    });
    const lines = [
      { update: { _index: 's1', _id: 'a' } },
      { doc: { n: 9 } },
      { delete: { _index: 's1', _id: 'b' } },
    ];
    const { body } = await call('POST', '/_bulk', ndjson(lines));
    expect(body.items[0].update).toMatchObject({
      _index: 's1',
      _id: 'a',
      status: 400,
      error: {
        type: 'security_exception',
        reason:
          "Can't execute a bulk item request with update requests embedded if field or document level security is enabled",
      },
    });
    expect(body.items[1].delete.status).toBe(200);
    expect((await call('PUT', '/s1/_doc/b', { n: 1 })).status).toBe(201);
  });
});
