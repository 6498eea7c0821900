import { fielddataDisabled } from '../../errors/search-errors.js';
import type { Column } from '../column.js';
import { isTextType } from '../field-values.js';
import { metadataColumn } from '../metadata-column.js';
import type { SearchView } from '../search-view.js';

/** The values that an aggregation reads; undefined for a field that is not mapped. */
export function aggregatedColumn(view: SearchView, path: string): Column | undefined {
  const column = view.column(path) ?? metadataColumn(view, path);
  if (column !== undefined && isTextType(column.field.type) && !column.field.hasFielddata) {
    throw fielddataDisabled(view.index.name, path);
  }
  return column;
}
