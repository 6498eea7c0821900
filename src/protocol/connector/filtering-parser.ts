import { reprintDate } from '../../clock/parse-date.js';
import type { JsonArray, JsonObject } from '../../xcontent/json.js';
import {
  custom,
  int,
  mapped,
  nested,
  objectArray,
  objectParser,
  optional,
  required,
  string,
  stringArray,
} from '../../xcontent/object-parser.js';
import { enumeration, exactEnumeration } from './enumeration.js';

const VALIDATION_STATES = ['edited', 'invalid', 'valid'] as const;
const policy = enumeration('FilteringPolicy', ['exclude', 'include']);
const condition = exactEnumeration('FilteringRuleCondition', [
  'contains',
  'ends_with',
  'equals',
  '>',
  '<',
  'regex',
  'starts_with',
]);
const validationState = enumeration('FilteringValidationState', VALIDATION_STATES);

/** Dates as Elasticsearch prints them; absent ones become the time of the request. */
export interface Stamps {
  readonly created_at?: string | undefined;
  readonly updated_at?: string | undefined;
}

export interface FilteringRule extends Stamps {
  readonly field: string;
  readonly id: string;
  readonly order: number;
  readonly policy: string;
  readonly rule: string;
  readonly value: string;
}

export interface AdvancedSnippet extends Stamps {
  readonly value: JsonObject | JsonArray;
}

export interface FilteringValidation {
  readonly errors: readonly JsonObject[];
  readonly state: (typeof VALIDATION_STATES)[number];
}

/** The `active` or the `draft` of a filtering. */
export interface FilteringRules {
  readonly advanced_snippet: AdvancedSnippet;
  readonly rules: readonly FilteringRule[];
  readonly validation: FilteringValidation;
}

export interface ConnectorFiltering {
  readonly active: FilteringRules;
  readonly draft: FilteringRules;
}

const date = mapped(string(), reprintDate);

/** Source: connectors §3.10; ES: `FilteringRule`. */
export const filteringRule = objectParser(
  'connector_filtering_rule',
  {
    created_at: optional(date),
    field: required(string()),
    id: required(string()),
    order: required(int()),
    policy: required(mapped(string(), policy)),
    rule: required(mapped(string(), condition)),
    updated_at: optional(date),
    value: required(string()),
  },
  { unknown: 'ignore', build: (rule): FilteringRule => rule },
);

/** Source: connectors §3.10; ES: `FilteringAdvancedSnippet`. */
export const advancedSnippet = objectParser(
  'connector_filtering_advanced_snippet',
  {
    created_at: optional(date),
    updated_at: optional(date),
    value: required(
      custom(['START_OBJECT', 'START_ARRAY'], (reader) => reader.readValue() as JsonObject | JsonArray),
    ),
  },
  { unknown: 'ignore', build: (snippet): AdvancedSnippet => snippet },
);

const validationError = objectParser(
  'connector_filtering_validation',
  { ids: required(stringArray()), messages: required(stringArray()) },
  { unknown: 'ignore', build: ({ ids, messages }): JsonObject => ({ ids, messages }) },
);

/** Source: connectors §3.11; ES: `FilteringValidationInfo`. */
export const filteringValidation = objectParser(
  'filtering_validation_info',
  { errors: required(objectArray(validationError)), state: required(mapped(string(), validationState)) },
  { unknown: 'ignore', build: ({ errors, state }): FilteringValidation => ({ errors, state }) },
);

const filteringRules = objectParser(
  'connector_filtering_rules',
  {
    advanced_snippet: required(nested(advancedSnippet)),
    rules: required(objectArray(filteringRule)),
    validation: required(nested(filteringValidation)),
  },
  { unknown: 'ignore', build: (rules): FilteringRules => rules },
);

/** Source: connectors §3.10; ES: `ConnectorFiltering`, which ignores the domain. */
export const connectorFiltering = objectParser(
  'connector_filtering',
  { active: required(nested(filteringRules)), draft: required(nested(filteringRules)) },
  { unknown: 'ignore', build: (filtering): ConnectorFiltering => filtering },
);

/** The filtering of a stored connector. ES: `ConnectorFiltering.fromXContentBytesConnectorFiltering`. */
export const storedFiltering = objectParser(
  'connector_filtering_parser',
  { filtering: required(objectArray(connectorFiltering)) },
  { unknown: 'ignore', build: ({ filtering }): readonly ConnectorFiltering[] => filtering },
);
