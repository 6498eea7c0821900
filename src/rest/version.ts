import { FakeUsageError } from '../errors/fake-usage-error.js';

/** The emulated release of Elasticsearch. */
export interface EsVersion {
  readonly number: string;
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
}

/** The newest release emulated, and the default. */
export const NEWEST_VERSION = '9.5.1';

/** The oldest one: the claim endpoint came with it. Source: sync-jobs §13. */
const OLDEST_VERSION = '8.15.0';

/**
 * Reads a version such as `9.5.1` or `8.15`.
 * @throws FakeUsageError if it is none, or older than what is emulated.
 */
export function parseVersion(text: string): EsVersion {
  const match = /^(\d+)\.(\d+|x)(?:\.(\d+))?$/.exec(text);
  if (!match) {
    throw new FakeUsageError(
      `[version] must be a release of Elasticsearch such as '${NEWEST_VERSION}' or '8.19.2', got '${text}'.`,
    );
  }
  const major = Number(match[1]);
  const minor = match[2] === 'x' ? 19 : Number(match[2]);
  const patch = Number(match[3] ?? 0);
  const version = { number: `${major}.${minor}.${patch}`, major, minor, patch };
  if (!isAtLeast(version, OLDEST_VERSION) || major > 9) {
    throw new FakeUsageError(
      `[version] must lie between ${OLDEST_VERSION} and 9.x, got '${text}'. Older releases have no claim endpoint.`,
    );
  }
  return version;
}

/** Whether a release is the given one or a later one; `'9'` and `'8.15'` are read as their first releases. */
export function isAtLeast(version: EsVersion, minimum: string): boolean {
  const [major = 0, minor = 0, patch = 0] = minimum.split('.').map(Number);
  if (version.major !== major) return version.major > major;
  if (version.minor !== minor) return version.minor > minor;
  return version.patch >= patch;
}
