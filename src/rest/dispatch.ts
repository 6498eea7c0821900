import type { Instant } from '../clock/instant.js';
import { isElasticsearchError, type ElasticsearchError } from '../errors/elasticsearch-error.js';
import { actionRequestValidation, bodyRequired } from '../errors/request-errors.js';
import { bodyNotSupported, sourceRequired } from '../errors/rest-errors.js';
import type { Race } from '../store/race.js';
import type { Store } from '../store/store.js';
import { writeError, writeNoHandler, writeReply, writeSimpleError, type AnswerStyle } from './answer.js';
import type { Cluster } from './cluster.js';
import type { AnyCall, Endpoint } from './endpoint.js';
import type { EsRequest, EsResponse } from './exchange.js';
import { parseFlag } from './parameters.js';
import { plainStyle, prepare, type Prepared } from './prepare.js';
import { decodePathSegment } from './query-string.js';
import { refusedAnswer, refusedBody } from './refused-formats.js';
import { routeRequest, type Route, type Routes, type Routing } from './routes.js';
import { sourceParameter } from './source-parameter.js';
import { unrecognizedError } from './unrecognized.js';

/** What the handlers work on. */
export interface Environment {
  readonly routes: Routes;
  readonly store: Store;
  readonly cluster: Cluster;
  /** Refuses a request before anything else is looked at (security). */
  readonly authenticate?: ((request: EsRequest) => ElasticsearchError | undefined) | undefined;
}

/** When and as what a request comes. */
export interface Moment {
  /** Its one instant. */
  readonly now: Instant;
  /** Its number in the journal, for the causes of its changes. */
  readonly number: number;
  /** What it has read already, if it was held between its read and its write. */
  readonly race: Race | undefined;
}

/** An answer, and the API that gave it; undefined if no endpoint took the request. */
export interface Dispatched {
  readonly response: EsResponse;
  readonly api: string | undefined;
  /** What the request asked for that the fake does not emulate. */
  readonly gap?: string | undefined;
}

/** The API that a request calls, for fault rules and gates, which stand in front of it. */
export function apiOf(routes: Routes, request: EsRequest): string | undefined {
  const routing = routeRequest(routes, request.method, request.rawPath);
  return routing.kind === 'found' ? routing.route.endpoint.api : undefined;
}

/**
 * Answers one request; what a client sends never makes it throw. The order of checks is part of the contract:
 * rest-layer A.1.
 */
export function dispatch(environment: Environment, request: EsRequest, moment: Moment): Dispatched {
  let style: AnswerStyle | undefined;
  let api: string | undefined;
  try {
    const denied = environment.authenticate?.(request);
    if (denied) throw denied;
    const prepared = prepare(request, environment.cluster.version.major);
    ({ style } = prepared);
    const trace = prepared.params.size > 0 ? traceError(prepared) : undefined;
    if (trace) return { response: writeSimpleError(400, trace.message, style), api };
    const routing = routeRequest(environment.routes, request.method, request.rawPath);
    if (routing.kind !== 'found') return { response: notFound(routing, request, style), api };
    ({ api } = routing.route.endpoint);
    const refused = refusedBody(request, prepared) ?? refusedAnswer(prepared);
    if (refused) return { response: writeSimpleError(406, refused.message, style), api, gap: refused.gap };
    environment.store.begin(moment.now, { api, request: moment.number }, moment.race);
    const path = pathVariables(routing, prepared.params);
    const reply = run(environment, request, moment.now, prepared, routing.route, path);
    const isPretty = reply.isPretty === true && !prepared.params.has('pretty');
    const response = writeReply(reply, isPretty ? { ...style, isPretty } : style);
    return { response, api, gap: reply.gap };
  } catch (error) {
    if (!isElasticsearchError(error)) throw error;
    return {
      response: writeError(error, style ?? plainStyle(request)),
      api,
      gap: error.gap ?? missingApi(error, request),
    };
  }
}

/** Elasticsearch's other APIs (`/_tasks`) look like indices with names that no index may have. */
function missingApi({ type }: ElasticsearchError, { method, rawPath }: EsRequest): string | undefined {
  const isMissing = type === 'invalid_index_name_exception' && rawPath.startsWith('/_');
  return isMissing ? `${method} ${rawPath}` : undefined;
}

/** The answer to a request that met an error outside of the REST layer. */
export function answerError(error: ElasticsearchError, request: EsRequest): EsResponse {
  return writeError(error, plainStyle(request));
}

function traceError({ params }: Prepared): ElasticsearchError | undefined {
  try {
    parseFlag(params.get('error_trace'), false);
    return undefined;
  } catch (error) {
    if (isElasticsearchError(error)) return error;
    throw error;
  }
}

function notFound(
  routing: Exclude<Routing, { kind: 'found' }>,
  request: EsRequest,
  style: AnswerStyle,
): EsResponse {
  const uri = request.rawQuery === '' ? request.rawPath : `${request.rawPath}?${request.rawQuery}`;
  if (routing.kind === 'no-handler') return writeNoHandler(uri, request.method, style);
  const headers = routing.allowed.length > 0 ? { Allow: routing.allowed.join(',') } : {};
  if (routing.kind === 'options') return writeReply({ status: 200, text: '', headers }, style);
  const problem =
    routing.kind === 'bad-path'
      ? routing.reason
      : routing.kind === 'unknown-method'
        ? `Unexpected http method: ${request.method}`
        : `Incorrect HTTP method for uri [${uri}] and method [${request.method}]`;
  const allowed = routing.allowed.length > 0 ? `, allowed: [${routing.allowed.join(', ')}]` : '';
  return writeSimpleError(405, problem + allowed, style, headers);
}

function run(
  { store, cluster }: Environment,
  request: EsRequest,
  now: Instant,
  { params }: Prepared,
  route: Route,
  path: AnyCall['path'],
): ReturnType<Endpoint['handle']> {
  const { endpoint, known } = route;
  const parsed = route.params.length === 0 ? NO_PARAMETERS : parseParameters(route, params);
  endpoint.check?.(parsed);
  const body = readBody(endpoint, request, params);
  if (params.size > 0) {
    const unrecognized = unrecognizedError(endpoint, known, params, decodePathSegment(request.rawPath));
    if (unrecognized) throw unrecognized;
  }
  if (request.bodyText !== '' && !endpoint.body) {
    throw bodyNotSupported(request.method, decodePathSegment(request.rawPath));
  }
  const call: AnyCall = { path, params: parsed, body, now, store, cluster, request };
  const messages = endpoint.validate?.(call);
  if (messages && messages.length > 0) throw actionRequestValidation(messages);
  return endpoint.handle(call);
}

/** Elasticsearch puts path variables among the parameters: a query may bring one that the path lacks. */
function pathVariables(
  { path, absent }: Extract<Routing, { kind: 'found' }>,
  params: ReadonlyMap<string, string>,
): AnyCall['path'] {
  if (absent.length === 0) return path;
  const filled: Record<string, string | undefined> = { ...path };
  for (const name of absent) filled[name] = params.get(name);
  return filled;
}

const NO_PARAMETERS: Readonly<Record<string, unknown>> = {};

function parseParameters(
  route: Route,
  params: ReadonlyMap<string, string>,
): Readonly<Record<string, unknown>> {
  const parsed: Record<string, unknown> = {};
  for (const [name, spec] of route.params) parsed[name] = spec.parse(params.get(name), name);
  return parsed;
}

function readBody(endpoint: Endpoint, request: EsRequest, params: ReadonlyMap<string, string>): unknown {
  if (!endpoint.body) return undefined;
  const { acceptsSource = false, isRequired, parse, checkMissing } = endpoint.body;
  if (request.bodyText !== '') return parse(request.bodyText);
  const source = acceptsSource ? params.get('source') : undefined;
  if (source !== undefined) return parse(sourceParameter(source, params));
  if (isRequired) throw acceptsSource ? sourceRequired() : bodyRequired();
  checkMissing?.(request);
  return parse('');
}
