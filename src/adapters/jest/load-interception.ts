import type { Intercept } from './interception.js';

/** nock's side of the adapter, or why it is not to be had. */
export type Loaded = { readonly intercept: Intercept } | { readonly missing: unknown };

/**
 * Loads nock, which is optional: who reaches the fake through `clientOptions` needs none.
 *
 * At once where modules are CommonJS, so that nock has patched `fetch` and `http` before the test file and the code
 * under test are imported and keep hold of them. Native ESM can only load it in a promise.
 */
export function loadInterception(): Loaded | Promise<Loaded> {
  if (typeof require === 'function') {
    try {
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import could not be synchronous and optional
      return require('./interception.js') as Loaded;
    } catch (error) {
      return { missing: error };
    }
  }
  return import('./interception.js').catch((error: unknown): Loaded => ({ missing: error }));
}
