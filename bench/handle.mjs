// es.handle alone: the whole protocol without a transport.
import { heading, microseconds, report, takeTurns } from './measure.mjs';
import { ask, claimPath, fakeWithJobs, request, claimBody } from './seed.mjs';

const JOBS = 1000;
const es = fakeWithJobs(JOBS);
const requests = Array.from({ length: JOBS }, (_, at) => request('PUT', claimPath(at), claimBody));
const medians = await takeTurns({
  claim: () => {
    es.reset();
    return microseconds((at) => es.handle(requests[at]), JOBS);
  },
  get: () => microseconds((at) => ask(es, 'GET', `/.elastic-connectors-sync-jobs/_doc/job-${at}`), JOBS),
  list: () => microseconds(() => ask(es, 'GET', '/_connector/_sync_job?size=100'), 20),
  missing: () =>
    microseconds(() => es.handle(request('PUT', '/_connector/_sync_job/none/_claim', claimBody)), JOBS),
});

heading('es.handle', 'calls', 'time of one');
const line = (what, time) =>
  report(what, `${Math.round(1e6 / time).toLocaleString('en')}/s`, `${time.toFixed(2)} µs`);
line('claim a sync job', medians.claim);
line('get a sync job document', medians.get);
line('list 100 sync jobs', medians.list);
line('claim a missing sync job (404)', medians.missing);
