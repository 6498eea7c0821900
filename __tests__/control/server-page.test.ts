import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { controlRoutes } from '../../src/control/control-routes.js';
import { plane } from './plane.js';

const page = readFileSync(join(__dirname, '../../docs/server.md'), 'utf8');
const CURL = /^curl (?:-X (?<method>\w+) )?"?\$ES(?<target>[^\s"]+)"?(?: -d '(?<body>.*)')?$/;

interface Example {
  readonly line: string;
  readonly method: string;
  readonly target: string;
  readonly body: string | undefined;
}

const examples = page
  .split('\n')
  .filter((line) => line.startsWith('curl '))
  .map((line): Example => {
    const { method = 'GET', target = '', body } = CURL.exec(line)?.groups ?? {};
    return { line, method, target, body };
  });

describe('the examples of docs/server.md', () => {
  it('work, one after the other', () => {
    const send = plane();
    for (const { line, method, target, body } of examples) {
      expect({ line, status: send(method, target, body).status }).toEqual({ line, status: 200 });
    }
  });

  it.each(controlRoutes.map(({ route }) => route))('have one for %s', (route) => {
    const [method = '', path = ''] = route.split(' ');
    const pattern = new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/?]+')}(\\?.*)?$`);
    expect(examples.some((example) => example.method === method && pattern.test(example.target))).toBe(true);
  });
});
