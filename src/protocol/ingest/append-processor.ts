import { isSameJson } from '../../store/deep-merge.js';
import type { JsonValue } from '../../xcontent/json.js';
import type { IngestDocument } from './ingest-document.js';
import type { MediaType, ProcessorConfig } from './processor-config.js';
import type { ProcessorFactory } from './processors.js';
import { compileTemplate, compileValue } from './template.js';

/** Adds values to a list. What stays as it was is no list afterwards either. ES: `AppendProcessor`. */
export const append: ProcessorFactory = (config) => {
  const field = compileTemplate(config.text('field'));
  const mediaType = config.mediaType();
  const { copyFrom, value } = readSource(config, mediaType);
  const allowsDuplicates = config.flag('allow_duplicates', true);
  const skipsEmpty = config.features.extendsAppend && config.flag('ignore_empty_values', false);
  return (document) => {
    const path = field(document);
    const sent = copyFrom === undefined ? value(document) : copied(document, copyFrom, skipsEmpty);
    const added = asList(sent).filter((member) => !skipsEmpty || (member !== null && member !== ''));
    if (skipsEmpty && added.length === 0) return;
    const current = document.find(path);
    const before = current === undefined ? [] : asList(current);
    const list = allowsDuplicates ? [...before, ...added] : withoutDuplicates(before, added);
    if (allowsDuplicates || current === undefined || list.length > before.length) document.set(path, list);
  };
};

interface Source {
  readonly copyFrom: string | undefined;
  readonly value: (document: IngestDocument) => JsonValue;
}

/** What is added: a value, or since 9.2 the value of another field. */
function readSource(config: ProcessorConfig, mediaType: MediaType): Source {
  const copyFrom = config.features.extendsAppend ? config.optionalText('copy_from') : undefined;
  const sent = copyFrom === undefined ? config.required('value') : config.take('value');
  if (copyFrom !== undefined && sent !== undefined) {
    throw config.fail('copy_from', 'cannot set both `copy_from` and `value` in the same processor');
  }
  return { copyFrom, value: compileValue(sent ?? null, mediaType) };
}

function copied(document: IngestDocument, field: string, mayBeMissing: boolean): JsonValue {
  return mayBeMissing ? (document.find(field) ?? null) : document.get(field);
}

function withoutDuplicates(before: readonly JsonValue[], added: readonly JsonValue[]): readonly JsonValue[] {
  const list = [...before];
  for (const member of added) if (!list.some((known) => isSameJson(known, member))) list.push(member);
  return list;
}

function asList(value: JsonValue): readonly JsonValue[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [value];
}
