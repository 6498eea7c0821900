import type { Instant } from '../clock/instant.js';
import type { JsonObject } from '../xcontent/json.js';
import type { Store } from '../store/store.js';
import type { Cluster } from './cluster.js';
import type { EsRequest } from './exchange.js';
import type { ParameterSpecs, ParsedParameters } from './parameters.js';

type VariableOf<Route extends string> = Route extends `${string}{${infer Name}}${infer Rest}`
  ? Name | VariableOf<Rest>
  : never;

/** The path variables of some routes; one that a route lacks may be undefined (or come as a query parameter). */
export type PathVariables<Route extends string> = {
  readonly [Name in VariableOf<Route>]: Route extends `${string}{${Name}}${string}`
    ? string
    : string | undefined;
};

/** How an endpoint reads its body. An endpoint without one refuses bodies. */
export interface BodySpec<T> {
  readonly isRequired: boolean;
  /** Whether `?source=` may stand in for the body. */
  readonly acceptsSource?: boolean;
  readonly parse: (text: string) => T;
  /** Throws before a missing body is read as the empty text. */
  readonly checkMissing?: (request: EsRequest) => void;
}

/** One call of an endpoint, with everything parsed. */
export interface Call<Path, Params, Body> {
  readonly path: Path;
  readonly params: Params;
  readonly body: Body;
  /** The one instant of this request. */
  readonly now: Instant;
  readonly store: Store;
  readonly cluster: Cluster;
  readonly request: EsRequest;
}

/** An answer before it is written: `body` becomes JSON, `text` goes out as plain text. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether the JSON is pretty unless the request says otherwise. */
  readonly isPretty?: boolean;
  /** Whether `filter_path` leaves the body alone. */
  readonly isUnfiltered?: boolean;
  /** What the request asked for that the fake does not emulate, where it answers all the same. */
  readonly gap?: string | undefined;
}

/**
 * One REST endpoint, whole: routing, parsing, error texts, journal names, fault-rule names, the CLI's listing and the
 * fidelity table all come from this declaration.
 */
export interface EndpointDeclaration<Route extends string, Params extends ParameterSpecs, Body> {
  /** The name of the API in Elastic's specification, e.g. `connector.sync_job_claim`. */
  readonly api: string;
  /** `METHOD /path/{variable}`. */
  readonly routes: readonly Route[];
  /** Query parameters in the order in which Elasticsearch reads them. */
  readonly params?: Params;
  /** Accepted parameters that only shape the answer. */
  readonly responseParams?: readonly string[];
  readonly body?: BodySpec<Body>;
  /** First release that has it. */
  readonly since?: string;
  /** Checks that Elasticsearch makes while it reads the parameters; throws. Runs before unknown ones are looked for. */
  readonly check?: (params: ParsedParameters<Params>) => void;
  /** Messages of the request's `validate()`; none if it is fine. Runs before anything is read from the store. */
  readonly validate?: (call: Call<PathVariables<Route>, ParsedParameters<Params>, Body>) => readonly string[];
  readonly handle: (call: Call<PathVariables<Route>, ParsedParameters<Params>, Body>) => Reply;
}

/** An endpoint as the REST layer holds it, its types forgotten. */
export interface Endpoint {
  readonly api: string;
  readonly routes: readonly string[];
  readonly params: ParameterSpecs;
  readonly responseParams: readonly string[];
  readonly body: BodySpec<unknown> | undefined;
  readonly since: string | undefined;
  readonly check: ((params: Readonly<Record<string, unknown>>) => void) | undefined;
  readonly validate: ((call: AnyCall) => readonly string[]) | undefined;
  readonly handle: (call: AnyCall) => Reply;
}

export type AnyCall = Call<
  Readonly<Record<string, string | undefined>>,
  Readonly<Record<string, unknown>>,
  unknown
>;

/** Declares an endpoint. */
export function endpoint<
  const Route extends string,
  Params extends ParameterSpecs = Readonly<Record<string, never>>,
  Body = undefined,
>(declaration: EndpointDeclaration<Route, Params, Body>): Endpoint {
  return {
    params: {},
    responseParams: [],
    body: undefined,
    since: undefined,
    check: undefined,
    validate: undefined,
    ...(declaration as unknown as Partial<Endpoint>),
  } as Endpoint;
}

interface TextParser<T> {
  parseText(text: string): T;
}

/** A body that must be there, read by an object parser. */
export function requiredBody<T>(parser: TextParser<T>): BodySpec<T> {
  return { isRequired: true, parse: (text) => parser.parseText(text) };
}

/** A body that may be missing; `undefined` then. */
export function optionalBody<T>(parser: TextParser<T>): BodySpec<T | undefined> {
  return { isRequired: false, parse: (text) => (text === '' ? undefined : parser.parseText(text)) };
}

export function ok(body: JsonObject | object): Reply {
  return { status: 200, body };
}

/** An answer that is pretty unless the request says otherwise. */
export function prettyOk(body: object): Reply {
  return { status: 200, body, isPretty: true };
}

export function created(body: JsonObject | object): Reply {
  return { status: 201, body };
}

const UPDATED = ok({ result: 'updated' });
const NOOP = ok({ result: 'noop' });

/** The whole answer of most updates of the connector API. */
export function updateResult(result: 'updated' | 'noop'): Reply {
  return result === 'updated' ? UPDATED : NOOP;
}
