import { errorCause } from '../../errors/envelope.js';
import { aliasActionErrors, aliasesNotFound } from '../../errors/alias-errors.js';
import { changeAliases, type AliasOutcome } from '../../protocol/indices/change-aliases.js';
import { endpoint, ok } from '../../rest/endpoint.js';
import { aliasActionsBody } from './alias-actions-body.js';
import { timeouts } from './common-parameters.js';

/** Source: rest-layer B.13; ES: `IndicesAliasesResponse`. */
export const indicesUpdateAliases = endpoint({
  api: 'indices.update_aliases',
  routes: ['POST /_aliases'],
  params: timeouts,
  body: {
    ...aliasActionsBody,
    parse: (text) => {
      const { actions = [] } = aliasActionsBody.parse(text);
      if (actions.length === 0) throw aliasActionErrors.noActions();
      return actions;
    },
  },
  handle: ({ body, store }) => {
    const outcomes = changeAliases(store, body);
    const hasErrors = outcomes.some(({ isFound }) => !isFound);
    return ok({
      acknowledged: true,
      errors: hasErrors,
      ...(hasErrors && { action_results: outcomes.map(describe) }),
    });
  },
});

function describe({ action, isFound }: AliasOutcome): object {
  const aliases = action.kind === 'remove_index' ? [] : action.aliases;
  return {
    action: { type: action.kind, indices: action.indices, aliases },
    status: isFound ? 200 : 404,
    ...(!isFound && { error: errorCause(aliasesNotFound(aliases)) }),
  };
}
