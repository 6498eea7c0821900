/** Where a user comes from. */
export interface Realm {
  readonly name: string;
  readonly type: string;
}

/** The built-in user has a realm of its own; all others are users that somebody made. ES: `ReservedRealm`, `NativeRealm`. */
export function realmOf(username: string): Realm {
  return username === 'elastic'
    ? { name: 'reserved', type: 'reserved' }
    : { name: 'default_native', type: 'native' };
}
