import { isElasticsearchError } from '../errors/elasticsearch-error.js';
import type { Endpoint } from './endpoint.js';
import type { ParameterSpec } from './parameters.js';
import { createPathTrie, type PathTrie, type Variables } from './path-trie.js';
import { decodePathSegment } from './query-string.js';
import { isAtLeast, type EsVersion } from './version.js';

/** ES: the order of `RestRequest.Method`, in which allowed methods are listed. */
/** ES: `RestRequest.Method`. */
export const METHODS: readonly string[] = [
  'GET',
  'POST',
  'PUT',
  'DELETE',
  'OPTIONS',
  'HEAD',
  'PATCH',
  'TRACE',
  'CONNECT',
];

type ByMethod = ReadonlyMap<string, Route>;

/** An endpoint as the emulated release has it. */
export interface Route {
  readonly endpoint: Endpoint;
  /** Query parameters in the order of their evaluation. */
  readonly params: readonly (readonly [string, ParameterSpec<unknown>])[];
  /** Path variables of all its routes. */
  readonly variables: readonly string[];
  /** Every name that it reads. */
  readonly known: ReadonlySet<string>;
}

interface Found {
  readonly kind: 'found';
  readonly route: Route;
  /** The path variables, decoded. */
  readonly path: Variables;
  /** Variables that this path lacks and another route of the endpoint has. */
  readonly absent: readonly string[];
}

/** What the router makes of a path. */
export type Routing =
  | Found
  | { readonly kind: 'wrong-method' | 'options' | 'unknown-method'; readonly allowed: readonly string[] }
  | { readonly kind: 'bad-path'; readonly allowed: readonly string[]; readonly reason: string }
  | { readonly kind: 'no-handler' };

export interface Routes {
  readonly trie: PathTrie<ByMethod>;
  /** What has been looked up, by method and path: tests and workers ask for the same few jobs over and over. */
  readonly known: Map<string, Map<string, Routing>>;
}

const MOST_KNOWN = 1000;

export function createRoutes(endpoints: readonly Endpoint[], version: EsVersion): Routes {
  const trie = createPathTrie<ByMethod>();
  for (const endpoint of endpoints) {
    if (endpoint.since !== undefined && !isAtLeast(version, endpoint.since)) continue;
    const route = routeOf(endpoint, version);
    for (const declared of endpoint.routes) {
      const [method = '', pattern = ''] = declared.split(' ');
      trie.insert(pattern, (current) => new Map(current).set(method, route));
    }
  }
  return { trie, known: new Map() };
}

function routeOf(endpoint: Endpoint, version: EsVersion): Route {
  const params = Object.entries(endpoint.params).filter(
    ([, { since }]) => since === undefined || isAtLeast(version, since),
  );
  const variables = new Set(
    endpoint.routes.flatMap((route) => [...route.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string)),
  );
  const source = endpoint.body?.acceptsSource ? ['source', 'source_content_type'] : [];
  const known = new Set([...params.map(([name]) => name), ...variables, ...source]);
  return { endpoint, params, variables: [...variables], known };
}

/** Finds the handler of a raw path. Source: rest-layer A.4; ES: `RestController.tryAllHandlers`. */
export function routeRequest(routes: Routes, method: string, rawPath: string): Routing {
  const known = routes.known.get(method)?.get(rawPath);
  if (known) return known;
  const routing = lookUp(routes, method, rawPath);
  remember(routes, method, rawPath, routing);
  return routing;
}

function remember({ known }: Routes, method: string, rawPath: string, routing: Routing): void {
  if (!METHODS.includes(method)) return;
  const ofMethod = known.get(method) ?? new Map<string, Routing>();
  if (ofMethod.size === MOST_KNOWN) return;
  known.set(method, ofMethod.set(rawPath, routing));
}

function lookUp(routes: Routes, method: string, rawPath: string): Routing {
  if (!METHODS.includes(method)) return { kind: 'unknown-method', allowed: allowedAt(routes, rawPath) };
  const found = routes.trie.find<Routing>(rawPath, (byMethod, variables) => {
    const route = byMethod.get(method);
    return route && foundAt(route, variables, routes, rawPath);
  });
  if (found) return found;
  const allowed = allowedAt(routes, rawPath);
  if (method === 'OPTIONS') return { kind: 'options', allowed };
  return allowed.length > 0 ? { kind: 'wrong-method', allowed } : { kind: 'no-handler' };
}

function allowedAt(routes: Routes, rawPath: string): string[] {
  const allowed = new Set<string>();
  routes.trie.find(rawPath, (byMethod) => {
    for (const method of byMethod.keys()) allowed.add(method);
    return undefined;
  });
  return METHODS.filter((method) => allowed.has(method));
}

/** ES decodes variables while it looks for a handler and takes a broken escape for a bad method. */
function foundAt(route: Route, variables: Variables, routes: Routes, rawPath: string): Routing {
  try {
    const path: Variables = {};
    for (const name in variables) path[name] = decodePathSegment(variables[name] as string);
    return { kind: 'found', route, path, absent: route.variables.filter((name) => !(name in path)) };
  } catch (error) {
    if (!isElasticsearchError(error)) throw error;
    return {
      kind: 'bad-path',
      allowed: allowedAt(routes, rawPath),
      reason: error.cause?.message ?? error.message,
    };
  }
}
