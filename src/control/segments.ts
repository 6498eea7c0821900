import { ControlError } from './control-error.js';

/**
 * The decoded segments of a path.
 * @throws ControlError 400 for a broken escape.
 */
export function segmentsOf(path: string): string[] {
  try {
    return path.split('/').filter(Boolean).map(decodeURIComponent);
  } catch {
    throw new ControlError(400, `[${path}] has a broken escape: write % as %25.`);
  }
}
