import { templateNotFound } from '../../errors/template-errors.js';
import {
  deleteTemplates,
  findTemplates,
  putTemplate,
  type TemplateKind,
} from '../../protocol/indices/index-template.js';
import { endpoint, ok, type Reply } from '../../rest/endpoint.js';
import { flag, text } from '../../rest/parameters.js';
import type { Store } from '../../store/store.js';
import { localRead, masterTimeout, timeouts } from './common-parameters.js';
import { requiredMap } from './map-body.js';

const putParameters = { ...masterTimeout, create: flag(false), cause: text() };
const getParameters = { ...localRead, flat_settings: flag(false), include_defaults: flag(false) };

/** ES: `RestPutComposableIndexTemplateAction`. */
export const indicesPutIndexTemplate = endpoint({
  api: 'indices.put_index_template',
  routes: ['PUT /_index_template/{name}', 'POST /_index_template/{name}'],
  params: putParameters,
  body: requiredMap,
  validate: ({ body }) => (body['index_patterns'] === undefined ? ['index patterns are missing'] : []),
  handle: ({ path, params, body, store }) => {
    putTemplate(store, 'index', path.name, body, params.create);
    return ok({ acknowledged: true });
  },
});

/** ES: `RestGetComposableIndexTemplateAction`. */
export const indicesGetIndexTemplate = endpoint({
  api: 'indices.get_index_template',
  routes: ['GET /_index_template', 'GET /_index_template/{name}'],
  params: getParameters,
  handle: ({ path, store }) => {
    const found = listed(store, 'index', path.name);
    return ok({ index_templates: found.map(([name, template]) => ({ name, index_template: template })) });
  },
});

/** ES: `RestGetComposableIndexTemplateAction`, which also takes `HEAD`. */
export const indicesExistsIndexTemplate = endpoint({
  api: 'indices.exists_index_template',
  routes: ['HEAD /_index_template/{name}'],
  params: getParameters,
  handle: ({ path, store }) => exists(store, 'index', path.name),
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
  body: requiredMap,
  handle: ({ path, params, body, store }) => {
    putTemplate(store, 'component', path.name, body, params.create);
    return ok({ acknowledged: true });
  },
});

/** ES: `RestGetComponentTemplateAction`. */
export const clusterGetComponentTemplate = endpoint({
  api: 'cluster.get_component_template',
  routes: ['GET /_component_template', 'GET /_component_template/{name}'],
  params: getParameters,
  handle: ({ path, store }) => {
    const found = listed(store, 'component', path.name);
    return ok({
      component_templates: found.map(([name, template]) => ({ name, component_template: template })),
    });
  },
});

/** ES: `RestGetComponentTemplateAction`, which also takes `HEAD`. */
export const clusterExistsComponentTemplate = endpoint({
  api: 'cluster.exists_component_template',
  routes: ['HEAD /_component_template/{name}'],
  params: getParameters,
  handle: ({ path, store }) => exists(store, 'component', path.name),
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

function listed(
  store: Store,
  kind: TemplateKind,
  name: string | undefined,
): ReturnType<typeof findTemplates> {
  const found = findTemplates(store, kind, name ?? '*');
  if (found.length === 0 && name !== undefined && !name.includes('*')) throw templateNotFound(kind, name);
  return found;
}

function exists(store: Store, kind: TemplateKind, name: string): Reply {
  return { status: findTemplates(store, kind, name).length > 0 ? 200 : 404, body: {} };
}
