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
/** What the connector service asks for, over and over. */
queries['pending jobs of two connectors, the oldest hundred'] = {
  query: {
    bool: {
      must: [
        { terms: { status: ['pending', 'suspended'] } },
        { terms: { 'connector.id': ['connector-3', 'connector-7'] } },
        { terms: { job_type: ['full', 'incremental'] } },
      ],
    },
  },
  sort: [{ created_at: 'asc' }],
  from: 0,
  size: 100,
  seq_no_primary_term: true,
};
const fakes = SIZES.map((count) => {
  const es = fakeWithJobs(count);
  ask(es, 'PUT', claimPath(777), claimBody);
  return es;
});
heading('Search', ...SIZES.map((size) => `${size.toLocaleString('en')} jobs`));
for (const [what, query] of Object.entries(queries)) {
  const body = JSON.stringify(query);
  const [few, many] = Object.values(
    await takeTurns(
      Object.fromEntries(
        fakes.map((es, at) => [SIZES[at], () => microseconds(() => ask(es, 'POST', path, body), 20)]),
      ),
    ),
  );
  // At most three times the time for a hundred times the jobs.
  report(`  ${what}`, inMicroseconds(few), inMicroseconds(many), few / many, 1 / 3);
}
