import { asRefusal, isElasticsearchError } from '../errors/elasticsearch-error.js';
import { failedToParse } from '../errors/mapping-errors.js';
import { tooManyFields } from '../errors/mapping-limit-errors.js';
import { JsonReader } from '../xcontent/json-reader.js';
import type { JsonObject } from '../xcontent/json.js';
import { writeJson } from '../xcontent/write-json.js';
import { withoutTrailingDots } from './field-name.js';
import type { CompiledMapping } from './mapping-fields.js';
import { checkDepth, checkMappingLimits, limitOf, type LimitSettings } from './mapping-limits.js';

/**
 * Refuses what a document adds to a mapping if there is no room for it. Nothing of this runs for a document that adds
 * nothing. ES: `DocumentParserContext.addDynamicMapper`.
 *
 * @throws ElasticsearchError `document_parsing_exception` (400)
 */
export function checkGrowth(
  before: CompiledMapping,
  after: CompiledMapping,
  source: JsonObject,
  settings: LimitSettings,
): void {
  const limit = limitOf(settings, 'mapping.total_fields.limit');
  const depth = limitOf(settings, 'mapping.depth.limit');
  // No object can be deeper than there are objects.
  if (after.totalFields > limit || after.objects.size >= depth) {
    const reader = new JsonReader(writeJson(source));
    reader.nextToken();
    new Growth(reader, before, after, settings).object('');
  }
  checkMappingLimits(after, settings);
}

class Growth {
  readonly #reader: JsonReader;
  readonly #before: CompiledMapping;
  readonly #after: CompiledMapping;
  readonly #settings: LimitSettings;
  readonly #seen = new Set<string>();
  #added = 0;

  constructor(reader: JsonReader, before: CompiledMapping, after: CompiledMapping, settings: LimitSettings) {
    this.#reader = reader;
    this.#before = before;
    this.#after = after;
    this.#settings = settings;
  }

  object(path: string): void {
    const reader = this.#reader;
    while (reader.nextToken() === 'FIELD_NAME') {
      const name = withoutTrailingDots(reader.fieldName);
      reader.nextToken();
      this.#value(path === '' ? name : `${path}.${name}`);
    }
  }

  #value(path: string): void {
    const reader = this.#reader;
    if (reader.token === 'VALUE_NULL') return;
    if (reader.token === 'START_ARRAY') {
      while (reader.nextToken() !== 'END_ARRAY') this.#value(path);
      return;
    }
    const parts = path.split('.');
    parts.forEach((_, at) => {
      this.#add(parts.slice(0, at + 1).join('.'));
    });
    if (reader.token !== 'START_OBJECT') return;
    if (this.#after.objects.get(path)?.isEnabled === true) this.object(path);
    else reader.skipChildren();
  }

  #add(path: string): void {
    const { objects, fields } = this.#before;
    if (this.#seen.has(path) || objects.has(path) || fields.has(path)) return;
    this.#seen.add(path);
    const field = this.#after.fields.get(path);
    const isObject = this.#after.objects.has(path);
    if (field === undefined && !isObject) return;
    this.#added += 1 + (field?.subFields.length ?? 0);
    try {
      this.#checkRoom();
      if (isObject) checkDepth(path, this.#settings);
    } catch (error) {
      if (isElasticsearchError(error)) throw failedToParse(this.#reader.location(), error);
      throw error;
    }
  }

  #checkRoom(): void {
    const limit = limitOf(this.#settings, 'mapping.total_fields.limit');
    if (this.#before.totalFields + this.#added <= limit) return;
    const error = tooManyFields(limit, this.#added);
    const name = 'mapping.total_fields.ignore_dynamic_beyond_limit';
    throw this.#settings[name] === 'true' ? asRefusal(error, `setting [index.${name}]`) : error;
  }
}
