import { isElasticsearchError, type ElasticsearchError } from '../errors/elasticsearch-error.js';
import { illegalArgument } from '../errors/request-errors.js';
import { mustEndOn, xContentLocation, xContentParse } from '../errors/xcontent-errors.js';
import type { FieldKind } from './field-kinds.js';
import { JsonReader } from './json-reader.js';
import { JsonValueScanner } from './json-value-scanner.js';
import type { JsonObject, JsonValue } from './json.js';
import { didYouMean, suggestionsFor } from './suggestions.js';

export * from './field-kinds.js';

/** A declared field. ES: a constructor argument of `ConstructingObjectParser`. */
export interface Field<T, Required extends boolean = boolean> {
  readonly kind: FieldKind<T>;
  readonly isRequired: Required;
}

export type Fields = Readonly<Record<string, Field<unknown>>>;

type ValueOf<F> = F extends Field<infer T> ? T : never;
type RequiredNames<F extends Fields> = {
  [K in keyof F]: F[K] extends Field<unknown, true> ? K : never;
}[keyof F];

/** What an object parser reads: required fields are there, optional ones only when they were sent. */
export type Parsed<F extends Fields> = { [K in RequiredNames<F>]: ValueOf<F[K]> } & {
  [K in Exclude<keyof F, RequiredNames<F>>]?: ValueOf<F[K]>;
};

export interface ObjectParserOptions<F extends Fields, T> {
  /** @default 'error' */
  readonly unknown?: 'error' | 'ignore';
  /** Makes the result. An `ElasticsearchError` becomes `Failed to build [name] after last required field arrived`. */
  readonly build?: (parsed: Parsed<F>) => T;
  /** Of each set at least one field must be sent. ES: `declareRequiredFieldSet`. */
  readonly requireOneOf?: readonly (readonly string[])[];
  /** Of each set at most one field may be sent. ES: `declareExclusiveFieldSet`. */
  readonly exclusive?: readonly (readonly string[])[];
}

/** Reads one kind of JSON object and fails as the parser of that name does in Elasticsearch. */
export interface ObjectParser<T> {
  readonly name: string;
  readonly fieldNames: readonly string[];
  /** Reads the object at, or right after, the reader's token; leaves the reader on its `END_OBJECT`. */
  parse(reader: JsonReader): T;
  parseText(text: string): T;
}

export function required<T>(kind: FieldKind<T>): Field<T, true> {
  return { kind, isRequired: true };
}

export function optional<T>(kind: FieldKind<T>): Field<T, false> {
  return { kind, isRequired: false };
}

/**
 * Declares the parser of an object. Field order is the order of `Required [a, b]`.
 * Source: rest-layer A.7.4, sync-jobs §2 and §4; ES: `ObjectParser`, `ConstructingObjectParser`.
 */
export function objectParser<F extends Fields, T = Parsed<F>>(
  name: string,
  fields: F,
  options: ObjectParserOptions<F, T> = {},
): ObjectParser<T> {
  let known: Declaration<T> | undefined;
  // Made when it is needed: most parsers of a process never read anything.
  const declaration = (): Declaration<T> =>
    (known ??= new Declaration(name, fields, options as ObjectParserOptions<Fields, T>));
  return {
    name,
    fieldNames: Object.keys(fields),
    parse: (reader) => new ObjectParse(declaration(), reader).run(),
    parseText: (text) =>
      readPlainly(declaration(), text) ?? new ObjectParse(declaration(), new JsonReader(text)).run(),
  };
}

/** A field that knows its name: V8 finds a property by this string faster than by one cut out of a text. */
interface NamedField extends Field<unknown> {
  readonly name: string;
}

class Declaration<T> {
  readonly name: string;
  readonly fields: ReadonlyMap<string, NamedField>;
  readonly options: ObjectParserOptions<Fields, T>;
  readonly required: readonly string[];
  /** Whether an object may come out of the JSON as it stands. */
  readonly mayBePlain: boolean;

  constructor(name: string, fields: Fields, options: ObjectParserOptions<Fields, T>) {
    const entries = Object.entries(fields);
    this.name = name;
    this.fields = new Map(entries.map(([key, field]) => [key, { ...field, name: key }]));
    this.options = options;
    this.required = entries.filter(([, { isRequired }]) => isRequired).map(([key]) => key);
    this.mayBePlain =
      Object.keys(options).length === 0 && entries.every(([, { kind }]) => kind.isPlain !== undefined);
  }
}

/**
 * The quick way through a text without surprises. It decides nothing: undefined where a field needs a closer look, or
 * anything is wrong.
 */
function readPlainly<T>({ mayBePlain, fields, required }: Declaration<T>, text: string): T | undefined {
  if (!mayBePlain || !text.startsWith('{')) return undefined;
  const object = new JsonValueScanner(text).read(0, 0) as JsonObject | undefined;
  for (const name in object) {
    if (fields.get(name)?.kind.isPlain?.(object[name] as JsonValue) !== true) return undefined;
  }
  return object && required.every((name) => name in object) ? (object as T) : undefined;
}

/** One run of a parser over one object. */
class ObjectParse<T> {
  private readonly declaration: Declaration<T>;
  private readonly reader: JsonReader;
  private readonly parsed: Record<string, unknown> = {};
  private arrived = 0;
  private isBuilt = false;
  private built: T | undefined;

  constructor(declaration: Declaration<T>, reader: JsonReader) {
    this.declaration = declaration;
    this.reader = reader;
  }

  run(): T {
    const { reader } = this;
    this.enterObject();
    while (reader.nextToken() !== 'END_OBJECT') {
      const { fieldName, offset } = reader;
      reader.nextToken();
      const field = this.declaration.fields.get(fieldName);
      if (field) this.readField(field);
      else this.unknownField(fieldName, offset);
    }
    const { exclusive, requireOneOf } = this.declaration.options;
    if (exclusive) this.checkExclusive(exclusive);
    if (requireOneOf) this.checkRequireOneOf(requireOneOf);
    return this.finish();
  }

  private enterObject(): void {
    const { reader } = this;
    if (reader.token === 'START_OBJECT') return;
    const token = reader.nextToken();
    if (token !== 'START_OBJECT') throw this.failure(`Expected START_OBJECT but was: ${token ?? 'null'}`);
  }

  private failure(reason: string, cause?: ElasticsearchError): ElasticsearchError {
    return xContentParse(this.reader.location(), `[${this.declaration.name}] ${reason}`, cause);
  }

  private unknownField(fieldName: string, offset: number): void {
    const { name, fields, options } = this.declaration;
    if (options.unknown === 'ignore') {
      this.reader.skipChildren();
      return;
    }
    const hint = didYouMean(suggestionsFor(fieldName, fields.keys()));
    const reason = `[${name}] unknown field [${fieldName}]${hint === '' ? '' : ` ${hint}`}`;
    throw xContentParse(this.reader.location(offset), reason);
  }

  private readField({ name, kind }: NamedField): void {
    const { reader } = this;
    const { token } = reader;
    if (token === undefined || !kind.tokens.includes(token)) {
      throw this.failure(`${name} doesn't support values of type: ${token ?? 'null'}`);
    }
    try {
      this.parsed[name] = kind.read(reader);
      this.arrived += 1;
      // ES: the object is built as soon as its last constructor argument arrives, within that field's parsing.
      if (this.arrived === this.declaration.fields.size) this.buildNow();
    } catch (error) {
      if (!isElasticsearchError(error)) throw error;
      throw this.failure(`failed to parse field [${name}]`, error);
    }
    const end = token === 'START_OBJECT' ? 'END_OBJECT' : token === 'START_ARRAY' ? 'END_ARRAY' : undefined;
    if (end !== undefined && reader.token !== end) throw mustEndOn(name, end);
  }

  /** ES: `ConstructingObjectParser.Target.finish`: an explicit null counts as absent here. */
  private finish(): T {
    if (!this.isBuilt) {
      const missing: string[] = [];
      for (const [name, { isRequired }] of this.declaration.fields) {
        if (isRequired && (this.parsed[name] ?? null) === null) missing.push(name);
      }
      if (missing.length > 0) throw illegalArgument(`Required [${missing.join(', ')}]`);
      this.buildNow();
    }
    return this.built as T;
  }

  private buildNow(): void {
    const { options } = this.declaration;
    this.isBuilt = true;
    if (!options.build) {
      this.built = this.parsed as T;
      return;
    }
    try {
      this.built = options.build(this.parsed);
    } catch (error) {
      if (!isElasticsearchError(error)) throw error;
      throw this.buildFailure(error);
    }
  }

  /** ES: `Target.buildTarget`; a parse exception lends its place, every other exception has none. */
  private buildFailure(error: ElasticsearchError): ElasticsearchError {
    const reason = `[${this.declaration.name}] after last required field arrived`;
    if (error.family !== 'xcontent') return xContentParse(undefined, `Failed to build ${reason}`, error);
    return xContentParse(xContentLocation(error), `failed to build ${reason}`, error);
  }

  private checkExclusive(sets: readonly (readonly string[])[]): void {
    const sent = Object.keys(this.parsed);
    const clashes = sets
      .map((set) => sent.filter((name) => set.includes(name)))
      .filter(({ length }) => length > 1);
    if (clashes.length === 0) return;
    const message = clashes.map(
      (names) => `The following fields are not allowed together: [${names.join(', ')}] `,
    );
    throw illegalArgument(message.join(''));
  }

  private checkRequireOneOf(sets: readonly (readonly string[])[]): void {
    const unmet = sets.filter((set) => !set.some((name) => Object.hasOwn(this.parsed, name)));
    if (unmet.length === 0) return;
    const message = unmet.map(
      (names) => `Required one of fields [${names.join(', ')}], but none were specified. `,
    );
    throw illegalArgument(message.join(''));
  }
}
