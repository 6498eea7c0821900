import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as client from '../../src/adapters/client.js';
import * as express from '../../src/adapters/express.js';
import * as nock from '../../src/adapters/nock.js';
import * as core from '../../src/index.js';
import * as matchers from '../../src/testing/matchers/index.js';
import { endpoints } from '../../src/endpoints/endpoints.js';

const names = (entry: object): string[] => Object.keys(entry).sort();

describe('the public names', () => {
  it('of each entry', () => {
    expect({
      '.': names(core),
      './client': names(client),
      './express': names(express),
      './nock': names(nock),
      './matchers': names(matchers),
    }).toMatchSnapshot();
  });

  it('of the entries in package.json', () => {
    const { exports } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as {
      exports: object;
    };
    expect(Object.keys(exports)).toEqual([
      '.',
      './express',
      './nock',
      './client',
      './jest',
      './matchers',
      './package.json',
    ]);
  });
});

describe('the endpoints', () => {
  it('have names and routes of their own', () => {
    const apis = endpoints.map(({ api }) => api);
    const routes = endpoints.flatMap((endpoint) => endpoint.routes);
    expect(new Set(apis).size).toBe(apis.length);
    expect(new Set(routes).size).toBe(routes.length);
  });
});
