import {
  nestedPathMissing,
  nestedRequires,
  unknownScoreMode,
  unsupportedOption,
} from '../../errors/query-errors.js';
import { readBoolean, readDouble } from '../../xcontent/coercion.js';
import type { JsonReader } from '../../xcontent/json-reader.js';
import { Bitset } from '../bitset.js';
import { named } from './named-query.js';
import { boosted, matchingSlots, noSlots, slotsClause, type NamedClauses, type Query } from './query.js';
import { isScalarToken } from './tokens.js';

const SCORE_MODES: ReadonlySet<string> = new Set(['none', 'min', 'max', 'avg', 'sum']);

/** ES: `NestedQueryBuilder.fromXContent`. */
export function parseNested(reader: JsonReader, parseInner: (reader: JsonReader) => Query): Query {
  let path: string | undefined;
  let query: Query | undefined;
  let boost = 1;
  let queryName: string | undefined;
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
      else if (name === '_name') queryName = reader.text;
      else throw unsupportedOption(reader.location(), 'nested', name);
    }
  }
  if (path === undefined) throw nestedRequires('path');
  if (query === undefined) throw nestedRequires('query');
  return named(boosted(nestedQuery(path, query, isUnmappedIgnored), boost), queryName);
}

function checkScoreMode(mode: string): void {
  if (!SCORE_MODES.has(mode)) throw unknownScoreMode(mode);
}

function nestedQuery(path: string, query: Query, isUnmappedIgnored: boolean): Query {
  return {
    compile(context) {
      const { view, now } = context;
      if (view.object(path)?.kind !== 'nested') {
        if (isUnmappedIgnored) return noSlots();
        throw nestedPathMissing(path);
      }
      if (context.isForNames === true) {
        query.compile(context);
        return noSlots();
      }
      const nested = view.nested(path);
      const inner: NamedClauses | undefined = context.named && new Map();
      const clause = query.compile({ view: nested.view, now, named: inner });
      // A hit is a whole document: names in here tell of what the document itself matches.
      if (inner !== undefined && inner.size > 0) query.compile({ ...context, isForNames: true });
      const matching = matchingSlots(clause, nested.view);
      const slots = new Bitset();
      for (let at = matching.next(0); at !== -1; at = matching.next(at + 1))
        slots.set(nested.parents[at] as number);
      return slotsClause(slots, 1);
    },
  };
}
