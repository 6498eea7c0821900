import { mergeMappings, parseMapping } from '../../src/store/mapping.js';
import type { JsonObject, JsonValue } from '../../src/xcontent/json.js';
import { chain, failure } from './thrown.js';

const put = (templates: JsonValue) => parseMapping({ dynamic_templates: templates });
const refusal = (templates: JsonValue) => chain(failure(() => put(templates)));
const keyword = { type: 'keyword' };

describe('definitions of dynamic templates (ES: RootObjectMapper.processField, DynamicTemplate.parse)', () => {
  it.each<[JsonValue, string, string]>([
    [
      { x: {} },
      'mapper_parsing_exception',
      'Dynamic template syntax error. An array of named objects is expected.',
    ],
    [[{}], 'mapper_parsing_exception', 'A dynamic template must be defined with a name'],
    [
      [{ x: { mapping: {} }, y: { mapping: {} } }],
      'mapper_parsing_exception',
      'A dynamic template must be defined with a name',
    ],
    [
      ['x'],
      'class_cast_exception',
      "class java.lang.String cannot be cast to class java.util.Map (java.lang.String and java.util.Map are in module java.base of loader 'bootstrap')",
    ],
    [
      [{ x: [] }],
      'class_cast_exception',
      "class java.util.ArrayList cannot be cast to class java.util.Map (java.util.ArrayList and java.util.Map are in module java.base of loader 'bootstrap')",
    ],
    [
      [{ x: { mapping: true } }],
      'class_cast_exception',
      "class java.lang.Boolean cannot be cast to class java.util.Map (java.lang.Boolean and java.util.Map are in module java.base of loader 'bootstrap')",
    ],
    [
      [{ x: { matches: '*', mapping: {} } }],
      'illegal_argument_exception',
      'Illegal dynamic template parameter: [matches]',
    ],
    [
      [{ x: { match: '*' } }],
      'mapper_parsing_exception',
      'template [x] must have either mapping or runtime set',
    ],
    [
      [{ x: { mapping: {}, runtime: {} } }],
      'mapper_parsing_exception',
      'mapping and runtime cannot be both specified in the same dynamic template [x]',
    ],
    [
      [{ x: { match_mapping_type: 'bogus', mapping: {} } }],
      'illegal_argument_exception',
      'No field type matched on [bogus], possible values are [object, string, long, double, boolean, date, binary]',
    ],
    [
      [{ x: { match_mapping_type: ['string', '*'], mapping: {} } }],
      'illegal_argument_exception',
      'No field type matched on [*], possible values are [object, string, long, double, boolean, date, binary]',
    ],
    [
      [{ x: { match: '*', unmatch_mapping_type: ['text'], mapping: {} } }],
      'illegal_argument_exception',
      'No field type matched on [text], possible values are [object, string, long, double, boolean, date, binary]',
    ],
    [
      [{ x: { match: ['a', 1], mapping: {} } }],
      'mapper_parsing_exception',
      '[match] values must either be a string or list of strings, but was [[a, 1]]',
    ],
    [
      [{ x: { match: 'a', match_pattern: 'glob', mapping: {} } }],
      'illegal_argument_exception',
      'No matching pattern matched on [glob]',
    ],
    [
      [{ x: { match: '*a', match_pattern: 'regex', mapping: {} } }],
      'mapper_parsing_exception',
      'Pattern [*a] of type [regex] is invalid. Cannot create dynamic template [x].',
    ],
  ])('refuses %j', (templates, type, reason) => {
    expect(refusal(templates)).toEqual([
      `mapper_parsing_exception: Failed to parse mapping: ${reason}`,
      `${type}: ${reason}`,
    ]);
  });

  it('notes as a gap what Elasticsearch would take', () => {
    const gapOf = (templates: JsonValue) => failure(() => put(templates)).gap;
    expect(gapOf([{ x: { match: '*', runtime: {} } }])).toBe('runtime fields in dynamic_templates');
    expect(gapOf([{ x: { match: '(?i)a+', match_pattern: 'regex', mapping: {} } }])).toBe(
      'regular expression [(?i)a+] in dynamic_templates',
    );
  });

  it.each<[JsonObject, string, string]>([
    [
      { match_mapping_type: 'string', mapping: { type: 'nope' } },
      '{"match_mapping_type":"string","mapping":{"type":"nope"}}], attempted to validate it with the following match_mapping_type: [string]',
      'illegal_argument_exception: No mapper found for type [nope]',
    ],
    [
      { match_mapping_type: ['string', 'long'], mapping: { type: 'keyword', foo: 'bar' } },
      '{"match_mapping_type":["string","long"],"mapping":{"foo":"bar","type":"keyword"}}], attempted to validate it with the following match_mapping_type: [string, long]',
      'mapper_parsing_exception: unknown parameter [foo] on mapper [__dynamic__x] of type [keyword]',
    ],
    [
      { match_mapping_type: 'string', mapping: { badparam: false } },
      '{"match_mapping_type":"string","mapping":{"badparam":false}}], attempted to validate it with the following match_mapping_type: [string]',
      'mapper_parsing_exception: unknown parameter [badparam] on mapper [__dynamic__x] of type [null]',
    ],
    [
      { match_mapping_type: 'object', mapping: { foo: 'bar' } },
      '{"match_mapping_type":"object","mapping":{"foo":"bar"}}], attempted to validate it with the following match_mapping_type: [object]',
      'illegal_argument_exception: Unknown mapping attributes [{foo=bar}]',
    ],
    [
      {
        match: 'a',
        unmatch_mapping_type: 'object',
        mapping: { type: 'text', fields: { b: { type: 'nope' } } },
      },
      '{"match":"a","unmatch_mapping_type":"object","mapping":{"fields":{"b":{"type":"nope"}},"type":"text"}}], attempted to validate it with the following match_mapping_type: [string, long, double, boolean, date, binary]',
      'mapper_parsing_exception: The mapper type [nope] declared on field [b] does not exist. It might have been created within a future version or requires a plugin to be installed. Check the documentation.',
    ],
  ])('tries %j (ES: RootObjectMapper.validateDynamicTemplate)', (template, shown, cause) => {
    const reason = `dynamic template [x] has invalid content [${shown}`;
    expect(refusal([{ x: template }])).toEqual([
      `mapper_parsing_exception: Failed to parse mapping: ${reason}`,
      `illegal_argument_exception: ${reason}`,
      cause,
    ]);
  });

  it.each<[string, JsonObject]>([
    ['is right for one of its types', { match: '*', mapping: { norms: false } }],
    ['uses the name of the field', { match: '*', mapping: { type: '{name}' } }],
    ['is for no type', { mapping: { type: 'nope' } }],
    ['is for objects', { match_mapping_type: 'object', mapping: { dynamic: false, properties: {} } }],
  ])('takes a template that %s', (_, template) => {
    expect(() => put([{ x: template }])).not.toThrow();
  });

  it('shows them as Elasticsearch does (ES: DynamicTemplate.toXContent)', () => {
    const shown = put([
      {
        x: {
          mapping: { type: 'keyword', ignore_above: 5 },
          match_pattern: 'simple',
          match_mapping_type: ['*'],
          unmatch: ['a', 'b'],
          match: 7,
        },
      },
      { y: { match_pattern: 'default', unmatch_mapping_type: [], mapping: keyword } },
    ]);
    expect(JSON.stringify(shown)).toBe(
      '{"dynamic_templates":[{"x":{"match":"7","unmatch":["a","b"],"match_mapping_type":"*","match_pattern":"simple","mapping":{"ignore_above":5,"type":"keyword"}}},{"y":{"mapping":{"type":"keyword"}}}]}',
    );
    expect(parseMapping(shown)).toEqual(shown);
  });

  it('are replaced as a whole by an update that has some (ES: RootObjectMapper.merge)', () => {
    const current = put([{ x: { match: 'x', mapping: keyword } }]);
    const others = [{ y: { match: 'y', mapping: keyword } }];
    expect(mergeMappings(current, { dynamic_templates: others })).toEqual({ dynamic_templates: others });
    expect(mergeMappings(current, { date_detection: false })).toEqual({ ...current, date_detection: false });
    expect(mergeMappings(current, { dynamic_templates: [] })).toEqual({ dynamic_templates: [] });
  });
});
