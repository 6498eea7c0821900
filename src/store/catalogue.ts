import type { Change } from './change-log.js';
import type { Index, IndexMetadata } from './store-index.js';

/** What a store has by name: indices, their aliases, and the objects of its registries. Follows changes there and back. */
export class Catalogue {
  readonly #indices = new Map<string, Index>();
  readonly #aliases = new Map<string, Index[]>();
  readonly #registries = new Map<string, Map<string, unknown>>();

  indices(): IterableIterator<Index> {
    return this.#indices.values();
  }

  index(name: string): Index | undefined {
    return this.#indices.get(name);
  }

  aliased(alias: string): readonly Index[] {
    return this.#aliases.get(alias) ?? [];
  }

  registry(name: string): ReadonlyMap<string, unknown> {
    return this.#registries.get(name) ?? new Map();
  }

  /** Does (`after`) or undoes (`before`) a change. */
  apply(change: Change, side: 'before' | 'after'): void {
    switch (change.kind) {
      case 'document':
        change.index.apply(change.before, change.after, side);
        break;
      case 'index':
        this.#applyIndex(change.index, change[side]);
        break;
      case 'registry':
        this.#applyRegistry(change.registry, change.key, change[side]);
        break;
    }
  }

  #applyIndex(index: Index, metadata: IndexMetadata | undefined): void {
    for (const alias of Object.keys(index.metadata.aliases)) {
      const others = this.aliased(alias).filter((member) => member !== index);
      if (others.length > 0) this.#aliases.set(alias, others);
      else this.#aliases.delete(alias);
    }
    if (metadata === undefined) {
      this.#indices.delete(index.name);
      return;
    }
    index.metadata = metadata;
    this.#indices.set(metadata.name, index);
    for (const alias of Object.keys(metadata.aliases)) {
      this.#aliases.set(alias, [...this.aliased(alias).filter((member) => member !== index), index]);
    }
  }

  #applyRegistry(registry: string, key: string, value: unknown): void {
    const named = this.#registries.get(registry) ?? new Map<string, unknown>();
    this.#registries.set(registry, named);
    if (value === undefined) named.delete(key);
    else named.set(key, value);
  }
}
