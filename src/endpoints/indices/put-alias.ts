import { aliasActionErrors } from '../../errors/alias-errors.js';
import { notBoolean } from '../../errors/rest-errors.js';
import { readAlias } from '../../protocol/indices/alias-definition.js';
import { changeAliases } from '../../protocol/indices/change-aliases.js';
import { endpoint, ok } from '../../rest/endpoint.js';
import type { JsonValue } from '../../xcontent/json.js';
import { timeouts } from './common-parameters.js';
import { optionalMap } from './map-body.js';

/** Source: rest-layer B.13; ES: `RestIndexPutAliasAction`. The body may name index and alias, too. */
export const indicesPutAlias = endpoint({
  api: 'indices.put_alias',
  routes: [
    'PUT /{index}/_alias/{name}',
    'POST /{index}/_alias/{name}',
    'PUT /{index}/_aliases/{name}',
    'POST /{index}/_aliases/{name}',
    'PUT /_alias/{name}',
    'POST /_alias/{name}',
    'PUT /_aliases/{name}',
    'POST /_aliases/{name}',
    'PUT /{index}/_alias',
    'PUT /{index}/_aliases',
    'PUT /_alias',
  ],
  params: timeouts,
  body: optionalMap,
  handle: ({ path, body = {}, store }) => {
    const { index = path.index, alias = path.name, ...definition } = body;
    const indices = typeof index === 'string' ? index.split(',').filter((name) => name !== '') : [];
    if (indices.length === 0) throw aliasActionErrors.emptyList('indices');
    if (typeof alias !== 'string' || alias === '') throw aliasActionErrors.emptyText('alias');
    checkWriteFlag(definition['is_write_index']);
    changeAliases(store, [{ kind: 'add', indices, aliases: [alias], ...readAlias(definition) }]);
    return ok({ acknowledged: true, errors: false });
  },
});

/** The one member that is read as what it must be. */
function checkWriteFlag(value: JsonValue | undefined): void {
  if (typeof value === 'string' && value !== 'true' && value !== 'false') throw notBoolean(value);
}
