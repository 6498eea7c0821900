import { fielddataUnsupported, idFielddata } from '../errors/search-errors.js';
import type { StoredDocument } from '../store/document.js';
import type { MappedField } from '../store/mapping-fields.js';
import { Column } from './column.js';
import type { Scalar } from './field-values.js';
import type { SearchView } from './search-view.js';

/**
 * The values of a metadata field, made for one search; undefined for a name that is none. ES: `IndexFieldMapper`,
 * `SeqNoFieldMapper`, `VersionFieldMapper`, `IdFieldMapper` (`indices.id_field_data.enabled` is off unless set).
 *
 * @throws ElasticsearchError `illegal_argument_exception` for one that is not to be sorted by or aggregated on
 */
export function metadataColumn(view: SearchView, name: string): Column | undefined {
  switch (name) {
    case '_index':
      return columnOf(view, name, 'keyword', () => view.index.name);
    case '_seq_no':
      return columnOf(view, name, 'long', ({ seqNo }) => seqNo);
    case '_version':
      return columnOf(view, name, 'long', ({ version }) => version);
    case '_id':
      throw idFielddata();
    case '_routing':
    case '_source':
      throw fielddataUnsupported(name, name);
    default:
      return undefined;
  }
}

function columnOf(
  view: SearchView,
  path: string,
  type: string,
  read: (document: StoredDocument) => Scalar,
): Column {
  const column = new Column(metadataField(path, type));
  const { live, documents } = view;
  for (let slot = live.next(0); slot !== -1; slot = live.next(slot + 1)) {
    column.cells[slot] = read(documents[slot] as StoredDocument);
    column.present.set(slot);
  }
  return column;
}

function metadataField(path: string, type: string): MappedField {
  return {
    kind: 'field',
    path,
    sourcePath: path,
    type,
    ignoreAbove: Number.POSITIVE_INFINITY,
    format: undefined,
    nullValue: undefined,
    isMalformedIgnored: false,
    isStored: false,
    hasFielddata: false,
    nestedPath: '',
    hasTerms: false,
    subFields: [],
    safeLength: Number.POSITIVE_INFINITY,
    isEnabled: true,
  };
}
