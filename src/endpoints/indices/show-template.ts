import { formatInstant } from '../../clock/format-instant.js';
import { arrangeSettings } from '../../protocol/indices/arrange-settings.js';
import { flattenSettings } from '../../protocol/indices/index-settings.js';
import { isAtLeast, type EsVersion } from '../../rest/version.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../xcontent/json.js';

export interface TemplateView {
  readonly isFlat: boolean;
  readonly isHuman: boolean;
  readonly version: EsVersion;
}

/** A stored template as its API shows it; when it came and changed since 9.2. ES: `ComposableIndexTemplate.toXContent`. */
export function showTemplate(stored: JsonObject, view: TemplateView): JsonObject {
  const { created_date_millis: created, modified_date_millis: modified, ...shown } = stored;
  return {
    ...(view.isFlat ? withFlatSettings(shown) : shown),
    ...(isAtLeast(view.version, '9.2') && {
      ...date('created_date', created, view),
      ...date('modified_date', modified, view),
    }),
  };
}

function date(name: string, millis: JsonValue | undefined, { isHuman }: TemplateView): JsonObject {
  if (typeof millis !== 'number') return {};
  return { ...(isHuman && { [name]: formatInstant(millis) }), [`${name}_millis`]: millis };
}

function withFlatSettings(shown: JsonObject): JsonObject {
  const { template } = shown;
  if (!isJsonObject(template) || !isJsonObject(template['settings'])) return shown;
  const entries = [...flattenSettings(template['settings'])].map(([key, value]): [string, string] => [
    `index.${key}`,
    value ?? '',
  ]);
  return { ...shown, template: { ...template, settings: arrangeSettings(entries, true) } };
}
