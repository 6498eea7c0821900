import { describeDocuments, errorOf } from './describe-documents.js';

describeDocuments('fields of dates with a format', (given) => {
  const mapping = (properties: unknown) => given.call('PUT', '/books', { mappings: { properties } });

  async function seed(): Promise<void> {
    await mapping({
      d: { type: 'date', format: 'yyyy/MM/dd||epoch_millis' },
      at: { type: 'date' },
      k: { type: 'keyword' },
      n: { type: 'long' },
      t: { type: 'text' },
      b: { type: 'boolean' },
    });
    const put = (id: string, body: unknown) => given.call('PUT', `/books/_doc/${id}?refresh=true`, body);
    expect((await put('1', { d: '1990/12/29', at: '1990-12-29T14:05:06Z', k: 'v', n: 1 })).status).toBe(201);
    expect((await put('2', { d: '1991/01/02', at: '1991-01-02' })).status).toBe(201);
  }

  async function search(body: unknown): Promise<{ fields?: unknown; sort?: unknown; _id: string }[]> {
    const { hits } = (await given.call('POST', '/books/_search', body)).body as {
      hits: { hits: { fields?: unknown; sort?: unknown; _id: string }[] };
    };
    return hits.hits;
  }

  it('take what it reads and refuse the rest in Java’s words', async () => {
    await seed();
    const answer = await given.call('PUT', '/books/_doc/3', { d: '1990-12-29' });
    expect(answer.body).toMatchObject({
      error: {
        type: 'document_parsing_exception',
        caused_by: {
          reason: 'failed to parse date field [1990-12-29] with format [yyyy/MM/dd||epoch_millis]',
          caused_by: { reason: 'Failed to parse with all enclosed parsers' },
        },
      },
    });
  });

  it('refuse a day that does not exist (ES: `DateFormatters.from`)', async () => {
    await seed();
    for (const document of [{ d: '1990/02/30' }, { at: '1990-02-30' }]) {
      expect((await given.call('PUT', '/books/_doc/3', document)).body).toMatchObject({
        status: 400,
        error: { caused_by: { type: 'date_time_exception', reason: "Invalid date 'FEBRUARY 30'" } },
      });
    }
  });

  it('are compared by what the format reads', async () => {
    await seed();
    const found = async (query: unknown): Promise<string[]> =>
      (await search({ query })).map(({ _id: id }) => id);
    expect(await found({ term: { d: '1990/12/29' } })).toEqual(['1']);
    expect(await found({ range: { d: { gt: '1990/12/29' } } })).toEqual(['2']);
    expect(await found({ range: { d: { gte: '1990/12/29||+1d' } } })).toEqual(['2']);
    expect(await found({ range: { at: { lte: '29.12.1990', format: 'dd.MM.yyyy' } } })).toEqual(['1']);
  });

  it('are shown in their format, or in the one asked for', async () => {
    await seed();
    const query = { ids: { values: ['1'] } };
    const fields = ['d', { field: 'at', format: 'yyyy/MM/dd' }];
    for (const key of ['fields', 'docvalue_fields']) {
      expect((await search({ query, [key]: fields }))[0]?.fields).toEqual({
        d: ['1990/12/29'],
        at: ['1990/12/29'],
      });
    }
    expect((await search({ query, fields: ['at', { field: 'a*', format: 'HH:mm' }] }))[0]?.fields).toEqual({
      at: ['14:05'],
    });
  });

  it.each([
    ['fields', 'k', 'keyword', undefined],
    ['fields', 'n', 'long', undefined],
    ['fields', 't', 'text', undefined],
    ['docvalue_fields', 'b', 'boolean', undefined],
    ['docvalue_fields', 'n', 'long', 'decimal format [yyyy]'],
  ])('%s: a format for the field %s of another type is refused', async (key, field, type, gap) => {
    await seed();
    const answer = await given.call('POST', '/books/_search', { [key]: [{ field, format: 'yyyy' }] });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({
      error: {
        type: 'search_phase_execution_exception',
        root_cause: [
          {
            type: 'illegal_argument_exception',
            reason: `Field [${field}] of type [${type}] doesn't support formats.`,
          },
        ],
      },
    });
    expect(given.es.journal.requests.at(-1)?.gap).toBe(gap);
  });

  it('are sorted with a format', async () => {
    await seed();
    const sort = [{ at: { order: 'asc', format: 'yyyy/MM/dd' } }];
    expect((await search({ sort })).map((hit) => hit.sort)).toEqual([['1990/12/29'], ['1991/01/02']]);
    expect((await search({ sort, search_after: ['1990/12/30'] })).map((hit) => hit.sort)).toEqual([
      ['1991/01/02'],
    ]);
    const refused = await given.call('POST', '/books/_search', { sort: [{ k: { format: 'yyyy' } }] });
    expect(refused.body).toMatchObject({
      error: { root_cause: [{ reason: "Field [k] of type [keyword] doesn't support formats." }] },
    });
  });

  it('are aggregated with a format', async () => {
    await seed();
    const aggs = {
      days: { terms: { field: 'd' } },
      years: { terms: { field: 'at', format: 'yyyy' } },
      first: { min: { field: 'd' } },
      last: { max: { field: 'at', format: 'HH:mm' } },
    };
    expect((await given.call('POST', '/books/_search', { size: 0, aggs })).body).toMatchObject({
      aggregations: {
        days: { buckets: [{ key_as_string: '1990/12/29' }, { key_as_string: '1991/01/02' }] },
        years: { buckets: [{ key_as_string: '1990' }, { key_as_string: '1991' }] },
        first: { value_as_string: '1990/12/29' },
        last: { value_as_string: '00:00' },
      },
    });
  });

  it.each([
    { fields: [{ field: 'd', format: 'nonsense' }] },
    { query: { range: { d: { gt: 1, format: 'nonsense' } } } },
  ])('are not shown or compared in a format that is none: %j', async (body) => {
    await seed();
    const answer = await given.call('POST', '/books/_search', body);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('Invalid format: [nonsense]: Unknown pattern letter: o');
  });

  it('are not mapped with a format that is none (ES: `DateFieldMapper.Builder.buildFormatter`)', async () => {
    const answer = await mapping({ d: { type: 'date', format: 'nonsense' } });
    expect(answer.status).toBe(400);
    const invalid = 'Invalid format: [nonsense]: Unknown pattern letter: o';
    const reason = `Error parsing [format] on field [d]: ${invalid}`;
    expect(answer.body).toMatchObject({
      error: {
        type: 'mapper_parsing_exception',
        reason: `Failed to parse mapping: ${reason}`,
        caused_by: {
          type: 'illegal_argument_exception',
          reason,
          caused_by: { reason: invalid, caused_by: { reason: 'Unknown pattern letter: o' } },
        },
      },
    });
  });

  it('are not mapped with a format that is not emulated: a gap', async () => {
    const answer = await mapping({ d: { type: 'date', format: 'strict_week_date' } });
    expect(errorOf(answer)).toEqual([
      'mapper_parsing_exception',
      'Failed to parse mapping: Error parsing [format] on field [d]: Invalid format: [strict_week_date]',
    ]);
    expect(given.es.journal.requests.at(-1)?.gap).toBe('date format [strict_week_date]');
  });

  it('are not compared in a format that is not emulated: a gap', async () => {
    await seed();
    const range = { at: { gte: '2024-01', format: 'YYYY-ww' } };
    expect((await given.call('POST', '/books/_search', { query: { range } })).status).toBe(400);
    expect(given.es.journal.requests.at(-1)?.gap).toBe('date format [YYYY-ww]');
  });
});

describeDocuments('fields of nanoseconds (ES: DateUtils.toLong)', (given) => {
  beforeEach(() =>
    given.call('PUT', '/books', {
      mappings: {
        properties: { at: { type: 'date_nanos' }, any: { type: 'date_nanos', ignore_malformed: true } },
      },
    }),
  );

  it.each(['1970-01-01', 0, '2262-04-11T23:47:16.854775807Z', null])('hold %j', async (at) => {
    expect((await given.call('PUT', '/books/_doc/1', { at })).status).toBe(201);
  });

  it.each([
    [-1, 'date[1969-12-31T23:59:59.999Z] is before the epoch in 1970'],
    ['1969-10-28T12:12:12.12345Z', 'date[1969-10-28T12:12:12.123450Z] is before the epoch in 1970'],
    ['1969-10-28', 'date[1969-10-28T00:00:00Z] is before the epoch in 1970'],
    ['2262-04-11T23:47:16.9Z', 'date[2262-04-11T23:47:16.900Z] is after 2262-04-11T23:47:16.854775807'],
  ])('refuse %j, which 64 bits cannot hold', async (at, why) => {
    const answer = await given.call('PUT', '/books/_doc/1', { at });
    expect(answer.body).toMatchObject({
      status: 400,
      error: {
        type: 'document_parsing_exception',
        reason: `[1:7] failed to parse field [at] of type [date_nanos] in document with id '1'. Preview of field's value: '${at}'`,
        caused_by: {
          type: 'illegal_argument_exception',
          reason: `${why} and cannot be stored in nanosecond resolution`,
        },
      },
    });
    expect((await given.call('PUT', '/books/_doc/1', { any: at })).status).toBe(201);
  });

  it('name the format that they read', async () => {
    const answer = await given.call('PUT', '/books/_doc/1', { at: 'soon' });
    expect(answer.body).toMatchObject({
      error: {
        caused_by: {
          reason:
            'failed to parse date field [soon] with format [strict_date_optional_time_nanos||epoch_millis]',
        },
      },
    });
  });
});
