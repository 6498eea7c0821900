/** What credentials are read from: a part of any request. */
export interface SecuredRequest {
  readonly rawPath: string;
  readonly rawQuery: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
}

/** The `Authorization` header of a request, taken apart. `uri` is the raw target, as messages show it. */
export type Credentials = { readonly uri: string } & (
  | { readonly kind: 'none' | 'token' | 'bad-api-key' }
  | { readonly kind: 'bad-basic'; readonly part: 'encoding' | 'value' }
  | { readonly kind: 'basic'; readonly name: string; readonly password: string }
  | { readonly kind: 'api-key'; readonly id: string; readonly secret: string }
);

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** Source: rest-layer A.9; ES: `UsernamePasswordToken`, `ApiKeyService.getCredentialsFromHeader`. */
export function readCredentials(request: SecuredRequest): Credentials {
  const uri = request.rawQuery === '' ? request.rawPath : `${request.rawPath}?${request.rawQuery}`;
  const { authorization } = request.headers;
  const header = typeof authorization === 'object' ? authorization[0] : authorization;
  const [, scheme = '', value = ''] = /^(basic|apikey|bearer) +(.+)$/i.exec(header ?? '') ?? [];
  switch (scheme.toLowerCase()) {
    case 'basic':
      return { uri, ...readBasic(value.trim()) };
    case 'apikey':
      return { uri, ...readApiKey(value.trim()) };
    case 'bearer':
      return { uri, kind: 'token' };
    default:
      return { uri, kind: 'none' };
  }
}

type WithoutUri<T> = T extends unknown ? Omit<T, 'uri'> : never;

function readBasic(value: string): WithoutUri<Extract<Credentials, { kind: 'basic' | 'bad-basic' }>> {
  if (!BASE64.test(value)) return { kind: 'bad-basic', part: 'encoding' };
  const pair = splitPair(value);
  return pair ? { kind: 'basic', name: pair[0], password: pair[1] } : { kind: 'bad-basic', part: 'value' };
}

function readApiKey(
  value: string,
): WithoutUri<Extract<Credentials, { kind: 'api-key' | 'none' | 'token' | 'bad-api-key' }>> {
  const pair = BASE64.test(value) ? splitPair(value) : undefined;
  return pair ? { kind: 'api-key', id: pair[0], secret: pair[1] } : { kind: 'bad-api-key' };
}

function splitPair(base64: string): readonly [string, string] | undefined {
  const text = Buffer.from(base64, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 0 ? undefined : [text.slice(0, colon), text.slice(colon + 1)];
}
