import { T0 } from './seed.js';

export const DEFAULT_RULE = {
  created_at: T0,
  field: '_',
  id: 'DEFAULT',
  order: 0,
  policy: 'include',
  rule: 'regex',
  updated_at: T0,
  value: '.*',
};

export const DEFAULT_RULES = {
  advanced_snippet: { created_at: T0, updated_at: T0, value: {} },
  rules: [DEFAULT_RULE],
  validation: { errors: [], state: 'valid' },
};

const MIDNIGHT = { enabled: false, interval: '0 0 0 * * ?' };

/** What every connector has that is created at {@link T0}. Source: connectors §2.1. */
export const FRESH = {
  configuration: {},
  custom_scheduling: {},
  filtering: [{ active: DEFAULT_RULES, domain: 'DEFAULT', draft: DEFAULT_RULES }],
  is_native: false,
  name: '',
  scheduling: { access_control: MIDNIGHT, full: MIDNIGHT, incremental: MIDNIGHT },
  status: 'created',
  sync_now: false,
  deleted: false,
};
