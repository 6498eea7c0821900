import { createFakeElasticsearch, isFakeUsageError, type EsRequest } from '../../src/index.js';
import { claim, send } from './requests.js';

const es = createFakeElasticsearch({ fixtures: ['pending-full-sync'] });
beforeEach(() => es.reset());

describe('what is no request is refused', () => {
  it.each<[string, unknown, RegExp]>([
    ['null', null, /^A request has the texts method, rawPath, rawQuery, bodyText, .*received null/],
    ['nothing', undefined, /received nothing/],
    ['a text', 'GET /', /received "GET \/"/],
    ['one without its rest', { method: 'GET', rawPath: '/' }, /received \[rawQuery\] nothing/],
    ['a body that is no text', { ...claim(), bodyText: { a: 1 } }, /received \[bodyText\] {"a":1}/],
    ['headers that are null', { ...claim(), headers: null }, /received \[headers\] null/],
    [
      'a body with a header in capitals',
      { ...claim(), headers: { 'Content-Type': 'text/plain' } },
      /lower-case/,
    ],
    [
      'headers in capitals',
      { ...send('GET', '/'), headers: { Accept: 'a/b' } },
      /received "Accept", write "accept"/,
    ],
  ])('%s', async (_, request, message) => {
    for (const ask of [es.handle, es.exchange]) {
      let thrown: unknown;
      try {
        await ask(request as EsRequest);
      } catch (error) {
        thrown = error;
      }
      expect(isFakeUsageError(thrown)).toBe(true);
      expect((thrown as Error).message).toMatch(message);
    }
    expect(es.journal.requests).toEqual([]);
  });

  it('and one without headers is none of these', () => {
    expect(es.handle(send('GET', '/')).status).toBe(200);
  });
});

it('the view of a document is frozen', () => {
  const view = es.document('.elastic-connectors', 'my-connector')!;
  expect(Object.isFrozen(view)).toBe(true);
  expect(Object.isFrozen(view._source)).toBe(true);
});
