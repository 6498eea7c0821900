import { SAFELISTED } from './media-type.js';
import type { EsRequest } from './exchange.js';
import type { Prepared } from './prepare.js';

/** Why a request is answered with 406. */
export interface RefusedFormat {
  readonly message: string;
  /** What the fake does not emulate, where Elasticsearch would have gone on. */
  readonly gap?: string;
}

/** Names of formats in `?format=`. ES: `XContentType.fromFormat`, `RestTable`. */
const UNWRITABLE = /^(?:vnd_)?(?:yaml|smile|cbor)$/i;
const WRITABLE = /^(?:(?:vnd_)?json|text|txt)$/i;

/** Why a body of that type is refused. Source: rest-layer A.3. DIVERGES: YAML, SMILE and CBOR are not read. */
export function refusedBody(request: EsRequest, prepared: Prepared): RefusedFormat | undefined {
  if (request.bodyText === '') return undefined;
  const raw = request.headers['content-type'];
  if (raw === undefined) return { message: 'Content-Type header is missing' };
  const { contentType } = prepared;
  if (contentType && !SAFELISTED.has(contentType.name) && contentType.isJson) return undefined;
  const message = `Content-Type header [${String(raw)}] is not supported`;
  return { message, ...(prepared.isUnreadable && { gap: `body in ${String(raw)}` }) };
}

/**
 * Why an answer in the wanted format is refused; `format` counts before `Accept`. DIVERGES: Elasticsearch writes
 * YAML, SMILE and CBOR; JSON in their place would be a silent lie.
 */
export function refusedAnswer({ params, unwritable }: Prepared): RefusedFormat | undefined {
  const format = params.size === 0 ? undefined : params.get('format');
  if (format !== undefined) {
    if (WRITABLE.test(format)) return undefined;
    if (UNWRITABLE.test(format)) {
      return { message: `format [${format}] is not supported`, gap: `answer in ${format}` };
    }
  }
  if (unwritable === undefined) return undefined;
  return { message: `Accept header [${unwritable}] is not supported`, gap: `answer in ${unwritable}` };
}
