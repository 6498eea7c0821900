import { describeDocuments } from './describe-documents.js';

describeDocuments('limits of mappings (ES: `MappingLookup.checkLimits`)', (given) => {
  const create = (settings: object, properties: object) =>
    given.call('PUT', '/books', { settings, mappings: { properties } });
  const extend = (properties: object) => given.call('PUT', '/books/_mapping', { properties });
  const put = (document: unknown) => given.call('PUT', '/books/_doc/1', document);

  const many = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`f${at}`, { type: 'long' }]));
  const deep = (levels: number, leaf: object): object =>
    levels === 0 ? leaf : { a: deep(levels - 1, leaf) };
  const deepProperties = (levels: number): object =>
    levels === 0 ? { n: { type: 'long' } } : { a: { properties: deepProperties(levels - 1) } };

  const illegal = (reason: string) => ({
    status: 400,
    error: { type: 'illegal_argument_exception', reason },
  });
  const unparsed = (place: string, reason: string) => ({
    status: 400,
    error: {
      type: 'document_parsing_exception',
      reason: `[${place}] failed to parse: ${reason}`,
      caused_by: { type: 'illegal_argument_exception', reason },
    },
  });

  it('are 1000 fields', async () => {
    expect((await create({}, many(1001))).body).toMatchObject(
      illegal('Limit of total fields [1000] has been exceeded'),
    );
    expect((await create({}, many(1000))).status).toBe(200);
    expect((await extend({ more: { type: 'long' } })).body).toMatchObject(
      illegal('Limit of total fields [1000] has been exceeded'),
    );
    expect((await put({ f0: 1, more: 1 })).body).toMatchObject(
      unparsed('1:16', 'Limit of total fields [1000] has been exceeded while adding new fields [1]'),
    );
    expect((await put({ f0: 1 })).status).toBe(201);
  });

  it('count objects, sub-fields and aliases', async () => {
    const properties = {
      o: { properties: { t: { type: 'text', fields: { raw: { type: 'keyword' } } } } },
      a: { type: 'alias', path: 'o.t' },
    };
    const limited = (limit: number) => ({ 'index.mapping.total_fields.limit': limit });
    expect((await create(limited(3), properties)).status).toBe(400);
    expect((await create(limited(4), properties)).status).toBe(200);
    expect((await put({ o: { t: 'x' } })).status).toBe(201);
    expect((await put({ o: { t: 'x', u: 'y' } })).body).toMatchObject(
      unparsed('1:19', 'Limit of total fields [4] has been exceeded while adding new fields [2]'),
    );
    expect((await put([1])).status).toBe(400);
    const set = await given.call('PUT', '/books/_settings', { 'mapping.total_fields.limit': 6 });
    expect(set.status).toBe(200);
    expect((await put({ o: { t: 'x', u: 'y' } })).status).toBe(200);
  });

  it('count what a document adds up to the field that has no room', async () => {
    await create({ 'mapping.total_fields.limit': 3 }, {});
    expect((await put({ a: 1, 'b.c': [{ d: 1, e: 2 }] })).body).toMatchObject(
      unparsed('1:20', 'Limit of total fields [3] has been exceeded while adding new fields [4]'),
    );
  });

  it('refuse to pass over what goes beyond: a gap', async () => {
    await create(
      { 'mapping.total_fields.limit': 1, 'mapping.total_fields.ignore_dynamic_beyond_limit': true },
      {},
    );
    expect((await put({ a: 1, b: 1 })).status).toBe(400);
    expect(given.es.journal.requests.at(-1)?.gap).toBe(
      'setting [index.mapping.total_fields.ignore_dynamic_beyond_limit]',
    );
  });

  it('are 20 levels', async () => {
    const path = Array.from({ length: 20 }, () => 'a').join('.');
    const reason = `Limit of mapping depth [20] has been exceeded due to object field [${path}]`;
    expect((await create({}, deepProperties(20))).body).toMatchObject(illegal(reason));
    expect((await create({}, deepProperties(19))).status).toBe(200);
    expect((await extend(deepProperties(20))).body).toMatchObject(illegal(reason));
    expect((await put(deep(20, { n: 1 }))).body).toMatchObject(unparsed('1:101', reason));
  });

  it('are names as long as one likes, unless set', async () => {
    const name = 'x'.repeat(1000);
    const settings = { 'mapping.field_name_length.limit': 5 };
    expect((await create({}, { [name]: { type: 'long' } })).status).toBe(200);
    await given.call('DELETE', '/books');
    const refused = illegal('Field name [longer] is longer than the limit of [5] characters');
    expect((await create(settings, { o: { properties: { longer: { type: 'long' } } } })).body).toMatchObject(
      refused,
    );
    expect((await create(settings, { short: { type: 'long' } })).status).toBe(200);
    expect((await extend({ longer: { properties: {} } })).body).toMatchObject(refused);
    expect((await put({ longer: 1 })).body).toMatchObject(refused);
  });

  it('are so many nested fields (ES: `create/70_nested.yml`)', async () => {
    const nested = { type: 'nested' };
    const settings = { 'mapping.nested_fields.limit': 1 };
    const refused = illegal('Limit of nested fields [1] has been exceeded');
    expect((await create(settings, { a: nested, b: nested })).body).toMatchObject(refused);
    expect((await create(settings, { a: nested })).status).toBe(200);
    expect((await extend({ b: nested })).body).toMatchObject(refused);
  });

  it('are so many objects with nested ones', async () => {
    const settings = { 'mapping.nested_parents.limit': 1 };
    const inner = { type: 'nested', properties: { c: { type: 'nested' } } };
    expect((await create(settings, { a: { type: 'nested' }, b: { type: 'nested' } })).status).toBe(200);
    expect((await extend({ a: inner })).body).toMatchObject(
      illegal('Limit of nested parents [1] has been exceeded'),
    );
  });

  it('are so many nested objects in a document', async () => {
    await create(
      { 'mapping.nested_objects.limit': 2 },
      {
        a: { type: 'nested', properties: { b: { type: 'nested' } } },
        o: { properties: { n: { type: 'nested' } } },
      },
    );
    expect((await put({ a: { b: { x: 1 } }, o: [{ n: [] }] })).status).toBe(201);
    const refused = (place: string) => ({
      status: 400,
      error: {
        type: 'document_parsing_exception',
        reason:
          `[${place}] The number of nested documents has exceeded the allowed limit of [2]. This limit can be set by ` +
          'changing the [index.mapping.nested_objects.limit] index level setting.',
      },
    });
    expect((await put({ a: [{ b: { x: 1 } }, { x: 2 }] })).body).toMatchObject(refused('1:21'));
    expect((await put({ 'o.n': [{}, {}, {}] })).body).toMatchObject(refused('1:15'));
    const update = await given.call('POST', '/books/_update/1', { doc: { o: { n: {} } } });
    expect(update.body).toMatchObject({ status: 400 });
  });

  it('are so many objects in the arrays of a document (ES: `DocumentParser.parseArrayElements`)', async () => {
    const set = (limit: number) =>
      given.call('PUT', '/books/_settings', { 'mapping.array_objects.limit': limit });
    await create(
      { 'mapping.array_objects.limit': 2 },
      {
        off: { type: 'object', enabled: false },
        shut: { type: 'object', dynamic: false },
        at: { type: 'geo_point' },
        flat: { type: 'flattened' },
      },
    );
    const point = { lat: 1, lon: 2 };
    const three = [{}, {}, {}];
    const fine = { a: [{ b: 1 }, { c: {} }], off: three, shut: { x: three }, at: [point, point, point] };
    expect((await put(fine)).status).toBe(201);
    const refused = (place: string, limit = 2) => ({
      status: 400,
      error: {
        type: 'document_parsing_exception',
        reason:
          `[${place}] The total number of objects across all arrays in the document has exceeded the allowed limit of ` +
          `[${limit}]. This limit can be set by changing the [index.mapping.array_objects.limit] index level setting.`,
      },
    });
    expect((await put({ a: [{ b: 1 }, { b: 2 }, { b: 3 }] })).body).toMatchObject(refused('1:23'));
    expect((await put({ 'a.b': [{}], c: { d: [[{}], {}] } })).body).toMatchObject(refused('1:28'));
    expect((await put({ flat: [{ x: three }, {}, {}] })).body).toMatchObject(refused('1:30'));
    expect((await put({ shut: three })).body).toMatchObject(refused('1:16'));
    await set(3);
    expect((await put({ a: three })).status).toBe(200);
    await set(1);
    expect((await put({ a: three })).body).toMatchObject(refused('1:10', 1));
    expect((await set(0)).body).toMatchObject(
      illegal('Failed to parse value [0] for setting [index.mapping.array_objects.limit] must be >= 1'),
    );
  });
});
