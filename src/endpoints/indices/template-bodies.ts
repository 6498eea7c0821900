import { unexpectedToken } from '../../errors/template-errors.js';
import { requiredBody, type BodySpec } from '../../rest/endpoint.js';
import { setOwn } from '../../store/deep-merge.js';
import type { JsonObject, JsonValue } from '../../xcontent/json.js';
import {
  anyValue,
  boolean,
  custom,
  long,
  nested,
  object,
  objectOrNull,
  objectParser,
  optional,
  required,
  stringArray,
  type FieldKind,
  type Fields,
  type ObjectParser,
} from '../../xcontent/object-parser.js';

/** A parser whose object has its members in the order of their declaration, as Elasticsearch shows them. */
function orderedParser(name: string, fields: Fields): ObjectParser<JsonObject> {
  const names = Object.keys(fields);
  return objectParser(name, fields, {
    build: (parsed) => {
      const ordered: Record<string, JsonValue> = {};
      for (const key of names) if (Object.hasOwn(parsed, key)) setOwn(ordered, key, parsed[key] as JsonValue);
      return ordered;
    },
  });
}

const { tokens } = anyValue();
const mappings: FieldKind<JsonObject> = custom(tokens, (reader) => {
  if (reader.token !== 'START_OBJECT') throw unexpectedToken(reader.token ?? 'null');
  return reader.readValue() as JsonObject;
});

/** ES: `Template.PARSER`. */
const templateParser = orderedParser('template', {
  settings: optional(object()),
  mappings: optional(mappings),
  aliases: optional(object()),
  lifecycle: optional(objectOrNull()),
  data_stream_options: optional(objectOrNull()),
});

/** ES: `ComposableIndexTemplate.DataStreamTemplate.PARSER`. */
const dataStreamParser = orderedParser('data_stream_template', {
  hidden: optional(boolean()),
  allow_custom_routing: optional(boolean()),
});

/** When a template came and changed. Only Elasticsearch itself may say so. */
const dates = { created_date_millis: optional(long()), modified_date_millis: optional(long()) };

/** ES: `ComposableIndexTemplate.PARSER`. */
export const indexTemplateBody: BodySpec<JsonObject> = requiredBody(
  orderedParser('index_template', {
    index_patterns: required(stringArray()),
    template: optional(nested(templateParser)),
    composed_of: optional(stringArray()),
    priority: optional(long()),
    version: optional(long()),
    _meta: optional(object()),
    data_stream: optional(nested(dataStreamParser)),
    allow_auto_create: optional(boolean()),
    ignore_missing_component_templates: optional(stringArray()),
    deprecated: optional(boolean()),
    ...dates,
  }),
);

/** ES: `ComponentTemplate.PARSER`. */
export const componentTemplateBody: BodySpec<JsonObject> = requiredBody(
  orderedParser('component_template', {
    template: required(nested(templateParser)),
    version: optional(long()),
    _meta: optional(object()),
    deprecated: optional(boolean()),
    ...dates,
  }),
);
