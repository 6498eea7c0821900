import { ElasticsearchError } from './elasticsearch-error.js';
import { illegalArgument, resourceNotFound, validation } from './request-errors.js';

/** 400. ES: the parser of a template's mappings. */
export function unexpectedToken(token: string): ElasticsearchError {
  return illegalArgument(`Unexpected token: ${token}`);
}

/** 400. ES: `InvalidIndexTemplateException`. */
export function invalidTemplate(name: string, cause: string): ElasticsearchError {
  return new ElasticsearchError({
    status: 400,
    type: 'invalid_index_template_exception',
    reason: `index_template [${name}] invalid, cause [${cause}]`,
    family: 'elasticsearch',
  });
}

/** 400 with all that is wrong. ES: `MetadataIndexTemplateService.validate`. */
export function templateProblems(name: string, problems: readonly string[]): ElasticsearchError {
  return invalidTemplate(name, validation(problems).reason ?? '');
}

/** 400. ES: `MetadataIndexTemplateService.addIndexTemplateV2`, `addComponentTemplate`. */
export function templateAlreadyExists(kind: 'index' | 'component', name: string): ElasticsearchError {
  const what = kind === 'index' ? 'index template' : 'component template';
  return illegalArgument(`${what} [${name}] already exists`);
}

/** 400. ES: `MetadataIndexTemplateService.validateV2TemplateRequest`. */
export function componentsMissing(
  name: string,
  missing: readonly string[],
  hasIgnored: boolean,
): ElasticsearchError {
  const listed = `[${missing.join(', ')}]`;
  return invalidTemplate(
    name,
    hasIgnored
      ? `index template [${name}] specifies a missing component templates ${listed} ` +
          "that does not exist and is not part of 'ignore_missing_component_templates'"
      : `index template [${name}] specifies component templates ${listed} that do not exist`,
  );
}

/** 400. ES: `MetadataIndexTemplateService.validate`. */
export function aliasInPatterns(alias: string, patterns: readonly string[]): ElasticsearchError {
  return illegalArgument(`alias [${alias}] cannot be the same as any pattern in [${patterns.join(', ')}]`);
}

/** 400. ES: `MetadataIndexTemplateService.validateLifecycle`, `validateDataStreamOptions`. */
export function dataStreamPartWithoutOne(name: string, part: string): ElasticsearchError {
  return illegalArgument(
    `index template [${name}] specifies ${part} that can only be used in combination with a data stream`,
  );
}

/** 400. ES: `MetadataIndexTemplateService.validateIndexTemplateV2`. */
export function compositionInvalid(
  name: string,
  components: readonly string[],
  cause: ElasticsearchError,
): ElasticsearchError {
  const composed = components.length > 0 ? `with component templates [${components.join(', ')}] ` : '';
  return illegalArgument(
    `composable template [${name}] template after composition ${composed}is invalid`,
    cause,
  );
}

/** 400, within the one above. ES: `MetadataIndexTemplateService.validateCompositeTemplate`. */
export function compositeMappingsInvalid(name: string, cause: ElasticsearchError): ElasticsearchError {
  return illegalArgument(`invalid composite mappings for [${name}]`, cause);
}

/** 400. ES: `MetadataIndexTemplateService.processBulkTemplateUpdate`. */
export function componentBreaksTemplate(
  component: string,
  template: string,
  cause: ElasticsearchError,
): ElasticsearchError {
  return illegalArgument(
    `updating templates [${component}] results in invalid composable template [${template}] after templates are merged`,
    cause,
  );
}

/** 400. ES: `MetadataIndexTemplateService.validateNoHiddenSettingOnGlobalTemplates`. */
export function hiddenInGlobalTemplates(component: string, templates: readonly string[]): ElasticsearchError {
  return illegalArgument(
    `cannot update component template [${component}] because the following global templates would resolve to ` +
      `specifying the [index.hidden] setting: [${templates.join(',')}]`,
  );
}

/** 400. ES: `GetComposableIndexTemplateAction.Request`. */
export function templateNameWithComma(): ElasticsearchError {
  return illegalArgument("template name may not contain ','");
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
