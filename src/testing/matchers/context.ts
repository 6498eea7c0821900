import { shown } from '../scenario/place.js';

/** What jest and Vitest bind a matcher to. A matcher also works when called by hand, without any of it. */
export interface MatcherContext {
  readonly isNot?: boolean | undefined;
  readonly promise?: string | undefined;
  /** Deep equality that knows `expect.objectContaining` and the like. */
  readonly equals?: ((left: unknown, right: unknown) => boolean) | undefined;
  readonly utils?: MatcherPrinters | undefined;
}

interface MatcherPrinters {
  matcherHint(
    name: string,
    received?: string,
    expected?: string,
    options?: { isNot?: boolean; promise?: string },
  ): string;
  printExpected(value: unknown): string;
  printReceived(value: unknown): string;
}

/** `this` of a matcher: a {@link MatcherContext}, the module it is called on, or nothing. */
// eslint-disable-next-line @typescript-eslint/no-invalid-void-type -- a bare call has no `this`
export type MatcherThis = object | void;

export function contextOf(self: MatcherThis): MatcherContext | undefined {
  return self as MatcherContext | undefined;
}

/** What a matcher gives back to its test runner. */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/** `expect(syncJob).not.toHaveStatus("pending")`, in the runner's colours. */
export function hint(
  context: MatcherContext | undefined,
  name: string,
  received: string,
  expected: string,
): string {
  const isNot = context?.isNot === true;
  const promise = context?.promise;
  if (context?.utils) {
    const options = promise === undefined ? { isNot } : { isNot, promise };
    return context.utils.matcherHint(name, received, expected, options);
  }
  return `expect(${received})${isNot ? '.not' : ''}.${name}(${expected})`;
}

export function printExpected(context: MatcherContext | undefined, value: unknown): string {
  return context?.utils?.printExpected(value) ?? shown(value);
}

export function printReceived(context: MatcherContext | undefined, value: unknown): string {
  return context?.utils?.printReceived(value) ?? shown(value);
}

/** Paragraphs with an empty line between; empty ones are left out. */
export function paragraphs(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

export function indented(text: string): string {
  return text.replace(/^/gm, '  ');
}
