import { fieldErrors } from '../../errors/ingest-document-errors.js';
import { failProcessor } from '../../errors/ingest-errors.js';
import type { IngestDocument } from './ingest-document.js';
import type { ProcessorConfig } from './processor-config.js';
import { compileTemplate, compileValue, isTemplate } from './template.js';

/** What a processor does to a document. */
export type Action = (document: IngestDocument) => void;

/** Reads the options of a processor, and gives what it does. */
export type ProcessorFactory = (config: ProcessorConfig) => Action;

/** ES: `SetProcessor`. */
export const set: ProcessorFactory = (config) => {
  const field = compileTemplate(config.text('field'));
  const copyFrom = config.optionalText('copy_from');
  const mediaType = config.mediaType();
  const sent = copyFrom === undefined ? config.required('value') : config.take('value');
  if (copyFrom !== undefined && sent !== undefined) {
    throw config.fail('copy_from', 'cannot set both `copy_from` and `value` in the same processor');
  }
  const value = compileValue(sent ?? null, mediaType);
  const overrides = config.flag('override', true);
  // ES: `IngestDocument.setFieldValue` looks at what a template or a field gives, not at what stands in the pipeline.
  const mayBeEmpty = copyFrom !== undefined || (typeof sent === 'string' && isTemplate(sent));
  const skipsEmpty = config.flag('ignore_empty_value', false) && mayBeEmpty;
  return (document) => {
    const path = field(document);
    if (!overrides && (document.find(path) ?? null) !== null) return;
    const next =
      copyFrom === undefined
        ? value(document)
        : skipsEmpty
          ? (document.find(copyFrom) ?? null)
          : document.get(copyFrom);
    if (skipsEmpty && (next === null || next === '')) return;
    document.set(path, next);
  };
};

/** ES: `RemoveProcessor`. */
export const remove: ProcessorFactory = (config) => {
  const fields = config.texts('field').map((name) => compileTemplate(name));
  const keep = config.texts('keep').map((name) => compileTemplate(name));
  if (fields.length === 0 && keep.length === 0) throw config.fail('keep', 'or [field] must be specified');
  if (fields.length > 0 && keep.length > 0) {
    throw config.fail('keep', 'and [field] cannot both be used in the same processor');
  }
  const ignoresMissing = config.flag('ignore_missing', false);
  if (keep.length > 0) {
    return (document) => {
      keepOnly(
        document,
        keep.map((name) => name(document)),
      );
    };
  }
  return (document) => {
    for (const field of fields) {
      const path = field(document);
      if (!ignoresMissing || document.has(path)) document.remove(path);
    }
  };
};

/** Metadata stays, and so does what is above or below a field that is kept. */
function keepOnly(document: IngestDocument, keep: readonly string[], prefix = ''): void {
  const here = prefix === '' ? document.source : document.find(prefix);
  if (typeof here !== 'object' || here === null || Array.isArray(here)) return;
  for (const name of Object.keys(here)) {
    const path = prefix === '' ? name : `${prefix}.${name}`;
    if (keep.some((kept) => kept === path || path.startsWith(`${kept}.`))) continue;
    if (keep.some((kept) => kept.startsWith(`${path}.`))) keepOnly(document, keep, path);
    else document.remove(path);
  }
}

/** ES: `RenameProcessor`. */
export const rename: ProcessorFactory = (config) => {
  const field = compileTemplate(config.text('field'));
  const target = compileTemplate(config.text('target_field'));
  const ignoresMissing = config.flag('ignore_missing', false);
  const overrides = config.flag('override', false);
  return (document) => {
    const from = field(document);
    if (from === '' || !document.isThere(from)) {
      if (ignoresMissing) return;
      throw from === '' ? fieldErrors.emptyFieldPath() : fieldErrors.doesNotExist(from);
    }
    const to = target(document);
    if (document.isThere(to) && !overrides) throw fieldErrors.alreadyExists(to);
    const value = document.get(from);
    const { source } = document;
    document.remove(from);
    try {
      document.set(to, value);
    } catch (error) {
      document.source = source;
      throw error;
    }
  };
};

/** ES: `DropProcessor`. */
export const drop: ProcessorFactory = () => (document) => {
  document.isDropped = true;
};

/** ES: `FailProcessor`. */
export const fail: ProcessorFactory = (config) => {
  const message = compileTemplate(config.text('message'));
  return (document) => {
    throw failProcessor(message(document));
  };
};
