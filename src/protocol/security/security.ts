import type { Instant } from '../../clock/instant.js';
import type { ElasticsearchError } from '../../errors/elasticsearch-error.js';
import { FakeUsageError } from '../../errors/fake-usage-error.js';
import {
  badBasicHeader,
  missingCredentials,
  unknownUser,
  unusableCredentials,
} from '../../errors/security-errors.js';
import type { Store } from '../../store/store.js';
import { actionOf } from './actions.js';
import { apiKeyProblem, findApiKey, registerApiKey } from './api-keys.js';
import { readCredentials, type SecuredRequest } from './credentials.js';
import { documentAccess, type DocumentAccess } from './document-access.js';
import { descriptorOf, EVERYTHING, privilegesOf, type Privileges } from './privileges.js';
import { refusal } from './refusal.js';
import type { Subject } from './subject.js';

/** A user that may log in. */
export interface UserOption {
  readonly name: string;
  readonly password: string;
  /** @default ['superuser'], or none if `privileges` are given */
  readonly roles?: readonly string[];
  /** What its roles allow. Not needed for `superuser`, who may everything; nothing for any other role. */
  readonly privileges?: Privileges;
}

/** An API key that exists from the start. */
export interface ApiKeyOption {
  readonly id: string;
  /** The secret part: clients send `base64(id:key)`. */
  readonly key: string;
  /** @default the id */
  readonly name?: string;
  /** What it may do. @default everything */
  readonly privileges?: Privileges;
}

/** Turns security on. */
export interface SecurityOptions {
  /** `{ elastic: 'changeme' }`, or more about each. */
  readonly users?: Readonly<Record<string, string>> | readonly UserOption[];
  readonly apiKeys?: readonly ApiKeyOption[];
}

/** Who may come in, and what they may do. */
export interface Security {
  /** The answer to a request without good credentials; undefined if they are good. */
  authenticate(request: SecuredRequest, now: Instant): ElasticsearchError | undefined;
  /** Who sends it; undefined if nobody that is known. */
  subjectOf(request: SecuredRequest, now: Instant): Subject | undefined;
  /** The answer to a request that its sender may not make; undefined if it may. @param target `{index}` of its path. */
  authorize(
    request: SecuredRequest,
    api: string,
    target: string | undefined,
    now: Instant,
  ): ElasticsearchError | undefined;
  /** Which documents its sender may use an API on; undefined if all of them. */
  documentAccess(request: SecuredRequest, api: string, now: Instant): DocumentAccess | undefined;
}

/**
 * Users and API keys. Keys given here are put into the store, beside those that requests create.
 * Source: rest-layer A.9.
 *
 * @param major of the emulated release
 * @throws FakeUsageError if two users have one name, or nobody could come in.
 */
export function createSecurity(options: SecurityOptions, store: Store, major: number): Security {
  const users = readUsers(options.users ?? {});
  const keys = options.apiKeys ?? [];
  if (users.size === 0 && keys.length === 0) {
    throw new FakeUsageError('[security] needs at least one of users and apiKeys, or nobody can come in.');
  }
  for (const key of keys) registerApiKey(store, storedKey(key, store.now));

  function identify(request: SecuredRequest, now: Instant): Subject | ElasticsearchError {
    const credentials = readCredentials(request);
    const { uri } = credentials;
    switch (credentials.kind) {
      case 'none':
        return missingCredentials(uri, major);
      case 'bad-basic':
        return badBasicHeader(credentials.part, major);
      case 'basic': {
        const user = users.get(credentials.name);
        if (user?.password !== credentials.password) return unknownUser(credentials.name, uri, major);
        return subjectOfUser(user);
      }
      case 'token':
        return unusableCredentials(major);
      case 'bad-api-key':
        return unusableCredentials(major, 'invalid ApiKey value');
      case 'api-key': {
        const problem = apiKeyProblem(store, credentials.id, credentials.secret, now);
        if (problem !== undefined) return unusableCredentials(major, problem);
        return subjectOfKey(store, credentials.id, users);
      }
    }
  }

  return {
    authenticate(request, now) {
      const found = identify(request, now);
      return isSubject(found) ? undefined : found;
    },
    subjectOf(request, now) {
      const found = identify(request, now);
      return isSubject(found) ? found : undefined;
    },
    authorize(request, api, target, now) {
      const found = identify(request, now);
      return isSubject(found) ? refusal(found, api, target) : found;
    },
    documentAccess(request, api, now) {
      const found = identify(request, now);
      return isSubject(found) ? documentAccess(found, actionOf(api)?.grantedBy ?? []) : undefined;
    },
  };
}

function isSubject(found: Subject | ElasticsearchError): found is Subject {
  return 'username' in found;
}

function readUsers(users: NonNullable<SecurityOptions['users']>): ReadonlyMap<string, UserOption> {
  const list = Array.isArray(users)
    ? (users as readonly UserOption[])
    : Object.entries(users as Readonly<Record<string, string>>).map(([name, password]) => ({
        name,
        password,
      }));
  const byName = new Map(list.map((user) => [user.name, user] as const));
  if (byName.size < list.length) throw new FakeUsageError('[security.users] has two users of one name.');
  return byName;
}

function storedKey(
  { id, key, name = id, privileges }: ApiKeyOption,
  now: Instant,
): Parameters<typeof registerApiKey>[1] {
  return {
    id,
    name,
    secret: key,
    creation: Math.floor(now),
    expiration: undefined,
    invalidation: undefined,
    username: 'elastic',
    metadata: {},
    role_descriptors: privileges === undefined ? {} : { [name]: descriptorOf(privileges) },
    limited_by: undefined,
  };
}

function subjectOfUser({ name, roles: given, privileges }: UserOption): Subject {
  const roles = given ?? (privileges === undefined ? ['superuser'] : []);
  const held = roles.includes('superuser') ? EVERYTHING : (privileges ?? {});
  return { username: name, roles, privileges: held, limitedBy: undefined, apiKey: undefined };
}

/** A key may what its role descriptors say, as far as its owner may, and without any what its owner may. */
function subjectOfKey(store: Store, id: string, users: ReadonlyMap<string, UserOption>): Subject {
  const key = findApiKey(store, id);
  const owner = users.get(key?.username ?? '');
  const ofOwner = owner ? subjectOfUser(owner).privileges : EVERYTHING;
  return {
    username: key?.username ?? '',
    roles: [],
    privileges: privilegesOf(key?.role_descriptors ?? {}) ?? ofOwner,
    limitedBy: ofOwner === EVERYTHING ? undefined : ofOwner,
    apiKey: { id, name: key?.name ?? '' },
  };
}
