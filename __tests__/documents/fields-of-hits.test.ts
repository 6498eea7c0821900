import { describeDocuments, errorOf } from './describe-documents.js';

describeDocuments('stored fields of hits', (given) => {
  beforeEach(async () => {
    const properties = {
      k: { type: 'keyword', store: true, ignore_above: 3 },
      at: { type: 'date', store: true },
      text: { type: 'text', store: true },
      n: { type: 'long' },
    };
    await given.call('PUT', '/books', { mappings: { properties } });
    await given.call('PUT', '/books/_doc/1?routing=r', {
      k: ['x', 'long'],
      at: '2024-01-01',
      text: 'A b',
      n: 1,
    });
  });

  const post = (body: object, query = '') =>
    given.call('POST', `/books/_search?filter_path=hits.hits${query}`, body);
  const hit = (shown: string) => `{"hits":{"hits":[{"_index":"books",${shown}}]}}`;
  const meta = '"_id":"1","_score":1,"_routing":"r","_ignored":["k"]';

  it('are those that the mapping stores (ES: StoredFieldsPhase)', async () => {
    const { text } = await post({ stored_fields: ['k', 'n', 't*', 'nope', '_id'] });
    expect(text).toBe(hit(`${meta},"fields":{"k":["x"],"text":["A b"]}`));
    const asked = { stored_fields: ['at', '_source'], _source: 'n', fields: ['n'] };
    expect((await post(asked)).text).toBe(
      hit(`${meta},"_source":{"n":1},"fields":{"at":["2024-01-01T00:00:00.000Z"],"n":[1]}`),
    );
    expect((await post({}, '&stored_fields=k')).text).toBe(hit(`${meta},"fields":{"k":["x"]}`));
  });

  it('may be none: then there is no id either (ES: StoredFieldsContext)', async () => {
    expect((await post({ stored_fields: '_none_' })).text).toBe(hit('"_score":1'));
    const combined = await post({ stored_fields: ['_none_', 'k'] });
    expect([combined.status, ...errorOf(combined)]).toEqual([
      400,
      'illegal_argument_exception',
      'cannot combine _none_ with other fields',
    ]);
    const invalid = await post({ stored_fields: '_none_', _source: true, fields: ['n'] });
    expect(errorOf(invalid)).toEqual([
      'action_request_validation_exception',
      'Validation Failed: 1: [stored_fields] cannot be disabled if [_source] is requested;' +
        '2: [stored_fields] cannot be disabled when using the [fields] option;',
    ]);
  });

  it('can be asked for with the fields, if not internal (ES: FieldFetcher)', async () => {
    expect((await post({ _source: false, fields: ['_ignored'] })).text).toBe(
      hit(`${meta},"fields":{"_ignored":["k"]}`),
    );
    const { status, body } = await given.call('POST', '/books/_search', { fields: ['_seq_no'] });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      error: {
        root_cause: [
          {
            type: 'illegal_argument_exception',
            reason: 'error fetching [_seq_no]: Cannot fetch values for internal field [_seq_no].',
          },
        ],
      },
    });
  });
});
