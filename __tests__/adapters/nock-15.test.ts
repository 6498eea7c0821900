import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = join(__dirname, '../..');
const node22 = join(root, '__tests__/node22/node_modules/node/bin/node');

/** What one run under Node 22 printed. */
let results: Record<string, unknown>;

beforeAll(async () => {
  await run(process.execPath, [join(root, 'scripts/build.mjs'), '--if-stale'], { cwd: root });
  const { stdout } = await run(node22, [join(root, '__tests__/node22/claim-through-nock-15.mjs')], {
    cwd: root,
  });
  results = JSON.parse(stdout) as Record<string, unknown>;
}, 120_000);

describe('nock 15 on Node 22', () => {
  it.each([
    'client 9, default connection',
    'client 9, HttpConnection',
    'client 8, default connection',
    'client 9, compressing',
  ])('%s claims the job and reads it back', (worker) => {
    expect(results[worker]).toMatchObject({
      id: 'my-connector-sync-job-id',
      status: 'in_progress',
      worker_hostname: worker,
      started_at: '2024-06-01T12:00:00.000Z',
      last_seen: '2024-06-01T12:00:00.000Z',
    });
  });

  it('hands over raw bodies: positions and duplicate keys survive', () => {
    expect(results['malformed']).toMatchObject({
      status: 400,
      error: { type: 'x_content_e_o_f_exception', reason: '[1:20] Unexpected end of file' },
    });
    expect(results['duplicate']).toMatchObject({ status: 400, error: { type: 'x_content_parse_exception' } });
  });

  it('answers HEAD and http.request', () => {
    expect(results['head']).toEqual({ status: 200, product: 'Elasticsearch' });
    expect(results['overHttp']).toMatchObject({ status: 404 });
  });
});
