/**
 * nock patches `http` when it is imported, and jest shares `http` between the test files of a worker while it loads
 * nock anew in each: without this, requests of later files would go through a dead copy of it.
 */
afterAll(() => {
  const nock = require.cache[require.resolve('nock')]?.exports as { restore(): void } | undefined;
  nock?.restore();
});
