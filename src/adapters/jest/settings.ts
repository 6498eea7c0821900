import { FakeUsageError } from '../../errors/fake-usage-error.js';
import type { FakeElasticsearchOptions } from '../../fake.js';
import { hintAt, shown } from '../../testing/scenario/place.js';

/**
 * What jest's configuration may say of the fake, under `globals`:
 * `globals: { elasticsearchConnectorFake: { origin: 'http://es:9200', fixtures: ['pending-full-sync'] } }`.
 * All of it is JSON: jest passes nothing else on.
 */
export interface JestSettings extends Pick<
  FakeElasticsearchOptions,
  'fixtures' | 'version' | 'refresh' | 'seed'
> {
  /** `'frozen'`, `'system'` or an ISO instant. @default 'frozen' */
  readonly clock?: string;
  /**
   * The origin that nock intercepts; `false`: none, for tests that reach the fake by its other ways in.
   * @default 'http://localhost:9200', if nock is installed
   */
  readonly origin?: string | false;
  /** `'allow'`: a test passes although the fake did not know a request. @default 'fail' */
  readonly unhandled?: 'fail' | 'allow';
  /** `'allow'`: a test passes although it asserted something about a fake that no request reached. @default 'fail' */
  readonly unreached?: 'fail' | 'allow';
}

const KEYS: readonly (keyof JestSettings)[] = [
  'clock',
  'fixtures',
  'origin',
  'refresh',
  'seed',
  'unhandled',
  'unreached',
  'version',
];

/**
 * The settings of this test file.
 * @throws FakeUsageError for a setting that does not exist or has the wrong type.
 */
export function readSettings(globals: object = globalThis): JestSettings {
  const value: unknown = Reflect.get(globals, 'elasticsearchConnectorFake');
  if (value === undefined) return {};
  if (typeof value !== 'object' || value === null) {
    throw new FakeUsageError(
      `globals.elasticsearchConnectorFake must be an object: received ${shown(value)}.`,
    );
  }
  for (const key of Object.keys(value)) {
    if ((KEYS as readonly string[]).includes(key)) continue;
    throw new FakeUsageError(
      `globals.elasticsearchConnectorFake.${key} is not a setting.${hintAt(key, KEYS)} Settings are: ${KEYS.join(', ')}.`,
    );
  }
  const settings = value as JestSettings;
  checkChoice(settings, 'unhandled');
  checkChoice(settings, 'unreached');
  const origin: unknown = settings.origin;
  if (origin !== undefined && origin !== false && typeof origin !== 'string') {
    throw new FakeUsageError(
      `globals.elasticsearchConnectorFake.origin must be a URL or false: received ${shown(origin)}.`,
    );
  }
  return settings;
}

function checkChoice(settings: JestSettings, key: 'unhandled' | 'unreached'): void {
  const choice: unknown = settings[key];
  if (choice === undefined || choice === 'fail' || choice === 'allow') return;
  throw new FakeUsageError(
    `globals.elasticsearchConnectorFake.${key} must be 'fail' or 'allow': received ${shown(choice)}.`,
  );
}
