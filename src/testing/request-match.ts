import type { EsRequest } from '../rest/exchange.js';

/** Which requests a fault rule or a gate is about; what is not given does not matter. */
export interface RequestMatch {
  /** API name, e.g. `connector.sync_job_claim`. */
  readonly api?: string;
  /** HTTP method, e.g. `PUT`. */
  readonly method?: string;
  /** Raw path: the whole of it, in which `*` is any text within a segment, or a pattern for a part. */
  readonly path?: string | RegExp;
  /** A condition of your own. */
  readonly when?: (request: EsRequest) => boolean;
}

export function isMatch(match: RequestMatch, api: string | undefined, request: EsRequest): boolean {
  return (
    (match.api === undefined || match.api === api) &&
    (match.method === undefined || match.method.toUpperCase() === request.method) &&
    (match.path === undefined || isPath(match.path, request.rawPath)) &&
    (match.when?.(request) ?? true)
  );
}

function isPath(wanted: string | RegExp, rawPath: string): boolean {
  if (typeof wanted === 'string') {
    return wanted === rawPath || (wanted.includes('*') && patternOf(wanted).test(rawPath));
  }
  wanted.lastIndex = 0; // a sticky or global pattern would remember the last request
  return wanted.test(rawPath);
}

function patternOf(path: string): RegExp {
  const literals = path.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${literals.join('[^/]*')}$`);
}
