import {
  fieldNameTooLong,
  mappingTooDeep,
  tooManyFields,
  tooManyNestedFields,
  tooManyNestedParents,
} from '../errors/mapping-limit-errors.js';
import type { CompiledMapping, MappedObject } from './mapping-fields.js';

/** Settings of an index without the `index.` prefix. */
export type LimitSettings = Readonly<Record<string, string>>;

/** ES: `MapperService`; reference, "Mapping limit settings". */
const DEFAULTS = {
  'mapping.total_fields.limit': 1000,
  'mapping.depth.limit': 20,
  'mapping.field_name_length.limit': Number.POSITIVE_INFINITY,
  'mapping.nested_fields.limit': 100,
  'mapping.nested_parents.limit': 50,
  'mapping.nested_objects.limit': 10_000,
  'mapping.array_objects.limit': Number.POSITIVE_INFINITY,
} as const;

/** A limit as set, or as it is by default. */
export function limitOf(settings: LimitSettings, name: keyof typeof DEFAULTS): number {
  return Number(settings[name] ?? DEFAULTS[name]);
}

/**
 * Refuses a mapping that has too much of something. ES: `MappingLookup.checkLimits`.
 *
 * @throws ElasticsearchError `illegal_argument_exception` (400)
 */
export function checkMappingLimits(mapping: CompiledMapping, settings: LimitSettings): void {
  const totalFields = limitOf(settings, 'mapping.total_fields.limit');
  if (mapping.totalFields > totalFields) throw tooManyFields(totalFields);
  for (const path of mapping.objects.keys()) checkDepth(path, settings);
  checkNames(mapping, settings);
  checkNested([...mapping.objects.values()], settings);
}

/** ES: `MappingLookup.checkObjectDepthLimit`. */
export function checkDepth(path: string, settings: LimitSettings): void {
  const limit = limitOf(settings, 'mapping.depth.limit');
  if (path !== '' && path.split('.').length + 1 > limit) throw mappingTooDeep(limit, path);
}

function checkNames(mapping: CompiledMapping, settings: LimitSettings): void {
  const limit = limitOf(settings, 'mapping.field_name_length.limit');
  if (limit === Number.POSITIVE_INFINITY) return;
  for (const path of [...mapping.objects.keys(), ...mapping.fields.keys()]) {
    const name = path.slice(path.lastIndexOf('.') + 1);
    if (name.length > limit) throw fieldNameTooLong(limit, name);
  }
}

function checkNested(objects: readonly MappedObject[], settings: LimitSettings): void {
  const nested = objects.filter(({ kind }) => kind === 'nested');
  const fields = limitOf(settings, 'mapping.nested_fields.limit');
  if (nested.length > fields) throw tooManyNestedFields(fields);
  const parents = limitOf(settings, 'mapping.nested_parents.limit');
  if (nested.length >= parents && distinctParents(nested) > parents) throw tooManyNestedParents(parents);
}

/** How many objects, the root among them, have nested ones right below. */
function distinctParents(nested: readonly MappedObject[]): number {
  const parentOf = ({ path }: MappedObject): string | undefined =>
    nested
      .map((other) => other.path)
      .filter((other) => path.startsWith(`${other}.`))
      .sort((left, right) => right.length - left.length)[0];
  return new Set(nested.map(parentOf)).size;
}
