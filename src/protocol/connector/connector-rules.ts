/** What changed with 9.0. Source: connectors §9. */
export interface ConnectorRules {
  /** DELETE marks the connector; until 9.0 it always removed the document. */
  readonly hasSoftDelete: boolean;
  /** The index of an Elastic-managed connector must start with {@link MANAGED_INDEX_PREFIX}. */
  readonly hasManagedPrefix: boolean;
  /** A description has a greatest length. */
  readonly hasDescriptionLimit: boolean;
}

export const MANAGED_INDEX_PREFIX = 'content-';

export function isManagedIndexName(name: string): boolean {
  return name.startsWith(MANAGED_INDEX_PREFIX);
}
