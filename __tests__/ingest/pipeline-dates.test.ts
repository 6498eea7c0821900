import { describeAdapters, plainError } from '../conformance/describe-adapters.js';

const PATH = '/_ingest/pipeline/mine';
const NOON = Date.parse('2024-06-01T12:00:00Z');
const LATER = NOON + 60_000;

describeAdapters('the dates of a pipeline (ES: ingest/20_tracking.yml)', (given) => {
  const dates = async (query = ''): Promise<unknown> => {
    const { body } = await given.call('GET', `${PATH}${query}`);
    const {
      processors: _processors,
      description: _description,
      ...rest
    } = body.mine as Record<string, unknown>;
    return rest;
  };

  it('are when it was put first and last', async () => {
    await given.call('PUT', PATH, { processors: [] });
    given.es.clock.advance({ minutes: 1 });
    await given.call('PUT', PATH, { processors: [], description: 'd' });
    expect(await dates()).toEqual({ created_date_millis: NOON, modified_date_millis: LATER });
    expect(await dates('?human')).toEqual({
      created_date: '2024-06-01T12:00:00.000Z',
      created_date_millis: NOON,
      modified_date: '2024-06-01T12:01:00.000Z',
      modified_date_millis: LATER,
    });
  });

  it('stay when the same is put again, but begin anew with a new one', async () => {
    await given.call('PUT', PATH, { processors: [] });
    given.es.clock.advance({ minutes: 1 });
    await given.call('PUT', PATH, { processors: [] });
    expect(await dates()).toEqual({ created_date_millis: NOON, modified_date_millis: NOON });
    await given.call('DELETE', PATH);
    await given.call('PUT', PATH, { processors: [] });
    expect(await dates()).toEqual({ created_date_millis: LATER, modified_date_millis: LATER });
  });

  it('are not known of the pipelines that every cluster has, until they are put', async () => {
    const path = '/_ingest/pipeline/search-default-ingestion';
    const before = await given.call('GET', path);
    expect(before.text).not.toContain('_date');
    await given.call('PUT', path, { processors: [] });
    expect((await given.call('GET', path)).body).toEqual({
      'search-default-ingestion': { processors: [], modified_date_millis: NOON },
    });
  });

  it.each(['created_date', 'created_date_millis', 'modified_date', 'modified_date_millis'])(
    'leave nobody else a say: %s',
    async (name) => {
      const answer = await given.call('PUT', PATH, { processors: [], [name]: 0 });
      const reason = `Provided a pipeline property which is managed by the system: ${name}.`;
      expect(answer.body).toEqual(plainError(400, 'parse_exception', reason));
    },
  );
});

describeAdapters(
  'a pipeline before 9.2',
  (given) => {
    it('has no dates, and no access pattern', async () => {
      await given.call('PUT', PATH, { processors: [] });
      expect((await given.call('GET', `${PATH}?human`)).body).toEqual({ mine: { processors: [] } });
      for (const name of ['created_date', 'field_access_pattern']) {
        const { body } = await given.call('PUT', PATH, { processors: [], [name]: 'classic' });
        expect(body.error.reason).toBe(
          `pipeline [mine] doesn't support one or more provided configuration parameters [${name}]`,
        );
      }
    });
  },
  { version: '9.1.0' },
);

describeAdapters('the access pattern of a pipeline', (given) => {
  it('is the classic one: the other is refused, and the journal says so', async () => {
    const put = (pattern: string) =>
      given.call('PUT', PATH, { processors: [], field_access_pattern: pattern });
    expect((await put('classic')).status).toBe(200);
    expect((await put('flexible')).status).toBe(400);
    expect(given.es.journal.unhandled).toMatchObject([
      { gap: 'field_access_pattern [flexible] of a pipeline' },
    ]);
  });
});
