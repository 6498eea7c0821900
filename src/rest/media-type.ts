import { illegalArgument, statusException } from '../errors/request-errors.js';
import type { ElasticsearchError } from '../errors/elasticsearch-error.js';

/** A media type header, taken apart. */
export interface MediaType {
  readonly raw: string;
  /** `type/subtype`, lower case. */
  readonly name: string;
  readonly parameters: ReadonlyMap<string, string>;
  /** Whether the fake can read (or write) the type as JSON: known, and its parameters valid. */
  readonly isJson: boolean;
  /** What `compatible-with` asks for; every type may, known or not. ES: `RestCompatibleVersionHelper.parseVersion`. */
  readonly version: number | undefined;
}

const VENDOR = new Set(['application/vnd.elasticsearch+json', 'application/vnd.elasticsearch+x-ndjson']);
const JSON_TYPES = new Set(['application/json', 'application/x-ndjson', 'application/*', '*/*', ...VENDOR]);

/** Formats of Elasticsearch that the fake does not write or read. */
const UNSUPPORTED = /^application\/(?:vnd\.elasticsearch\+)?(?:yaml|smile|cbor)$/;

const TOKEN = "[a-zA-Z0-9!#$%&'*+\\-.^_`|~]+";
/** Blanks are fine around each half. ES drops what Java's `split` drops: slashes at the end. */
const NAME = new RegExp(`^\\s*(${TOKEN})\\s*/\\s*(${TOKEN})\\s*/*$`);
/** Blanks are fine around a parameter, not around its equals sign. */
const PARAMETER = /^([^=]*[^=\s])=([^=\s][^=]*)=*$/;

/**
 * Parses one header value; undefined for a list and for everything (`*` + `/*`), which count as not given.
 * Source: rest-layer A.3; ES: `ParsedMediaType.parseMediaType`.
 * @throws ElasticsearchError `illegal_argument_exception` (the cause of a `media_type_header_exception`).
 */
export function parseMediaType(raw: string): MediaType | undefined {
  if (raw.includes(',') || raw === '*/*') return undefined;
  const [name = '', ...rest] = raw.split(';');
  const halves = NAME.exec(name);
  if (!halves) throw illegalArgument(`invalid media-type [${raw}]`);
  const parameters = new Map<string, string>();
  for (const part of rest) {
    if (part.trim() === '') continue;
    const match = PARAMETER.exec(part.trim());
    if (!match) throw illegalArgument(`invalid parameters for header [${raw}]`);
    parameters.set((match[1] as string).toLowerCase(), (match[2] as string).toLowerCase());
  }
  return mediaType(raw, `${halves[1] as string}/${halves[2] as string}`, parameters);
}

/** A media type from its parts. */
export function mediaType(
  raw: string,
  typeAndSubtype: string,
  parameters: ReadonlyMap<string, string> = new Map(),
): MediaType {
  const name = typeAndSubtype.toLowerCase();
  const charset = parameters.get('charset');
  const compatible = parameters.get('compatible-with');
  const version = compatible !== undefined && /^\d+$/.test(compatible) ? Number(compatible) : undefined;
  const isSound =
    (charset === undefined || charset === 'utf-8') && (compatible === undefined || version !== undefined);
  return { raw, name, parameters, isJson: JSON_TYPES.has(name) && isSound, version };
}

export function isUnsupportedFormat(type: MediaType): boolean {
  return UNSUPPORTED.test(type.name);
}

/** Types that a browser may send unasked, refused against request forgery. Source: rest-layer A.3. */
export const SAFELISTED = new Set(['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']);

/** Why the compatible versions of the two headers do not fit; undefined if they do. Source: rest-layer A.3. */
export function compatibilityError(
  accept: MediaType | undefined,
  contentType: MediaType | undefined,
  hasBody: boolean,
  major: number,
): ElasticsearchError | undefined {
  const accepted = accept?.version;
  const sent = contentType?.version;
  // Nearly every request: no text needs to be made.
  if (accepted === sent && (accepted === undefined || isCompatible(accepted, major))) return undefined;
  const named = `Accept=${accept?.raw ?? 'null'}`;
  const both = `${named}, Content-Type=${contentType?.raw ?? 'null'}`;
  const range = (header: string, version: number): string =>
    `${header} version must be either version ${major} or ${major - 1}, but found ${version}.`;
  if (accepted !== undefined && !isCompatible(accepted, major)) {
    return statusException(400, `${range('Accept', accepted)} ${named}`);
  }
  if (!hasBody) return undefined;
  if (sent !== undefined && !isCompatible(sent, major)) {
    return statusException(400, `${range('Content-Type', sent)} Content-Type=${contentType?.raw ?? 'null'}`);
  }
  const rule =
    'A compatible version is required on both Content-Type and Accept headers if either one has requested a compatible version';
  if ((accepted ?? major) !== (sent ?? major)) {
    return statusException(400, `${rule} and the compatible versions must match. ${both}`);
  }
  if ((accepted === undefined) !== (sent === undefined)) return statusException(400, `${rule}. ${both}`);
  return undefined;
}

function isCompatible(version: number, major: number): boolean {
  return version === major || version === major - 1;
}
