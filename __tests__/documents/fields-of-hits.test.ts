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

describeDocuments('fields of hits, as the source has them (ES: FieldFetcher)', (given) => {
  const shown = async (asked: object) => {
    const { text } = await given.call('POST', '/books/_search?filter_path=hits.hits', {
      _source: false,
      ...asked,
    });
    return text.slice('{"hits":{"hits":[{"_index":"books","_id":"1","_score":1,'.length, -4);
  };

  it('keep order and repetitions; doc values are sorted', async () => {
    const properties = { k: { type: 'keyword' }, n: { type: 'long' }, text: { type: 'text' } };
    await given.call('PUT', '/books', { mappings: { properties } });
    await given.call('PUT', '/books/_doc/1', { k: ['b', 'a', 'b'], n: ['7', 3, 7], text: 'A' });
    expect(await shown({ fields: ['k', 'n'] })).toBe('"fields":{"k":["b","a","b"],"n":[7,3,7]}');
    expect(await shown({ docvalue_fields: ['k', 'n'] })).toBe('"fields":{"k":["a","b"],"n":[3,7,7]}');
    const refused = await given.call('POST', '/books/_search', { docvalue_fields: ['text'] });
    expect([refused.status, JSON.stringify(refused.body)]).toEqual([
      400,
      expect.stringContaining('Fielddata is disabled on [text] in [books]'),
    ]);
  });

  it('show nested objects one by one (ES: NestedValueFetcher)', async () => {
    const keyword = { type: 'keyword' };
    const address = { type: 'nested', properties: { city: keyword } };
    const users = {
      type: 'nested',
      properties: { name: keyword, address, account: { properties: { n: keyword } } },
    };
    await given.call('PUT', '/books', { mappings: { properties: { id: keyword, users } } });
    await given.call('PUT', '/books/_doc/1', {
      id: 'x',
      users: [
        { name: 'a', account: { n: 1 } },
        { name: 'b', address: [{ city: 'Berlin' }, {}] },
      ],
    });
    expect(await shown({ fields: ['*'] })).toBe(
      '"fields":{"id":["x"],"users":[{"name":["a"],"account.n":["1"]},{"name":["b"],"address":[{"city":["Berlin"]}]}]}',
    );
    expect(await shown({ fields: ['users.address.*'] })).toBe(
      '"fields":{"users":[{"address":[{"city":["Berlin"]}]}]}',
    );
    expect(await shown({ fields: ['users'] })).toBe('');
  });

  it('show what is not mapped where asked to', async () => {
    const properties = { a: { type: 'keyword' }, off: { type: 'object', enabled: false } };
    await given.call('PUT', '/books', { mappings: { dynamic: false, properties } });
    await given.call('PUT', '/books/_doc/1', { a: 'x', b: null, c: 1, off: ['text', { d: [2] }, [3, 4]] });
    const all = { field: '*', include_unmapped: true };
    expect(await shown({ fields: [all] })).toBe(
      '"fields":{"a":["x"],"c":[1],"off.d":[2],"off":[3,4,"text"]}',
    );
    expect(await shown({ fields: ['a', { field: 'c', include_unmapped: true }] })).toBe(
      '"fields":{"a":["x"],"c":[1]}',
    );
    expect(await shown({ fields: ['*'] })).toBe('"fields":{"a":["x"]}');
  });

  it('leave what the index left out to ignored_field_values (ES: SearchHit)', async () => {
    const properties = {
      k: { type: 'keyword', ignore_above: 3 },
      n: { type: 'long', ignore_malformed: true },
    };
    await given.call('PUT', '/books', { mappings: { properties } });
    await given.call('PUT', '/books/_doc/1', { k: 'long', n: ['x', 1] });
    expect(await shown({ fields: ['k', 'n'] })).toBe(
      '"_ignored":["k","n"],"fields":{"n":[1]},"ignored_field_values":{"k":["long"],"n":["x"]}',
    );
  });

  it('show ranges as they were sent', async () => {
    await given.call('PUT', '/books', { mappings: { properties: { r: { type: 'integer_range' } } } });
    await given.call('PUT', '/books/_doc/1', { r: { gte: 0, lte: 42 } });
    expect(await shown({ fields: ['r'] })).toBe('"fields":{"r":[{"gte":0,"lte":42}]}');
  });
});

describeDocuments('what is wrong with a search', (given) => {
  it('is its query before its size (ES: SearchService.parseSource)', async () => {
    const mappings = { properties: { k: { type: 'keyword' } } };
    await given.call('PUT', '/books', { settings: { max_result_window: 2 }, mappings });
    const { body } = await given.call('POST', '/books/_search', {
      query: { ids: { values: ['1', '2', '3'] } },
    });
    expect(body).toMatchObject({
      error: {
        root_cause: [
          { reason: 'failed to create query: Too many ids specified, allowed max result window is [2]' },
        ],
      },
    });
  });
});
