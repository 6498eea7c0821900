import type { ClockDuration } from '../../clock/clock.js';
import { isPlainObject } from '../../errors/usage-checks.js';
import type { EsRequest, EsResponse } from '../../rest/exchange.js';
import type { Kind } from '../checks.js';

/** What a fault rule does to a request. Made by `respond()`, `conflict()` and their like. */
export type Effect =
  | { readonly kind: 'answer'; readonly name: string; readonly answer: (request: EsRequest) => EsResponse }
  | { readonly kind: 'spoil'; readonly name: string; readonly spoil: (response: EsResponse) => EsResponse }
  | { readonly kind: 'delay'; readonly name: string; readonly duration: ClockDuration | number }
  | { readonly kind: 'drop'; readonly name: string; readonly when: 'before' | 'after' };

/** The member that each kind must have. */
const MEMBERS = new Map<unknown, string>([
  ['answer', 'answer'],
  ['spoil', 'spoil'],
  ['delay', 'duration'],
  ['drop', 'when'],
] satisfies [Effect['kind'], string][]);

export const EFFECT: Kind = [
  'what a call such as respond(503) or conflict() gives',
  (value) => isPlainObject(value) && value[MEMBERS.get(value['kind']) ?? ''] !== undefined,
];
