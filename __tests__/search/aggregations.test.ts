import { describeDocuments, errorOf, lines } from '../documents/describe-documents.js';

const ANIMALS = [
  ['sheep', 1],
  ['sheep', 3],
  ['cow', 7],
  ['pig', 100],
] as const;

describeDocuments('terms and metrics', (given) => {
  beforeEach(async () => {
    const properties = {
      animal: { type: 'keyword' },
      n: { type: 'long' },
      at: { type: 'date', format: 'yyyy/MM/dd' },
    };
    await given.call('PUT', '/farm', { mappings: { properties } });
    const items = ANIMALS.flatMap(([animal, n], at) => [{ index: { _id: String(at) } }, { animal, n }]);
    await given.call('POST', '/farm/_bulk', lines(...items), { 'content-type': 'application/x-ndjson' });
  });
  const post = (asked: object, query?: object) =>
    given.call('POST', '/farm/_search?size=0&typed_keys&filter_path=aggregations', {
      aggs: { a: asked },
      query,
    });
  const buckets = async (terms: object, aggs?: object, query?: object) => {
    const { body } = await post({ terms: { field: 'animal', ...terms }, ...(aggs && { aggs }) }, query);
    const { aggregations } = body as { aggregations: Record<string, { buckets: object[] }> };
    return Object.entries(aggregations).map(([name, found]) => [name, found.buckets])[0];
  };
  const most = { most: { max: { field: 'n' } } };
  const few = {
    few: { filter: { range: { n: { lt: 10 } } }, aggs: { ...most, mean: { avg: { field: 'n' } } } },
  };

  it.each([
    [{ most: 'desc' }, ['pig', 'cow', 'sheep']],
    [{ 'most.value': 'asc' }, ['sheep', 'cow', 'pig']],
    [{ 'few>most': 'DESC' }, ['cow', 'sheep', 'pig']],
    [{ 'few.doc_count': 'asc' }, ['pig', 'cow', 'sheep']],
    [{ 'few>mean': 'asc' }, ['sheep', 'cow', 'pig']],
    [{ 'few>mean': 'desc' }, ['cow', 'sheep', 'pig']],
  ])('are in the order of what is below them: %j (ES: AggregationPath)', async (order, keys) => {
    const [, found] = (await buckets({ order }, { ...most, ...few })) as [string, { key: string }[]];
    expect(found.map(({ key }) => key)).toEqual(keys);
  });

  const END =
    'Buckets can only be sorted on a sub-aggregator path that is built out of zero or more single-bucket ' +
    'aggregations within the path and a final single-bucket or a metrics aggregation at the path end.';
  it.each([
    [
      'nope',
      'The provided aggregation [nope] either does not exist, or is a pipeline aggregation and cannot be used to ' +
        'sort the buckets.',
    ],
    [
      'few>nope.value',
      'The provided aggregation [nope.value] either does not exist, or is a pipeline aggregation and cannot be used ' +
        'to sort the buckets.',
    ],
    ['most>most', `${END} [most] is not single-bucket.`],
    ['kinds', END],
    [
      'most.sum',
      'Ordering on a single-value metrics aggregation can only be done on its value. ' +
        'Either drop the key (a la "most") or change it to "value" (a la "most.value")',
    ],
    [
      'few.value',
      'Ordering on a single-bucket aggregation can only be done on its doc_count. ' +
        'Either drop the key (a la "few") or change it to "doc_count" (a la "few.doc_count")',
    ],
  ])('are not in an order that leads nowhere: %s (ES: InternalOrder)', async (path, why) => {
    const aggs = { ...most, ...few, kinds: { terms: { field: 'animal' } } };
    const body = { aggs: { a: { terms: { field: 'animal', order: { [path]: 'asc' } }, aggs } } };
    const answer = await given.call('POST', '/farm/_search', body);
    expect(answer).toMatchObject({
      status: 400,
      body: {
        error: {
          root_cause: [{ type: 'invalid_path', reason: `Invalid aggregation order path [${path}]. ${why}` }],
          type: 'search_phase_execution_exception',
          failed_shards: [{ reason: { caused_by: { type: 'illegal_argument_exception', reason: why } } }],
        },
      },
    });
  });

  it('show what has no documents where none are asked for (ES: GlobalOrdinalsStringTermsAggregator)', async () => {
    expect(await buckets({ min_doc_count: 0 }, most, { terms: { animal: ['sheep', 'cow'] } })).toEqual([
      'sterms#a',
      [
        { key: 'sheep', doc_count: 2, 'max#most': { value: 3 } },
        { key: 'cow', doc_count: 1, 'max#most': { value: 7 } },
        { key: 'pig', doc_count: 0, 'max#most': { value: null } },
      ],
    ]);
  });

  it('are a share of all terms (ES: IncludeExclude)', async () => {
    const share = async (field: string, partition: number) =>
      (
        (await buckets({ field, include: { partition, num_partitions: 2 } })) as [string, { key: unknown }[]]
      )[1].map(({ key }) => key);
    await given.call('PUT', '/farm/_doc/x', { animal: ['abc', 'bcd'], n: [1234, 5678] });
    expect(await share('animal', 0)).toContain('bcd');
    expect(await share('animal', 1)).toContain('abc');
    expect(await share('n', 0)).toContain(5678);
    expect(await share('n', 1)).toContain(1234);
    expect([...(await share('n', 0)), ...(await share('n', 1))]).toHaveLength(6);
  });

  it.each([
    [{ include: { partition: 0 } }, 'Missing [num_partitions] parameter for partition-based include'],
    [{ include: { num_partitions: 1 } }, 'Missing [partition] parameter for partition-based include'],
    [{ include: { partition: 2, num_partitions: 2 } }, 'Partition must be >=0 and < numPartition which is 2'],
    [
      { include: { partition: 0, num_partitions: 2 }, exclude: ['a'] },
      'Cannot specify any excludes when using a partition-based include',
    ],
  ])('are no share such as %j', async (asked, reason) => {
    const answer = await post({ terms: { field: 'animal', ...asked } });
    expect([answer.status, errorOf(answer)[1]]).toEqual([400, reason]);
  });

  it.each([
    [{ value_type: 'string', missing: 'x' }, 'sterms#a', { key: 'x' }],
    [{ missing: 'x' }, 'sterms#a', { key: 'x' }],
    [{ value_type: 'boolean', missing: true }, 'lterms#a', { key: 1, key_as_string: 'true' }],
    [{ value_type: 'long', missing: 3 }, 'lterms#a', { key: 3 }],
    [{ missing: 3 }, 'lterms#a', { key: 3 }],
    [{ value_type: 'double', missing: 3.5 }, 'dterms#a', { key: 3.5 }],
    [
      { value_type: 'date', missing: '2016-05-11' },
      'lterms#a',
      { key: 1462924800000, key_as_string: '2016-05-11T00:00:00.000Z' },
    ],
  ])(
    'take a field that is not mapped for what they are told: %j (ES: ValuesSourceConfig)',
    async (asked, name, key) => {
      expect(await buckets({ field: 'unmapped', ...asked })).toEqual([name, [{ ...key, doc_count: 4 }]]);
    },
  );

  it('read a missing value as the field does', async () => {
    expect(await buckets({ field: 'at', missing: '2024/01/02' })).toEqual([
      'lterms#a',
      [{ key: 1704153600000, key_as_string: '2024/01/02', doc_count: 4 }],
    ]);
    const { text } = await post({ max: { field: 'at', missing: '2024/01/02' } });
    expect(text).toContain('{"value":1704153600000,"value_as_string":"2024/01/02"}');
  });

  it('count kinds in any mode (ES: CardinalityAggregatorFactory)', async () => {
    const { text } = await post({ cardinality: { field: 'animal', execution_hint: 'direct', rehash: true } });
    expect(text).toContain('{"value":3}');
    const bogus = { a: { cardinality: { field: 'animal', execution_hint: 'bogus' } } };
    expect(await given.call('POST', '/farm/_search', { aggs: bogus })).toMatchObject({
      status: 400,
      body: { error: { root_cause: [{ reason: expect.stringContaining('Got [bogus]expected one of') }] } },
    });
  });

  it('show numbers and booleans as texts, too (ES: DocValueFormat)', async () => {
    await given.call('PUT', '/farm/_mapping', { properties: { ok: { type: 'boolean' } } });
    await given.call('PUT', '/farm/_doc/x', { n: 1234.5, ok: true });
    expect((await post({ sum: { field: 'n', format: '#,##0.00' } })).text).toContain(
      '{"value":1345,"value_as_string":"1,345.00"}',
    );
    expect((await post({ max: { field: 'ok' } })).text).toContain('{"value":1,"value_as_string":"true"}');
    expect((await post({ avg: { field: 'unmapped', format: '0.0' } })).text).toContain('{"value":null}');
    const [, found] = (await buckets({ field: 'n', format: '000', size: 1 })) as [string, object[]];
    expect(found).toEqual([{ key: 1, key_as_string: '001', doc_count: 1 }]);
    const body = {
      docvalue_fields: [{ field: 'n', format: '#.0' }],
      sort: [{ n: { format: '0.0#' } }],
      size: 1,
    };
    expect((await given.call('POST', '/farm/_search', body)).body).toMatchObject({
      hits: { hits: [{ fields: { n: ['1.0'] }, sort: ['1.0'] }] },
    });
  });
});
