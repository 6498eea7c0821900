import { actionRequestValidation } from '../../errors/request-errors.js';
import { invalidateApiKeys } from '../../protocol/security/invalidate-api-keys.js';
import { endpoint, ok, requiredBody } from '../../rest/endpoint.js';
import { boolean, objectParser, optional, string, stringArray } from '../../xcontent/object-parser.js';
import { authorizeApiKeys, textOrNone } from './authorize-api-keys.js';
import { callerOf } from './caller.js';

const body = requiredBody(
  objectParser(
    'invalidate_api_key',
    {
      realm_name: optional(string()),
      username: optional(string()),
      name: optional(string()),
      owner: optional(boolean()),
      ids: optional(stringArray()),
    },
    {
      build: ({ ids, owner = false, ...texts }) => {
        if (ids !== undefined) checkIds(ids);
        const name = textOrNone(texts.name);
        const username = textOrNone(texts.username);
        return { ids, owner, name, username, realmName: textOrNone(texts.realm_name) };
      },
    },
  ),
);

/** Source: rest-layer B.17; ES: `InvalidateApiKeyRequest`. DIVERGES: there with security off, too. */
export const securityInvalidateApiKey = endpoint({
  api: 'security.invalidate_api_key',
  routes: ['DELETE /_security/api_key'],
  body,
  validate: ({ body: sent }) => problems(sent),
  handle: (call) => {
    const { ids, name, username, realmName, owner } = call.body;
    const asked = { ids, username, realmName, isOwned: owner, withLimitedBy: false };
    authorizeApiKeys(call, 'security.invalidate_api_key', asked);
    const selection = { ids, name, username: owner ? callerOf(call).username : username, realmName };
    return ok(invalidateApiKeys(call.store, selection, call.now));
  },
});

/** ES: `InvalidateApiKeyRequest.validateIds`. */
function checkIds(ids: readonly string[]): void {
  if (ids.length === 0) throw actionRequestValidation(['Field [ids] cannot be an empty array']);
  const blanks = [...ids.keys()].filter((at) => textOrNone(ids[at]) === undefined);
  if (blanks.length === 0) return;
  const [what, where] = blanks.length === 1 ? ['id', 'position'] : ['ids', 'positions'];
  const at = `at index ${where}: [${blanks.join(', ')}]`;
  throw actionRequestValidation([`Field [ids] must not contain blank id, but got blank ${what} ${at}`]);
}

interface Sent {
  readonly realmName: string | undefined;
  readonly username: string | undefined;
  readonly ids: readonly string[] | undefined;
  readonly name: string | undefined;
  readonly owner: boolean;
}

function problems({ realmName, username, ids, name, owner }: Sent): string[] {
  const isOfUser = realmName !== undefined || username !== undefined;
  const found: string[] = [];
  if (!isOfUser && ids === undefined && name === undefined && !owner) {
    found.push(
      'One of [api key id(s), api key name, username, realm name] must be specified if [owner] flag is false',
    );
  }
  if ((ids !== undefined || name !== undefined) && isOfUser) {
    found.push(
      'username or realm name must not be specified when the api key id(s) or api key name are specified',
    );
  }
  if (owner && isOfUser) {
    found.push('neither username nor realm-name may be specified when invalidating owned API keys');
  }
  if (ids !== undefined && name !== undefined) {
    found.push('only one of [api key id(s), api key name] can be specified');
  }
  return found;
}
