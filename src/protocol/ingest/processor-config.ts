import type { ElasticsearchError } from '../../errors/elasticsearch-error.js';
import { badConfiguration } from '../../errors/ingest-errors.js';
import { javaClassOf } from '../../xcontent/java-class.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../xcontent/json.js';

const MEDIA_TYPES = ['application/json', 'text/plain', 'application/x-www-form-urlencoded'] as const;

/** What a template makes, which decides how it escapes values. */
export type MediaType = (typeof MEDIA_TYPES)[number];

/** What pipelines of a release can do that earlier ones cannot. */
export interface IngestFeatures {
  /** `copy_from` and `ignore_empty_values` of `append`. Since 9.2. */
  readonly extendsAppend: boolean;
  /** The dates of a pipeline, which nobody may set. Since 9.2. */
  readonly tracksPipelines: boolean;
  /** `field_access_pattern`. Since 9.2. */
  readonly hasAccessPatterns: boolean;
}

/**
 * The options of a processor (or of a pipeline), each taken once; what is left over was not known.
 * ES: `ConfigurationUtils`.
 */
export class ProcessorConfig {
  readonly type: string | undefined;
  readonly tag: string | undefined;
  readonly features: IngestFeatures;
  private readonly left: Map<string, JsonValue>;

  constructor(
    type: string | undefined,
    options: JsonObject | Map<string, JsonValue>,
    features: IngestFeatures,
    tag?: string,
  ) {
    this.type = type;
    this.tag = tag;
    this.features = features;
    this.left = options instanceof Map ? options : new Map(Object.entries(options));
  }

  /** The options that are still there, as those of a processor: failures will say which. */
  rest(type: string, tag: string | undefined): ProcessorConfig {
    return new ProcessorConfig(type, this.left, this.features, tag);
  }

  /** Names that nobody took. */
  get unknown(): string[] {
    return [...this.left.keys()];
  }

  fail(property: string, why: string): ElasticsearchError {
    return badConfiguration({ type: this.type, tag: this.tag, property }, why);
  }

  /** Any value; undefined if it is missing or null. */
  take(property: string): JsonValue | undefined {
    const value = this.left.get(property);
    this.left.delete(property);
    return value ?? undefined;
  }

  required(property: string): JsonValue {
    const value = this.take(property);
    if (value === undefined) throw this.fail(property, 'required property is missing');
    return value;
  }

  optionalText(property: string): string | undefined {
    const value = this.take(property);
    if (value === undefined || typeof value === 'string') return value;
    throw this.fail(property, `property isn't a string, but of type [${javaClassOf(value)}]`);
  }

  text(property: string): string {
    const value = this.optionalText(property);
    if (value === undefined) throw this.fail(property, 'required property is missing');
    return value;
  }

  /** How templates are escaped. ES: `ConfigurationUtils.readMediaTypeProperty`. */
  mediaType(): MediaType {
    const type = this.optionalText('media_type') ?? 'application/json';
    const known = MEDIA_TYPES.find((each) => each === type);
    if (known !== undefined) return known;
    throw this.fail('media_type', `property does not contain a supported media type [${type}]`);
  }

  flag(property: string, fallback: boolean): boolean {
    const value = this.take(property);
    if (value === undefined) return fallback;
    if (typeof value === 'boolean') return value;
    throw this.fail(property, `property isn't a boolean, but of type [${javaClassOf(value)}]`);
  }

  int(property: string): number | undefined {
    const value = this.take(property);
    if (value === undefined) return undefined;
    const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    if (/^[+-]?\d+$/.test(text)) return Number(text);
    const shown = typeof value === 'object' ? javaClassOf(value) : String(value);
    throw this.fail(property, `property cannot be converted to an int [${shown}]`);
  }

  list(property: string): readonly JsonValue[] | undefined {
    const value = this.take(property);
    if (value === undefined) return undefined;
    if (Array.isArray(value)) return value as readonly JsonValue[];
    throw this.fail(property, `property isn't a list, but of type [${javaClassOf(value)}]`);
  }

  object(property: string): JsonObject | undefined {
    const value = this.take(property);
    if (value === undefined || isJsonObject(value)) return value;
    throw this.fail(property, `property isn't a map, but of type [${javaClassOf(value)}]`);
  }

  /** One text or a list of them. */
  texts(property: string): readonly string[] {
    const value = this.take(property);
    if (value === undefined) return [];
    const list = Array.isArray(value) ? (value as readonly JsonValue[]) : [value];
    return list.map((member) => {
      if (typeof member === 'string') return member;
      throw this.fail(property, `property isn't a string, but of type [${javaClassOf(member)}]`);
    });
  }
}
