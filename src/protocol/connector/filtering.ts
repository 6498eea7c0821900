import { emptyList } from '../../errors/connector-errors.js';
import type { StoredDocument } from '../../store/document.js';
import type { JsonObject } from '../../xcontent/json.js';
import { writeJson } from '../../xcontent/write-json.js';
import {
  storedFiltering,
  type ConnectorFiltering,
  type FilteringRule,
  type FilteringRules,
  type FilteringValidation,
  type Stamps,
} from './filtering-parser.js';

/** What a draft becomes with every edit. */
export const EDITED: FilteringValidation = { errors: [], state: 'edited' };

/** The rule that every list ends with. Source: connectors §2.1. */
function defaultRule(order: number, at?: string): FilteringRule {
  const rule = { field: '_', id: 'DEFAULT', order, policy: 'include', rule: 'regex', value: '.*' };
  return at === undefined ? rule : { ...rule, created_at: at, updated_at: at };
}

/** Order and dates do not count; a rule that only has the id DEFAULT is an ordinary one. */
function isDefaultRule({ field, id, policy, rule, value }: FilteringRule): boolean {
  return field === '_' && id === 'DEFAULT' && policy === 'include' && rule === 'regex' && value === '.*';
}

/**
 * Sorts submitted rules by order, stably, and puts one default rule behind them. It inherits the creation date of
 * the first default rule submitted. Source: connectors §3.10; ES: `ConnectorFiltering.sortFilteringRulesByOrder`.
 */
export function normalizeRules(rules: readonly FilteringRule[]): readonly FilteringRule[] {
  const submitted = rules.find(isDefaultRule);
  const sorted = rules.filter((rule) => !isDefaultRule(rule)).sort((left, right) => left.order - right.order);
  const last = sorted.at(-1);
  return [...sorted, defaultRule(last ? followingOrder(last.order) : 0, submitted?.created_at)];
}

/** Java's `int` addition. */
function followingOrder(order: number): number {
  return (order + 1) | 0;
}

/** Source: connectors §2.1; ES: `ConnectorFiltering.getDefaultConnectorFilteringConfig`. */
export function defaultFiltering(at: string): JsonObject {
  const rules: FilteringRules = {
    advanced_snippet: { created_at: at, updated_at: at, value: {} },
    rules: [defaultRule(0, at)],
    validation: { errors: [], state: 'valid' },
  };
  return storeFiltering({ active: rules, draft: rules }, at);
}

/**
 * Whether a date is absent and will become the time of the request: such a write is never a noop. DIVERGES: under a
 * frozen clock it would be one.
 */
export function lacksDates({ active, draft }: ConnectorFiltering): boolean {
  return [active, draft].some(
    ({ advanced_snippet, rules }) => !isDated(advanced_snippet) || !rules.every(isDated),
  );
}

function isDated({ created_at, updated_at }: Stamps): boolean {
  return created_at !== undefined && updated_at !== undefined;
}

/**
 * A filtering as it is stored: the domain is always DEFAULT. ES: `ConnectorFiltering.toXContent`.
 * @param at what absent dates become
 */
export function storeFiltering({ active, draft }: ConnectorFiltering, at: string): JsonObject {
  return { active: storeRules(active, at), domain: 'DEFAULT', draft: storeRules(draft, at) };
}

/**
 * The `active` or the `draft` as it is stored.
 * @param at what absent dates become; they stay absent without it
 */
export function storeRules(
  { advanced_snippet, rules, validation }: FilteringRules,
  at: string | undefined,
): JsonObject {
  return {
    advanced_snippet: { ...stamps(advanced_snippet, at), value: advanced_snippet.value },
    rules: rules.map((rule) => storeRule(rule, at)),
    validation: { errors: validation.errors, state: validation.state },
  };
}

function storeRule(rule: FilteringRule, at: string | undefined): JsonObject {
  const { field, id, order, policy, rule: condition, value } = rule;
  return { ...stamps(rule, at), field, id, order, policy, rule: condition, value };
}

function stamps({ created_at, updated_at }: Stamps, at: string | undefined): JsonObject {
  const created = created_at ?? at;
  const updated = updated_at ?? at;
  return {
    ...(created !== undefined && { created_at: created }),
    ...(updated !== undefined && { updated_at: updated }),
  };
}

/**
 * The filtering of a stored connector: the first of the list, and there must be one.
 * ES: `ConnectorIndexService.updateConnectorFilteringDraft`.
 * @throws ElasticsearchError 400 if the stored filtering cannot be read, 500 if the list is empty.
 */
export function filteringOf({ source }: StoredDocument): ConnectorFiltering {
  const [first] = storedFiltering.parseText(writeJson(source));
  if (!first) throw emptyList();
  return first;
}
