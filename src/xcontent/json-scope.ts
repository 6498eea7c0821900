/** An open object, an open array or the root, with the names an object has shown so far. */
export class JsonScope {
  readonly parent: JsonScope | undefined;
  readonly kind: 'root' | 'Array' | 'Object';
  readonly depth: number;
  /** Offset of the opening bracket; -1 for the root. */
  readonly start: number;
  /** Whether an entry was met, so that a comma must stand before the next. */
  hasEntries = false;
  /** Most objects have few names: these two are cheaper than a set. */
  private first: string | undefined;
  private second: string | undefined;
  private others: Set<string> | undefined;

  constructor(parent: JsonScope | undefined, kind: 'root' | 'Array' | 'Object', start: number) {
    this.parent = parent;
    this.kind = kind;
    this.start = start;
    this.depth = parent ? parent.depth + 1 : 0;
  }

  /** Notes a name; true when the object has it already. */
  isDuplicate(name: string): boolean {
    if (this.first === undefined) {
      this.first = name;
      return false;
    }
    if (this.first === name || this.second === name) return true;
    if (this.second === undefined) {
      this.second = name;
      return false;
    }
    this.others ??= new Set();
    const { size } = this.others;
    return this.others.add(name).size === size;
  }
}
