import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { endpoints } from '../../src/endpoints/endpoints.js';
import { createRoutes, routeRequest } from '../../src/rest/routes.js';
import { NEWEST_VERSION, parseVersion } from '../../src/rest/version.js';
import { describeAdapters } from './describe-adapters.js';

const tests = join(__dirname, '..');
const routes = createRoutes(endpoints, parseVersion(NEWEST_VERSION));

/** The files whose tests run through every adapter, by name of the function that sees to it. */
const conformance = readdirSync(tests, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(tests, file), 'utf8'))
  .filter((text) => /describe(Adapters|Documents)\(/.test(text));

function apiOf(method: string, path: string): string | undefined {
  const [rawPath = ''] = path.replaceAll(/\$\{[^}]*\}/g, 'x').split('?');
  const routing = routeRequest(routes, method, rawPath);
  return routing.kind === 'found' ? routing.route.endpoint.api : undefined;
}

/** The API of every request that stands in those files: a method, a comma and a path. */
const called = new Set(
  conformance.flatMap((text) =>
    [...text.matchAll(/'(GET|PUT|POST|DELETE|HEAD)',\s*(['`])(\/.*?)\2/g)].map(
      ([, method = '', , path = '']) => apiOf(method, path),
    ),
  ),
);

describe('conformance', () => {
  it.each(endpoints.map(({ api }) => api))(
    '%s is called by a test that runs through every adapter',
    (api) => {
      expect(called).toContain(api);
    },
  );
});

const USER = { authorization: `Basic ${Buffer.from('elastic:changeme').toString('base64')}` };

describeAdapters(
  'every route',
  (given) => {
    const declared = endpoints.flatMap(({ api, routes: patterns }) =>
      patterns.map((route) => [route, api] as const),
    );

    it.each(declared)('%s reaches %s', async (route, api) => {
      const [method = '', pattern = ''] = route.split(' ');
      await given.call(method, pattern.replaceAll(/\{\w+\}/g, 'x'), undefined, USER);
      expect(given.es.journal.requests).toMatchObject([{ api }]);
    });
  },
  { security: { users: { elastic: 'changeme' } } },
);
