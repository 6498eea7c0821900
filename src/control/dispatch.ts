import type { EsRequest, EsResponse } from '../rest/exchange.js';
import { answerFailure, answerJson } from './answer.js';
import { ControlError } from './control-error.js';
import type { ControlCall, ControlRoute } from './control-route.js';
import { controlRoutes } from './control-routes.js';
import { readBody } from './read-body.js';
import { segmentsOf } from './segments.js';

interface Pattern {
  readonly method: string;
  readonly segments: readonly string[];
  readonly declared: ControlRoute;
}

const patterns: readonly Pattern[] = controlRoutes.map((declared) => {
  const [method = '', path = ''] = declared.route.split(' ');
  return { method, segments: segmentsOf(path), declared };
});

const routes = controlRoutes.map(({ route }) => route);

/** Answers one request under `/_fake`. */
export function answerControl(
  request: EsRequest,
  part: Pick<ControlCall, 'es' | 'cluster' | 'clusters'>,
): EsResponse {
  try {
    const { declared, path } = find(request);
    const query = readQuery(request, declared);
    const body = readBody(request, declared);
    return answerJson(request, 200, declared.handle({ ...part, path, query, body, routes }));
  } catch (failure) {
    return answerFailure(request, failure);
  }
}

function find({ method, rawPath }: EsRequest): { declared: ControlRoute; path: Record<string, string> } {
  const segments = segmentsOf(rawPath);
  const candidates = patterns.filter((pattern) => isMatch(pattern.segments, segments));
  const wanted = method === 'HEAD' ? 'GET' : method;
  const found = candidates.find((pattern) => pattern.method === wanted);
  if (found) return { declared: found.declared, path: variablesOf(found.segments, segments) };
  if (candidates.length === 0) {
    throw new ControlError(404, `There is no [${rawPath}]. The control plane has: ${routes.join(', ')}.`);
  }
  const allowed = candidates.map((pattern) => pattern.method);
  if (allowed.includes('GET')) allowed.push('HEAD');
  throw new ControlError(405, `[${rawPath}] takes ${allowed.join(', ')}: received ${method}.`, {
    Allow: allowed.join(','),
  });
}

function isMatch(pattern: readonly string[], segments: readonly string[]): boolean {
  return (
    pattern.length === segments.length &&
    pattern.every((part, at) => part.startsWith('{') || part === segments[at])
  );
}

function variablesOf(pattern: readonly string[], segments: readonly string[]): Record<string, string> {
  const variables: Record<string, string> = {};
  pattern.forEach((part, at) => {
    if (part.startsWith('{')) variables[part.slice(1, -1)] = segments[at] ?? '';
  });
  return variables;
}

function readQuery({ rawQuery }: EsRequest, { route, query = [] }: ControlRoute): Map<string, string> {
  const received = new Map(new URLSearchParams(rawQuery));
  received.delete('pretty');
  for (const name of received.keys()) {
    if (query.includes(name)) continue;
    const known = query.length > 0 ? query.join(', ') : 'none';
    throw new ControlError(400, `[${route}] has no query parameter [${name}]. It takes ${known}.`);
  }
  return received;
}
