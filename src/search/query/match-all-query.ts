import { tooManyIds } from '../../errors/query-errors.js';
import { float, objectParser, optional, string, stringArray } from '../../xcontent/object-parser.js';
import type { JsonReader } from '../../xcontent/json-reader.js';
import { Bitset } from '../bitset.js';
import { windowLimit } from '../window.js';
import { named } from './named-query.js';
import { boosted, noSlots, slotsClause, type Query } from './query.js';

const standardFields = { boost: optional(float()), _name: optional(string()) };
const matchAllParser = objectParser('match_all', standardFields);
const matchNoneParser = objectParser('match_none', standardFields);
const idsParser = objectParser('ids', { values: optional(stringArray()), ...standardFields });

export const MATCH_ALL: Query = { compile: ({ view }) => slotsClause(view.live, 1) };
const MATCH_NONE: Query = { compile: noSlots };

export function parseMatchAll(reader: JsonReader): Query {
  const { boost = 1, _name: name } = matchAllParser.parse(reader);
  return named(boosted(MATCH_ALL, boost), name);
}

export function parseMatchNone(reader: JsonReader): Query {
  matchNoneParser.parse(reader);
  return MATCH_NONE;
}

export function parseIds(reader: JsonReader): Query {
  const { values = [], boost = 1, _name: name } = idsParser.parse(reader);
  return named(boosted(limitedIds(new Set(values)), boost), name);
}

/** ES: `IdsQueryBuilder.doRewrite` and `doToQuery`. */
function limitedIds(ids: ReadonlySet<string>): Query {
  return {
    compile(context) {
      const { index } = context.view;
      // ES: `doRewrite` makes a `match_none` of it before anything is counted.
      if (Object.keys(index.metadata.mappings).length === 0) return noSlots();
      const limit = windowLimit(index);
      if (ids.size > limit) throw tooManyIds(limit);
      return idsQuery([...ids]).compile(context);
    },
  };
}

export function idsQuery(ids: readonly string[]): Query {
  return {
    compile({ view }) {
      const slots = new Bitset();
      for (const id of ids) {
        const slot = view.slotOf(id);
        if (slot >= 0) slots.set(slot);
      }
      return slotsClause(slots, 1);
    },
  };
}
