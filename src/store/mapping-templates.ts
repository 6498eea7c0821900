import {
  castToMap,
  mappingAndRuntime,
  patternNotText,
  runtimeTemplate,
  templateWithoutMapping,
  unknownMatchMappingType,
  unknownTemplateParameter,
} from '../errors/dynamic-template-errors.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../xcontent/json.js';
import { setOwn } from './deep-merge.js';
import { javaClass, javaText } from './mapping-java-text.js';
import { matchesAny, readMatchPattern, type MatchPattern } from './mapping-template-patterns.js';

/** What JSON says about the type of a field. ES: `DynamicTemplate.XContentFieldType`. */
export type XContentFieldType = 'object' | 'string' | 'long' | 'double' | 'boolean' | 'date' | 'binary';

const FIELD_TYPES: readonly XContentFieldType[] = [
  'object',
  'string',
  'long',
  'double',
  'boolean',
  'date',
  'binary',
];

/** In the order in which Elasticsearch shows them. */
const PATTERN_PARAMETERS = [
  'match',
  'path_match',
  'unmatch',
  'path_unmatch',
  'match_mapping_type',
  'unmatch_mapping_type',
] as const;

type PatternParameter = (typeof PATTERN_PARAMETERS)[number];

/** ES: `DynamicTemplate`. */
export interface DynamicTemplate {
  readonly name: string;
  readonly patterns: Readonly<Record<PatternParameter, readonly string[]>>;
  readonly matchPattern: MatchPattern;
  /** The types that it is for, its name apart. */
  readonly fieldTypes: readonly XContentFieldType[];
  readonly mapping: JsonObject;
}

/** ES: `DynamicTemplate.parse`. @throws ElasticsearchError `mapper_parsing_exception` (400) */
export function readDynamicTemplate(name: string, definition: JsonValue): DynamicTemplate {
  if (!isJsonObject(definition)) throw castToMap(javaClass(definition));
  const patterns: Record<PatternParameter, readonly string[]> = {
    match: [],
    path_match: [],
    unmatch: [],
    path_unmatch: [],
    match_mapping_type: [],
    unmatch_mapping_type: [],
  };
  let mapping: JsonObject | undefined;
  for (const [key, value] of Object.entries(definition)) {
    if (isPatternParameter(key)) patterns[key] = readPatterns(key, value);
    else if (key === 'runtime') throw mapping === undefined ? runtimeTemplate() : mappingAndRuntime(name);
    else if (key === 'mapping') mapping = readMapping(value);
    else if (key !== 'match_pattern') throw unknownTemplateParameter(key);
  }
  if (mapping === undefined) throw templateWithoutMapping(name);
  const fieldTypes = fieldTypesOf(patterns);
  const { match, unmatch, path_match: pathMatch, path_unmatch: pathUnmatch } = patterns;
  const texts = [...match, ...unmatch, ...pathMatch, ...pathUnmatch];
  const matchPattern = readMatchPattern(name, definition['match_pattern'], texts);
  return { name, patterns, matchPattern, fieldTypes, mapping };
}

function isPatternParameter(key: string): key is PatternParameter {
  return (PATTERN_PARAMETERS as readonly string[]).includes(key);
}

/** ES: `DynamicTemplate.addEntriesToPatternList`. */
function readPatterns(key: string, value: JsonValue): readonly string[] {
  if (!Array.isArray(value)) return [javaText(value)];
  return (value as readonly JsonValue[]).map((element) => {
    if (typeof element !== 'string') throw patternNotText(key, javaText(value));
    return element;
  });
}

function readMapping(value: JsonValue): JsonObject | undefined {
  if (value === null) return undefined;
  if (!isJsonObject(value)) throw castToMap(javaClass(value));
  return value;
}

/** Names and paths to match stand for every type where none is given. */
function fieldTypesOf(patterns: DynamicTemplate['patterns']): readonly XContentFieldType[] {
  const {
    match,
    path_match: pathMatch,
    match_mapping_type: matched,
    unmatch_mapping_type: unmatched,
  } = patterns;
  const isAny =
    matched.length === 0
      ? match.length + pathMatch.length + unmatched.length > 0
      : matched.length === 1 && matched[0] === '*';
  const types = isAny ? FIELD_TYPES : matched.map(readFieldType);
  const excluded = unmatched.map(readFieldType);
  return types.filter((type) => !excluded.includes(type));
}

function readFieldType(text: string): XContentFieldType {
  const type = FIELD_TYPES.find((candidate) => candidate === text);
  if (type === undefined) throw unknownMatchMappingType(text, FIELD_TYPES);
  return type;
}

/** A template as `GET _mapping` shows it. ES: `DynamicTemplate.toXContent`. */
export function showDynamicTemplate({ patterns, matchPattern, mapping }: DynamicTemplate): JsonObject {
  const shown: Record<string, JsonValue> = {};
  for (const key of PATTERN_PARAMETERS) {
    const [first, ...more] = patterns[key];
    if (first !== undefined) shown[key] = more.length === 0 ? first : [first, ...more];
  }
  if (matchPattern.name !== 'default') shown['match_pattern'] = matchPattern.name;
  const sorted: Record<string, JsonValue> = {};
  for (const key of Object.keys(mapping).sort()) setOwn(sorted, key, mapping[key] as JsonValue);
  return { ...shown, mapping: sorted };
}

/** ES: `DynamicTemplate.match`. */
export function isTemplateFor(
  { patterns, matchPattern, fieldTypes }: DynamicTemplate,
  path: string,
  type: XContentFieldType,
): boolean {
  if (!fieldTypes.includes(type)) return false;
  const { match, unmatch, path_match: pathMatch, path_unmatch: pathUnmatch } = patterns;
  const name = leafName(path);
  return (
    (pathMatch.length === 0 || matchesAny(matchPattern, pathMatch, path)) &&
    (match.length === 0 || matchesAny(matchPattern, match, name)) &&
    !matchesAny(matchPattern, pathUnmatch, path) &&
    !matchesAny(matchPattern, unmatch, name)
  );
}

export function leafName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
