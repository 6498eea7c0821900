import { deflateSync, gunzipSync, gzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import type { EsResponse } from '../../rest/exchange.js';
import { BODY_TOO_LARGE, MAX_BODY, undecodableBody } from './wire-errors.js';

type HeaderValue = string | readonly string[] | undefined;

/** Elasticsearch's `http.compression_level`. */
const LEVEL = { level: 3 };

function hasZlibHeader(bytes: Buffer): boolean {
  return bytes.length >= 2 && ((bytes[0] ?? 0) & 0x0f) === 8 && bytes.readUInt16BE(0) % 31 === 0;
}

function decoded(bytes: Buffer, coding: string): Buffer {
  const limit = { maxOutputLength: MAX_BODY };
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return gunzipSync(bytes, limit);
    case 'deflate':
    case 'x-deflate':
      // ES: Netty's ZLIB_OR_NONE takes deflate data with and without the zlib header.
      return hasZlibHeader(bytes) ? inflateSync(bytes, limit) : inflateRawSync(bytes, limit);
    default:
      return bytes;
  }
}

/** The text of a request body, or the answer to a body that cannot be decoded or is too large. */
export function decodeBody(bytes: Buffer, contentEncoding: HeaderValue): string | EsResponse {
  if (typeof contentEncoding !== 'string' || bytes.length === 0) return bytes.toString('utf8');
  const coding = contentEncoding.trim().toLowerCase();
  try {
    return decoded(bytes, coding).toString('utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code === 'ERR_BUFFER_TOO_LARGE' ? BODY_TOO_LARGE : undecodableBody(coding, message);
  }
}

/** Netty's choice: the weight of a coding by name, else that of `*`. Source: Netty, `HttpContentCompressor`. */
function chosenCoding(acceptEncoding: string): 'gzip' | 'deflate' | undefined {
  const weights = { gzip: -1, deflate: -1, star: -1 };
  for (const part of acceptEncoding.split(',')) {
    const at = part.indexOf('=');
    const weight = at === -1 ? 1 : Number(part.slice(at + 1)) || 0;
    if (part.includes('*')) weights.star = weight;
    else if (part.includes('gzip') && weight > weights.gzip) weights.gzip = weight;
    else if (part.includes('deflate') && weight > weights.deflate) weights.deflate = weight;
  }
  if (weights.gzip > 0 || weights.deflate > 0) return weights.gzip >= weights.deflate ? 'gzip' : 'deflate';
  if (weights.star <= 0) return undefined;
  if (weights.gzip === -1) return 'gzip';
  return weights.deflate === -1 ? 'deflate' : undefined;
}

/** An answer ready for a wire. */
export interface EncodedAnswer {
  readonly status: number;
  readonly headers: EsResponse['headers'];
  readonly body: string | Buffer;
}

/** Compresses an answer of any size for a client that asked for it, as Elasticsearch does over plain HTTP (rest-layer A.12). */
export function encodeAnswer(answer: EsResponse, acceptEncoding: HeaderValue): EncodedAnswer {
  const { status, headers, bodyText } = answer;
  const coding =
    acceptEncoding === undefined || bodyText === '' ? undefined : chosenCoding(String(acceptEncoding));
  if (coding === undefined) return { status, headers, body: bodyText };
  const body = coding === 'gzip' ? gzipSync(bodyText, LEVEL) : deflateSync(bodyText, LEVEL);
  return {
    status,
    headers: { ...headers, 'content-encoding': coding, 'content-length': String(body.length) },
    body,
  };
}

/** A fault rule cut the body short: its length is not the one that the header promises. */
export function isTruncated(method: string, answer: EsResponse): boolean {
  const length = answer.headers['content-length'];
  if (method === 'HEAD' || length === undefined || length === String(answer.bodyText.length)) return false;
  return Number(length) > Buffer.byteLength(answer.bodyText);
}
