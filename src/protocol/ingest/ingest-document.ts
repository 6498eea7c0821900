import { isElasticsearchError } from '../../errors/elasticsearch-error.js';
import { fieldErrors } from '../../errors/ingest-document-errors.js';
import { javaClassOf } from '../../xcontent/java-class.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../xcontent/json.js';
import { checkMetadata, checkRemoval, isMetadata } from './document-metadata.js';
import { isThere, splitPath, valueAt, withoutValueAt, withValueAt } from './field-path.js';

/** A document while processors work on it. ES: `IngestDocument`. The source it began with stays as it is. */
export class IngestDocument {
  source: JsonObject;
  metadata: JsonObject;
  /** What a template sees as `_ingest`. */
  ingest: JsonObject;
  isDropped = false;
  /** Pipelines that are running, outermost first. */
  readonly running: string[] = [];

  constructor(source: JsonObject, metadata: JsonObject, timestamp: string) {
    this.source = source;
    this.metadata = metadata;
    this.ingest = { timestamp };
  }

  /** One that changes on its own. */
  copy(): IngestDocument {
    const copy = new IngestDocument(this.source, this.metadata, '');
    copy.ingest = this.ingest;
    copy.running.push(...this.running);
    return copy;
  }

  /** @throws ElasticsearchError `illegal_argument_exception` (400) if there is no such field. */
  get(path: string): JsonValue {
    const { part, elements } = this.locate(path);
    return valueAt(this[part], elements, path);
  }

  /** The text at a path; undefined if it is missing or null and that may be. */
  getText(path: string, ignoresMissing: boolean): string | readonly JsonValue[] | undefined {
    const value = ignoresMissing ? this.find(path) : this.get(path);
    if (value === undefined || (value === null && ignoresMissing)) return undefined;
    if (value === null) throw fieldErrors.isNull(path);
    if (typeof value === 'string') return value;
    if (Array.isArray(value)) return value as readonly JsonValue[];
    throw fieldErrors.notA(path, javaClassOf(value), 'java.lang.String');
  }

  /** The same, undefined if there is none. A path that is none still fails. */
  find(path: string): JsonValue | undefined {
    const { part, elements } = this.locate(path);
    try {
      return valueAt(this[part], elements, path);
    } catch (error) {
      if (isElasticsearchError(error)) return undefined;
      throw error;
    }
  }

  has(path: string): boolean {
    return this.find(path) !== undefined;
  }

  /** The same, but an index beyond its list fails. */
  isThere(path: string): boolean {
    const { part, elements } = this.locate(path);
    return isThere(this[part], elements, path);
  }

  set(path: string, value: JsonValue): void {
    const { part, elements } = this.locate(path);
    if (part === 'metadata' && elements.length === 1) checkMetadata(path, value);
    this[part] = withValueAt(this[part], elements, value, path) as JsonObject;
  }

  remove(path: string): void {
    const { part, elements } = this.locate(path);
    if (part === 'metadata' && elements.length === 1) checkRemoval(path);
    this[part] = withoutValueAt(this[part], elements, path) as JsonObject;
  }

  private locate(path: string): { part: 'source' | 'metadata' | 'ingest'; elements: readonly string[] } {
    const elements = splitPath(path);
    const [first = ''] = elements;
    if (elements.length > 1 && first === '_source') return { part: 'source', elements: elements.slice(1) };
    if (elements.length > 1 && first === '_ingest') return { part: 'ingest', elements: elements.slice(1) };
    return { part: isMetadata(first) ? 'metadata' : 'source', elements };
  }

  /** `a.b` of `ctx` in a condition; undefined if a step of the way is missing. */
  lookUp(elements: readonly string[]): JsonValue | undefined {
    const [first = ''] = elements;
    let at: JsonValue | undefined = isMetadata(first) ? this.metadata : this.source;
    for (const element of elements) {
      at = isJsonObject(at) && Object.hasOwn(at, element) ? at[element] : undefined;
    }
    return at;
  }
}
