import { severalIndexRoutings } from '../../errors/alias-errors.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../xcontent/json.js';

/** What an alias of one index says, as `GET _alias` shows it. ES: `AliasMetadata`. */
export interface AliasDefinition {
  readonly filter?: JsonObject | undefined;
  readonly routing?: string | undefined;
  readonly index_routing?: string | undefined;
  readonly search_routing?: string | undefined;
  readonly is_write_index?: boolean | undefined;
  readonly is_hidden?: boolean | undefined;
}

/** `routing` stands for both kinds; what is not said is not shown, nor is a filter without a query. ES: `AliasMetadata.toXContent`. */
export function showAlias(name: string, definition: AliasDefinition): JsonObject {
  const indexRouting = definition.index_routing ?? definition.routing;
  const searchRouting = definition.search_routing ?? definition.routing;
  if (indexRouting?.includes(',')) throw severalIndexRoutings(name);
  const { filter } = definition;
  const isFiltered = filter !== undefined && Object.keys(filter).length > 0;
  return {
    ...(isFiltered && { filter }),
    ...(indexRouting !== undefined && { index_routing: indexRouting }),
    ...(searchRouting !== undefined && { search_routing: searchRouting }),
    ...(definition.is_write_index !== undefined && { is_write_index: definition.is_write_index }),
    ...(definition.is_hidden !== undefined && { is_hidden: definition.is_hidden }),
  };
}

type Mutable = { -readonly [K in keyof AliasDefinition]: AliasDefinition[K] };

const ROUTINGS: ReadonlyMap<string, 'routing' | 'index_routing' | 'search_routing'> = new Map([
  ['routing', 'routing'],
  ['index_routing', 'index_routing'],
  ['indexRouting', 'index_routing'],
  ['index-routing', 'index_routing'],
  ['search_routing', 'search_routing'],
  ['searchRouting', 'search_routing'],
  ['search-routing', 'search_routing'],
]);

/** The alias of an index body or template. ES: `Alias.fromXContent`, which passes over what it does not know. */
export function readAlias(definition: JsonValue): AliasDefinition {
  const read: Mutable = {};
  if (!isJsonObject(definition)) return read;
  for (const [key, value] of Object.entries(definition)) {
    const routing = ROUTINGS.get(key);
    if (key === 'filter' && isJsonObject(value)) read.filter = value;
    else if (routing !== undefined && (typeof value === 'string' || typeof value === 'number')) {
      read[routing] = String(value);
    } else if (key === 'is_write_index') read.is_write_index = isTrue(value);
    else if (key === 'is_hidden') read.is_hidden = isTrue(value);
  }
  return read;
}

function isTrue(value: JsonValue): boolean {
  return value === true || value === 'true';
}
