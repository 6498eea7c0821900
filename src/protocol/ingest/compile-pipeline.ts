import {
  badConfiguration,
  emptyOnFailure,
  unknownPipelineOptions,
  unknownProcessor,
  unknownProcessorOptions,
} from '../../errors/ingest-errors.js';
import { javaClassOf } from '../../xcontent/java-class.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../xcontent/json.js';
import { append } from './append-processor.js';
import { attachment } from './attachment-processor.js';
import { compileCondition, type Condition } from './condition.js';
import { NOT_EMULATED } from './not-emulated.js';
import { ProcessorConfig, type IngestFeatures } from './processor-config.js';
import { drop, fail, remove, rename, set, type Action, type ProcessorFactory } from './processors.js';
import { compileTemplate, type Template } from './template.js';
import { gsub, lowercase, trim, uppercase } from './text-processors.js';

/** One step of a pipeline, ready to run. */
export interface Processor {
  readonly type: string;
  readonly tag: string | undefined;
  readonly description: string | undefined;
  /** Its `if`, as it was sent. */
  readonly script: string | undefined;
  readonly condition: Condition | undefined;
  readonly ignoresFailure: boolean;
  readonly onFailure: readonly Processor[];
  readonly work: Action | NestedPipeline;
}

/** What a `pipeline` processor does: it runs another one, whose id depends on the document. */
export interface NestedPipeline {
  readonly pipeline: Template;
  readonly ignoresMissing: boolean;
}

export interface Pipeline {
  readonly id: string;
  readonly processors: readonly Processor[];
  readonly onFailure: readonly Processor[];
}

const FACTORIES: ReadonlyMap<string, ProcessorFactory> = new Map(
  Object.entries({ append, attachment, drop, fail, gsub, lowercase, remove, rename, set, trim, uppercase }),
);

/**
 * Reads the definition of a pipeline. Source: rest-layer B.14; ES: `Pipeline.create`.
 *
 * @param features what the release can do; anything goes for a pipeline that was accepted before.
 * @throws ElasticsearchError `parse_exception` (400) for what no pipeline has
 */
export function compilePipeline(
  id: string,
  definition: JsonObject,
  features: IngestFeatures = EVERY_FEATURE,
): Pipeline {
  const config = new ProcessorConfig(undefined, definition, features);
  config.optionalText('description');
  config.int('version');
  config.object('_meta');
  config.flag('deprecated', false);
  config.optionalText('field_access_pattern');
  const listed = config.list('processors');
  if (listed === undefined) throw config.fail('processors', 'required property is missing');
  const failures = config.list('on_failure');
  const processors = compileProcessors(listed, features);
  const onFailure = compileProcessors(failures ?? [], features);
  if (config.unknown.length > 0) throw unknownPipelineOptions(id, config.unknown);
  if (failures !== undefined && onFailure.length === 0) throw emptyOnFailure(id);
  return { id, processors, onFailure };
}

const EVERY_FEATURE: IngestFeatures = { extendsAppend: true };

function compileProcessors(definitions: readonly JsonValue[], features: IngestFeatures): Processor[] {
  return definitions.flatMap((definition) =>
    isJsonObject(definition)
      ? Object.entries(definition).map(([type, options]) => compileProcessor(type, options, features))
      : [],
  );
}

function compileProcessor(type: string, options: JsonValue, features: IngestFeatures): Processor {
  if (!isJsonObject(options)) {
    const javaClass = options === null ? 'null' : javaClassOf(options);
    throw badConfiguration({ type }, `property isn't a map, but of type [${javaClass}]`);
  }
  const config = new ProcessorConfig(type, options, features);
  const description = config.optionalText('description');
  const ignoresFailure = config.flag('ignore_failure', false);
  const failures = config.list('on_failure');
  const script = readScript(config);
  const onFailure = compileProcessors(failures ?? [], features);
  if (failures !== undefined && onFailure.length === 0) {
    throw config.fail('on_failure', 'processors list cannot be empty');
  }
  const work = compileWork(type, config);
  if (config.unknown.length > 0) throw unknownProcessorOptions(type, config.unknown);
  const condition = script === undefined ? undefined : compileCondition(script);
  return { type, tag: config.tag, description, script, condition, ignoresFailure, onFailure, work };
}

function compileWork(type: string, config: ProcessorConfig): Processor['work'] {
  if (type === 'pipeline') {
    const pipeline = compileTemplate(config.text('name'));
    return { pipeline, ignoresMissing: config.flag('ignore_missing_pipeline', false) };
  }
  const factory = FACTORIES.get(type);
  if (factory !== undefined) return factory(config);
  throw unknownProcessor(type, config.tag, NOT_EMULATED.has(type) ? `ingest processor [${type}]` : undefined);
}

/** `if` is a script, or `{ source }` of one. */
function readScript(config: ProcessorConfig): string | undefined {
  const script = config.take('if');
  if (script === undefined || typeof script === 'string') return script;
  const source = isJsonObject(script) ? script['source'] : undefined;
  return typeof source === 'string' ? source : '';
}
