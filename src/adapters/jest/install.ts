import { afterAll, afterEach, beforeAll, beforeEach, expect } from '@jest/globals';
import { FakeUsageError } from '../../errors/fake-usage-error.js';
import { createFakeElasticsearch } from '../../fake-elasticsearch.js';
import type { FakeElasticsearch } from '../../fake.js';
import type { RequestTarget } from '../target.js';
import type { FileInterception } from './interception.js';
import { loadInterception, type Loaded } from './load-interception.js';
import { readSettings } from './settings.js';
import { verdictOn } from './verdict.js';
import { watchMatchers } from './watched-matchers.js';

const DEFAULT_ORIGIN = 'http://localhost:9200';

/** Makes the fake of a test file and registers everything that comes with it. */
export function install(): FakeElasticsearch {
  const { origin, clock, unhandled, unreached, ...options } = readSettings();
  const es = createFakeElasticsearch({ ...options, ...(clock !== undefined && { clock }) });
  const watched = watchMatchers(es.journal);
  expect.extend(watched.matchers as unknown as Parameters<typeof expect.extend>[0]);

  if (origin !== false) interceptDuringFile(es, origin);
  refuseEarlyChanges(es);
  beforeEach(() => {
    es.reset();
    watched.forget();
  });
  afterEach(() => {
    const settings = { ...(unhandled && { unhandled }), ...(unreached && { unreached }) };
    const verdict = verdictOn(es.journal, watched.notes(), settings);
    if (verdict !== undefined) throw new Error(verdict);
  });
  return es;
}

/** What is put into the fake before the first test would be gone in it, without a word. */
function refuseEarlyChanges(es: FakeElasticsearch): void {
  const seed = es.snapshot().store.point;
  let isFirst = true;
  let isChanged = false;
  beforeEach(() => {
    if (isFirst) isChanged = es.snapshot().store.point !== seed;
    isFirst = false;
    if (!isChanged) return;
    throw new FakeUsageError(
      'The fake was changed before the first test, and is reset before each: load fixtures in beforeEach or in the ' +
        "test, or name them in globals.elasticsearchConnectorFake.fixtures of jest's configuration.",
    );
  });
}

function interceptDuringFile(target: RequestTarget, origin: string | undefined): void {
  let interception: FileInterception | undefined;
  const start = (loaded: Loaded) => {
    if ('intercept' in loaded) interception = loaded.intercept(target, origin ?? DEFAULT_ORIGIN);
    else if (origin !== undefined || !isNotInstalled(loaded.missing)) {
      throw withoutNock(origin ?? DEFAULT_ORIGIN, loaded.missing);
    }
  };
  const loaded = loadInterception();
  if ('then' in loaded) beforeAll(async () => start(await loaded));
  else start(loaded);
  // Without it, the requests of the tests after a `nock.cleanAll()` would go out to whatever listens there.
  beforeEach(() => interception?.renew());
  afterAll(() => interception?.stop());
}

/** Whether nock is simply not there, which is fine as long as nobody asks for it. */
function isNotInstalled(error: unknown): boolean {
  const { code, message } = error as Partial<NodeJS.ErrnoException>;
  return (code ?? '').endsWith('MODULE_NOT_FOUND') && /["']nock["']/.test(message ?? '');
}

function withoutNock(origin: string, reason: unknown): FakeUsageError {
  return new FakeUsageError(
    `${origin} cannot be intercepted, because nock cannot be loaded. Install nock 14 (jest cannot load nock 15 from ` +
      `CommonJS before Node 24.9), or set origin to false. The reason: ${reason instanceof Error ? reason.message : String(reason)}`,
  );
}
