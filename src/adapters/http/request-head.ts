/** Header fields by lower-case name; a list where a field was sent more than once. */
export type RequestHeaders = Record<string, string | string[]>;

/** Reads the alternating names and values of a request as it came over the wire. */
export function headersOf(rawHeaders: readonly string[]): RequestHeaders {
  const headers: RequestHeaders = {};
  for (let at = 1; at < rawHeaders.length; at += 2) {
    const name = (rawHeaders[at - 1] as string).toLowerCase();
    const value = rawHeaders[at] as string;
    // A field may be called `constructor`: what the prototype holds under its name is no earlier value.
    const earlier: unknown = headers[name];
    if (typeof earlier === 'string') headers[name] = [earlier, value];
    else if (Array.isArray(earlier)) earlier.push(value);
    else headers[name] = value;
  }
  return headers;
}

/** The size that Netty counts: each line without its line break. */
export function headerBytes(rawHeaders: readonly string[]): number {
  let bytes = 0;
  for (const text of rawHeaders) bytes += text.length + 1;
  return bytes;
}

/** A request target in origin form. A client that takes the fake for a proxy sends scheme and host before it. */
export function originForm(requestTarget: string): string {
  if (requestTarget.startsWith('/')) return requestTarget;
  const authority = requestTarget.indexOf('://');
  if (authority === -1) return requestTarget.startsWith('?') ? `/${requestTarget}` : requestTarget;
  const slash = requestTarget.indexOf('/', authority + 3);
  return slash === -1 ? '/' : requestTarget.slice(slash);
}

export function splitTarget(requestTarget: string): { rawPath: string; rawQuery: string } {
  const at = requestTarget.indexOf('?');
  return at === -1
    ? { rawPath: requestTarget, rawQuery: '' }
    : { rawPath: requestTarget.slice(0, at), rawQuery: requestTarget.slice(at + 1) };
}
