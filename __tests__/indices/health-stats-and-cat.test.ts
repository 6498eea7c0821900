/* eslint-disable @typescript-eslint/no-unsafe-argument -- tests look into answers freely */
import { describeAdapters } from '../conformance/describe-adapters.js';

describeAdapters('cluster.health', (given) => {
  it('is green without indices, yellow with replicas that have no node (rest-layer B.16)', async () => {
    expect((await given.call('GET', '/_cluster/health')).body).toMatchObject({
      status: 'green',
      timed_out: false,
      active_shards_percent_as_number: 100,
    });
    await given.call('PUT', '/books');
    const { status, body } = await given.call('GET', '/_cluster/health');
    expect(status).toBe(200);
    expect(body).toEqual({
      cluster_name: 'elasticsearch',
      status: 'yellow',
      timed_out: false,
      number_of_nodes: 1,
      number_of_data_nodes: 1,
      active_primary_shards: 1,
      active_shards: 1,
      relocating_shards: 0,
      initializing_shards: 0,
      unassigned_shards: 1,
      unassigned_primary_shards: 0,
      delayed_unassigned_shards: 0,
      number_of_pending_tasks: 0,
      number_of_in_flight_fetch: 0,
      task_max_waiting_in_queue_millis: 0,
      active_shards_percent_as_number: 50,
    });
  });

  it.each([
    ['/_cluster/health?wait_for_status=green', 408],
    ['/_cluster/health?wait_for_status=yellow', 200],
    ['/_cluster/health/films', 408],
    ['/_cluster/health/film*', 200],
    ['/_cluster/health?wait_for_nodes=1', 200],
    ['/_cluster/health?wait_for_nodes=%3E%3D2', 408],
    ['/_cluster/health?wait_for_nodes=lt(2)&wait_for_events=languid', 200],
    ['/_cluster/health?wait_for_active_shards=2', 408],
    ['/_cluster/health?wait_for_active_shards=all', 408],
  ])('answers %s with %i where books are yellow', async (path, expected) => {
    await given.call('PUT', '/books');
    const { status, body } = await given.call('GET', path);
    expect(status).toBe(expected);
    expect(body.timed_out).toBe(expected === 408);
  });

  it('has no other way to say that time is up (elastic/elasticsearch#80821)', async () => {
    const { status } = await given.call('GET', '/_cluster/health?return_200_for_cluster_health_timeout=true');
    expect(status).toBe(400);
  });

  it.each([
    ['wait_for_nodes=many', 'For input string: "many"'],
    ['wait_for_nodes=ge(x)', 'For input string: "x"'],
    ['wait_for_status=blue', 'No enum constant org.elasticsearch.cluster.health.ClusterHealthStatus.BLUE'],
    ['wait_for_events=calm', 'No enum constant org.elasticsearch.common.Priority.CALM'],
    [
      'wait_for_relocating_shards=0',
      'wait_for_relocating_shards has been removed, use wait_for_no_relocating_shards [true/false] instead',
    ],
  ])('refuses ?%s (ES: `RestClusterHealthAction`, `TransportClusterHealthAction`)', async (query, reason) => {
    const { status, body } = await given.call('GET', `/_cluster/health?${query}`);
    expect(status).toBe(400);
    expect(body.error.reason).toBe(reason);
  });

  it('shows indices and shards by level', async () => {
    await given.call('PUT', '/books', { settings: { number_of_shards: 2, number_of_replicas: 0 } });
    const { body } = await given.call('GET', '/_cluster/health?level=shards');
    expect(body.indices.books).toMatchObject({ status: 'green', number_of_shards: 2, active_shards: 2 });
    expect(Object.keys(body.indices.books.shards)).toEqual(['0', '1']);
    expect((await given.call('GET', '/_cluster/health?level=rack')).body.error.reason).toBe(
      'level parameter must be one of [cluster] or [indices] or [shards] but was [rack]',
    );
  });
});

describeAdapters('indices.stats', (given) => {
  it('counts documents, of each index and of all (rest-layer B.13)', async () => {
    await given.call('PUT', '/a/_doc/1', { x: 1 });
    await given.call('PUT', '/b/_doc/1', { x: 1 });
    await given.call('PUT', '/b/_doc/2', { x: 1 });
    const { body } = await given.call('GET', '/*/_stats');
    expect(body._shards).toEqual({ total: 4, successful: 2, failed: 0 });
    expect(body._all.primaries.docs).toMatchObject({ count: 3, deleted: 0 });
    expect(body.indices.b.primaries.docs.count).toBe(2);
    expect(body.indices.b).toMatchObject({ health: 'yellow', status: 'open', uuid: expect.any(String) });
  });

  it('shows some metrics, and refuses others', async () => {
    await given.call('PUT', '/a');
    const { body } = await given.call('GET', '/a/_stats/docs,store?level=cluster');
    expect(Object.keys(body._all.total)).toEqual(['docs', 'shard_stats', 'store']);
    expect(body).not.toHaveProperty('indices');
    expect((await given.call('GET', '/_stats/fieldata')).body.error.reason).toBe(
      'request [/_stats/fieldata] contains unrecognized metric: [fieldata] -> did you mean [fielddata]?',
    );
  });
});

describeAdapters('indices.stats of indices and shards (ES: IndicesStatsResponse, ShardStats)', (given) => {
  it('say where an index may be, since when it is there, and what its translog holds', async () => {
    await given.call('PUT', '/a/_doc/1', { x: 1 });
    await given.call('DELETE', '/a/_doc/1');
    const { body } = await given.call('GET', '/_stats/translog?level=shards');
    expect(body.indices.a).toMatchObject({
      tier_preference: ['data_content'],
      creation_date: given.es.clock.now(),
      primaries: { translog: { operations: 2, uncommitted_operations: 2 } },
      shards: {
        0: [
          {
            commit: { id: expect.any(String), num_docs: 0 },
            seq_no: { max_seq_no: 1, local_checkpoint: 1, global_checkpoint: 1 },
          },
        ],
      },
    });
    await given.call('POST', '/a/_close');
    const closed = await given.call('GET', '/a/_stats/translog?forbid_closed_indices=false');
    expect(closed.body.indices.a.primaries.translog.operations).toBe(0);
  });
});

describeAdapters('_cat', (given) => {
  beforeEach(async () => {
    await given.call('PUT', '/books', { settings: { number_of_replicas: 0 }, aliases: { library: {} } });
    await given.call('PUT', '/books/_doc/1', { x: 1 });
    await given.call('PUT', '/films');
  });

  it('is text with columns padded (rest-layer B.16)', async () => {
    const text = await given.call(
      'GET',
      '/_cat/indices?v&h=health,index,docs.count&s=index:desc',
      undefined,
      {
        accept: 'text/plain',
      },
    );
    expect(text.headers['content-type']).toBe('text/plain; charset=UTF-8');
    expect(text.text).toBe('health index docs.count\nyellow films          0\ngreen  books          1\n');
  });

  it('is JSON with text values where that is asked for', async () => {
    const { body } = await given.call('GET', '/_cat/indices/books?format=json&bytes=b');
    expect(body).toEqual([
      {
        health: 'green',
        status: 'open',
        index: 'books',
        uuid: expect.stringMatching(/^[\w-]{22}$/),
        pri: '1',
        rep: '0',
        'docs.count': '1',
        'docs.deleted': '0',
        'store.size': expect.stringMatching(/^\d+$/),
        'pri.store.size': expect.stringMatching(/^\d+$/),
        'dataset.size': expect.stringMatching(/^\d+$/),
      },
    ]);
  });

  it('knows aliases of columns', async () => {
    const { body } = await given.call('GET', '/_cat/aliases?format=json&h=a,i,w');
    expect(body).toEqual([{ a: 'library', i: 'books', w: '-' }]);
  });

  it('counts', async () => {
    const { body } = await given.call('GET', '/_cat/count?format=json');
    expect(body).toEqual([{ epoch: '1717243200', timestamp: '12:00:00', count: '1' }]);
  });
});

describeAdapters('indices.resolve_index and nodes.info', (given) => {
  it('tells indices from aliases (rest-layer B.13)', async () => {
    await given.call('PUT', '/a', { aliases: { all: {} } });
    await given.call('PUT', '/b', { aliases: { all: {} }, settings: { hidden: true } });
    expect((await given.call('GET', '/_resolve/index/*')).body).toEqual({
      indices: [{ name: 'a', aliases: ['all'], attributes: ['open'], mode: 'standard' }],
      aliases: [{ name: 'all', indices: ['a', 'b'] }],
      data_streams: [],
    });
    const hidden = await given.call('POST', '/_resolve/index/b');
    expect(hidden.body.indices[0].attributes).toEqual(['hidden', 'open']);
    expect((await given.call('GET', '/_resolve/index/nope')).status).toBe(404);
  });

  it('shows the one node to clients that sniff (rest-layer B.16)', async () => {
    const { body } = await given.call('GET', '/_nodes/_all/http');
    expect(body._nodes).toEqual({ total: 1, successful: 1, failed: 0 });
    const [node] = Object.values(body.nodes as Record<string, { http: object }>);
    expect(node?.http).toMatchObject({ publish_address: expect.stringMatching(/:\d+$/) });
  });

  it('shows what a node does, and only the metrics that are asked for (ES: nodes.info/10_basic.yml)', async () => {
    const nodeAt = async (path: string): Promise<Record<string, unknown> | undefined> => {
      const { body } = await given.call('GET', `/_nodes${path}`);
      return Object.values(body.nodes as Record<string, Record<string, unknown>>)[0];
    };
    const all = await nodeAt('');
    expect(all?.['roles']).toEqual([...(all?.['roles'] as string[])].sort());
    expect(all?.['roles']).toContain('data_content');
    expect(await nodeAt('/_local/info/http')).toHaveProperty('http');
    expect(await nodeAt('/os')).not.toHaveProperty('http');
    expect(await nodeAt('/_all/os,jvm')).not.toHaveProperty('http');
  });

  it('finds nodes by name, and takes names of metrics for metrics (ES: `RestNodesInfoAction`)', async () => {
    const total = async (path: string) =>
      (await given.call('GET', `/_nodes/${path}`)).body._nodes.total as number;
    expect(await total('_local')).toBe(1);
    expect(await total('http,os')).toBe(1);
    expect(await total('nobody')).toBe(0);
    expect(await total('nobody/http')).toBe(0);
  });

  it.each(['stats', 'hot_threads', '_local/stats', 'usage'])('does not pass for /_nodes/%s', async (path) => {
    expect((await given.call('GET', `/_nodes/${path}`)).status).toBe(400);
    expect(given.es.journal.unhandled).toMatchObject([{ gap: `GET /_nodes/${path}` }]);
  });
});

describeAdapters('indices.get_data_stream', (given) => {
  it('has none, and knows the names of indices (ES: `RestGetDataStreamsAction`)', async () => {
    await given.call('PUT', '/books');
    for (const path of ['/_data_stream', '/_data_stream/b*', '/_data_stream/books?expand_wildcards=all']) {
      expect((await given.call('GET', path)).body).toEqual({ data_streams: [] });
    }
    const missing = await given.call('GET', '/_data_stream/nope');
    expect(missing.status).toBe(404);
    expect(missing.body.error.type).toBe('index_not_found_exception');
  });
});
