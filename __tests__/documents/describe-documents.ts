import {
  createFakeElasticsearch,
  type FakeElasticsearch,
  type FakeElasticsearchOptions,
} from '../../src/index.js';
import type { Answer, Send } from '../conformance/describe-adapters.js';

/** What a body of tests works with; the same as in the conformance suite, so that bodies can move there. */
export interface Given {
  /** A fresh fake for each test. */
  readonly es: FakeElasticsearch;
  readonly call: Send;
}

/** Runs a body of tests straight against the fake. */
export function describeDocuments(
  api: string,
  body: (given: Given) => void,
  options: FakeElasticsearchOptions = {},
): void {
  describe(api, () => {
    let es: FakeElasticsearch;
    beforeEach(() => {
      es = createFakeElasticsearch(options);
    });
    body({
      get es() {
        return es;
      },
      call: (method, path, content, headers) => Promise.resolve(answer(es, method, path, content, headers)),
    });
  });
}

function answer(
  es: FakeElasticsearch,
  method: string,
  path: string,
  content: unknown,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  const [rawPath = '', rawQuery = ''] = path.split(/\?(.*)/s);
  const bodyText =
    content === undefined ? '' : typeof content === 'string' ? content : JSON.stringify(content);
  const sent = { ...(bodyText !== '' && { 'content-type': 'application/json' }), ...headers };
  const {
    status,
    headers: shown,
    bodyText: text,
  } = es.handle({ method, rawPath, rawQuery, headers: sent, bodyText });
  const lowered = Object.fromEntries(
    Object.entries(shown).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
  return { status, headers: lowered, text, body: text === '' ? '' : (JSON.parse(text) as unknown) };
}

/** Lines of a bulk. */
export function lines(...items: readonly unknown[]): string {
  return items.map((item) => `${typeof item === 'string' ? item : JSON.stringify(item)}\n`).join('');
}

/** `type` and `reason` of an error answer. */
export function errorOf({ body }: Answer): [string, string] {
  const { error } = body as { error: { type: string; reason: string } };
  return [error.type, error.reason];
}
