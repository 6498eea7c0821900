import type { FakeElasticsearchOptions } from '../fake-elasticsearch.js';
import type { Credential, Flags } from './flags.js';

/** What the flags ask of the fake beside its other options. */
interface AccessOptions {
  /** Absent: nobody is asked for credentials. */
  readonly security?: {
    readonly users: Readonly<Record<string, string>>;
    readonly apiKeys: readonly { readonly id: string; readonly key: string }[];
  };
  readonly license?: string;
  readonly serverless?: true;
}

/** The options of the fake that the flags describe. */
export function optionsOf(flags: Flags): FakeElasticsearchOptions & AccessOptions {
  return {
    clock: flags.clock,
    fixtures: flags.fixture,
    refresh: flags.refresh,
    ...(flags.esVersion !== undefined && { version: flags.esVersion }),
    ...securityOf(flags.user, flags.apiKey),
    ...(flags.license !== undefined && { license: flags.license }),
    ...(flags.serverless && { serverless: true }),
  };
}

function securityOf(
  users: readonly Credential[],
  apiKeys: readonly Credential[],
): Pick<AccessOptions, 'security'> {
  if (users.length === 0 && apiKeys.length === 0) return {};
  return {
    security: {
      users: Object.fromEntries(users),
      apiKeys: apiKeys.map(([id, key]) => ({ id, key })),
    },
  };
}
