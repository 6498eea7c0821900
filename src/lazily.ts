/** A table that is made when it is first asked for: who imports the package does not wait for what it never uses. */
export function lazily<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
