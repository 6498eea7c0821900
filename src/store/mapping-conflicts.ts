import { lazily } from '../lazily.js';
import type { JsonObject, JsonValue } from '../xcontent/json.js';
import { javaText } from './mapping-java-text.js';
import { isDateType, isTextType } from './mapping-types.js';

/** A parameter that an update may not change, and what it is unless a mapping says otherwise. */
type Fixed = readonly [parameter: string, fallback: string];

const INDEXED: readonly Fixed[] = [
  ['index', 'true'],
  ['doc_values', 'true'],
  ['store', 'false'],
];
const ANY: readonly Fixed[] = [
  ...INDEXED,
  ['format', 'null'],
  ['analyzer', 'default'],
  ['null_value', 'null'],
];
const DATE = 'strict_date_optional_time||epoch_millis';

/** In the order in which a mapper names them. ES: `FieldMapper.Builder.getParameters`, `Parameter.updateable`. */
const parameters = lazily((): Readonly<Record<'keyword' | 'text', readonly Fixed[]>> => ({
  keyword: [
    ...INDEXED,
    ['null_value', 'null'],
    ['index_options', 'docs'],
    ['norms', 'false'],
    ['similarity', 'null'],
    ['normalizer', 'null'],
    ['time_series_dimension', 'false'],
  ],
  text: [
    ['index', 'true'],
    ['store', 'false'],
    ['index_options', 'positions'],
    ['norms', 'true'],
    ['term_vector', 'no'],
    ['analyzer', 'default'],
    ['position_increment_gap', '-1'],
    ['similarity', 'null'],
    ['index_phrases', 'false'],
  ],
}));

function parametersOf(type: string): readonly Fixed[] {
  if (type === 'keyword') return parameters().keyword;
  if (isTextType(type)) return parameters().text;
  if (!isDateType(type)) return ANY;
  const format = type === 'date_nanos' ? DATE.replace('time', 'time_nanos') : DATE;
  return [...INDEXED, ['format', format], ['null_value', 'null']];
}

/** A change that a put mapping asks for and that a field does not allow. */
export interface Conflict {
  readonly parameter: string;
  readonly from: string;
  readonly to: string;
}

/** All changes of a field that are not allowed. Norms may be switched off. ES: `FieldMapper.Conflicts`. */
export function conflictsOf(type: string, current: JsonObject, update: JsonObject): Conflict[] {
  return parametersOf(type)
    .map(([parameter, fallback]) => ({
      parameter,
      from: textOf(current[parameter], fallback),
      to: textOf(update[parameter], fallback),
    }))
    .filter(({ parameter, from, to }) => from !== to && !(parameter === 'norms' && to === 'false'));
}

function textOf(value: JsonValue | undefined, fallback: string): string {
  return value === undefined || value === null ? fallback : javaText(value);
}
