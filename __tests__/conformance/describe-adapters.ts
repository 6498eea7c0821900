import { request as httpRequest, Agent, type IncomingMessage } from 'node:http';
import { Client } from '@elastic/elasticsearch';
import restoreHttp from 'nock';
import { clientOptions } from '../../src/adapters/client.js';
import { startServer, type RunningServer } from '../../src/adapters/express.js';
import { interceptWithNock, type NockInterception } from '../../src/adapters/nock.js';
import type { RequestTarget } from '../../src/adapters/target.js';
import {
  createFakeElasticsearch,
  type FakeElasticsearch,
  type FakeElasticsearchOptions,
} from '../../src/index.js';

/** What came back, seen through any adapter. */
export interface Answer {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed JSON, the text if it is none, `''` without a body. */
  readonly body: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- tests look into it freely
  readonly text: string;
}

/** Sends one request. `body` goes out as it is if it is a string, as JSON otherwise. */
export type Send = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<Answer>;

export interface Conformance {
  /** A fresh fake for each test. */
  readonly es: FakeElasticsearch;
  readonly call: Send;
  /** `it` for every adapter but one, which skips the test and shows the reason. */
  readonly itExceptThrough: (adapter: string, reason: string) => ItLike;
}

type ItLike = (title: string, body: () => Promise<void>) => void;

interface Adapter {
  readonly open: (target: RequestTarget) => Promise<Send>;
  readonly close: () => Promise<void>;
}

function textOf(body: unknown): string {
  return body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
}

function answerOf(status: number, headers: Answer['headers'], text: string): Answer {
  const isJson = /json/.test(headers['content-type'] ?? '') && text !== '';
  return { status, headers, text, body: isJson ? (JSON.parse(text) as unknown) : text };
}

function jsonHeaders(text: string, headers: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { ...(text !== '' && { 'content-type': 'application/json' }), ...headers };
}

function direct(): Adapter {
  return {
    open: (target) =>
      Promise.resolve((method, path, body, headers) => {
        const [rawPath = '', rawQuery = ''] = path.split(/\?(.*)/s);
        const bodyText = textOf(body);
        const answer = target.handle({
          method,
          rawPath,
          rawQuery,
          headers: jsonHeaders(bodyText, headers),
          bodyText,
        });
        const lowered = Object.fromEntries(
          Object.entries(answer.headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
        );
        return Promise.resolve(answerOf(answer.status, lowered, answer.bodyText));
      }),
    close: () => Promise.resolve(),
  };
}

function overHttp(origin: string, agent: Agent | undefined): Send {
  return (method, path, body, headers) =>
    new Promise((resolve, reject) => {
      const text = textOf(body);
      const sent = httpRequest(
        new URL(origin),
        {
          method,
          path,
          ...(agent && { agent }),
          headers: {
            ...jsonHeaders(text, headers),
            ...(text !== '' && { 'content-length': Buffer.byteLength(text) }),
          },
        },
        (response: IncomingMessage) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            const lowered = Object.fromEntries(
              Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
            );
            resolve(answerOf(response.statusCode ?? 0, lowered, Buffer.concat(chunks).toString()));
          });
        },
      );
      sent.on('error', reject);
      sent.end(text === '' ? undefined : text);
    });
}

function express(): Adapter {
  let server: RunningServer | undefined;
  const agent = new Agent({ keepAlive: true });
  return {
    async open(target) {
      server = await startServer(target);
      return overHttp(server.url, agent);
    },
    async close() {
      agent.destroy();
      await server?.close();
    },
  };
}

function nock(): Adapter {
  let interception: NockInterception | undefined;
  return {
    open(target) {
      interception = interceptWithNock(target, 'http://es.example:9200');
      return Promise.resolve(overHttp('http://es.example:9200', undefined));
    },
    close() {
      interception?.remove();
      // Without it the next test file of this worker would still have this file's nock in its way.
      restoreHttp.restore();
      return Promise.resolve();
    },
  };
}

interface ClientMeta {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** The official client's transport, undressed to what every test needs. */
function client(): Adapter {
  let official: Client | undefined;
  return {
    open(target) {
      official = new Client({ ...clientOptions(target), maxRetries: 0 });
      const { transport } = official;
      return Promise.resolve(async (method, path, body, headers) => {
        const [bare = '', querystring = ''] = path.split(/\?(.*)/s);
        const text = textOf(body);
        const meta = await transport
          .request(
            { method, path: bare, querystring, ...(text !== '' && { body: text }) },
            { meta: true, headers: { accept: 'application/json', ...jsonHeaders(text, headers) } },
          )
          .then((result) => result as unknown as ClientMeta)
          .catch((error: unknown) => (error as { meta: ClientMeta }).meta);
        const shown = typeof meta.body === 'string' ? meta.body : JSON.stringify(meta.body);
        return { status: meta.statusCode, headers: meta.headers, body: meta.body, text: shown };
      });
    },
    close: async () => official?.close(),
  };
}

/** The ways in through which every behaviour is tested. */
const ADAPTERS: Readonly<Record<string, () => Adapter>> = { direct, client, express, nock };

/**
 * Runs a body of tests once for each adapter. A test that an adapter cannot express is skipped for it, with the reason.
 */
export function describeAdapters(
  api: string,
  body: (conformance: Conformance) => void,
  options: FakeElasticsearchOptions = {},
): void {
  describe.each(Object.keys(ADAPTERS))(`${api} through %s`, (name) => {
    const adapter = (ADAPTERS[name] as () => Adapter)();
    let es: FakeElasticsearch;
    let send: Send;
    const target: RequestTarget = {
      handle: (request) => es.handle(request),
      exchange: (request, signal) => (es as unknown as RequestTarget).exchange(request, signal),
    };
    beforeAll(async () => {
      send = await adapter.open(target);
    });
    beforeEach(() => {
      es = createFakeElasticsearch(options);
    });
    afterAll(() => adapter.close());
    body({
      get es() {
        return es;
      },
      call: (...request) => send(...request),
      itExceptThrough: (adapter, reason) =>
        adapter === name ? (title, run) => it.skip(`${title} (${reason})`, run) : it,
    });
  });
}

/** Why a request with both GET and a body is not sent through nock. */
export const LOST_BODY = 'nock 14 may lose the body of a GET when the machine is busy';

/** The body of an error answer whose root cause is the error itself. */
export function plainError(status: number, type: string, reason: string, more: object = {}): object {
  const error = { type, reason, ...more };
  return { error: { root_cause: [error], ...error }, status };
}
