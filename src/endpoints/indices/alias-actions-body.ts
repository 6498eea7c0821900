import { aliasActionErrors as errors } from '../../errors/alias-errors.js';
import type { AliasAction } from '../../protocol/indices/change-aliases.js';
import { requiredBody } from '../../rest/endpoint.js';
import type { JsonObject } from '../../xcontent/json.js';
import {
  boolean,
  custom,
  mapped,
  nested,
  object,
  objectArray,
  objectParser,
  optional,
  string,
  stringArray,
  type FieldKind,
} from '../../xcontent/object-parser.js';

function nonEmpty(field: string): FieldKind<string> {
  return mapped(string(), (text) => {
    if (text === '') throw errors.emptyText(field);
    return text;
  });
}

function nonEmptyList(field: string): FieldKind<string[]> {
  return mapped(stringArray(), (texts) => {
    if (texts.length === 0) throw errors.emptyList(field);
    if (texts.includes('')) throw errors.emptyMember(field);
    return texts;
  });
}

/** A string or a number, as text. ES: `ValueType.INT` read with `text()`. */
const routing: FieldKind<string> = custom(['VALUE_STRING', 'VALUE_NUMBER'], (reader) => reader.text);

const targets = {
  index: optional(nonEmpty('index')),
  indices: optional(nonEmptyList('indices')),
  alias: optional(nonEmpty('alias')),
  aliases: optional(nonEmptyList('aliases')),
};

interface Targets {
  readonly index?: string;
  readonly indices?: string[];
  readonly alias?: string;
  readonly aliases?: string[];
}

/** Empty lists stand for what was not sent; they are refused when the whole action has been read. */
function readTargets({ index, indices, alias, aliases }: Targets): { indices: string[]; aliases: string[] } {
  if (index !== undefined && indices !== undefined) throw errors.oneIndexField();
  if (alias !== undefined && aliases !== undefined) throw errors.oneAliasField();
  return {
    indices: indices ?? (index === undefined ? [] : [index]),
    aliases: aliases ?? (alias === undefined ? [] : [alias]),
  };
}

const addParser = objectParser('add', {
  ...targets,
  filter: optional(object()),
  routing: optional(routing),
  index_routing: optional(routing),
  indexRouting: optional(routing),
  'index-routing': optional(routing),
  search_routing: optional(routing),
  searchRouting: optional(routing),
  'search-routing': optional(routing),
  is_write_index: optional(boolean()),
  is_hidden: optional(boolean()),
  must_exist: optional(unsupported(boolean(), 'must_exist', 'ADD')),
});

function unsupported(kind: FieldKind<unknown>, field: string, type: string): FieldKind<never> {
  return mapped(kind, () => {
    throw errors.unsupported(field, type);
  });
}

const removeParser = objectParser('remove', { ...targets, must_exist: optional(boolean()) });

const removeIndexParser = objectParser('remove_index', {
  index: targets.index,
  indices: targets.indices,
  alias: optional(unsupported(string(), 'alias', 'REMOVE_INDEX')),
  aliases: optional(unsupported(stringArray(), 'aliases', 'REMOVE_INDEX')),
  must_exist: optional(unsupported(boolean(), 'must_exist', 'REMOVE_INDEX')),
});

const actionParser = objectParser(
  'alias_action',
  {
    add: optional(mapped(nested(addParser), readAdd)),
    remove: optional(mapped(nested(removeParser), readRemove)),
    remove_index: optional(mapped(nested(removeIndexParser), readRemoveIndex)),
  },
  {
    build: ({ add, remove, remove_index }) => {
      const actions = [add, remove, remove_index].filter((action) => action !== undefined);
      if (actions.length > 1) throw errors.tooManyOperations();
      return actions[0];
    },
  },
);

type Added = Targets & {
  readonly filter?: JsonObject;
  readonly routing?: string;
  readonly index_routing?: string;
  readonly indexRouting?: string;
  readonly 'index-routing'?: string;
  readonly search_routing?: string;
  readonly searchRouting?: string;
  readonly 'search-routing'?: string;
  readonly is_write_index?: boolean;
  readonly is_hidden?: boolean;
};

function readAdd(sent: Added): AliasAction {
  return {
    kind: 'add',
    ...readTargets(sent),
    filter: sent.filter,
    routing: sent.routing,
    index_routing: sent.index_routing ?? sent.indexRouting ?? sent['index-routing'],
    search_routing: sent.search_routing ?? sent.searchRouting ?? sent['search-routing'],
    is_write_index: sent.is_write_index,
    is_hidden: sent.is_hidden,
  };
}

function readRemove(sent: Targets & { readonly must_exist?: boolean }): AliasAction {
  return { kind: 'remove', ...readTargets(sent), must_exist: sent.must_exist };
}

function readRemoveIndex(sent: Targets): AliasAction {
  return { kind: 'remove_index', indices: readTargets(sent).indices };
}

/** ES: `AliasActions.validate`, when the action joins the request. */
function validated(actions: readonly (AliasAction | undefined)[]): readonly AliasAction[] {
  const checked: AliasAction[] = [];
  for (const action of actions) {
    if (action === undefined) throw errors.noOperation();
    if (action.indices.length === 0) throw errors.indexRequired();
    if (action.kind !== 'remove_index' && action.aliases.length === 0) throw errors.aliasRequired();
    checked.push(action);
  }
  return checked;
}

/** The body of `_aliases`. ES: `IndicesAliasesRequest.PARSER`. */
export const aliasActionsBody = requiredBody(
  objectParser('aliases', { actions: optional(mapped(objectArray(actionParser), validated)) }),
);
