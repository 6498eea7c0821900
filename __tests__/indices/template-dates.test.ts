import { createFakeElasticsearch } from '../../src/index.js';
import { describeAdapters } from '../conformance/describe-adapters.js';

const kinds = [
  ['index', { index_patterns: ['t-*'], version: 1 }, { index_patterns: ['t-*'], version: 2 }],
  ['component', { template: {}, version: 1 }, { template: {}, version: 2 }],
] as const;

describeAdapters(
  'when templates came and changed (ES: ComposableIndexTemplate, ComponentTemplate)',
  (given) => {
    it.each(kinds)(
      'stands in an %s template; putting the same again changes nothing',
      async (kind, first, second) => {
        const path = `/_${kind}_template/t`;
        const shown = async (query = ''): Promise<unknown> =>
          (await given.call('GET', path + query)).body[`${kind}_templates`][0][`${kind}_template`];
        const created = given.es.clock.now();
        await given.call('PUT', path, first);
        given.es.clock.advance({ minutes: 1 });
        await given.call('PUT', path, first);
        expect(await shown()).toMatchObject({ created_date_millis: created, modified_date_millis: created });
        await given.call('PUT', path, second);
        expect(await shown('?human')).toMatchObject({
          version: 2,
          created_date: '2024-06-01T12:00:00.000Z',
          created_date_millis: created,
          modified_date: '2024-06-01T12:01:00.000Z',
          modified_date_millis: created + 60_000,
        });
        expect(await shown()).not.toHaveProperty('created_date');
      },
    );
  },
);

describeAdapters('templates as they are listed (ES: Template.toXContent)', (given) => {
  it('have their parts in one order, settings flat if asked, a lifecycle that is on, and data streams spelt out', async () => {
    await given.call('PUT', '/_index_template/t', {
      data_stream: {},
      priority: '5',
      template: {
        lifecycle: { data_retention: '7d' },
        aliases: { a: { filter: {} } },
        mappings: { _doc: { properties: { 'x.y': { type: 'keyword' } } } },
        settings: { number_of_replicas: 0 },
      },
      index_patterns: 't-*',
    });
    const { body } = await given.call('GET', '/_index_template/t?flat_settings');
    const { created_date_millis, modified_date_millis, ...template } = body.index_templates[0].index_template;
    expect(created_date_millis).toBe(modified_date_millis);
    expect(JSON.stringify(template)).toBe(
      JSON.stringify({
        index_patterns: ['t-*'],
        template: {
          settings: { 'index.number_of_replicas': '0' },
          mappings: { properties: { 'x.y': { type: 'keyword' } } },
          aliases: { a: {} },
          lifecycle: { enabled: true, data_retention: '7d' },
        },
        composed_of: [],
        priority: 5,
        data_stream: { hidden: false, allow_custom_routing: false },
      }),
    );
  });
});

test('releases before 9.2 do not say when', () => {
  const es = createFakeElasticsearch({ version: '9.1.0' });
  const send = (method: string, bodyText: string): string =>
    es.handle({
      method,
      rawPath: '/_component_template/t',
      rawQuery: '',
      headers: { 'content-type': 'application/json' },
      bodyText,
    }).bodyText;
  send('PUT', '{"template":{}}');
  expect(JSON.parse(send('GET', ''))).toEqual({
    component_templates: [{ name: 't', component_template: { template: {} } }],
  });
});
