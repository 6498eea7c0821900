/**
 * One HTTP request, free of any transport. Adapters build it; strings only, so that a journal can keep it and
 * the core can read the body from its raw text.
 */
export interface EsRequest {
  /** As on the request line, e.g. `PUT`. */
  readonly method: string;
  /** Path without query string, not decoded, e.g. `/_connector/_sync_job/a%2Fb/_claim`. */
  readonly rawPath: string;
  /** Query string without its `?`, not decoded; empty if there is none. */
  readonly rawQuery: string;
  /** Lower-case names. A header that was sent more than once has a list. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  /** Body text after content decoding; empty if there is none. */
  readonly bodyText: string;
}

/** One HTTP answer, free of any transport. */
export interface EsResponse {
  readonly status: number;
  /** Names in the casing that Elasticsearch sends. `content-length` is the byte length of the body (of the would-be body for HEAD). */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  /** Empty for HEAD. */
  readonly bodyText: string;
}

/**
 * What became of a request that was held back. `dropped`: the connection was lost without an answer.
 */
export type Delivery =
  { readonly kind: 'response'; readonly response: EsResponse } | { readonly kind: 'dropped' };
