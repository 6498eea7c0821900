import { Client as Client9 } from '@elastic/elasticsearch';
import { Client as Client8 } from 'es8';
import { clientOptions } from '../../src/adapters/client.js';
import { startServer, type RunningServer } from '../../src/adapters/express.js';
import {
  createFakeElasticsearch,
  dropConnection,
  respond,
  type Effect,
  type FakeElasticsearch,
} from '../../src/index.js';

// What the official client does about a claim whose first answer went wrong: as measured against a server that counts.

const JOB = 'my-connector-sync-job-id';

interface Claiming {
  readonly connector: {
    syncJobClaim(
      params: { connector_sync_job_id: string; worker_hostname: string },
      options: { meta: true; retryBackoff: () => number },
    ): Promise<{ statusCode: number | null; meta: { attempts: number } }>;
  };
  close(): Promise<void>;
}

interface Options {
  readonly node: string;
}

const majors: readonly [string, (options: Options) => Claiming][] = [
  ['9.4', (options) => new Client9(options)],
  ['8.19', (options) => new Client8(options)],
];

type Case = readonly [name: string, effect: Effect, sent: number, commits: number, outcome: object];

const succeeds = { statusCode: 200, meta: { attempts: 1 } };
const cases: readonly Case[] = [
  ['429', respond(429), 1, 0, { name: 'ResponseError', statusCode: 429 }],
  ['500', respond(500), 1, 0, { name: 'ResponseError', statusCode: 500 }],
  ['502', respond(502), 2, 1, succeeds],
  ['503', respond(503), 2, 1, succeeds],
  ['504', respond(504), 2, 1, succeeds],
  ['dropped before the write', dropConnection({ when: 'before' }), 2, 1, succeeds],
  ['dropped after the write', dropConnection({ when: 'after' }), 2, 2, succeeds],
];

describe.each(majors)('the official client %s', (_major, create) => {
  let es: FakeElasticsearch;
  let server: RunningServer | undefined;

  beforeEach(() => {
    es = createFakeElasticsearch({ fixtures: ['pending-full-sync'] });
  });

  afterEach(async () => {
    await server?.close();
    server = undefined;
  });

  const ways: readonly [string, () => Promise<Options>][] = [
    ['in process', () => Promise.resolve(clientOptions(es))],
    [
      'over the wire',
      async () => {
        server = await startServer(es);
        return { node: server.url };
      },
    ],
  ];

  describe.each(ways)('%s', (_way, options) => {
    it.each(cases)('first %s', async (_name, effect, sent, commits, outcome) => {
      es.faults.add({ api: 'connector.sync_job_claim', times: 1 }, effect);
      const client = create(await options());
      const claim = client.connector.syncJobClaim(
        { connector_sync_job_id: JOB, worker_hostname: 'some-machine' },
        { meta: true, retryBackoff: () => 0 },
      );
      expect(await claim.catch((error: unknown) => error)).toMatchObject(outcome);
      expect(es.journal.of('connector.sync_job_claim')).toHaveLength(sent);
      expect(es.history(JOB)).toHaveLength(commits);
      await client.close();
    });
  });
});
