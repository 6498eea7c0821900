import { reprintDate } from '../../clock/parse-date.js';
import { mapped, stringOrNull } from '../../xcontent/object-parser.js';
import { parseSyncStatus } from './sync-job.js';

/** A date in any form, kept as Elasticsearch prints it again. */
export const dateOrNull = mapped(stringOrNull(), (text) => (text === null ? null : reprintDate(text)));

export const syncStatusOrNull = mapped(stringOrNull(), (text) =>
  text === null ? null : parseSyncStatus(text),
);
