import type { Journal } from '../../testing/journal.js';
import { paragraphs } from '../../testing/matchers/context.js';
import { printRequests, UNREACHED } from '../../testing/matchers/evidence.js';
import type { JestSettings } from './settings.js';

/** What a test did with the fake, besides sending it requests. */
export interface TestNotes {
  /** Matchers that held although no request had arrived: `expect(…).toHaveStatus(…)`. */
  readonly vacuous: readonly string[];
  /** Whether the test said itself that nothing arrives: `expect(es).not.toHaveReceived()`. */
  readonly expectsNothing: boolean;
}

/** Why a test that went well so far must not pass; undefined if it may. */
export function verdictOn(journal: Journal, notes: TestNotes, settings: JestSettings): string | undefined {
  if (settings.unhandled !== 'allow' && journal.unhandled.length > 0) return unhandledIn(journal);
  if (settings.unreached === 'allow' || notes.expectsNothing || journal.requests.length > 0) return undefined;
  return notes.vacuous.length > 0 ? vacuousIn(notes.vacuous) : undefined;
}

function unhandledIn({ unhandled }: Journal): string {
  return paragraphs(
    `The fake does not emulate ${unhandled.length === 1 ? 'a request' : `${unhandled.length} requests`} of this test:\n` +
      printRequests(unhandled),
    'If the test means to send them, end it with es.journal.clear(), or set globals.elasticsearchConnectorFake.unhandled ' +
      "to 'allow' in jest's configuration.",
  );
}

function vacuousIn(vacuous: readonly string[]): string {
  return paragraphs(
    `This test asserted something about the fake, and it held, but only because nothing had happened: ${[...new Set(vacuous)].join(', ')}.`,
    UNREACHED,
    'If nothing shall reach the fake, say so: expect(es).not.toHaveReceived().',
  );
}
