import { ElasticsearchError } from './elasticsearch-error.js';
import { illegalArgument } from './request-errors.js';

/** 400. ES: `IngestDocument.Errors`. */
export const fieldErrors = {
  emptyPath: () => illegalArgument('path cannot be null nor empty'),
  invalidPath: (path: string) => illegalArgument(`path [${path}] is not valid`),
  notPresent: (field: string, path: string) =>
    illegalArgument(`field [${field}] not present as part of path [${path}]`),
  throughNull: (field: string, path: string) =>
    illegalArgument(`cannot resolve [${field}] from null as part of path [${path}]`),
  throughScalar: (field: string, path: string, type: string) =>
    illegalArgument(`cannot resolve [${field}] from object of type [${type}] as part of path [${path}]`),
  notAnIndex: (field: string, path: string) =>
    illegalArgument(`[${field}] is not an integer, cannot be used as an index as part of path [${path}]`),
  outOfBounds: (field: string, path: string, length: number) =>
    illegalArgument(
      `[${field}] is out of bounds for array with length [${length}] as part of path [${path}]`,
    ),
  setInNull: (field: string, path: string) =>
    illegalArgument(`cannot set [${field}] with null parent as part of path [${path}]`),
  setInScalar: (field: string, path: string, type: string) =>
    illegalArgument(`cannot set [${field}] with parent object of type [${type}] as part of path [${path}]`),
  removeFromNull: (field: string, path: string) =>
    illegalArgument(`cannot remove [${field}] from null as part of path [${path}]`),
  removeFromScalar: (field: string, path: string, type: string) =>
    illegalArgument(`cannot remove [${field}] from object of type [${type}] as part of path [${path}]`),
  notA: (path: string, type: string, expected: string) =>
    illegalArgument(`field [${path}] of type [${type}] cannot be cast to [${expected}]`),
  isNull: (path: string) => illegalArgument(`field [${path}] is null, cannot process it.`),
  /** ES: `AbstractStringProcessor.execute`. */
  memberNotA: (field: string, value: string, type: string) =>
    illegalArgument(
      `value [${value}] of type [${type}] in list field [${field}] cannot be cast to [java.lang.String]`,
    ),
  /** ES: `RenameProcessor.execute`. */
  emptyFieldPath: () => illegalArgument('field path cannot be null nor empty'),
  doesNotExist: (path: string) => illegalArgument(`field [${path}] doesn't exist`),
  alreadyExists: (path: string) => illegalArgument(`field [${path}] already exists`),
} as const;

/** 400 of metadata that a document cannot have. ES: `Metadata.FieldProperty`, `IngestDocMetadata`. */
export const metadataErrors = {
  isNull: (name: string) => illegalArgument(`${name} cannot be null`),
  cannotBeRemoved: (name: string) => illegalArgument(`${name} cannot be removed`),
  wrongType: (name: string, value: string, expected: string, type: string) =>
    illegalArgument(`${name} [${value}] is wrong type, expected assignable to [${expected}], not [${type}]`),
  notAnInteger: (name: string, value: string, type: string) =>
    illegalArgument(`${name} may only be set to an int or a long but was [${value}] with type [${type}]`),
  notAVersionType: (name: string, value: string) =>
    illegalArgument(
      `${name} must be a null or one of [internal, external, external_gte] but was [${value}] ` +
        'with type [java.lang.String]',
    ),
} as const;

/** 400. ES: `AttachmentProcessor.execute`, `IngestDocument.getFieldValueAsBytes`. */
export const attachmentErrors = {
  isNull: (path: string) => illegalArgument(`field [${path}] is null, cannot parse.`),
  unknownType: (path: string, type: string) =>
    illegalArgument(`Content field [${path}] of unknown type [${type}], must be string or byte array`),
} as const;

/** 400 of documents to simulate. ES: `SimulatePipelineRequest.parseDocs`, `VersionType.fromString`. */
export const simulatedDocumentErrors = {
  notAnObject: () => illegalArgument('malformed [docs] section, should include an inner object'),
  isNull: (name: string) => illegalArgument(`[${name}] cannot be null`),
  unknownVersionType: (name: string) => illegalArgument(`No version type match [${name}]`),
} as const;

/** 500 of a group that a pattern lacks. ES: `Matcher.appendReplacement`. */
export function noSuchGroup(number: string): ElasticsearchError {
  return new ElasticsearchError({
    status: 500,
    type: 'index_out_of_bounds_exception',
    reason: `No group ${number}`,
    family: 'java',
  });
}
