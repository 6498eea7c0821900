import type { EsRequest, EsResponse } from '../rest/exchange.js';

/** What a control route says. */
export interface ControlReply {
  readonly status: number;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
}

export function ok(body: object): ControlReply {
  return { status: 200, body };
}

export function created(body: object): ControlReply {
  return { status: 201, body };
}

/** @param message what was wrong, what was received, what to do */
export function refused(status: 400 | 404 | 405 | 500, message: string): ControlReply {
  return { status, body: { error: message } };
}

/** The product header is there because the official client takes no answer without it. */
export function writeReply(reply: ControlReply, request: EsRequest): EsResponse {
  const text = `${JSON.stringify(reply.body, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))}\n`;
  return {
    status: reply.status,
    headers: {
      'X-elastic-product': 'Elasticsearch',
      ...reply.headers,
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(text)),
    },
    bodyText: request.method === 'HEAD' ? '' : text,
  };
}
