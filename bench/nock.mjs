// The nock adapter against a static reply of nock's: its own timers dominate both.
import { interceptWithNock } from 'elasticsearch-connector-fake/nock';
import nock from 'nock';
import { atOnce, heading, reportModes, sequential, takeTurns } from './measure.mjs';
import { claimBody, claimPath, fakeWithJobs } from './seed.mjs';

const JOBS = 100;
const es = fakeWithJobs(JOBS);
interceptWithNock(es, 'http://ours:9200');
nock('http://static:9200').persist().put(/./).reply(200, { result: 'updated' });

const claimAt = (origin) => async (at) => {
  const options = {
    method: 'PUT',
    body: claimBody,
    headers: { 'content-type': 'application/json', 'accept-encoding': 'identity' },
  };
  const answer = await fetch(origin + claimPath(at % JOBS), options);
  if (answer.status !== 200) throw new Error(await answer.text());
  await answer.text();
};
const fresh = (run) => () => {
  es.reset();
  return run();
};
const cases = Object.fromEntries(
  ['ours', 'static'].flatMap((name) => [
    [`${name} sequential`, fresh(() => sequential(claimAt(`http://${name}:9200`), 100))],
    [`${name} at once`, fresh(() => atOnce(claimAt(`http://${name}:9200`), 1000))],
  ]),
);
const medians = await takeTurns(cases, { rounds: 5, warmUps: 1 });

heading('nock with fetch: claim a sync job', 'nock adapter', 'static reply');
reportModes(medians, 'ours', 'static', { sequential: 0.95 });
process.exit();
