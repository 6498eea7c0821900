import type { Instant } from '../../clock/instant.js';
import { formatInstant } from '../../clock/format-instant.js';
import { illegalArgument } from '../../errors/request-errors.js';
import { FakeUsageError } from '../../errors/fake-usage-error.js';
import type { Store } from '../../store/store.js';

export const LICENSE_TYPES = ['basic', 'standard', 'gold', 'platinum', 'enterprise', 'trial'] as const;

export type LicenseType = (typeof LICENSE_TYPES)[number];

export type LicenseStatus = 'active' | 'expired' | 'invalid';

/** What a tester may say of the license; everything else follows. */
export interface LicenseSettings {
  readonly type?: LicenseType;
  /** Without it: `active` until `expiry_date_in_millis` on the fake's clock, `expired` from then on. */
  readonly status?: LicenseStatus;
  readonly uid?: string;
  readonly issue_date_in_millis?: number;
  readonly expiry_date_in_millis?: number;
  readonly max_nodes?: number | null;
  readonly max_resource_units?: number | null;
  readonly issued_to?: string;
  readonly issuer?: string;
}

/** What `license` takes: a type, which is active, or an object that says more. */
export type LicenseOption = LicenseType | LicenseSettings;

/** A license whose every member is known. */
export interface License {
  readonly type: LicenseType;
  readonly status: LicenseStatus | undefined;
  readonly uid: string;
  readonly issue_date_in_millis: number;
  /** Undefined for a basic license, which never expires. */
  readonly expiry_date_in_millis: number | undefined;
  readonly max_nodes: number | null;
  readonly max_resource_units: number | null;
  readonly issued_to: string;
  readonly issuer: string;
}

const DAY_MS = 86_400_000;
const ISSUED_AT = 1_704_067_200_000;
const FAR_FUTURE = 4_102_444_800_000;
const UID = '2c6ee52c-1a01-4d5e-9f2b-1f9a5f2f4b1d';

/**
 * The license of a cluster. Source: rest-layer B.15.
 *
 * @param option default: `basic`, as a cluster has it that was just started.
 * @throws FakeUsageError for a type or a status that no license has.
 */
export function createLicense(option: LicenseOption = 'basic'): License {
  const settings: LicenseSettings = typeof option === 'string' ? { type: option } : option;
  const { type = 'basic', status } = settings;
  if (!LICENSE_TYPES.includes(type)) {
    throw new FakeUsageError(`[license] must be one of ${LICENSE_TYPES.join(', ')}, got '${type}'.`);
  }
  if (status !== undefined && !['active', 'expired', 'invalid'].includes(status)) {
    throw new FakeUsageError(`[license.status] must be active, expired or invalid, got '${status}'.`);
  }
  const issued = settings.issue_date_in_millis ?? ISSUED_AT;
  const expiry = settings.expiry_date_in_millis ?? (status === 'expired' ? issued + 30 * DAY_MS : FAR_FUTURE);
  return {
    type,
    status,
    uid: settings.uid ?? UID,
    issue_date_in_millis: issued,
    expiry_date_in_millis: type === 'basic' ? undefined : expiry,
    max_nodes: settings.max_nodes === undefined ? (type === 'enterprise' ? null : 1000) : settings.max_nodes,
    max_resource_units: settings.max_resource_units ?? (type === 'enterprise' ? 1000 : null),
    issued_to: settings.issued_to ?? 'elasticsearch',
    issuer: settings.issuer ?? 'elasticsearch',
  };
}

/** A license as `GET _license` shows it. */
export function showLicense(license: License, now: Instant): object {
  const { issue_date_in_millis: issued, expiry_date_in_millis: expiry } = license;
  return {
    status: license.status ?? (expiry !== undefined && expiry <= now ? 'expired' : 'active'),
    uid: license.uid,
    type: license.type,
    issue_date: formatInstant(issued),
    issue_date_in_millis: issued,
    ...(expiry !== undefined && { expiry_date: formatInstant(expiry), expiry_date_in_millis: expiry }),
    max_nodes: license.max_nodes,
    max_resource_units: license.max_resource_units,
    issued_to: license.issued_to,
    issuer: license.issuer,
    start_date_in_millis: -1,
  };
}

const REGISTRY = 'license';

/** The license that holds: one that a request has started, or the one that the cluster began with. */
export function currentLicense(store: Store, initial: License | undefined): License {
  return (store.registered(REGISTRY, 'current') as License | undefined) ?? initial ?? createLicense();
}

export function changeLicense(store: Store, license: License): void {
  store.register(REGISTRY, 'current', license);
}

/** Whether a trial was ever started: there is one in the life of a cluster. */
export function hasUsedTrial(store: Store, initial: License | undefined): boolean {
  return store.registered(REGISTRY, 'trial') === true || initial?.type === 'trial';
}

/**
 * What may be tried. ES: `LicenseService.startTrialLicense`.
 *
 * @throws ElasticsearchError 400 for another type
 */
export function trialType(name: string): LicenseType {
  const type = LICENSE_TYPES.find((each) => each === name.toLowerCase());
  if (type === undefined) throw illegalArgument(`unknown license type [${name}]`);
  if (!TRIAL_TYPES.includes(type)) {
    const valid = TRIAL_TYPES.join(',');
    throw illegalArgument(`Cannot start trial of type [${type}]. Valid trial types are [${valid}]`);
  }
  return type;
}

const TRIAL_TYPES: readonly LicenseType[] = ['enterprise', 'gold', 'platinum', 'trial'];

/** A trial lasts for 30 days. */
export function startTrial(store: Store, type: LicenseType, now: Instant): void {
  const issued = Math.floor(now);
  store.register(REGISTRY, 'trial', true);
  changeLicense(
    store,
    createLicense({
      type,
      issue_date_in_millis: issued,
      expiry_date_in_millis: issued + 30 * DAY_MS,
    }),
  );
}
