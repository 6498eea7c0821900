import { unknownSortKey } from '../../errors/cat-errors.js';
import { patternMatcher } from '../../protocol/indices/resolve-targets.js';
import { parseMediaType } from '../../rest/media-type.js';
import type { AnyCall, Reply } from '../../rest/endpoint.js';
import { flag, optionalList, text } from '../../rest/parameters.js';
import { setOwn } from '../../store/deep-merge.js';
import type { JsonValue } from '../../xcontent/json.js';

/** A number of bytes, which a request may want in a unit of its own. */
export interface ByteSize {
  readonly bytes: number;
}

/** How long something took: no time, since nothing here does. */
export interface NoTime {
  readonly millis: 0;
}

export type Cell = string | number | ByteSize | NoTime | undefined;

/** A column of a `_cat` table. ES: `Table`. */
export interface Column<Row> {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly description: string;
  readonly isRight?: boolean;
  /** Shown only where `h` asks for it. */
  readonly isExtra?: boolean;
  /** Whether `pri.` and its name are a column that `pri` shows beside it. */
  readonly hasPrimaries?: boolean;
  readonly value: (row: Row) => Cell;
}

/** Parameters of every `_cat` API. Source: rest-layer B.16. */
export const catParameters = {
  format: text(),
  h: optionalList(),
  s: optionalList(),
  v: flag(false),
  help: flag(false),
  ts: flag(true),
  bytes: text(),
  time: text(),
  size: text(),
  pri: flag(false),
} as const;

export interface CatRequest {
  readonly format: string | undefined;
  readonly h: readonly string[] | undefined;
  readonly s: readonly string[] | undefined;
  readonly v: boolean;
  /** Whether the columns of the present time are shown. */
  readonly ts: boolean;
  readonly bytes: string | undefined;
  readonly time: string | undefined;
  readonly pri: boolean;
}

interface Shown<Row> {
  readonly column: Column<Row>;
  /** The name that the request used. */
  readonly title: string;
}

/** The rows as text, or as JSON where the request wants that. ES: `RestTable`. */
export function catReply<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  params: CatRequest,
  request: AnyCall['request'],
): Reply {
  const shown = shownColumns(columns, params);
  const ordered = orderRows(columns, rows, params.s ?? []);
  if (wantsJson(params.format, request)) {
    return { status: 200, body: ordered.map((row) => jsonRow(shown, row, params)) };
  }
  const cells = ordered.map((row) => shown.map(({ column }) => print(column.value(row), params) ?? ''));
  const titles = params.v ? [shown.map(({ title }) => title)] : [];
  return { status: 200, text: layOut([...titles, ...cells], shown) };
}

/** ES: `RestTable.getResponseContentType`: only one media type of JSON counts. */
function wantsJson(format: string | undefined, { headers }: AnyCall['request']): boolean {
  if (format !== undefined) return format === 'json';
  const { accept } = headers;
  if (typeof accept !== 'string') return false;
  const type = parseMediaType(accept);
  return type?.isJson === true;
}

function shownColumns<Row>(columns: readonly Column<Row>[], { h: asked, ts, pri }: CatRequest): Shown<Row>[] {
  const shown =
    asked === undefined
      ? columns.filter(({ isExtra }) => !isExtra).map((column) => ({ column, title: column.name }))
      : askedColumns(columns, asked).flatMap((each) => (pri ? withPrimaries(columns, each) : [each]));
  return ts ? shown : shown.filter(({ column }) => column.name !== 'timestamp' && column.name !== 'epoch');
}

function askedColumns<Row>(columns: readonly Column<Row>[], asked: readonly string[]): Shown<Row>[] {
  const names = new Set(
    asked.flatMap((name) => {
      if (!name.includes('*')) return [name];
      const matches = patternMatcher(name);
      return columns
        .filter((column) => matches(column.name) || column.aliases.some(matches))
        .map((column) => column.name);
    }),
  );
  return [...names].flatMap((title) => {
    const column = findColumn(columns, title);
    return column ? [{ column, title }] : [];
  });
}

function withPrimaries<Row>(columns: readonly Column<Row>[], shown: Shown<Row>): Shown<Row>[] {
  const sibling = shown.column.hasPrimaries && findColumn(columns, `pri.${shown.column.name}`);
  return sibling ? [shown, { column: sibling, title: `pri.${shown.title}` }] : [shown];
}

/** Of two columns with one alias the later one has it. */
function findColumn<Row>(columns: readonly Column<Row>[], name: string): Column<Row> | undefined {
  return (
    columns.find((column) => column.name === name) ??
    columns.findLast(({ aliases }) => aliases.includes(name))
  );
}

function orderRows<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  keys: readonly string[],
): Row[] {
  const order = keys.map((key) => {
    const [, name = '', direction] = /^(.*?)(?::(asc|desc))?$/.exec(key) ?? [];
    const column = findColumn(columns, name);
    if (column === undefined) throw unknownSortKey(name);
    return { column, sign: direction === 'desc' ? -1 : 1 };
  });
  return [...rows].sort((left, right) => {
    for (const { column, sign } of order) {
      const difference = compare(column.value(left), column.value(right));
      if (difference !== 0) return difference * sign;
    }
    return 0;
  });
}

function compare(left: Cell, right: Cell): number {
  if (left === undefined || right === undefined)
    return Number(right === undefined) - Number(left === undefined);
  const one = comparable(left);
  const other = comparable(right);
  return one === other ? 0 : one < other ? -1 : 1;
}

function comparable(cell: Exclude<Cell, undefined>): string | number {
  if (typeof cell !== 'object') return cell;
  return 'bytes' in cell ? cell.bytes : cell.millis;
}

type Units = Pick<CatRequest, 'bytes' | 'time'>;

function jsonRow<Row>(shown: readonly Shown<Row>[], row: Row, units: Units): object {
  const members: Record<string, JsonValue> = {};
  for (const { column, title } of shown) setOwn(members, title, print(column.value(row), units) ?? null);
  return members;
}

const UNITS: readonly (readonly [name: string, bytes: number])[] = [
  ['pb', 2 ** 50],
  ['tb', 2 ** 40],
  ['gb', 2 ** 30],
  ['mb', 2 ** 20],
  ['kb', 2 ** 10],
  ['b', 1],
];

const TIME_UNIT = /^(?:nanos|micros|ms|[smhd])$/;

function print(cell: Cell, units: Units): string | undefined {
  if (typeof cell !== 'object') return cell === undefined ? undefined : String(cell);
  if ('millis' in cell) return TIME_UNIT.test(units.time ?? '') ? '0' : '0s';
  const { bytes } = cell;
  const wanted = UNITS.find(([name]) => name === units.bytes || name.charAt(0) === units.bytes);
  if (wanted) return String(Math.floor(bytes / wanted[1]));
  const [name, size] = UNITS.find(([, least]) => bytes >= least) ?? (['b', 1] as const);
  const value = Math.floor((bytes * 10) / size) / 10;
  return `${value}${name}`;
}

function layOut<Row>(lines: readonly (readonly string[])[], shown: readonly Shown<Row>[]): string {
  const widths = shown.map((_, at) => Math.max(0, ...lines.map((line) => line[at]?.length ?? 0)));
  return lines.map((line) => `${padLine(line, widths, shown)}\n`).join('');
}

function padLine<Row>(
  line: readonly string[],
  widths: readonly number[],
  shown: readonly Shown<Row>[],
): string {
  return line
    .map((text, at) => {
      const padding = ' '.repeat(paddingOf((widths[at] ?? 0) - text.length));
      if (shown[at]?.column.isRight) return padding + text;
      return at === line.length - 1 ? text : text + padding;
    })
    .join(' ');
}

/** ES: `RestTable.pad` keeps what is missing in a signed byte, so a name of more than 127 characters shifts rows. */
function paddingOf(missing: number): number {
  return Math.max(0, (missing << 24) >> 24);
}

/** What `help` gets instead, whatever else is asked for. ES: `AbstractCatAction.prepareRequest`. */
export function catHelp<Row>(columns: readonly Column<Row>[]): Reply {
  const lines = columns.map(({ name, aliases, description }) => [name, aliases.join(','), description]);
  const width = (at: number): number => Math.max(...lines.map((line) => line[at]?.length ?? 0));
  const widths = [width(0), width(1), width(2)];
  const rows = lines.map((line) => line.map((text, at) => text.padEnd(widths[at] ?? 0)).join(' | '));
  return { status: 200, text: rows.map((row) => `${row}\n`).join('') };
}
