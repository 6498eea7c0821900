import { isPlainObject } from '../errors/usage-checks.js';
import {
  anything,
  checkKind,
  checkShape,
  isText,
  list,
  listOf,
  oneOf,
  text,
  type Kind,
  type Shape,
} from './checks.js';

const texts = listOf(text);
/** Credentials end a name or an id at their first colon. */
const identity: Kind = ['a text without a colon', (value) => isText(value) && !value.includes(':')];
const number: Kind = ['a number', Number.isFinite];
const nullableNumber: Kind = ['a number or null', (value) => value === null || Number.isFinite(value)];

const OPTIONS: Shape = {
  clock: anything, // createClock knows what it may be
  fixtures: list,
  version: text,
  refresh: oneOf(['immediate', 'nrt']),
  seed: ['a whole number from -2147483648 to 4294967295', isSeed],
  license: ['a type of license or an object', (value) => isText(value) || isPlainObject(value)],
  flavor: oneOf(['default', 'serverless']),
  security: anything,
};

/** Type and status are looked at where the license is made. */
const LICENSE: Shape = {
  type: text,
  status: text,
  uid: text,
  issue_date_in_millis: number,
  expiry_date_in_millis: number,
  max_nodes: nullableNumber,
  max_resource_units: nullableNumber,
  issued_to: text,
  issuer: text,
};

const SECURITY: Shape = { users: anything, apiKeys: list };
const USER: Shape = { name: identity, password: text, roles: texts, privileges: anything };
const API_KEY: Shape = { id: identity, key: text, name: text, privileges: anything };
const PRIVILEGES: Shape = { cluster: texts, indices: list };
const INDEX_PRIVILEGES: Shape = { names: texts, privileges: texts };

/**
 * Looks the options of a fake over before anything is made of them.
 * @throws FakeUsageError for an option that does not exist, or that cannot be what it is.
 */
export function checkOptions(options: unknown): void {
  checkShape(options, 'The options object', OPTIONS);
  const { license, security } = options;
  if (isPlainObject(license)) checkShape(license, '[license]', LICENSE);
  if (security !== undefined) checkSecurity(security);
}

function checkSecurity(security: unknown): void {
  checkShape(security, '[security]', SECURITY);
  const { users, apiKeys = [] } = security;
  if (users !== undefined) {
    checkEach(Array.isArray(users) ? users : usersOf(users), 'security.users', USER, ['name', 'password']);
  }
  checkEach(apiKeys as readonly unknown[], 'security.apiKeys', API_KEY, ['id', 'key']);
}

/** `{ elastic: 'changeme' }` as the list that it is short for. */
function usersOf(users: unknown): unknown[] {
  checkKind(users, '[security.users]', ['a list or an object', isPlainObject]);
  return Object.entries(users as object).map(([name, password]: [string, unknown]) => ({ name, password }));
}

function checkEach(members: readonly unknown[], what: string, shape: Shape, needed: readonly string[]): void {
  members.forEach((member, at) => {
    const place = `${what}[${at}]`;
    checkShape(member, place, shape, needed);
    const { privileges } = member;
    if (privileges === undefined) return;
    checkShape(privileges, `${place}.privileges`, PRIVILEGES);
    for (const each of (privileges['indices'] ?? []) as readonly unknown[]) {
      checkShape(each, `${place}.privileges.indices`, INDEX_PRIVILEGES, ['names', 'privileges']);
    }
  });
}

function isSeed(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= -(2 ** 31) && (value as number) < 2 ** 32;
}
