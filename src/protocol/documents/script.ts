import { custom, object, objectParser, optional, string } from '../../xcontent/object-parser.js';
import type { JsonReader } from '../../xcontent/json-reader.js';
import { writeJson } from '../../xcontent/write-json.js';

/** A script as a request gives it. The fake runs none. */
export interface Script {
  /** Its source, or the id of a stored one. */
  readonly text: string;
  readonly lang: string;
}

const source = custom(['VALUE_STRING', 'START_OBJECT'], (reader) =>
  reader.token === 'VALUE_STRING' ? reader.text : writeJson(reader.readValue()),
);

const parser = objectParser('script', {
  source: optional(source),
  id: optional(string()),
  lang: optional(string()),
  options: optional(object()),
  params: optional(object()),
});

/** A script in its short form (a string) or its long one. ES: `Script.parse`. */
export const scriptField = custom(['START_OBJECT', 'VALUE_STRING'], readScript);

function readScript(reader: JsonReader): Script {
  if (reader.token === 'VALUE_STRING') return { text: reader.text, lang: 'painless' };
  const { source: code, id, lang = 'painless' } = parser.parse(reader);
  return { text: code ?? id ?? '', lang };
}
