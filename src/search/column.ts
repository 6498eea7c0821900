import type { MappedField } from '../store/mapping-fields.js';
import type { JsonObject, JsonValue } from '../xcontent/json.js';
import { Bitset } from './bitset.js';
import { indexedValue, isDateType, isNumberType, isTextType, tokens, type Scalar } from './field-values.js';
import { SortOrder, type SortKey } from './sort-order.js';
import { collectValues, sourcePath, type SourcePath } from './source-values.js';

/** What a document has in a field: nothing, one value, or several. */
export type CellValue = Scalar | readonly Scalar[] | undefined;

/** How many terms of one field are remembered as bitsets. */
const MOST_TERMS = 512;

/** All values of one field of a view, by slot, with the bitsets and orders that queries asked for. */
export class Column {
  readonly field: MappedField;
  readonly cells: CellValue[] = [];
  /** Slots with any value. */
  readonly present = new Bitset();
  readonly #path: SourcePath;
  readonly #terms = new Map<Scalar, Bitset>();
  #lowest: SortOrder | undefined;
  #highest: SortOrder | undefined;
  readonly #found: JsonValue[] = [];

  /** @param prefix path of the nested object that sources are taken from; empty for whole documents */
  constructor(field: MappedField, prefix = '') {
    this.field = field;
    this.#path = sourcePath(prefix === '' ? field.sourcePath : field.sourcePath.slice(prefix.length + 1));
  }

  /** Takes over what the document of a slot now says; `undefined` empties the slot. */
  update(slot: number, source: JsonObject | undefined): void {
    const before = this.cells[slot];
    const after = source && this.field.isEnabled ? this.#read(source) : undefined;
    while (this.cells.length < slot) this.cells.push(undefined);
    this.cells[slot] = after;
    if (after === undefined) this.present.clear(slot);
    else this.present.set(slot);
    this.#lowest?.update(slot, sortKeyOf(after, 'min'));
    this.#highest?.update(slot, sortKeyOf(after, 'max'));
    if (this.#terms.size === 0 || before === after) return;
    for (const value of valuesOf(before)) this.#terms.get(value)?.clear(slot);
    for (const value of valuesOf(after)) this.#terms.get(value)?.set(slot);
  }

  /** The slots that hold a term. Not to be changed by the caller. */
  slotsOf(term: Scalar): Bitset {
    const known = this.#terms.get(term);
    if (known !== undefined) return known;
    const slots = new Bitset();
    const { cells } = this;
    for (let slot = 0; slot < cells.length; slot += 1) {
      const cell = cells[slot];
      if (cell === term || (typeof cell === 'object' && cell.includes(term))) slots.set(slot);
    }
    if (this.#terms.size >= MOST_TERMS) this.#terms.clear();
    this.#terms.set(term, slots);
    return slots;
  }

  has(slot: number, test: (value: Scalar) => boolean): boolean {
    const cell = this.cells[slot];
    if (cell === undefined) return false;
    return typeof cell === 'object' ? cell.some(test) : test(cell);
  }

  /** The slots in the order of this field, by the lowest or the highest value of each. */
  order(mode: 'min' | 'max'): SortOrder {
    const known = mode === 'min' ? this.#lowest : this.#highest;
    if (known !== undefined) return known;
    const isNumeric =
      isNumberType(this.field.type) || isDateType(this.field.type) || this.field.type === 'boolean';
    const order = new SortOrder(isNumeric ? Number.NEGATIVE_INFINITY : '');
    this.cells.forEach((cell, slot) => order.update(slot, sortKeyOf(cell, mode)));
    if (mode === 'min') this.#lowest = order;
    else this.#highest = order;
    return order;
  }

  #read(source: JsonObject): CellValue {
    const found = this.#found;
    found.length = 0;
    collectValues(source, this.#path, found);
    if (found.length === 0) return undefined;
    if (isTextType(this.field.type)) return textTokens(found);
    if (found.length === 1) return this.#value(found[0] as JsonValue);
    const values = new Set<Scalar>();
    for (const value of found) {
      const indexed = this.#value(value);
      if (indexed !== undefined) values.add(indexed);
    }
    if (values.size > 1) return [...values];
    return [...values][0];
  }

  #value(value: JsonValue): Scalar | undefined {
    const { nullValue } = this.field;
    if (value === null) return nullValue === undefined ? undefined : indexedValue(this.field, nullValue);
    return indexedValue(this.field, value);
  }
}

/** Every value of a cell. */
export function valuesOf(cell: CellValue): readonly Scalar[] {
  if (cell === undefined) return [];
  return typeof cell === 'object' ? cell : [cell];
}

/** What a cell is sorted by. Source: rest-layer B.9: ascending by the lowest value, descending by the highest. */
export function sortKeyOf(cell: CellValue, mode: 'min' | 'max'): SortKey | undefined {
  if (typeof cell !== 'object') return typeof cell === 'boolean' ? Number(cell) : cell;
  let best: SortKey | undefined;
  for (const value of cell) {
    const key = typeof value === 'boolean' ? Number(value) : value;
    if (best === undefined || (mode === 'min' ? key < best : key > best)) best = key;
  }
  return best;
}

function textTokens(found: readonly JsonValue[]): CellValue {
  const words = new Set<string>();
  let hasText = false;
  for (const value of found) {
    if (value === null || typeof value === 'object') continue;
    hasText = true;
    for (const word of tokens(String(value))) words.add(word);
  }
  return hasText ? [...words] : undefined;
}
