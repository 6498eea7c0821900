import { CONNECTORS_INDEX } from '../../../store/connector-indices.js';
import { isJsonObject } from '../../../xcontent/json.js';
import type { Rule } from '../rule.js';
import { fieldOf } from '../step.js';

/**
 * A full sync that ends with no cursor of its own writes null over the one of the incremental syncs (clients §1.3).
 * The Connector API cannot clear a cursor, short of creating the connector anew.
 */
export const cursorDropped: Rule = {
  name: 'cursor-dropped',
  indices: [CONNECTORS_INDEX],
  check({ id, before, after, isDirect }) {
    if (!isDirect || before === undefined) return undefined;
    const old = fieldOf(before, 'sync_cursor');
    if (!isJsonObject(old) || Object.keys(old).length === 0) return undefined;
    if ((fieldOf(after, 'sync_cursor') ?? null) !== null) return undefined;
    return (
      `dropped the sync_cursor of connector [${id}], ` +
      'but the next incremental sync has to go on from it, so a full sync without a new cursor leaves the old one alone'
    );
  },
};
