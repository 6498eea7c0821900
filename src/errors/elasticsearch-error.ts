const BRAND = Symbol.for('elasticsearch-connector-fake/ElasticsearchError');

/** A value that an error carries beside its reason: `index`, `shard`, `line`, `resource.type`… */
export type ErrorMetadata = Readonly<Record<string, string | number | null | readonly string[]>>;

/**
 * Which of Elasticsearch's three kinds of exception this is. It decides where `root_cause` points:
 * `ElasticsearchException` and `XContentParseException` give way to a cause of their own kind, a plain Java
 * exception never does (ES: `ElasticsearchException.guessRootCauses`).
 */
export type ErrorFamily = 'elasticsearch' | 'xcontent' | 'java';

export interface ErrorDescription {
  readonly status: number;
  /** Snake-case exception name, as it stands in `error.type`. */
  readonly type: string;
  readonly reason: string | null;
  readonly family: ErrorFamily;
  readonly metadata?: ErrorMetadata;
  readonly cause?: ElasticsearchError | undefined;
  /** HTTP headers of the answer that are also shown in the body (`WWW-Authenticate`). */
  readonly headers?: Readonly<Record<string, readonly string[]>>;
  /** Set where Elasticsearch computes root causes itself (search phase failures). */
  readonly rootCauses?: readonly ElasticsearchError[];
  /** What the fake does not emulate, where that is why it refuses; goes into the journal. */
  readonly gap?: string;
  /** Further members of the error object that are not metadata (`phase`, `grouped`, `failed_shards`). */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** What Elasticsearch answers when it says no. Built by the named constructors of this folder only. */
export class ElasticsearchError extends Error {
  readonly [BRAND] = true;
  readonly status: number;
  readonly type: string;
  readonly reason: string | null;
  readonly family: ErrorFamily;
  readonly metadata: ErrorMetadata;
  override readonly cause: ElasticsearchError | undefined;
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly rootCauses: readonly ElasticsearchError[] | undefined;
  readonly details: Readonly<Record<string, unknown>> | undefined;
  /** What the fake does not emulate, where that is why it refuses. */
  gap: string | undefined;
  /** What failed after it, and is only shown beside it. */
  suppressed: readonly ElasticsearchError[] | undefined;

  constructor(description: ErrorDescription) {
    super(description.reason ?? description.type);
    this.name = 'ElasticsearchError';
    this.status = description.status;
    this.type = description.type;
    this.reason = description.reason;
    this.family = description.family;
    this.metadata = description.metadata ?? {};
    this.cause = description.cause;
    this.headers = description.headers ?? {};
    this.rootCauses = description.rootCauses;
    this.details = description.details;
    this.gap = description.gap ?? description.cause?.gap;
    this.suppressed = undefined;
  }
}

/** The first of some failures, the others beside it. ES: `ExceptionsHelper.useOrSuppress`. */
export function withSuppressed(
  first: ElasticsearchError,
  others: readonly ElasticsearchError[],
): ElasticsearchError {
  if (others.length > 0) {
    first.suppressed = others;
    first.gap ??= others.find(({ gap }) => gap !== undefined)?.gap;
  }
  return first;
}

/** Tells an {@link ElasticsearchError} of any copy of this package, ESM or CommonJS, from other values. */
export function isElasticsearchError(value: unknown): value is ElasticsearchError {
  return typeof value === 'object' && value !== null && BRAND in value;
}

/**
 * Marks what Elasticsearch says about something unknown as the refusal of a `feature` that only the fake does not know
 * (`query clause [geo_shape]`).
 */
export function asRefusal(error: ElasticsearchError, feature: string): ElasticsearchError {
  error.gap = feature;
  return error;
}
