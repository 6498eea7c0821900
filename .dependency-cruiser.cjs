/** Which layer may import which: downwards only (docs/decisions/002-synchronous-core.md). */
const layers = [
  'errors',
  'clock',
  'xcontent',
  'cron',
  'store',
  'search',
  'protocol',
  'rest',
  'endpoints',
  'testing',
];

/** Layers side by side. */
const siblings = { xcontent: ['clock'], cron: ['xcontent'] };

const upward = layers.map((layer, at) => ({
  name: `${layer}-imports-downwards`,
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: {
    path: `^src/(${[...layers.slice(at + 1), ...(siblings[layer] ?? []), 'adapters', 'control', 'cli'].join('|')})/|^src/(fake|fake-elasticsearch|index)[.]ts$`,
  },
}));

module.exports = {
  forbidden: [
    ...upward,
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'core-is-free-of-transports',
      comment: 'The core knows date-fns (in clock/) and nothing else.',
      severity: 'error',
      from: { path: `^src/(${layers.filter((layer) => layer !== 'testing').join('|')})/` },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-peer', 'npm-optional'], pathNot: 'date-fns' },
    },
    {
      name: 'one-peer-per-adapter',
      comment: 'Only the adapter of a peer imports it.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(adapters|cli)/' },
      to: { path: 'node_modules/(express|nock|@elastic/elasticsearch|@jest|jest|commander)/' },
    },
    {
      name: 'adapters-do-not-know-each-other',
      severity: 'error',
      from: { path: '^src/adapters/(nock|client|express)' },
      to: { path: '^src/adapters/(nock|client|express|jest)', pathNot: '^src/adapters/$1' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types'] },
  },
};
