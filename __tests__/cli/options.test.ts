import { readFlags } from '../../src/cli/flags.js';
import { optionsOf } from '../../src/cli/options.js';
import { PassThrough } from 'node:stream';
import { EventEmitter } from 'node:events';

function optionsFor(...argv: string[]): object {
  const io = {
    stdout: process.stdout,
    stderr: process.stderr,
    stdin: new PassThrough(),
    signals: new EventEmitter(),
  };
  const flags = readFlags(argv, io);
  if (typeof flags === 'number') throw new Error(`exit code ${flags}`);
  return optionsOf(flags);
}

describe('the options that the flags describe', () => {
  it('are the system clock and an empty store by default', () => {
    expect(optionsFor()).toEqual({ clock: 'system', fixtures: [], refresh: 'immediate' });
  });

  it('collect fixtures in their order', () => {
    expect(optionsFor('--fixture', 'idle', '--fixture', './a.json')).toMatchObject({
      fixtures: ['idle', './a.json'],
    });
  });

  it('turn security on for users and API keys; a secret may have colons', () => {
    expect(optionsFor('--user', 'elastic:a:b', '--user', '__proto__:x', '--api-key', 'id:key')).toMatchObject(
      {
        security: {
          users: Object.fromEntries([
            ['elastic', 'a:b'],
            ['__proto__', 'x'],
          ]),
          apiKeys: [{ id: 'id', key: 'key' }],
        },
      },
    );
    expect(optionsFor('--api-key', 'id:key')).toMatchObject({
      security: { users: {}, apiKeys: [{ id: 'id', key: 'key' }] },
    });
  });

  it('carry license, flavor and release', () => {
    expect(optionsFor('--license', 'basic', '--serverless', '--es-version', '9.1.0')).toMatchObject({
      license: 'basic',
      flavor: 'serverless',
      version: '9.1.0',
    });
  });
});
