import { describeDocuments } from '../documents/describe-documents.js';
import type { Answer } from '../conformance/describe-adapters.js';

interface Cause {
  readonly type: string;
  readonly reason: string;
  readonly caused_by?: Cause;
}

function chainOf({ body }: Answer): string[] {
  const chain: string[] = [];
  for (let at = body.error as Cause | undefined; at !== undefined; at = at.caused_by) {
    chain.push(`${at.type}: ${at.reason}`);
  }
  return chain;
}

const analysis = {
  char_filter: { dashes: { type: 'mapping', mappings: ['- => _'] } },
  tokenizer: { commas: { type: 'pattern', pattern: ',' } },
  filter: { short: { type: 'length', max: 5 } },
  analyzer: {
    mine: { tokenizer: 'commas', char_filter: ['dashes', 'html_strip'], filter: ['lowercase', 'short'] },
    icu: { type: 'custom', tokenizer: 'icu_tokenizer', filter: 'icu_folding' },
    english_like: { type: 'english', stopwords: '_none_' },
  },
  normalizer: { folded: { type: 'custom', filter: ['lowercase', 'asciifolding'] } },
};

const fine = {
  a: { type: 'text', analyzer: 'mine', search_analyzer: 'icu', search_quote_analyzer: 'english_like' },
  b: { type: 'text', analyzer: 'german', fields: { sub: { type: 'text', analyzer: 'standard' } } },
  c: { type: 'keyword', normalizer: 'folded' },
  d: { type: 'keyword', normalizer: 'lowercase' },
};

describeDocuments('analyzers of fields (ES: FieldMapper.Parameter.analyzerParam)', (given) => {
  it('are those of the index, built in, or may come from a plugin', async () => {
    const properties = fine;
    expect((await given.call('PUT', '/a', { settings: { analysis }, mappings: { properties } })).status).toBe(
      200,
    );
    expect((await given.call('GET', '/a/_mapping')).body.a.mappings).toEqual({ properties });
  });

  it.each([
    [{ x: { type: 'text', analyzer: 'foobar' } }, 'analyzer [foobar] has not been configured in mappings'],
    [
      { x: { type: 'text', search_analyzer: 'foobar' } },
      'analyzer [foobar] has not been configured in mappings',
    ],
    [
      { x: { type: 'keyword', fields: { y: { type: 'text', analyzer: 'mine' } } } },
      'analyzer [mine] has not been configured in mappings',
    ],
    [
      { x: { properties: { y: { type: 'text', search_quote_analyzer: 'folded' } } } },
      'analyzer [folded] has not been configured in mappings',
    ],
  ])('refuses %j, when the index is made and later', async (properties, reason) => {
    const expected = [
      `mapper_parsing_exception: Failed to parse mapping: ${reason}`,
      `illegal_argument_exception: ${reason}`,
    ];
    expect(chainOf(await given.call('PUT', '/a', { mappings: { properties } }))).toEqual(expected);
    expect((await given.call('HEAD', '/a')).status).toBe(404);
    await given.call('PUT', '/a');
    expect(chainOf(await given.call('PUT', '/a/_mapping', { properties }))).toEqual(expected);
    expect((await given.call('GET', '/a/_mapping')).body.a.mappings).toEqual({});
  });

  it('refuses a normalizer that is not there (ES: KeywordFieldMapper.Builder)', async () => {
    const properties = { x: { properties: { y: { type: 'keyword', normalizer: 'nope' } } } };
    expect(chainOf(await given.call('PUT', '/a', { mappings: { properties } }))).toEqual([
      'mapper_parsing_exception: Failed to parse mapping: normalizer [nope] not found for field [y]',
      'mapper_parsing_exception: normalizer [nope] not found for field [y]',
    ]);
  });

  it('looks into dynamic templates (ES: RootObjectMapper.validateDynamicTemplate)', async () => {
    const template = { match_mapping_type: 'string', mapping: { type: '{dynamic_type}', analyzer: 'mine' } };
    const mappings = { dynamic_templates: [{ x: template }] };
    expect(chainOf(await given.call('PUT', '/a', { mappings })).at(-1)).toBe(
      'illegal_argument_exception: analyzer [mine] has not been configured in mappings',
    );
    expect((await given.call('PUT', '/a', { settings: { analysis }, mappings })).status).toBe(200);
  });

  it('lets an index template bring what it needs', async () => {
    const template = { settings: { analysis }, mappings: { properties: fine } };
    await given.call('PUT', '/_index_template/t', { index_patterns: ['t-*'], template });
    expect((await given.call('PUT', '/t-1/_doc/1', { a: 'x' })).status).toBe(201);
  });
});

describeDocuments('definitions under settings.analysis (ES: AnalysisRegistry.build)', (given) => {
  it.each([
    [
      { analyzer: { x: { tokenizer: 'nope' } } },
      'Custom Analyzer [x] failed to find tokenizer under name [nope]',
    ],
    [
      { analyzer: { x: { tokenizer: 'standard', filter: ['lowercase', 'nope'] } } },
      'Custom Analyzer [x] failed to find filter under name [nope]',
    ],
    [
      { analyzer: { x: { tokenizer: 'standard', filter: 'lowercase, nope' } } },
      'Custom Analyzer [x] failed to find filter under name [nope]',
    ],
    [
      { analyzer: { x: { tokenizer: 'standard', char_filter: ['nope'] } } },
      'Custom Analyzer [x] failed to find char_filter under name [nope]',
    ],
    [{ analyzer: { x: { type: 'custom' } } }, 'Custom Analyzer [x] must be configured with a tokenizer'],
    [
      { analyzer: { x: { filter: ['lowercase'] } } },
      'analyzer [x] must specify either an analyzer type, or a tokenizer',
    ],
    [{ analyzer: { x: { type: 'nope' } } }, 'Unknown analyzer type [nope] for [x]'],
    [{ tokenizer: { x: { type: 'nope' } } }, 'Unknown tokenizer type [nope] for [x]'],
    [{ char_filter: { x: { type: 'nope' } } }, 'Unknown char_filter type [nope] for [x]'],
    [{ filter: { x: { type: 'nope' } } }, 'Unknown filter type [nope] for [x]'],
    [{ filter: { x: { max: 5 } } }, 'filter [x] must specify either an analyzer type, or a tokenizer'],
    [{ normalizer: { x: { type: 'nope' } } }, 'Unknown normalizer type [nope] for [x]'],
    [{ normalizer: { x: { tokenizer: 'standard' } } }, 'Custom normalizer [x] cannot configure a tokenizer'],
    [
      { normalizer: { x: { filter: ['nope'] } } },
      'Custom Analyzer [x] failed to find filter under name [nope]',
    ],
    [
      { normalizer: { x: { char_filter: ['nope'] } } },
      'Custom normalizer [x] failed to find char_filter under name [nope]',
    ],
  ])('refuses %j, when the index is made and later', async (broken, reason) => {
    const expected = [`illegal_argument_exception: ${reason}`];
    expect(chainOf(await given.call('PUT', '/a', { settings: { analysis: broken } }))).toEqual(expected);
    await given.call('PUT', '/a', { settings: { analysis } });
    await given.call('POST', '/a/_close');
    expect(chainOf(await given.call('PUT', '/a/_settings', { analysis: broken }))).toEqual(expected);
    const { index } = (await given.call('GET', '/a/_settings')).body.a.settings;
    expect(index.analysis.analyzer).not.toHaveProperty('x');
  });
});
