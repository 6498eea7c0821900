import { describeAdapters } from '../conformance/describe-adapters.js';

describeAdapters('the documents of a simulation (ES: `SimulatePipelineRequest.parseDocs`)', (given) => {
  const simulate = (docs: unknown, processors: readonly object[] = [], pipeline: unknown = { processors }) =>
    given.call('POST', '/_ingest/pipeline/_simulate', { pipeline, docs });

  it('have metadata of texts and numbers, which is shown as text', async () => {
    const metadata = {
      _index: 7,
      _id: 8,
      _routing: 9,
      _version: '5',
      _version_type: 'external',
      _if_seq_no: 1,
      _if_primary_term: 2,
      _dynamic_templates: { a: 'b' },
    };
    const { body } = await simulate([{ _source: { a: 1 }, ...metadata }]);
    expect(body.docs[0].doc).toEqual({
      _index: '7',
      _id: '8',
      _routing: '9',
      _version: '5',
      _version_type: 'external',
      _if_seq_no: '1',
      _if_primary_term: '2',
      _dynamic_templates: '{a=b}',
      _source: { a: 1 },
      _ingest: { timestamp: '2024-06-01T12:00:00.000Z' },
    });
  });

  it('are null where they are dropped (ES: `SimulateDocumentBaseResult.toXContent`)', async () => {
    const { body } = await simulate([{ _source: {} }], [{ drop: {} }]);
    expect(body).toEqual({ docs: [null] });
  });

  it.each<[unknown, string]>([
    [undefined, '[docs] required property is missing'],
    [{}, "[docs] property isn't a list, but of type [java.util.HashMap]"],
    [[], 'must specify at least one document in [docs]'],
    [[1], 'malformed [docs] section, should include an inner object'],
    [[{}], '[_source] required property is missing'],
    [[{ _source: [] }], "[_source] property isn't a map, but of type [java.util.ArrayList]"],
    [
      [{ _source: {}, _index: 1.5 }],
      "[_index] property isn't a string or int, but of type [java.lang.Double]",
    ],
    [[{ _source: {}, _version: null }], '[_version] cannot be null'],
    [
      [{ _source: {}, _version: 1.5 }],
      "[_version] property isn't a string or long, but of type [java.lang.Double]",
    ],
    [[{ _source: {}, _if_seq_no: 'x' }], 'For input string: "x"'],
    [[{ _source: {}, _version_type: 'nope' }], 'No version type match [nope]'],
  ])('are refused as %j', async (docs, reason) => {
    const { status, body } = await simulate(docs);
    expect({ status, reason: body.error.reason as string }).toEqual({ status: 400, reason });
  });

  it('come with a pipeline that is an object', async () => {
    const { body } = await simulate([{ _source: {} }], [], []);
    expect(body.error).toMatchObject({
      reason: "[pipeline] property isn't a map, but of type [java.util.ArrayList]",
      property_name: 'pipeline',
    });
  });

  it.each<[object, string]>([
    [
      { set: { field: '_id', value: 3 } },
      '_id [3] is wrong type, expected assignable to [java.lang.String], not [java.lang.Integer]',
    ],
    [
      { set: { field: '_version', value: '1' } },
      '_version [1] is wrong type, expected assignable to [java.lang.Number], not [java.lang.String]',
    ],
    [
      { set: { field: '_if_seq_no', value: 1.5 } },
      '_if_seq_no may only be set to an int or a long but was [1.5] with type [java.lang.Double]',
    ],
    [
      { set: { field: '_version_type', value: 'x' } },
      '_version_type must be a null or one of [internal, external, external_gte] but was [x] with type [java.lang.String]',
    ],
    [{ set: { field: '_version', copy_from: 'nothing' } }, '_version cannot be null'],
    [{ remove: { field: '_version' } }, '_version cannot be removed'],
  ])('keep metadata of its kind: %j (ES: IngestDocMetadataTests)', async (processor, reason) => {
    const { body } = await simulate([{ _source: { nothing: null } }], [processor]);
    expect(body.docs[0].error).toMatchObject({ type: 'illegal_argument_exception', reason });
  });
});
