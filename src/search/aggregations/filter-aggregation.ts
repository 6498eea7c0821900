import type { JsonReader } from '../../xcontent/json-reader.js';
import { parseInnerQuery } from '../query/parse-query.js';
import { matchingSlots } from '../query/query.js';
import { runAggregations, type Aggregation } from './aggregation.js';

/** The documents that match a query as one bucket. ES: `FilterAggregationBuilder`. */
export function parseFilterAggregation(reader: JsonReader): Aggregation {
  const query = parseInnerQuery(reader);
  return {
    kind: 'bucket',
    run({ slices, now }, sub) {
      const filtered = slices.map(({ view, slots }) => ({
        view,
        slots: matchingSlots(query.compile({ view, now }), view).and(slots),
      }));
      const count = filtered.reduce((total, { slots }) => total + slots.count(), 0);
      return {
        type: 'filter',
        body: { doc_count: count },
        sub: runAggregations(sub, { slices: filtered, now }),
      };
    },
  };
}
