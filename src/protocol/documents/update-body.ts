import { parseSource } from '../../search/parse-source.js';
import type { SourceFilter } from '../../search/source-filter.js';
import { boolean, custom, long, object, objectParser, optional } from '../../xcontent/object-parser.js';
import type { JsonObject } from '../../xcontent/json.js';
import { scriptField, type Script } from './script.js';

/** What the body of an update says. ES: `UpdateRequest`. */
export interface UpdateBody {
  readonly doc: JsonObject | undefined;
  readonly upsert: JsonObject | undefined;
  readonly script: Script | undefined;
  readonly isScriptedUpsert: boolean;
  readonly isDocAsUpsert: boolean;
  readonly isNoopDetected: boolean;
  readonly ifSeqNo: number | undefined;
  readonly ifPrimaryTerm: number | undefined;
  /** Undefined: the answer has no `get`. */
  readonly source: SourceFilter | undefined;
}

const parser = objectParser('UpdateRequest', {
  script: optional(scriptField),
  scripted_upsert: optional(boolean()),
  upsert: optional(object()),
  doc: optional(object()),
  doc_as_upsert: optional(boolean()),
  detect_noop: optional(boolean()),
  _source: optional(custom(['START_OBJECT', 'START_ARRAY', 'VALUE_BOOLEAN', 'VALUE_STRING'], parseSource)),
  if_seq_no: optional(long()),
  if_primary_term: optional(long()),
});

/** What an update without a body is: nothing to do, which its validation refuses. */
export const EMPTY_UPDATE: UpdateBody = {
  doc: undefined,
  upsert: undefined,
  script: undefined,
  isScriptedUpsert: false,
  isDocAsUpsert: false,
  isNoopDetected: true,
  ifSeqNo: undefined,
  ifPrimaryTerm: undefined,
  source: undefined,
};

/** Source: rest-layer B.5. */
export function parseUpdateBody(text: string): UpdateBody {
  const parsed = parser.parseText(text);
  return {
    doc: parsed.doc,
    upsert: parsed.upsert,
    script: parsed.script,
    isScriptedUpsert: parsed.scripted_upsert ?? false,
    isDocAsUpsert: parsed.doc_as_upsert ?? false,
    isNoopDetected: parsed.detect_noop ?? true,
    ifSeqNo: parsed.if_seq_no === undefined ? undefined : Number(parsed.if_seq_no),
    ifPrimaryTerm: parsed.if_primary_term === undefined ? undefined : Number(parsed.if_primary_term),
    source: parsed._source,
  };
}
