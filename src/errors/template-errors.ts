import { ElasticsearchError } from './elasticsearch-error.js';
import { illegalArgument, resourceNotFound } from './request-errors.js';
import { xContentParse } from './xcontent-errors.js';

/** 400. ES: the object parsers of templates. */
export function unknownTemplateKey(
  parser: string,
  key: string,
  known: ReadonlySet<string>,
): ElasticsearchError {
  return xContentParse(
    undefined,
    `[${parser}] unknown field [${key}], expected one of [${[...known].join(', ')}]`,
  );
}

/** 400. ES: `MetadataIndexTemplateService.addIndexTemplateV2`, `addComponentTemplate`. */
export function templateAlreadyExists(kind: 'index' | 'component', name: string): ElasticsearchError {
  const what = kind === 'index' ? 'index template' : 'component template';
  return illegalArgument(`${what} [${name}] already exists`);
}

/** 400. ES: `InvalidIndexTemplateException`. */
export function componentsMissing(name: string, missing: readonly string[]): ElasticsearchError {
  return new ElasticsearchError({
    status: 400,
    type: 'invalid_index_template_exception',
    reason: `index_template [${name}] invalid, cause [index template [${name}] specifies component templates [${missing.join(', ')}] that do not exist]`,
    family: 'elasticsearch',
  });
}

/** 400. ES: `MetadataIndexTemplateService.validateIndexTemplateV2`. */
export function templatesOverlap(
  name: string,
  patterns: readonly string[],
  conflicts: readonly (readonly [name: string, patterns: readonly string[]])[],
  priority: number,
): ElasticsearchError {
  const names = conflicts.map(([other]) => other).join(', ');
  const listed = conflicts.map(([other, theirs]) => `${other} => [${theirs.join(', ')}]`).join(',');
  return illegalArgument(
    `index template [${name}] has index patterns [${patterns.join(', ')}] matching patterns from existing templates ` +
      `[${names}] with patterns (${listed}) that have the same priority [${priority}], ` +
      'multiple index templates may not match during index creation, please use a different priority',
  );
}

/** 404. ES: `MetadataIndexTemplateService.innerRemoveIndexTemplateV2`, `innerRemoveComponentTemplate`. */
export function templatesMissing(kind: 'index' | 'component', names: readonly string[]): ElasticsearchError {
  if (kind === 'component') return resourceNotFound(names.join(','));
  return new ElasticsearchError({
    status: 404,
    type: 'index_template_missing_exception',
    reason: `index_template [${names.join(',')}] missing`,
    family: 'elasticsearch',
  });
}

/** 404 of reading one. ES: `TransportGetComposableIndexTemplateAction`, `TransportGetComponentTemplateAction`. */
export function templateNotFound(kind: 'index' | 'component', name: string): ElasticsearchError {
  return resourceNotFound(`${kind} template matching [${name}] not found`);
}

/** 400. ES: `MetadataIndexTemplateService.validateNotInUse`. */
export function componentsInUse(components: readonly string[], users: readonly string[]): ElasticsearchError {
  return illegalArgument(
    `component templates [${components.join(', ')}] cannot be removed as they are still in use by index templates ` +
      `[${users.join(', ')}]`,
  );
}
