import type { JsonObject } from '../../xcontent/json.js';

/** A connector as it is stored; its id is not part of the document. Source: connectors §2. */
export type Connector = JsonObject;
