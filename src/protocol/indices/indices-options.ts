import { notAFlagSetting, unknownExpandWildcard } from '../../errors/target-errors.js';

/** What an index expression may mean. ES: `IndicesOptions`. Source: rest-layer B.1. */
export interface IndicesOptions {
  /** A missing or closed concrete target is passed over. */
  readonly ignoresUnavailable: boolean;
  /** An expression that finds nothing is no error. */
  readonly allowsNoIndices: boolean;
  readonly expandsOpen: boolean;
  readonly expandsClosed: boolean;
  readonly expandsHidden: boolean;
  /** A closed index as a concrete target is an error (unless unavailable ones are ignored). */
  readonly forbidsClosed: boolean;
  /** Aliases are no targets at all, e.g. of an index deletion. */
  readonly ignoresAliases: boolean;
}

/** Open indices by wildcard, closed ones not at all: search, count, refresh, stats, documents by query. */
export const OPEN_INDICES: IndicesOptions = {
  ignoresUnavailable: false,
  allowsNoIndices: true,
  expandsOpen: true,
  expandsClosed: false,
  expandsHidden: false,
  forbidsClosed: true,
  ignoresAliases: false,
};

/** Open indices by wildcard, closed ones by name: most of index administration. */
export const OPEN_OR_NAMED_INDICES: IndicesOptions = { ...OPEN_INDICES, forbidsClosed: false };

/** The query parameters about targets, as text. */
export interface IndicesParameters {
  readonly ignore_unavailable?: string | undefined;
  readonly allow_no_indices?: string | undefined;
  readonly expand_wildcards?: string | undefined;
}

/** What parameters make of an API's own options. ES: `IndicesOptions.fromParameters`. */
export function indicesOptions(parameters: IndicesParameters, defaults: IndicesOptions): IndicesOptions {
  const { ignore_unavailable: ignored, allow_no_indices: empty, expand_wildcards: states } = parameters;
  return {
    ...defaults,
    ...(states !== undefined && expandedStates(states)),
    allowsNoIndices: flagSetting(empty, 'allow_no_indices', defaults.allowsNoIndices),
    ignoresUnavailable: flagSetting(ignored, 'ignore_unavailable', defaults.ignoresUnavailable),
  };
}

/** A flag about targets. ES: `XContentMapValues.nodeBooleanValue`, which words a bad one differently. */
function flagSetting(value: string | undefined, name: string, fallback: boolean): boolean {
  if (value === undefined) return fallback;
  if (value === 'true') return true;
  if (value === 'false') return false;
  throw notAFlagSetting(name, value);
}

type ExpandedStates = Pick<IndicesOptions, 'expandsOpen' | 'expandsClosed' | 'expandsHidden'>;

function expandedStates(text: string): ExpandedStates {
  let states: ExpandedStates = { expandsOpen: false, expandsClosed: false, expandsHidden: false };
  // Java's `split` drops empty members at the end: an empty text names no state at all.
  const named = text.replace(/,+$/, '');
  for (const state of named === '' ? [] : named.split(',')) {
    switch (state) {
      case 'open':
        states = { ...states, expandsOpen: true };
        break;
      case 'closed':
        states = { ...states, expandsClosed: true };
        break;
      case 'hidden':
        states = { ...states, expandsHidden: true };
        break;
      case 'all':
        states = { expandsOpen: true, expandsClosed: true, expandsHidden: true };
        break;
      case 'none':
        states = { expandsOpen: false, expandsClosed: false, expandsHidden: false };
        break;
      default:
        throw unknownExpandWildcard(state);
    }
  }
  return states;
}
