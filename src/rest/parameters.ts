import { notBoolean, notNumeric, unknownRefresh } from '../errors/rest-errors.js';

/** How a query parameter is read. `undefined` stands for "not sent". */
export interface ParameterSpec<T> {
  readonly parse: (value: string | undefined, name: string) => T;
  /** First release that knows it; an older one answers "unrecognized parameter". */
  readonly since?: string;
}

export type ParameterSpecs = Readonly<Record<string, ParameterSpec<unknown>>>;

export type ParsedParameters<P extends ParameterSpecs> = {
  readonly [N in keyof P]: P[N] extends ParameterSpec<infer T> ? T : never;
};

/** Any text; `undefined` if not sent. */
export function text(): ParameterSpec<string | undefined> {
  return { parse: (value) => value };
}

/** `true` or `false`; an empty value is true. Source: rest-layer A.5. */
export function flag(fallback: boolean): ParameterSpec<boolean> {
  return { parse: (value) => parseFlag(value, fallback) };
}

/** A flag that also tells whether it was sent. */
export function optionalFlag(): ParameterSpec<boolean | undefined> {
  return { parse: (value) => (value === undefined ? undefined : parseFlag(value, false)) };
}

/** ES: `RestRequest.paramAsBoolean`, `Booleans.parseBoolean`. */
export function parseFlag(value: string | undefined, fallback: boolean): boolean {
  if (value === undefined) return fallback;
  if (value === '' || value === 'true') return true;
  if (value === 'false') return false;
  throw notBoolean(value);
}

const INT_RANGE = 2 ** 31;

/** A 32-bit integer as Java's `Integer.parseInt` reads it. Source: rest-layer A.5. */
export function int(fallback: number): ParameterSpec<number> {
  return { parse: (value, name) => parseInteger(value, name) ?? fallback };
}

/** The same without a default. */
export function optionalInt(): ParameterSpec<number | undefined> {
  return { parse: parseInteger };
}

/** A 64-bit integer; `undefined` if not sent. */
export function optionalLong(): ParameterSpec<number | undefined> {
  return {
    parse: (value, name) => {
      if (value === undefined) return undefined;
      if (!/^[+-]?\d+$/.test(value)) throw notNumeric('long', name, value);
      return Number(value);
    },
  };
}

function parseInteger(value: string | undefined, name: string): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!/^[+-]?\d+$/.test(value) || number >= INT_RANGE || number < -INT_RANGE) {
    throw notNumeric('int', name, value);
  }
  return number;
}

/** A comma list, split without trimming; not sent or empty = empty list. ES: `RestRequest.paramAsStringArray`. */
export function list(): ParameterSpec<readonly string[]> {
  return { parse: (value) => (value === undefined || value === '' ? [] : splitList(value)) };
}

/** A comma list that also tells whether it was sent. */
export function optionalList(): ParameterSpec<readonly string[] | undefined> {
  return { parse: (value) => (value === undefined ? undefined : splitList(value)) };
}

/** Java's `String.split(",")`: empty items at the end vanish. */
function splitList(value: string): readonly string[] {
  const items = value.split(',');
  while (items.at(-1) === '') items.pop();
  return items;
}

/** `refresh`: an empty value means `true`. Source: rest-layer A.5. */
export function refresh(): ParameterSpec<'true' | 'false' | 'wait_for'> {
  return {
    parse: (value) => {
      if (value === undefined || value === 'false') return 'false';
      if (value === '' || value === 'true') return 'true';
      if (value === 'wait_for') return 'wait_for';
      throw unknownRefresh(value);
    },
  };
}

/** A parameter of our own making. */
export function parameter<T>(parse: (value: string | undefined, name: string) => T): ParameterSpec<T> {
  return { parse };
}

/** A parameter that came with a later release. */
export function since<T>(version: string, spec: ParameterSpec<T>): ParameterSpec<T> {
  return { ...spec, since: version };
}

/** `_source_exclude_vectors`: without effect, there are no vectors here. ES: `FetchSourceContext.parseFromRestRequest`. */
export function excludeVectors(): ParameterSpec<boolean | undefined> {
  return since('8.19', optionalFlag());
}
