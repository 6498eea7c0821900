import { describeDocuments, lines } from './describe-documents.js';

describeDocuments(
  'documents and searches near real time',
  (given) => {
    const found = async () => ((await given.call('GET', '/books/_count')).body as { count: number }).count;

    beforeEach(async () => {
      await given.call('PUT', '/books', { settings: { refresh_interval: '-1' } });
      await given.call('PUT', '/books/_doc/1', { a: 1 });
    });

    it('reads by id what no search sees yet (rest-layer B.12)', async () => {
      expect((await given.call('GET', '/books/_doc/1')).status).toBe(200);
      expect((await given.call('GET', '/books/_doc/1?realtime=false')).status).toBe(404);
      expect((await given.call('GET', '/books/_doc/1?refresh=true')).status).toBe(200);
      expect(await found()).toBe(0);
    });

    it.each(['/books/_refresh', '/_refresh', '/b*/_refresh'])(
      '%s makes it visible (rest-layer B.12)',
      async (path) => {
        const answer = await given.call('POST', path);
        expect(answer.text).toBe('{"_shards":{"total":2,"successful":1,"failed":0}}');
        expect(await found()).toBe(1);
      },
    );

    it('a get that refreshes makes it visible, if it is not real-time (rest-layer B.4)', async () => {
      await given.call('GET', '/books/_doc/1?realtime=false&refresh=true');
      expect(await found()).toBe(1);
    });

    it.each(['true', 'wait_for', ''])(
      'a write with refresh=%s makes it visible (rest-layer B.12)',
      async (value) => {
        await given.call('PUT', `/books/_doc/2?refresh=${value}`, {});
        expect(await found()).toBe(2);
      },
    );

    it('so does a bulk, and a delete (rest-layer B.12)', async () => {
      await given.call('POST', '/_bulk?refresh=true', lines({ index: { _index: 'books' } }, {}));
      expect(await found()).toBe(2);
      await given.call('DELETE', '/books/_doc/1');
      expect(await found()).toBe(2);
      await given.call('DELETE', '/books/_doc/77?refresh=true');
      expect(await found()).toBe(1);
    });

    it('of several shards, a write makes its own visible (ES: delete/50_refresh, TransportWriteAction)', async () => {
      const settings = { refresh_interval: -1, number_of_shards: 5, number_of_routing_shards: 5 };
      await given.call('PUT', '/sharded', { settings });
      const shown = async () => {
        const { body } = await given.call('POST', '/sharded/_search', { sort: 'n' });
        return (body as { hits: { hits: { _id: string }[] } }).hits.hits.map(({ _id: id }) => id).join();
      };
      const put = (id: string, query: string) =>
        given.call('PUT', `/sharded/_doc/${id}${query}`, { n: Number(id) });
      for (const id of ['1', '3', '4']) await put(id, '?routing=' + id);
      expect(await shown()).toBe('');
      await put('11', '?routing=3&refresh=true');
      expect(await shown()).toBe('3,11');
      await put('1', '?routing=1&refresh=wait_for');
      expect(await shown()).toBe('1,3,4,11');
      await given.call('DELETE', '/sharded/_doc/1?routing=1');
      await given.call('DELETE', '/sharded/_doc/3?routing=3&refresh=true');
      expect(await shown()).toBe('1,4,11');
      const bulk = lines(
        { delete: { _index: 'sharded', _id: '4', routing: '4' } },
        { index: { _index: 'sharded', _id: '12', routing: '1' } },
        { n: 12 },
      );
      await put('13', '?routing=3');
      await given.call('POST', '/_bulk?refresh=true', bulk);
      expect(await shown()).toBe('11,12');
    });

    it('knows how many shards to route to (ES: Murmur3HashFunction: of five, 2 and 4 share one)', async () => {
      const settings = { refresh_interval: -1, number_of_shards: 5, number_of_routing_shards: 5 };
      await given.call('PUT', '/sharded', { settings });
      for (const id of ['3', '4']) await given.call('PUT', `/sharded/_doc/${id}`, {});
      await given.call('PUT', '/sharded/_doc/2?refresh=true', {});
      expect((await given.call('GET', '/sharded/_count')).body).toMatchObject({ count: 2 });
      expect((await given.call('GET', '/sharded/_settings')).text).not.toContain('number_of_routing_shards');
    });

    it('deletes by query only what a search sees, and conflicts with what changed since (rest-layer B.11)', async () => {
      await given.call('POST', '/books/_refresh');
      await given.call('PUT', '/books/_doc/1', { a: 2 });
      await given.call('PUT', '/books/_doc/2', {});
      const query = { query: { match_all: {} } };
      const aborted = await given.call('POST', '/books/_delete_by_query', query);
      expect(aborted.status).toBe(409);
      expect(aborted.body).toMatchObject({
        total: 1,
        deleted: 0,
        batches: 1,
        version_conflicts: 1,
        failures: [
          { index: 'books', id: '1', cause: { type: 'version_conflict_engine_exception' }, status: 409 },
        ],
      });
      const proceeded = await given.call('POST', '/books/_delete_by_query?conflicts=proceed', query);
      expect(proceeded.status).toBe(200);
      expect(proceeded.body).toMatchObject({ version_conflicts: 1, failures: [] });
      await given.call('POST', '/books/_refresh');
      await given.call('POST', '/books/_delete_by_query?refresh=true', query);
      expect(await found()).toBe(0);
    });
  },
  { refresh: 'nrt' },
);

describeDocuments(
  'the periodic refresh',
  (given) => {
    it('comes with the clock of the fake, a write after it waits for the next (rest-layer B.12)', async () => {
      const found = async () => ((await given.call('GET', '/books/_count')).body as { count: number }).count;
      await given.call('PUT', '/books/_doc/1', {});
      expect(await found()).toBe(0);
      given.es.clock.advance({ seconds: 1 });
      await given.call('PUT', '/books/_doc/2', {});
      expect(await found()).toBe(1);
      given.es.clock.advance({ seconds: 1 });
      expect(await found()).toBe(2);
    });
  },
  { refresh: 'nrt' },
);
