// A bulk request of 10,000 documents against the bare cost of parsing its lines.
import { createFakeElasticsearch } from 'elasticsearch-connector-fake';
import { heading, inMilliseconds, microseconds, report, takeTurns } from './measure.mjs';
import { ask, bulkLines } from './seed.mjs';

const lines = bulkLines(10_000);
const es = createFakeElasticsearch();
const medians = await takeTurns({
  ours: () => {
    es.reset();
    return microseconds(() => ask(es, 'POST', '/_bulk', lines)) / 1000;
  },
  parse: () => microseconds(() => lines.split('\n').forEach((line) => line && JSON.parse(line))) / 1000,
});
heading('Bulk of 10,000 documents', '_bulk', 'JSON.parse');
report(
  '  20,000 lines',
  inMilliseconds(medians.ours),
  inMilliseconds(medians.parse),
  medians.parse / medians.ours,
  1 / 6,
);
