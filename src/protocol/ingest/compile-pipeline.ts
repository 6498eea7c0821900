import {
  asRefusal,
  isElasticsearchError,
  withSuppressed,
  type ElasticsearchError,
} from '../../errors/elasticsearch-error.js';
import {
  badConfiguration,
  emptyOnFailure,
  processorNotAMap,
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
  readAccessPattern(id, config);
  const listed = config.list('processors');
  if (listed === undefined) throw config.fail('processors', 'required property is missing');
  const failures = config.list('on_failure');
  const processors = compileProcessors(listed, features);
  const onFailure = compileProcessors(failures ?? [], features);
  if (config.unknown.length > 0) throw unknownPipelineOptions(id, config.unknown);
  if (failures !== undefined && onFailure.length === 0) throw emptyOnFailure(id);
  return { id, processors, onFailure };
}

const EVERY_FEATURE: IngestFeatures = { extendsAppend: true, tracksPipelines: true, hasAccessPatterns: true };

/** Only the pattern that every pipeline had before there were two of them. */
function readAccessPattern(id: string, config: ProcessorConfig): void {
  if (!config.features.hasAccessPatterns) return;
  const pattern = config.optionalText('field_access_pattern') ?? 'classic';
  if (pattern === 'classic') return;
  const error = unknownPipelineOptions(id, ['field_access_pattern']);
  throw asRefusal(error, `field_access_pattern [${pattern}] of a pipeline`);
}

/** All of them are looked at, and the first failure shows the others. ES: `ConfigurationUtils.readProcessorConfigs`. */
function compileProcessors(definitions: readonly JsonValue[], features: IngestFeatures): Processor[] {
  const processors: Processor[] = [];
  const failures: ElasticsearchError[] = [];
  for (const definition of definitions) {
    if (!isJsonObject(definition)) throw processorNotAMap(javaClassOf(definition));
    for (const [type, options] of Object.entries(definition)) {
      try {
        processors.push(compileProcessor(type, options, features));
      } catch (error) {
        if (!isElasticsearchError(error)) throw error;
        failures.push(error);
      }
    }
  }
  const [first, ...others] = failures;
  if (first) throw withSuppressed(first, others);
  return processors;
}

function compileProcessor(type: string, options: JsonValue, features: IngestFeatures): Processor {
  if (!isJsonObject(options)) {
    const javaClass = options === null ? 'null' : javaClassOf(options);
    throw badConfiguration({ type }, `property isn't a map, but of type [${javaClass}]`);
  }
  const common = new ProcessorConfig(undefined, options, features);
  const tag = common.optionalText('tag');
  const description = common.optionalText('description');
  const script = readScript(common);
  if (!isKnown(type)) {
    throw unknownProcessor(type, tag, NOT_EMULATED.has(type) ? `ingest processor [${type}]` : undefined);
  }
  const ignoresFailure = common.flag('ignore_failure', false);
  const failures = common.list('on_failure');
  const onFailure = compileProcessors(failures ?? [], features);
  const config = common.rest(type, tag);
  if (failures !== undefined && onFailure.length === 0) {
    throw config.fail('on_failure', 'processors list cannot be empty');
  }
  const work = compileWork(type, config);
  if (config.unknown.length > 0) throw unknownProcessorOptions({ type, tag }, config.unknown);
  const condition = script === undefined ? undefined : compileCondition(script);
  return { type, tag, description, script, condition, ignoresFailure, onFailure, work };
}

function isKnown(type: string): boolean {
  return type === 'pipeline' || FACTORIES.has(type);
}

function compileWork(type: string, config: ProcessorConfig): Processor['work'] {
  const factory = FACTORIES.get(type);
  if (factory !== undefined) return factory(config);
  const pipeline = compileTemplate(config.text('name'));
  return { pipeline, ignoresMissing: config.flag('ignore_missing_pipeline', false) };
}

/** `if` is a script, or `{ source }` of one. */
function readScript(config: ProcessorConfig): string | undefined {
  const script = config.take('if');
  if (script === undefined || typeof script === 'string') return script;
  if (!isJsonObject(script)) {
    const why = `property isn't a map or string, but of type [${javaClassOf(script)}]`;
    throw badConfiguration({ type: 'conditional', property: 'script' }, why);
  }
  const { source } = script;
  return typeof source === 'string' ? source : '';
}
