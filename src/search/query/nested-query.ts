import {
  nestedPathMissing,
  nestedRequires,
  unknownScoreMode,
  unsupportedOption,
} from '../../errors/query-errors.js';
import { readBoolean, readDouble } from '../../xcontent/coercion.js';
import type { JsonReader } from '../../xcontent/json-reader.js';
import { Bitset } from '../bitset.js';
import { boosted, matchingSlots, noSlots, slotsClause, type Query } from './query.js';
import { isScalarToken } from './tokens.js';

const SCORE_MODES: ReadonlySet<string> = new Set(['none', 'min', 'max', 'avg', 'sum']);

/** ES: `NestedQueryBuilder.fromXContent`. */
export function parseNested(reader: JsonReader, parseInner: (reader: JsonReader) => Query): Query {
  let path: string | undefined;
  let query: Query | undefined;
  let boost = 1;
  let isUnmappedIgnored = false;
  while (reader.nextToken() !== 'END_OBJECT') {
    if (reader.token === 'FIELD_NAME') continue;
    const name = reader.fieldName;
    if (reader.token === 'START_OBJECT') {
      if (name !== 'query') throw unsupportedOption(reader.location(), 'nested', name);
      query = parseInner(reader);
    } else if (isScalarToken(reader.token)) {
      if (name === 'path') path = reader.text;
      else if (name === 'boost') boost = readDouble(reader);
      else if (name === 'ignore_unmapped') isUnmappedIgnored = readBoolean(reader);
      else if (name === 'score_mode') checkScoreMode(reader.text);
      else if (name !== '_name') throw unsupportedOption(reader.location(), 'nested', name);
    }
  }
  if (path === undefined) throw nestedRequires('path');
  if (query === undefined) throw nestedRequires('query');
  return boosted(nestedQuery(path, query, isUnmappedIgnored), boost);
}

function checkScoreMode(mode: string): void {
  if (!SCORE_MODES.has(mode)) throw unknownScoreMode(mode);
}

function nestedQuery(path: string, query: Query, isUnmappedIgnored: boolean): Query {
  return {
    compile({ view, now }) {
      if (view.object(path)?.kind !== 'nested') {
        if (isUnmappedIgnored) return noSlots();
        throw nestedPathMissing(path);
      }
      const nested = view.nested(path);
      const matching = matchingSlots(query.compile({ view: nested.view, now }), nested.view);
      const slots = new Bitset();
      for (let at = matching.next(0); at !== -1; at = matching.next(at + 1))
        slots.set(nested.parents[at] as number);
      return slotsClause(slots, 1);
    },
  };
}
