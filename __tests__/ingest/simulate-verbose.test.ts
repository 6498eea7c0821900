import { describeAdapters } from '../conformance/describe-adapters.js';

describeAdapters('a verbose simulation', (given) => {
  const simulate = async (processors: readonly object[], source: object, more: object = {}) => {
    const { status, body } = await given.call('POST', '/_ingest/pipeline/_simulate?verbose=true', {
      pipeline: { processors, ...more },
      docs: [{ _source: source }],
    });
    expect(status).toBe(200);
    return body.docs[0].processor_results as Record<string, any>[]; // eslint-disable-line @typescript-eslint/no-explicit-any -- as answers
  };

  const briefly = (steps: readonly Record<string, unknown>[]) =>
    steps.map((step) => `${String(step['processor_type'])} ${String(step['status'])}`);

  const doc = (source: object, ingest: object = {}) => ({
    _index: '_index',
    _id: '_id',
    _version: '-3',
    _source: source,
    _ingest: { pipeline: '_simulate_pipeline', timestamp: '2024-06-01T12:00:00.000Z', ...ingest },
  });

  it('shows the document after each processor (ES: SimulateProcessorResult.toXContent)', async () => {
    const processors = [
      { set: { field: 'a', value: 1, tag: 't', description: 'first' } },
      { set: { field: 'b', value: 2, if: 'ctx.a == 1' } },
    ];
    expect(await simulate(processors, {})).toEqual([
      { processor_type: 'set', status: 'success', description: 'first', tag: 't', doc: doc({ a: 1 }) },
      {
        processor_type: 'set',
        status: 'success',
        if: { condition: 'ctx.a == 1', result: true },
        doc: doc({ a: 1, b: 2 }),
      },
    ]);
  });

  it('shows what a condition skips, and where a document is dropped', async () => {
    const processors = [{ set: { field: 'a', value: 1, if: 'ctx.x == 1' } }, { drop: {} }, { drop: {} }];
    expect(await simulate(processors, {})).toEqual([
      { processor_type: 'set', status: 'skipped', if: { condition: 'ctx.x == 1', result: false } },
      { processor_type: 'drop', status: 'dropped' },
    ]);
  });

  it('ends with the processor that fails', async () => {
    const steps = await simulate([{ fail: { message: 'm', tag: 't' } }, { drop: {} }], {});
    const cause = { type: 'fail_processor_exception', reason: 'm' };
    expect(steps).toEqual([
      { processor_type: 'fail', status: 'error', tag: 't', error: { root_cause: [cause], ...cause } },
    ]);
  });

  it('shows failures that are ignored beside the document', async () => {
    const steps = await simulate([{ fail: { message: 'm', ignore_failure: true } }, { drop: {} }], { a: 1 });
    expect(briefly(steps)).toEqual(['fail error_ignored', 'drop dropped']);
    expect(steps[0]).toMatchObject({ ignored_error: { error: { reason: 'm' } }, doc: doc({ a: 1 }) });
  });

  it('shows what takes care of failures, and what that knows of them', async () => {
    const note = { set: { field: 'why', value: '{{_ingest.on_failure_message}}' } };
    const own = await simulate([{ fail: { message: 'm', on_failure: [note] } }, { drop: {} }], {});
    expect(briefly(own)).toEqual(['fail error', 'set success', 'drop dropped']);
    expect(own[1]?.['doc']).toMatchObject({
      _source: { why: 'm' },
      _ingest: { on_failure_message: 'm', on_failure_processor_type: 'fail' },
    });
    const shared = await simulate([{ fail: { message: 'm' } }, { drop: {} }], {}, { on_failure: [note] });
    expect(briefly(shared)).toEqual(['fail error', 'set success']);
  });

  it('names another pipeline before its processors (ES: TrackingResultProcessor.decorateAndExecutePipeline)', async () => {
    await given.call('PUT', '/_ingest/pipeline/inner', { processors: [{ set: { field: 'a', value: 1 } }] });
    const steps = await simulate([{ pipeline: { name: 'inner', tag: 't' } }, { drop: {} }], {});
    expect(steps).toEqual([
      { processor_type: 'pipeline', status: 'success', tag: 't' },
      { processor_type: 'set', status: 'success', doc: doc({ a: 1 }, { pipeline: 'inner' }) },
      { processor_type: 'drop', status: 'dropped' },
    ]);
  });

  it('tells of pipelines that are missing', async () => {
    const reason = 'Pipeline processor configured for non-existent pipeline [nope]';
    const [step] = await simulate([{ pipeline: { name: 'nope' } }], {});
    expect(step).toMatchObject({ status: 'error', error: { type: 'illegal_argument_exception', reason } });
    const passed = await simulate(
      [{ pipeline: { name: 'nope', ignore_missing_pipeline: true } }, { drop: {} }],
      {},
    );
    expect(briefly(passed)).toEqual(['pipeline error_ignored', 'drop dropped']);
    expect(passed[0]?.['ignored_error']).toMatchObject({ error: { reason } });
  });

  it('tells of pipelines that run in circles where they are entered', async () => {
    for (const [id, next] of [
      ['one', 'two'],
      ['two', 'one'],
    ]) {
      const processors = [{ set: { field: 'a', value: 1 } }, { pipeline: { name: next } }];
      await given.call('PUT', `/_ingest/pipeline/${id}`, { processors });
    }
    const [step, ...more] = await simulate([{ pipeline: { name: 'one' } }], {});
    expect(step).toMatchObject({
      status: 'error',
      error: { type: 'graph_structure_exception', reason: 'Cycle detected for pipeline: one' },
    });
    expect(more).toEqual([]);
  });

  it('can be had of a stored pipeline, of each document', async () => {
    await given.call('PUT', '/_ingest/pipeline/mine', { processors: [{ drop: { if: 'ctx.x == 1' } }] });
    const { body } = await given.call('POST', '/_ingest/pipeline/mine/_simulate?verbose', {
      docs: [{ _source: { x: 1 } }, { _source: {} }],
    });
    const results = body.docs as readonly { processor_results: readonly Record<string, unknown>[] }[];
    expect(results.map(({ processor_results: steps }) => briefly(steps))).toEqual([
      ['drop dropped'],
      ['drop skipped'],
    ]);
  });
});
