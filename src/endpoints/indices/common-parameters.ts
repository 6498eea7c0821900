import { parseTimeValue } from '../../clock/duration.js';
import { badActiveShardCount } from '../../errors/index-errors.js';
import { flag, parameter, text, type ParameterSpec } from '../../rest/parameters.js';

/** What an index expression may mean; read by `indicesOptions`. Source: rest-layer B.1. */
export const targetParameters = {
  ignore_unavailable: text(),
  allow_no_indices: text(),
  expand_wildcards: text(),
} as const;

/** A time that has no effect here, but must be one. Source: rest-layer A.5. */
export function time(): ParameterSpec<number | undefined> {
  return parameter((value, name) => (value === undefined ? undefined : parseTimeValue(value, name)));
}

export const masterTimeout = { master_timeout: time() } as const;

/** Of everything that the master does and the nodes acknowledge. */
export const timeouts = { master_timeout: time(), timeout: time() } as const;

/** Of reads of the cluster state, which every node answers by itself. */
export const localRead = { local: flag(false), master_timeout: time() } as const;

/** `all`, or how many copies must be there; undefined if not sent. ES: `ActiveShardCount.parseString`. */
export function activeShards(): ParameterSpec<number | 'all' | 'index-setting' | undefined> {
  return parameter((value) => {
    if (value === undefined || value === 'null') return undefined;
    if (value === 'all') return 'all';
    if (value === 'index-setting') return 'index-setting';
    if (!/^\+?\d+$/.test(value)) throw badActiveShardCount(value);
    return Number(value);
  });
}
