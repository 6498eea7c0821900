import { CONNECTOR_TEMPLATES } from '../../store/connector-indices.js';
import type { IndexTemplate } from '../../store/index-template.js';
import type { JsonObject } from '../../xcontent/json.js';
import { lazily } from '../../lazily.js';

const VERSION = 3;
const managed = (description: string): JsonObject => ({ description, managed: true });

/** `.elastic-connectors-v1` → `elastic-connectors`. */
function baseName({ name }: IndexTemplate): string {
  return name.replace(/^\./, '').replace(/-v1$/, '');
}

const settings: JsonObject = {
  template: {
    settings: {
      index: {
        hidden: 'true',
        number_of_shards: '1',
        number_of_replicas: '0',
        auto_expand_replicas: '0-3',
      },
    },
  },
  _meta: managed('Built-in settings applied by default to connector management indices'),
  version: VERSION,
};

/** The component templates that a cluster has from its start. Source: connectors §5. */
export const shippedComponents = lazily(
  (): ReadonlyMap<string, JsonObject> =>
    new Map([
      ...CONNECTOR_TEMPLATES.flatMap((template) => {
        const mappings: JsonObject = {
          template: { aliases: template.aliases, mappings: template.mappings },
          _meta: managed('Built-in mappings applied by default to elastic-connectors indices'),
          version: VERSION,
        };
        return [
          [`${baseName(template)}-mappings`, mappings],
          [`${baseName(template)}-settings`, settings],
        ] as const;
      }),
    ]),
);

/**
 * The index templates that a cluster has from its start. The store applies those of the connectors by itself.
 * Source: connectors §5.
 */
export const shippedTemplates = lazily(
  (): ReadonlyMap<string, JsonObject> =>
    new Map([
      ...CONNECTOR_TEMPLATES.map((template): [string, JsonObject] => [
        baseName(template),
        {
          index_patterns: [template.name],
          composed_of: ['elastic-connectors-settings', `${baseName(template)}-mappings`],
          priority: 100,
          version: VERSION,
          _meta: managed(`Built-in template for ${baseName(template)}`),
          allow_auto_create: true,
        },
      ]),
      [
        'search-acl-filter',
        {
          index_patterns: ['.search-acl-filter-*'],
          template: {
            settings: { index: { hidden: 'true', number_of_shards: '1', number_of_replicas: '1' } },
            mappings: { dynamic: 'false', properties: { created_at: { type: 'date' } } },
          },
          composed_of: [],
          priority: 110,
          version: VERSION,
          _meta: managed('Built-in template for access control indices'),
          allow_auto_create: true,
        },
      ],
    ]),
);
