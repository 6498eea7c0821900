import { noText, unsupportedToken } from '../../errors/connector-errors.js';
import type { JsonReader } from '../../xcontent/json-reader.js';
import type { JsonObject, JsonValue } from '../../xcontent/json.js';
import {
  anyValue,
  boolean,
  custom,
  int,
  mapped,
  objectArray,
  objectMap,
  objectParser,
  optional,
  required,
  string,
  stringArray,
  stringOrNull,
  value,
  type FieldKind,
} from '../../xcontent/object-parser.js';
import { enumeration, exactEnumeration } from './enumeration.js';

/** `text` is what the sources of Elastic's connector service send. Source: connectors §3.7. */
const displayType = enumeration('ConfigurationDisplayType', [
  'text',
  'textbox',
  'textarea',
  'numeric',
  'toggle',
  'dropdown',
]);
const fieldType = exactEnumeration('ConfigurationFieldType', ['str', 'int', 'list', 'bool']);
const validationType = enumeration('ConfigurationValidationType', [
  'less_than',
  'greater_than',
  'list_type',
  'included_in',
  'regex',
]);

/** A field's kind that takes only some of the tokens that `kind` does, and names the others. */
function only<T extends JsonValue>(kind: FieldKind<T>, refused: readonly string[]): FieldKind<T> {
  return custom(kind.tokens, (reader) => {
    const token = reader.token ?? 'null';
    if (refused.includes(token)) throw unsupportedToken(token);
    return kind.read(reader);
  });
}

/** `null` is declared and then read as text: that fails. Source: connectors §10.7. */
const display: FieldKind<string> = custom(['VALUE_STRING', 'VALUE_NULL'], (reader: JsonReader) => {
  if (reader.token === 'VALUE_NULL') throw noText(reader.location(), 'VALUE_NULL');
  return displayType(reader.text);
});

const dependency = objectParser(
  'connector_configuration_dependency',
  { field: required(string()), value: required(value()) },
  { unknown: 'ignore', build: ({ field, value: wanted }): JsonObject => ({ field, value: wanted }) },
);

const selectOption = objectParser(
  'connector_configuration_select_option',
  { label: required(string()), value: required(only(value(), ['VALUE_BOOLEAN', 'VALUE_NULL'])) },
  { unknown: 'ignore', build: ({ label, value: chosen }): JsonObject => ({ label, value: chosen }) },
);

const validation = objectParser(
  'connector_configuration_validation',
  {
    constraint: required(only(anyValue(), ['VALUE_BOOLEAN', 'VALUE_NULL', 'START_OBJECT'])),
    type: required(mapped(string(), validationType)),
  },
  { unknown: 'ignore', build: ({ constraint, type }): JsonObject => ({ constraint, type }) },
);

/** One entry of a connector's `configuration`, as it is stored. Source: connectors §3.7; ES: `ConnectorConfiguration`. */
const configurationField = objectParser(
  'connector_configuration',
  {
    category: optional(string()),
    default_value: optional(value()),
    depends_on: optional(objectArray(dependency)),
    display: optional(display),
    label: required(string()),
    options: optional(objectArray(selectOption)),
    order: optional(int()),
    placeholder: optional(stringOrNull()),
    required: optional(boolean()),
    sensitive: optional(boolean()),
    tooltip: optional(stringOrNull()),
    type: optional(custom(['VALUE_STRING', 'VALUE_NULL'], readFieldType)),
    ui_restrictions: optional(stringArray()),
    validations: optional(objectArray(validation)),
    value: optional(only(anyValue(), ['START_ARRAY'])),
  },
  {
    unknown: 'ignore',
    build: (field): JsonObject => ({
      ...(field.category !== undefined && { category: field.category }),
      default_value: field.default_value ?? null,
      ...(field.depends_on && { depends_on: field.depends_on }),
      ...(field.display !== undefined && { display: field.display }),
      label: field.label,
      ...(field.options && { options: field.options }),
      ...(field.order !== undefined && { order: field.order }),
      ...(field.placeholder != null && { placeholder: field.placeholder }),
      required: field.required ?? false,
      sensitive: field.sensitive ?? false,
      ...(field.tooltip != null && { tooltip: field.tooltip }),
      ...(field.type != null && { type: field.type }),
      ...(field.ui_restrictions && { ui_restrictions: field.ui_restrictions }),
      ...(field.validations && { validations: field.validations }),
      value: field.value ?? null,
    }),
  },
);

function readFieldType(reader: JsonReader): string | null {
  return reader.token === 'VALUE_NULL' ? null : fieldType(reader.text);
}

/** A whole `configuration`. */
export const configurationMap = objectMap(configurationField);
