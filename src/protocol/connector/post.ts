import type { Store } from '../../store/store.js';
import type { CreateBody } from './fresh-connector.js';
import { putConnector, type CreateContext, type CreateResult } from './put.js';

/** Creates a connector with an automatic id. Source: connectors §3.1. */
export function postConnector(store: Store, body: CreateBody, context: CreateContext): CreateResult {
  return putConnector(store, undefined, body, context);
}
