import { templateNameWithComma, templateNotFound } from '../../errors/template-errors.js';
import {
  deleteTemplates,
  findTemplates,
  putComponent,
  putIndexTemplate,
  type TemplateKind,
} from '../../protocol/indices/index-template.js';
import { flattenSettings } from '../../protocol/indices/index-settings.js';
import { endpoint, ok, type Call, type Reply } from '../../rest/endpoint.js';
import { flag, text } from '../../rest/parameters.js';
import { isJsonObject, type JsonObject } from '../../xcontent/json.js';
import { localRead, masterTimeout, timeouts } from './common-parameters.js';
import { showTemplate } from './show-template.js';
import { componentTemplateBody, indexTemplateBody } from './template-bodies.js';

const putParameters = { ...masterTimeout, create: flag(false), cause: text() };
const getParameters = {
  ...localRead,
  flat_settings: flag(false),
  include_defaults: flag(false),
  human: flag(false),
};

type Get = Call<
  { readonly name?: string | undefined },
  { readonly flat_settings: boolean; readonly human: boolean },
  undefined
>;

/** ES: `RestPutComposableIndexTemplateAction`. */
export const indicesPutIndexTemplate = endpoint({
  api: 'indices.put_index_template',
  routes: ['PUT /_index_template/{name}', 'POST /_index_template/{name}'],
  params: putParameters,
  body: indexTemplateBody,
  validate: ({ body }) => [
    ...(isHiddenGlobal(body) ? ['global composable templates may not specify the setting index.hidden'] : []),
    ...(Number(body['priority'] ?? 0) < 0 ? ['index template priority must be >= 0'] : []),
  ],
  handle: ({ path, params, body, store }) => {
    putIndexTemplate(store, { name: path.name, template: body, isCreate: params.create });
    return ok({ acknowledged: true });
  },
});

function isHiddenGlobal({ index_patterns: patterns, template }: JsonObject): boolean {
  if (!Array.isArray(patterns) || !patterns.includes('*') || !isJsonObject(template)) return false;
  const { settings } = template;
  return isJsonObject(settings) && flattenSettings(settings).has('hidden');
}

/** ES: `RestGetComposableIndexTemplateAction`. */
export const indicesGetIndexTemplate = endpoint({
  api: 'indices.get_index_template',
  routes: ['GET /_index_template', 'GET /_index_template/{name}'],
  params: getParameters,
  handle: (call) => listed('index', call),
});

/** ES: `RestGetComposableIndexTemplateAction`, which also takes `HEAD`. */
export const indicesExistsIndexTemplate = endpoint({
  api: 'indices.exists_index_template',
  routes: ['HEAD /_index_template/{name}'],
  params: getParameters,
  handle: (call) => listed('index', call),
});

/** ES: `RestDeleteComposableIndexTemplateAction`. */
export const indicesDeleteIndexTemplate = endpoint({
  api: 'indices.delete_index_template',
  routes: ['DELETE /_index_template/{name}'],
  params: timeouts,
  handle: ({ path, store }) => {
    deleteTemplates(store, 'index', path.name);
    return ok({ acknowledged: true });
  },
});

/** ES: `RestPutComponentTemplateAction`. */
export const clusterPutComponentTemplate = endpoint({
  api: 'cluster.put_component_template',
  routes: ['PUT /_component_template/{name}', 'POST /_component_template/{name}'],
  params: { ...putParameters, ...timeouts },
  body: componentTemplateBody,
  validate: ({ body }) =>
    ['created_date_millis', 'modified_date_millis']
      .filter((date) => body[date] !== undefined)
      .map((date) => `Provided a template property which is managed by the system: ${date}`),
  handle: ({ path, params, body, store }) => {
    putComponent(store, { name: path.name, template: body, isCreate: params.create });
    return ok({ acknowledged: true });
  },
});

/** ES: `RestGetComponentTemplateAction`. */
export const clusterGetComponentTemplate = endpoint({
  api: 'cluster.get_component_template',
  routes: ['GET /_component_template', 'GET /_component_template/{name}'],
  params: getParameters,
  handle: (call) => listed('component', call),
});

/** ES: `RestGetComponentTemplateAction`, which also takes `HEAD`. */
export const clusterExistsComponentTemplate = endpoint({
  api: 'cluster.exists_component_template',
  routes: ['HEAD /_component_template/{name}'],
  params: getParameters,
  handle: (call) => listed('component', call),
});

/** ES: `RestDeleteComponentTemplateAction`. */
export const clusterDeleteComponentTemplate = endpoint({
  api: 'cluster.delete_component_template',
  routes: ['DELETE /_component_template/{name}'],
  params: timeouts,
  handle: ({ path, store }) => {
    deleteTemplates(store, 'component', path.name);
    return ok({ acknowledged: true });
  },
});

/** A pattern without a template is a 404 that lists none. */
function listed(kind: TemplateKind, { path: { name }, params, store, cluster }: Get): Reply {
  if (kind === 'index' && name?.includes(',')) throw templateNameWithComma();
  const found = findTemplates(store, kind, name ?? '*');
  if (found.length === 0 && name !== undefined && !name.includes('*')) throw templateNotFound(kind, name);
  const view = { isFlat: params.flat_settings, isHuman: params.human, version: cluster.version };
  const templates = found.map(([key, stored]) => ({
    name: key,
    [`${kind}_template`]: showTemplate(stored, view),
  }));
  const status = found.length > 0 || name === undefined ? 200 : 404;
  return { status, body: { [`${kind}_templates`]: templates } };
}
