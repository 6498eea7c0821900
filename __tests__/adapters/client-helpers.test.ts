import { Client as Client9 } from '@elastic/elasticsearch';
import { Client as Client8 } from 'es8';
import { clientOptions } from '../../src/adapters/client.js';
import { startServer, type RunningServer } from '../../src/adapters/express.js';
import { createFakeElasticsearch } from '../../src/index.js';

/** What both majors have in common, so that one body of tests runs with each. */
type AnyClient = Client9;

const INDEX = 'search-helpers';
const documents = Array.from({ length: 1200 }, (_, number) => ({ id: String(number), number }));

const majors: [string, (options: object) => AnyClient][] = [
  ['9', (options) => new Client9(options)],
  ['8', (options) => new Client8(options) as unknown as AnyClient],
];
const ways: [string, string, (options: object) => AnyClient][] = majors.flatMap(([major, create]) => [
  [major, 'over HTTP', create],
  [major, 'in process', create],
]);

describe.each(ways)('the helpers of the official client %s, %s', (_major, way, create) => {
  let server: RunningServer | undefined;
  let client: AnyClient;

  beforeEach(async () => {
    const es = createFakeElasticsearch({ refresh: 'nrt' });
    if (way === 'over HTTP') server = await startServer(es);
    client = create(server ? { node: server.url } : clientOptions(es));
    const result = await client.helpers.bulk({
      datasource: documents,
      onDocument: ({ id }) => ({ create: { _index: INDEX, _id: id } }),
      flushBytes: 10_000,
      refreshOnCompletion: true,
    });
    expect(result).toMatchObject({ total: 1200, successful: 1200, failed: 0 });
  });

  afterEach(async () => {
    await client.close();
    await server?.close();
    server = undefined;
  });

  test('bulk drops what Elasticsearch refuses', async () => {
    const drops: unknown[] = [];
    const result = await client.helpers.bulk({
      datasource: documents.slice(0, 3),
      onDocument: ({ id }) => ({ create: { _index: INDEX, _id: id } }),
      onDrop: ({ status, error }) => drops.push([status, error?.type]),
    });
    expect(result).toMatchObject({ successful: 0, failed: 3 });
    expect(drops).toContainEqual([409, 'version_conflict_engine_exception']);
  });

  test('bulk updates and deletes', async () => {
    const updated = await client.helpers.bulk({
      datasource: [{ id: '0', touched: true }],
      onDocument: ({ id }) => [{ update: { _index: INDEX, _id: id } }, { doc_as_upsert: true }],
    });
    const deleted = await client.helpers.bulk({
      datasource: documents.slice(-1),
      onDocument: ({ id }) => ({ delete: { _index: INDEX, _id: id } }),
      refreshOnCompletion: INDEX,
    });
    expect([updated.successful, deleted.successful]).toEqual([1, 1]);
    expect((await client.count({ index: INDEX, query: { exists: { field: 'touched' } } })).count).toBe(1);
    expect((await client.count({ index: INDEX })).count).toBe(1199);
  });

  test('scrollSearch and scrollDocuments see every document once', async () => {
    const ids: unknown[] = [];
    for await (const { documents: page } of client.helpers.scrollSearch({ index: INDEX, size: 500 })) {
      ids.push(...page);
    }
    expect(ids).toHaveLength(1200);
    const numbers = new Set<unknown>();
    for await (const document of client.helpers.scrollDocuments<{ number: number }>({
      index: INDEX,
      size: 700,
    })) {
      numbers.add(document.number);
    }
    expect(numbers.size).toBe(1200);
  });

  test('scrollSearch ends when it is cleared', async () => {
    let pages = 0;
    for await (const page of client.helpers.scrollSearch({ index: INDEX, size: 100 })) {
      pages += 1;
      await page.clear();
    }
    expect(pages).toBe(1);
  });

  test('search gives documents, msearch the answers of each', async () => {
    const query = { range: { number: { lt: 5 } } };
    expect(await client.helpers.search({ index: INDEX, query })).toHaveLength(5);
    const many = client.helpers.msearch({ flushInterval: 10 });
    const answers = await Promise.all(
      [3, 4].map((number) =>
        many.search<{ number: number }>({ index: INDEX }, { query: { term: { number } } }),
      ),
    );
    expect(answers.map((answer) => answer.documents.map(({ number }) => number))).toEqual([[3], [4]]);
    many.stop();
  });

  test('a point in time pages through what there was when it was opened', async () => {
    let { id } = await client.openPointInTime({ index: INDEX, keep_alive: '1m' });
    await client.index({ index: INDEX, document: { number: -1 }, refresh: true });
    const numbers: unknown[] = [];
    for (let after: unknown[] | undefined; ;) {
      const page = await client.search({
        pit: { id, keep_alive: '1m' },
        size: 500,
        sort: ['number'],
        ...(after && { search_after: after as number[] }),
      });
      const last = page.hits.hits.at(-1);
      if (last === undefined) break;
      numbers.push(...page.hits.hits.map(({ sort }) => sort?.[0]));
      after = last.sort;
      id = page.pit_id ?? id;
    }
    expect(numbers).toEqual(documents.map(({ number }) => number));
    expect((await client.closePointInTime({ id })).succeeded).toBe(true);
    await expect(client.search({ pit: { id } })).rejects.toMatchObject({ statusCode: 404 });
  });
});
