import { ElasticsearchError } from './elasticsearch-error.js';

/** What a 401 tells the client to try. The comma came with 9.0. Source: rest-layer A.9 and A.14. */
function challenges(major: number): readonly string[] {
  const separator = major >= 9 ? ',' : '';
  return [`Basic realm="security"${separator} charset="UTF-8"`, 'ApiKey'];
}

function unauthenticated(reason: string, major: number, apiKeyProblem?: string): ElasticsearchError {
  return new ElasticsearchError({
    status: 401,
    type: 'security_exception',
    reason,
    family: 'elasticsearch',
    ...(apiKeyProblem !== undefined && {
      metadata: { additional_unsuccessful_credentials: `API key: ${apiKeyProblem}` },
    }),
    headers: { 'WWW-Authenticate': challenges(major) },
  });
}

/** 401 of a request without credentials. Source: rest-layer A.9. @param uri the raw target with its query. */
export function missingCredentials(uri: string, major: number): ElasticsearchError {
  return unauthenticated(`missing authentication credentials for REST request [${uri}]`, major);
}

/** 401 of a wrong name or password. Source: rest-layer A.9. */
export function unknownUser(name: string, uri: string, major: number): ElasticsearchError {
  return unauthenticated(`unable to authenticate user [${name}] for REST request [${uri}]`, major);
}

/** 401 of an API key or a token that is not accepted. Source: rest-layer A.9. */
export function unusableCredentials(major: number, apiKeyProblem?: string): ElasticsearchError {
  const reason =
    'unable to authenticate with provided credentials and anonymous access is not allowed for this request';
  return unauthenticated(reason, major, apiKeyProblem);
}

/** 401. ES: `UsernamePasswordToken.extractToken`. */
export function badBasicHeader(part: 'encoding' | 'value', major: number): ElasticsearchError {
  return unauthenticated(`invalid basic authentication header ${part}`, major);
}

/** Who was refused. ES: `AuthorizationDenialMessages`. */
export interface RefusedSubject {
  readonly username: string;
  readonly roles: readonly string[];
  readonly apiKeyId: string | undefined;
}

/** 403. Source: rest-layer A.9. @param indices undefined for an action on the cluster. */
export function unauthorized(
  action: string,
  subject: RefusedSubject,
  indices: readonly string[] | undefined,
  grantedBy: readonly string[],
): ElasticsearchError {
  const who =
    subject.apiKeyId === undefined
      ? `user [${subject.username}] with effective roles [${subject.roles.join(',')}]`
      : `API key id [${subject.apiKeyId}] of user [${subject.username}]`;
  const where = indices === undefined ? '' : ` on indices [${indices.join(',')}]`;
  const kind = indices === undefined ? 'cluster' : 'index';
  return new ElasticsearchError({
    status: 403,
    type: 'security_exception',
    reason:
      `action [${action}] is unauthorized for ${who}${where}, ` +
      `this action is granted by the ${kind} privileges [${grantedBy.join(',')}]`,
    family: 'elasticsearch',
  });
}

/** 410 of an API that only a cluster of one's own has. Source: rest-layer A.10. */
export function apiNotAvailable(uri: string, method: string): ElasticsearchError {
  return new ElasticsearchError({
    status: 410,
    type: 'api_not_available_exception',
    reason: `uri [${uri}] with method [${method}] exists but is not available when running in serverless mode`,
    family: 'elasticsearch',
  });
}
