// The Express adapter and the server against a bare Express handler, through node:http with keep-alive.
import { createApp, startServer } from 'elasticsearch-connector-fake/express';
import { bareExpress, listening } from './bare-express.mjs';
import { claimer } from './http-load.mjs';
import { atOnce, heading, reportModes, sequential, takeTurns } from './measure.mjs';
import { fakeWithJobs } from './seed.mjs';

const JOBS = 100;
const es = fakeWithJobs(JOBS);
const ports = {
  bare: (await listening(bareExpress(JOBS))).address().port,
  createApp: (await listening(createApp(es))).address().port,
  startServer: (await startServer(es)).port,
};
const fresh = (run) => () => {
  es.reset();
  return run();
};
const medians = await takeTurns(
  Object.fromEntries(
    Object.entries(ports).flatMap(([name, port]) => {
      const claim = claimer(port, JOBS);
      return [
        [`${name} sequential`, fresh(() => sequential(claim, 800))],
        [`${name} at once`, fresh(() => atOnce(claim, 2000))],
      ];
    }),
  ),
);

for (const name of ['createApp', 'startServer']) {
  heading(`HTTP through ${name}: claim a sync job`, 'fake', 'bare Express 5');
  reportModes(medians, name, 'bare', { sequential: 1.5, 'at once': 1.5 });
}
process.exit();
