import type { EsRequest } from '../rest/exchange.js';
import { segmentsOf } from './segments.js';

const CLUSTER_PATH = /^\/_fake\/clusters\/([^/]+)(\/.*)?$/;

/** Whether the control plane answers a path. */
export function isControlPath(rawPath: string): boolean {
  return rawPath.startsWith('/_fake') && (rawPath.length === 6 || rawPath[6] === '/');
}

/** Whether a request goes to a cluster of its own. `DELETE` of the bare prefix goes to the control plane. */
export function isClusterPath({ method, rawPath }: EsRequest): boolean {
  if (!rawPath.startsWith('/_fake/clusters/')) return false;
  const rest = CLUSTER_PATH.exec(rawPath)?.[2];
  const isBare = rest === undefined || rest === '/';
  return CLUSTER_PATH.test(rawPath) && !(isBare && method === 'DELETE');
}

/**
 * The cluster that a request goes to, and the request as that cluster sees it.
 * @throws ControlError 400 for a broken escape in the name.
 */
export function inCluster(request: EsRequest): { name: string; inner: EsRequest } {
  const [, raw = '', rest = '/'] = CLUSTER_PATH.exec(request.rawPath) ?? [];
  return { name: segmentsOf(raw)[0] ?? '', inner: { ...request, rawPath: rest } };
}
