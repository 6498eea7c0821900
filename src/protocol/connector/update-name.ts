import type { Store } from '../../store/store.js';
import { updateConnector, type UpdateResult } from './connector-store.js';

export interface NameBody {
  readonly name?: string | null;
  readonly description?: string | null;
}

/** Writes those of the two that are not null; the empty string is a value. Source: connectors §3.14. */
export function updateName(store: Store, id: string, { name, description }: NameBody): UpdateResult {
  return updateConnector(store, id, {
    ...(name != null && { name }),
    ...(description != null && { description }),
  });
}
