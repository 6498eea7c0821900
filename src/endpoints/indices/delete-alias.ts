import { aliasActionErrors } from '../../errors/alias-errors.js';
import { changeAliases } from '../../protocol/indices/change-aliases.js';
import { endpoint, ok } from '../../rest/endpoint.js';
import { timeouts } from './common-parameters.js';

/** Source: rest-layer B.13; ES: `RestIndexDeleteAliasesAction`. */
export const indicesDeleteAlias = endpoint({
  api: 'indices.delete_alias',
  routes: ['DELETE /{index}/_alias/{name}', 'DELETE /{index}/_aliases/{name}'],
  params: timeouts,
  handle: ({ path, store }) => {
    const indices = split(path.index, 'indices');
    changeAliases(store, [{ kind: 'remove', indices, aliases: split(path.name, 'aliases') }]);
    return ok({ acknowledged: true, errors: false });
  },
});

function split(names: string, field: string): string[] {
  const parts = names.split(',').filter((name) => name !== '');
  if (parts.length === 0) throw aliasActionErrors.emptyList(field);
  return parts;
}
