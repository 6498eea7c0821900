import { createFakeElasticsearch, type EsRequest } from '../../src/index.js';
import { JournalBook } from '../../src/testing/journal.js';

function get(path: string): EsRequest {
  const [rawPath = '', rawQuery = ''] = path.split('?');
  return { method: 'GET', rawPath, rawQuery, headers: {}, bodyText: '' };
}

describe('the journal', () => {
  it('keeps every request and answer in order, by number, instant and API', () => {
    const es = createFakeElasticsearch();
    es.handle(get('/'));
    es.clock.advance({ seconds: 1 });
    es.handle(get('/_connector/_sync_job?size=1'));
    expect(es.journal.requests).toMatchObject([
      { number: 1, at: 1_717_243_200_000, api: 'info', request: { rawPath: '/' }, response: { status: 200 } },
      { number: 2, at: 1_717_243_201_000, api: 'connector.sync_job_list', request: { rawQuery: 'size=1' } },
    ]);
    expect(es.journal.of('connector.sync_job_list').map(({ number }) => number)).toEqual([2]);
  });

  it.each(['connector.sync_job_clam', null, 5])('has no API %j', (api) => {
    const { journal } = createFakeElasticsearch();
    expect(() => journal.of(api as string)).toThrow(
      /^journal\.of\(\) names the API '.*', which the fake does not have\./,
    );
    expect(journal.of('connector.sync_job_claim')).toEqual([]);
  });

  it('knows what nobody took and what is not emulated', () => {
    const es = createFakeElasticsearch();
    es.handle(get('/'));
    es.handle(get('/_nobody/takes/this'));
    es.handle(get('/?format=yaml'));
    es.handle(get('/_tasks'));
    es.handle(get('/Upper'));
    expect(es.journal.unhandled).toMatchObject([
      { number: 2, api: undefined, response: { status: 400 } },
      { number: 3, gap: expect.stringContaining('yaml') },
      { number: 4, gap: 'GET /_tasks', response: { status: 400 } },
    ]);
  });

  it('forgets on demand, and counts on', () => {
    const es = createFakeElasticsearch();
    es.handle(get('/'));
    es.journal.clear();
    es.handle(get('/'));
    expect(es.journal.requests.map(({ number }) => number)).toEqual([2]);
  });

  it('starts anew at reset(), so that a test sees the same numbers wherever it runs', () => {
    const es = createFakeElasticsearch();
    es.handle(get('/'));
    es.reset();
    es.handle(get('/'));
    expect(es.journal.requests.map(({ number }) => number)).toEqual([1]);
  });

  it('forgets the older half of 100,000 requests', () => {
    const book = new JournalBook(new Set());
    for (let at = 0; at <= 100_000; at += 1) book.open(get('/'), at);
    expect(book.requests).toHaveLength(50_001);
    expect(book.requests[0]?.number).toBe(50_001);
    expect(book.requests.at(-1)?.number).toBe(100_001);
  });
});
