import type { FakeElasticsearchOptions } from '../fake.js';
import type { LicenseOption } from '../protocol/license/license.js';
import type { Credential, Flags } from './flags.js';

/** The options of the fake that the flags describe. */
export function optionsOf(flags: Flags): FakeElasticsearchOptions {
  return {
    clock: flags.clock,
    fixtures: flags.fixture,
    refresh: flags.refresh,
    ...(flags.esVersion !== undefined && { version: flags.esVersion }),
    ...securityOf(flags.user, flags.apiKey),
    // An unknown type is refused where the fake is made.
    ...(flags.license !== undefined && { license: flags.license as LicenseOption }),
    ...(flags.serverless && { flavor: 'serverless' as const }),
  };
}

function securityOf(
  users: readonly Credential[],
  apiKeys: readonly Credential[],
): Pick<FakeElasticsearchOptions, 'security'> {
  if (users.length === 0 && apiKeys.length === 0) return {};
  return {
    security: {
      users: Object.fromEntries(users),
      apiKeys: apiKeys.map(([id, key]) => ({ id, key })),
    },
  };
}
