// term and terms searches over few and many jobs: an index, not a scan, should find them.
import { heading, inMicroseconds, microseconds, report, takeTurns } from './measure.mjs';
import { ask, claimBody, claimPath, fakeWithJobs } from './seed.mjs';

const SIZES = [1000, 100_000];
const path = '/.elastic-connectors-sync-jobs/_search';
const queries = {
  'term on status, one hit': { query: { term: { status: 'in_progress' } } },
  'terms on _id, ten hits': {
    query: { terms: { _id: Array.from({ length: 10 }, (_, at) => `job-${at * 90}`) } },
  },
  'term in a bool filter, one hit': {
    query: {
      bool: { filter: [{ term: { status: 'in_progress' } }, { term: { 'connector.id': 'connector-7' } }] },
    },
  },
};
const fakes = SIZES.map((count) => {
  const es = fakeWithJobs(count);
  ask(es, 'PUT', claimPath(777), claimBody);
  return es;
});
heading('Search', `${SIZES[0].toLocaleString('en')} jobs`, `${SIZES[1].toLocaleString('en')} jobs`);
for (const [what, query] of Object.entries(queries)) {
  const body = JSON.stringify(query);
  const [few, many] = Object.values(
    await takeTurns(
      Object.fromEntries(
        fakes.map((es, at) => [SIZES[at], () => microseconds(() => ask(es, 'POST', path, body), 20)]),
      ),
    ),
  );
  report(`  ${what}`, inMicroseconds(few), inMicroseconds(many), few / many);
}
