import { describeAdapters } from '../conformance/describe-adapters.js';

/** Error types and reasons from the outermost to the innermost. */
function chainOf(error: unknown): string[] {
  if (error === undefined) return [];
  const { type, reason, caused_by } = error as { type: string; reason: string; caused_by?: unknown };
  return [`${type}: ${reason}`, ...chainOf(caused_by)];
}

const unknownSetting =
  'unknown setting [index.zebra] please check that any required plugins are installed, or check the breaking ' +
  'changes documentation for removed settings';
const unknownType =
  'The mapper type [nope] declared on field [a] does not exist. It might have been created within a future version ' +
  'or requires a plugin to be installed. Check the documentation.';

describeAdapters('what a template must not say (ES: MetadataIndexTemplateService)', (given) => {
  it.each([
    ['a%20b,c', "1: name must not contain a space;2: name must not contain a ',';"],
    ['a%23b*c', "1: name must not contain a '#';2: name must not contain a '*';"],
    ['_A', "1: name must not start with '_';2: name must be lower cased;"],
  ])('refuses the name %s of both kinds', async (name, problems) => {
    const reason = `index_template [${decodeURIComponent(name)}] invalid, cause [Validation Failed: ${problems}]`;
    for (const [path, body] of [
      ['_index_template', { index_patterns: ['t-*'] }],
      ['_component_template', { template: {} }],
    ] as const) {
      const { body: answer } = await given.call('PUT', `/${path}/${name}`, body);
      expect(answer.error).toMatchObject({ type: 'invalid_index_template_exception', reason });
    }
  });

  const characters = String.raw`[' ','"','*',',','/','<','>','?','\','|']`;
  it.each([
    [
      'a b',
      `1: index_patterns [a b] must not contain a space;2: index_pattern [a b] must not contain the following characters ${characters};`,
    ],
    [
      '_a:#',
      "1: index_pattern [_a:#] must not contain a '#';2: index_pattern [_a:#] must not contain a ':';3: index_pattern [_a:#] must not start with '_';",
    ],
  ])('refuses the pattern %j', async (pattern, problems) => {
    const { body } = await given.call('PUT', '/_index_template/t', { index_patterns: [pattern] });
    expect(body.error.reason).toBe(`index_template [t] invalid, cause [Validation Failed: ${problems}]`);
  });

  it.each([
    [{}, ['illegal_argument_exception: Required [index_patterns]']],
    [
      { index_patterns: null },
      [
        "x_content_parse_exception: [1:19] [index_template] index_patterns doesn't support values of type: VALUE_NULL",
      ],
    ],
    [
      { index_patterns: 't', nope: 1 },
      ['x_content_parse_exception: [1:23] [index_template] unknown field [nope]'],
    ],
    [
      { index_patterns: 't', template: { mappings: 1 } },
      [
        'x_content_parse_exception: [1:46] [index_template] failed to parse field [template]',
        'x_content_parse_exception: [1:46] [template] failed to parse field [mappings]',
        'illegal_argument_exception: Unexpected token: VALUE_NUMBER',
      ],
    ],
    [
      { index_patterns: ['*'], priority: -1, template: { settings: { hidden: true } } },
      [
        'action_request_validation_exception: Validation Failed: 1: global composable templates may not specify the ' +
          'setting index.hidden;2: index template priority must be >= 0;',
      ],
    ],
    [
      { index_patterns: 't', template: { settings: { zebra: 1, number_of_shards: 0, uuid: 'mine' } } },
      [
        'invalid_index_template_exception: index_template [t] invalid, cause [Validation Failed: ' +
          '1: Failed to parse value [0] for setting [index.number_of_shards] must be >= 1;' +
          `2: ${unknownSetting};3: private index setting [index.uuid] can not be set explicitly;]`,
      ],
    ],
    [
      { index_patterns: ['t', 'u'], template: { aliases: { t: {} } } },
      ['illegal_argument_exception: alias [t] cannot be the same as any pattern in [t, u]'],
    ],
    [
      { index_patterns: 't', template: { lifecycle: { data_retention: '7d' } } },
      [
        'illegal_argument_exception: index template [t] specifies lifecycle configuration that can only be used in ' +
          'combination with a data stream',
      ],
    ],
    [
      { index_patterns: 't', composed_of: ['c', 'd'], ignore_missing_component_templates: ['c'] },
      [
        'invalid_index_template_exception: index_template [t] invalid, cause [index template [t] specifies a missing ' +
          "component templates [d] that does not exist and is not part of 'ignore_missing_component_templates']",
      ],
    ],
    [
      { index_patterns: 't', template: { mappings: { properties: { a: { type: 'nope' } } } } },
      [
        'illegal_argument_exception: composable template [t] template after composition is invalid',
        'illegal_argument_exception: invalid composite mappings for [t]',
        `mapper_parsing_exception: Failed to parse mapping: ${unknownType}`,
        `mapper_parsing_exception: ${unknownType}`,
      ],
    ],
    [
      { index_patterns: 't', template: { aliases: { u: { filter: { nope: {} } } } } },
      [
        'illegal_argument_exception: composable template [t] template after composition is invalid',
        'illegal_argument_exception: failed to parse filter for alias [u]',
        'parsing_exception: unknown query [nope]',
        'named_object_not_found_exception: [1:9] unknown field [nope]',
      ],
    ],
    [
      { index_patterns: 't', created_date_millis: 0 },
      [
        'invalid_index_template_exception: index_template [t] invalid, cause [provided a template property which is ' +
          'managed by the system: created_date]',
      ],
    ],
  ])('refuses the index template %j', async (template, chain) => {
    const answer = await given.call('PUT', '/_index_template/t', template);
    expect(answer.status).toBe(400);
    expect(chainOf(answer.body.error)).toEqual(chain);
    expect((await given.call('HEAD', '/_index_template/t')).status).toBe(404);
  });

  it.each([
    [{}, 'Required [template]'],
    [
      { template: {}, allow_auto_create: true },
      '[1:16] [component_template] unknown field [allow_auto_create]',
    ],
    [
      { template: { settings: { number_of_shards: 0 } } },
      'Failed to parse value [0] for setting [index.number_of_shards] must be >= 1',
    ],
    [
      { template: { settings: { zebra: 1 } } },
      `index_template [c] invalid, cause [Validation Failed: 1: ${unknownSetting};]`,
    ],
    [
      { template: { mappings: { properties: { a: { type: 'nope' } } } } },
      `Failed to parse mapping: ${unknownType}`,
    ],
    [
      { template: {}, created_date_millis: 1, modified_date_millis: 1 },
      'Validation Failed: 1: Provided a template property which is managed by the system: created_date_millis;' +
        '2: Provided a template property which is managed by the system: modified_date_millis;',
    ],
  ])('refuses the component %j', async (component, reason) => {
    const answer = await given.call('PUT', '/_component_template/c', component);
    expect(answer.status).toBe(400);
    expect(answer.body.error.reason).toBe(reason);
  });

  it('refuses a component that spoils a template which is made of it, and keeps the old one', async () => {
    const text = { template: { mappings: { properties: { a: { type: 'text' } } } } };
    await given.call('PUT', '/_component_template/c', text);
    await given.call('PUT', '/_index_template/t', { index_patterns: ['t', 'u'], composed_of: ['c'] });
    await given.call('PUT', '/_index_template/all', {
      index_patterns: ['*'],
      composed_of: ['c'],
      priority: 1,
    });
    await given.call('PUT', '/taken');
    const spoilt = await given.call('PUT', '/_component_template/c', {
      template: { aliases: { taken: {} } },
    });
    expect(chainOf(spoilt.body.error).slice(0, 2)).toEqual([
      'illegal_argument_exception: updating templates [c] results in invalid composable template [all] after ' +
        'templates are merged',
      'illegal_argument_exception: composable template [all] template after composition with component templates [c] ' +
        'is invalid',
    ]);
    const hidden = await given.call('PUT', '/_component_template/c', {
      template: { settings: { hidden: true } },
    });
    expect(hidden.body.error.reason).toBe(
      'cannot update component template [c] because the following global templates would resolve to specifying the ' +
        '[index.hidden] setting: [all]',
    );
    const kept = await given.call('GET', '/_component_template/c');
    expect(kept.body.component_templates[0].component_template).toMatchObject(text);
  });
});

describeAdapters('finding and deleting templates', (given) => {
  it('answers 404 for a pattern without a template, with an empty list (ES: RestGetComposableIndexTemplateAction)', async () => {
    for (const kind of ['index', 'component']) {
      const { status, body } = await given.call('GET', `/_${kind}_template/none-*`);
      expect([status, body]).toEqual([404, { [`${kind}_templates`]: [] }]);
      expect((await given.call('HEAD', `/_${kind}_template/none-*`)).status).toBe(404);
      expect((await given.call('GET', `/_${kind}_template`)).status).toBe(200);
    }
    expect((await given.call('GET', '/_index_template/a,b')).body.error.reason).toBe(
      "template name may not contain ','",
    );
  });

  it('takes several names, or one pattern (ES: innerRemoveIndexTemplateV2)', async () => {
    for (const name of ['a', 'b', 'c']) {
      await given.call('PUT', `/_index_template/${name}`, { index_patterns: [`${name}-*`] });
    }
    const missing = await given.call('DELETE', '/_index_template/a,x*,y');
    expect(missing.body.error.reason).toBe('index_template [x*,y] missing');
    expect((await given.call('DELETE', '/_index_template/a,b')).status).toBe(200);
    expect((await given.call('DELETE', '/_index_template/c*')).status).toBe(200);
    expect((await given.call('DELETE', '/_index_template/c*')).status).toBe(404);
  });

  it('lets a component go that its templates do without (ES: validateCanBeRemoved)', async () => {
    for (const name of ['needed', 'optional']) {
      await given.call('PUT', `/_component_template/${name}`, { template: {} });
    }
    await given.call('PUT', '/_index_template/t', {
      index_patterns: ['t'],
      composed_of: ['needed', 'optional'],
      ignore_missing_component_templates: ['optional'],
    });
    expect((await given.call('DELETE', '/_component_template/needed,optional')).body.error.reason).toBe(
      'component templates [needed] cannot be removed as they are still in use by index templates [t]',
    );
    expect((await given.call('DELETE', '/_component_template/optional')).status).toBe(200);
  });
});
