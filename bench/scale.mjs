// What must not depend on the number of stored jobs: one claim, snapshot(), reset() after ten changes.
import { heading, inMicroseconds, median, microseconds, report } from './measure.mjs';
import { claimBody, claimPath, fakeWithJobs, request } from './seed.mjs';

const SIZES = [100, 10_000, 1_000_000];
const ROUNDS = 200;

function measure(count) {
  const es = fakeWithJobs(count);
  const times = { claim: [], snapshot: [], reset: [], restore: [] };
  const step = Math.max(1, Math.floor(count / 10));
  const claims = Array.from({ length: 10 }, (_, at) =>
    request('PUT', claimPath((at * step) % count), claimBody),
  );
  for (let round = -50; round < ROUNDS; round += 1) {
    const snapshot = microseconds(() => es.snapshot());
    const claim = microseconds((at) => es.handle(claims[at]), 10);
    const reset = microseconds(() => es.reset());
    const before = es.snapshot();
    for (const each of claims) es.handle(each);
    const restore = microseconds(() => es.restore(before));
    if (round >= 0)
      for (const [name, value] of Object.entries({ snapshot, claim, reset, restore }))
        times[name].push(value);
  }
  return Object.fromEntries(Object.entries(times).map(([name, values]) => [name, median(values)]));
}

const results = SIZES.map((count) => [count, measure(count)]);
for (const name of ['claim', 'snapshot', 'reset', 'restore']) {
  const what = {
    claim: 'one claim',
    snapshot: 'snapshot()',
    reset: 'reset() after ten claims',
    restore: 'restore() after ten claims',
  }[name];
  heading(what, 'time', `against ${SIZES[0]}`);
  const [[, smallest]] = results;
  for (const [count, times] of results) {
    report(
      `  ${count.toLocaleString('en')} jobs`,
      inMicroseconds(times[name]),
      `${(times[name] / smallest[name]).toFixed(2)}×`,
    );
  }
}
