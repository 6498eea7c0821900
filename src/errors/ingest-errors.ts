import { ElasticsearchError } from './elasticsearch-error.js';
import { illegalArgument, parseException, resourceNotFound } from './request-errors.js';

/** 400 of a write through a pipeline that is not there. Source: rest-layer B.3. */
export function pipelineMissing(id: string): ElasticsearchError {
  return illegalArgument(`pipeline with id [${id}] does not exist`);
}

/** 500. ES: `IngestService.executePipelines`. */
export function finalPipelineMovesDocument(
  pipeline: string,
  from: string,
  { index, id = 'null' }: { readonly index: string; readonly id: string | undefined },
): ElasticsearchError {
  return new ElasticsearchError({
    status: 500,
    type: 'illegal_state_exception',
    reason:
      `final pipeline [${pipeline}] can't change the target index (from [${from}] to [${index}]) ` +
      `for document [${id}]`,
    family: 'java',
  });
}

/** 404 of deleting one that is not there. Source: rest-layer B.14. */
export function pipelineNotFound(id: string): ElasticsearchError {
  return resourceNotFound(`pipeline [${id}] is missing`);
}

/** 400. ES: `IngestService.validateNotInUse`. */
export function pipelineInUse(
  id: string,
  role: 'default' | 'final',
  indices: readonly string[],
): ElasticsearchError {
  const shown = indices.slice(0, 3).join(',');
  const more = indices.length > 3 ? '...' : '';
  return illegalArgument(
    `pipeline [${id}] cannot be deleted because it is the ${role} pipeline for ${indices.length} index(es) ` +
      `including [${shown}${more}]`,
  );
}

/** 400 of `if_version`. ES: `IngestService.PutPipelineClusterStateUpdateTask`. */
export const pipelineVersionErrors = {
  noPipeline: (version: number, id: string) =>
    illegalArgument(
      `version conflict, required version [${version}] for pipeline [${id}] but no pipeline was found`,
    ),
  other: (version: number, id: string, current: number | null) =>
    illegalArgument(
      `version conflict, required version [${version}] for pipeline [${id}] but current version is [${current}]`,
    ),
  same: (version: number, id: string) =>
    illegalArgument(`cannot update pipeline [${id}] with the same version [${version}]`),
} as const;

/** 400. ES: `IngestService.validateNoSystemPropertiesInPipelineConfig`, ingest/20_tracking.yml. */
export function managedPipelineProperty(name: string): ElasticsearchError {
  return parseException(`Provided a pipeline property which is managed by the system: ${name}.`);
}

/** Where in a pipeline's definition something is wrong. */
export interface ConfigurationPlace {
  readonly type?: string | undefined;
  readonly tag?: string | undefined;
  readonly property?: string | undefined;
}

/** 400. ES: `ConfigurationUtils.newConfigurationException`. Source: rest-layer B.14. */
export function badConfiguration(
  { type, tag, property }: ConfigurationPlace,
  why: string,
): ElasticsearchError {
  return parseException(property === undefined ? why : `[${property}] ${why}`, {
    ...(type !== undefined && { processor_type: type }),
    ...(tag !== undefined && { processor_tag: tag }),
    ...(property !== undefined && { property_name: property }),
  });
}

/** 400. @param gap set if Elasticsearch has a processor of that name and the fake has not. */
export function unknownProcessor(type: string, tag: string | undefined, gap?: string): ElasticsearchError {
  return new ElasticsearchError({
    status: 400,
    type: 'parse_exception',
    reason: `No processor type exists with name [${type}]`,
    family: 'elasticsearch',
    metadata: { processor_type: type, ...(tag !== undefined && { processor_tag: tag }) },
    ...(gap !== undefined && { gap }),
  });
}

/** 400. ES: `ConfigurationUtils.readProcessor`. */
export function unknownProcessorOptions(
  { type = '', tag }: ConfigurationPlace,
  options: readonly string[],
): ElasticsearchError {
  const why = `doesn't support one or more provided configuration parameters [${options.join(', ')}]`;
  return badConfiguration({ type, tag }, `processor [${type}] ${why}`);
}

/** 500 of an entry of `processors` that is no object: Java's cast of it. ES: `ConfigurationUtils.readProcessorConfigs`. */
export function processorNotAMap(javaClass: string): ElasticsearchError {
  return new ElasticsearchError({
    status: 500,
    type: 'class_cast_exception',
    reason:
      `class ${javaClass} cannot be cast to class java.util.Map ` +
      `(${javaClass} and java.util.Map are in module java.base of loader 'bootstrap')`,
    family: 'java',
  });
}

/** 400. ES: `Pipeline.create`. */
export function unknownPipelineOptions(id: string, options: readonly string[]): ElasticsearchError {
  return parseException(
    `pipeline [${id}] doesn't support one or more provided configuration parameters [${options.join(', ')}]`,
  );
}

/** 400. ES: `Pipeline.create`. */
export function emptyOnFailure(id: string): ElasticsearchError {
  return parseException(`pipeline [${id}] cannot have an empty on_failure option defined`);
}

/** 400: a script that the fake cannot run, refused as Elasticsearch refuses one that does not compile. */
export function scriptNotEmulated(script: string, what: string): ElasticsearchError {
  return new ElasticsearchError({
    status: 400,
    type: 'script_exception',
    reason: 'compile error',
    family: 'elasticsearch',
    metadata: { script_stack: [], script, lang: 'painless' },
    gap: `${what} [${script}]`,
  });
}

/** 400. ES: `ScriptException` of Painless at run time. */
export function scriptNullReference(script: string, field: string): ElasticsearchError {
  return new ElasticsearchError({
    status: 400,
    type: 'script_exception',
    reason: 'runtime error',
    family: 'elasticsearch',
    metadata: { script_stack: [], script, lang: 'painless' },
    cause: new ElasticsearchError({
      status: 400,
      type: 'null_pointer_exception',
      reason: `cannot access method/field [${field}] from a null def reference`,
      family: 'java',
    }),
  });
}

/** 500. ES: `FailProcessorException`. */
export function failProcessor(message: string): ElasticsearchError {
  return new ElasticsearchError({
    status: 500,
    type: 'fail_processor_exception',
    reason: message,
    family: 'java',
  });
}

/** 500. ES: `PipelineProcessor.execute`, `IngestDocument.executePipeline`. */
export const nestedPipelineErrors = {
  missing: (id: string) =>
    new ElasticsearchError({
      status: 500,
      type: 'illegal_state_exception',
      reason: `Pipeline processor configured for non-existent pipeline [${id}]`,
      family: 'java',
    }),
  /** 400: a verbose simulation has an error of its own. ES: `TrackingResultProcessor.execute`. */
  missingWhenTracked: (id: string) =>
    illegalArgument(`Pipeline processor configured for non-existent pipeline [${id}]`),
  cycle: (id: string) =>
    new ElasticsearchError({
      status: 500,
      type: 'graph_structure_exception',
      reason: `Cycle detected for pipeline: ${id}`,
      family: 'elasticsearch',
    }),
} as const;

/** 400. ES: `SimulatePipelineRequest.parseDocs`. */
export function noSimulatedDocs(): ElasticsearchError {
  return illegalArgument('must specify at least one document in [docs]');
}

/** 400 of a simulation of a pipeline that is not there. ES: `SimulatePipelineRequest.parseWithPipelineId`. */
export function simulatedPipelineMissing(id: string): ElasticsearchError {
  return illegalArgument(`pipeline [${id}] does not exist`);
}
