import { isElasticsearchError } from '../../src/errors/elasticsearch-error.js';
import { compilePipeline } from '../../src/protocol/ingest/compile-pipeline.js';
import { executePipeline } from '../../src/protocol/ingest/execute-pipeline.js';
import { IngestDocument } from '../../src/protocol/ingest/ingest-document.js';
import type { JsonObject } from '../../src/xcontent/json.js';

const NAME = { append: { field: 'names', value: '{{_ingest.pipeline}}' } };

/** Pipelines that others can run. */
const INNER: Readonly<Record<string, readonly JsonObject[]>> = {
  inner: [{ set: { field: 'inner', value: true } }],
  naming: [NAME],
  failing: [{ fail: { message: 'm' } }],
};

function run(processors: unknown, source: JsonObject, more: object = {}): IngestDocument {
  const document = new IngestDocument(source, { _index: 'i', _id: '1' }, 'now');
  const pipeline = compilePipeline('p', { processors, ...more } as JsonObject);
  const find = (id: string) => {
    const inner = INNER[id];
    return inner === undefined ? undefined : compilePipeline(id, { processors: inner });
  };
  executePipeline(document, pipeline, { find });
  return document;
}

function sourceAfter(processors: unknown, source: JsonObject, more: object = {}): JsonObject {
  return run(processors, source, more).source;
}

function failureOf(processors: unknown, source: JsonObject): string | null {
  try {
    run(processors, source);
  } catch (error) {
    if (isElasticsearchError(error)) return error.reason;
    throw error;
  }
  return null;
}

describe('set', () => {
  it('makes the objects on its way, and goes into lists', () => {
    expect(sourceAfter([{ set: { field: 'a.b.c', value: [1] } }], {})).toEqual({ a: { b: { c: [1] } } });
    expect(sourceAfter([{ set: { field: 'a.1.x', value: 9 } }], { a: [{}, { y: 1 }] })).toEqual({
      a: [{}, { y: 1, x: 9 }],
    });
  });

  it('leaves the document that came in alone', () => {
    const source = Object.freeze({ a: Object.freeze({ b: 1 }) });
    expect(sourceAfter([{ set: { field: 'a.b', value: 2 } }], source)).toEqual({ a: { b: 2 } });
    expect(source).toEqual({ a: { b: 1 } });
  });

  it('fills templates, copies fields, and spares what is there if told to', () => {
    const source = { name: 'x', n: 3, list: [1] };
    expect(sourceAfter([{ set: { field: 't', value: '{{name}}-{{{n}}}-{{nope}}' } }], source)['t']).toBe(
      'x-3-',
    );
    expect(sourceAfter([{ set: { field: 'copy', copy_from: 'list' } }], source)['copy']).toEqual([1]);
    expect(sourceAfter([{ set: { field: 'n', value: 4, override: false } }], source)['n']).toBe(3);
    expect(
      sourceAfter([{ set: { field: 'n', value: '{{nope}}', ignore_empty_value: true } }], source)['n'],
    ).toBe(3);
    expect(sourceAfter([{ set: { field: 'at', value: '{{_ingest.timestamp}}' } }], source)['at']).toBe('now');
  });

  it.each<[string, string, JsonObject, string]>([
    ['{{a}}', 'application/json', { a: 'say "x"\n' }, 'say \\"x\\"\\n'],
    ['{{{a}}} {{&a}}', 'application/json', { a: '"' }, '" "'],
    ['{{a}}', 'text/plain', { a: '"' }, '"'],
    ['?q={{a}}', 'application/x-www-form-urlencoded', { a: "a b&c'" }, '?q=a+b%26c%27'],
    ['{{a}}', 'text/plain', { a: ['x', [1, 2], { b: null }] }, '{0=x, 1=[1, 2], 2={b=null}}'],
    ['{{a}} {{a.b}}', 'text/plain', { a: { b: 1, c: [2] } }, '{b=1, c=[2]} 1'],
  ])(
    'fills %s as %s (ES: CustomMustacheFactory, CustomReflectionObjectHandler)',
    (value, type, source, text) => {
      expect(sourceAfter([{ set: { field: 't', value, media_type: type } }], source)['t']).toBe(text);
    },
  );

  it('takes an empty text that stands in the pipeline for a value (ES: IngestDocument.setFieldValue)', () => {
    expect(sourceAfter([{ set: { field: 'a', value: '', ignore_empty_value: true } }], { a: 1 })).toEqual({
      a: '',
    });
  });

  it('changes where the document goes', () => {
    const { metadata, source } = run([{ set: { field: '_index', value: 'other' } }], { a: 1 });
    expect(metadata).toMatchObject({ _index: 'other', _id: '1' });
    expect(source).toEqual({ a: 1 });
  });

  it('treats __proto__ as any other name', () => {
    const after = sourceAfter([{ set: { field: '__proto__.x', value: 1 } }], {});
    expect(JSON.stringify(after)).toBe('{"__proto__":{"x":1}}');
    expect(({} as { x?: number }).x).toBeUndefined();
  });
});

describe('remove, rename and append', () => {
  it('removes one or several fields, or all but some', () => {
    const source = { a: 1, b: { c: 1, d: 2 } };
    expect(sourceAfter([{ remove: { field: ['a', 'b.c'] } }], source)).toEqual({ b: { d: 2 } });
    expect(sourceAfter([{ remove: { field: 'nope', ignore_missing: true } }], source)).toEqual(source);
    expect(sourceAfter([{ remove: { keep: ['b.c'] } }], source)).toEqual({ b: { c: 1 } });
  });

  it('renames', () => {
    expect(sourceAfter([{ rename: { field: 'a', target_field: 'b.c' } }], { a: 1 })).toEqual({ b: { c: 1 } });
    expect(sourceAfter([{ rename: { field: 'x', target_field: 'y', ignore_missing: true } }], {})).toEqual(
      {},
    );
    const both = { a: 1, b: 2 };
    expect(sourceAfter([{ rename: { field: 'a', target_field: 'b', override: true } }], both)).toEqual({
      b: 1,
    });
  });

  it('appends to lists and to single values', () => {
    expect(sourceAfter([{ append: { field: 'a', value: [2, 3] } }], { a: 1 })).toEqual({ a: [1, 2, 3] });
    expect(sourceAfter([{ append: { field: 'a', value: 1, allow_duplicates: false } }], { a: [1] })).toEqual({
      a: [1],
    });
  });

  it.each<[object, JsonObject, JsonObject]>([
    [{ value: 1, allow_duplicates: false }, { d: 1 }, { d: 1 }],
    [{ value: 2, allow_duplicates: false }, { d: 1 }, { d: [1, 2] }],
    [{ value: 1 }, { d: null }, { d: [null, 1] }],
    [{ copy_from: 's' }, { s: 2, d: 1 }, { s: 2, d: [1, 2] }],
    [{ copy_from: 's' }, { s: [2, null] }, { s: [2, null], d: [2, null] }],
    [
      { copy_from: 's', ignore_empty_values: true },
      { s: '', d: 1 },
      { s: '', d: 1 },
    ],
    [{ copy_from: 's', ignore_empty_values: true }, { d: 1 }, { d: 1 }],
    [{ value: ['', 2, '{{nope}}'], ignore_empty_values: true }, { d: 1 }, { d: [1, 2] }],
    [{ value: [null, ''], ignore_empty_values: true }, {}, {}],
    [{ value: [], ignore_empty_values: true }, { d: 1 }, { d: 1 }],
    [{ value: [] }, { d: 1 }, { d: [1] }],
    [{ value: [{ a: 1 }], allow_duplicates: false }, { d: [{ a: 1 }] }, { d: [{ a: 1 }] }],
  ])('appends %j to %j (ES: IngestDocument.appendFieldValue)', (options, source, expected) => {
    expect(sourceAfter([{ append: { field: 'd', ...options } }], source)).toEqual(expected);
  });

  it('changes texts', () => {
    const processors = [
      { gsub: { field: 'a', pattern: '\\d+', replacement: '#' } },
      { uppercase: { field: 'a' } },
      { trim: { field: 'b', target_field: 'c' } },
    ];
    expect(sourceAfter(processors, { a: ['x12', 'y'], b: ' z ' })).toEqual({
      a: ['X#', 'Y'],
      b: ' z ',
      c: 'z',
    });
  });
});

describe('gsub', () => {
  it.each([
    [String.raw`\-`, '.', '1-2', '1.2'],
    [String.raw`(\d)(\d)`, '$2<$1>$13', '12', '2<1>13'],
    ['(?i)A', 'b', 'aA', 'bb'],
    ['a', String.raw`\$1\\`, 'a', '$1\\'],
    ['(a)|b', '[$1]', 'ab', '[a][]'],
  ])(
    'replaces %s by %s as Java does (ES: GsubProcessor, Matcher.appendReplacement)',
    (pattern, replacement, a, after) => {
      expect(sourceAfter([{ gsub: { field: 'a', pattern, replacement } }], { a })).toEqual({ a: after });
    },
  );
});

describe('what fails', () => {
  it.each([
    [{ remove: { field: 'a.x' } }, { a: {} }, 'field [x] not present as part of path [a.x]'],
    [{ remove: { field: 'a.x' } }, { a: null }, 'cannot remove [x] from null as part of path [a.x]'],
    [
      { set: { field: 'a.x', value: 1 } },
      { a: 's' },
      'cannot set [x] with parent object of type [java.lang.String] as part of path [a.x]',
    ],
    [
      { set: { field: 'a.x', value: 1 } },
      { a: null },
      'cannot set [x] with null parent as part of path [a.x]',
    ],
    [
      { set: { field: 'b', copy_from: 'a.7' } },
      { a: [1] },
      '[7] is out of bounds for array with length [1] as part of path [a.7]',
    ],
    [
      { set: { field: 'b', copy_from: 'a.x' } },
      { a: [1] },
      '[x] is not an integer, cannot be used as an index as part of path [a.x]',
    ],
    [{ rename: { field: 'a', target_field: 'b' } }, {}, "field [a] doesn't exist"],
    [{ rename: { field: 'a', target_field: 'b' } }, { a: 1, b: 1 }, 'field [b] already exists'],
    [
      { lowercase: { field: 'a' } },
      { a: 1 },
      'field [a] of type [java.lang.Integer] cannot be cast to [java.lang.String]',
    ],
    [{ lowercase: { field: 'a' } }, { a: null }, 'field [a] is null, cannot process it.'],
    [
      { lowercase: { field: 'a' } },
      { a: ['x', 1] },
      'value [1] of type [java.lang.Integer] in list field [a] cannot be cast to [java.lang.String]',
    ],
    [{ rename: { field: '{{x}}', target_field: 'b' } }, {}, 'field path cannot be null nor empty'],
    [
      { rename: { field: 'a.3', target_field: 'b' } },
      { a: [1] },
      '[3] is out of bounds for array with length [1] as part of path [a.3]',
    ],
    [
      { rename: { field: 'b', target_field: 'a.3', override: true } },
      { a: [1], b: 2 },
      '[3] is out of bounds for array with length [1] as part of path [a.3]',
    ],
    [{ remove: { field: '{{x}}', ignore_missing: true } }, {}, 'path cannot be null nor empty'],
    [{ gsub: { field: 'a', pattern: 'a', replacement: '$' } }, { a: 'a' }, 'Illegal group reference'],
    [{ gsub: { field: 'a', pattern: '(a)', replacement: '$2' } }, { a: 'a' }, 'No group 2'],
    [{ append: { field: 'd', copy_from: 's' } }, {}, 'field [s] not present as part of path [s]'],
    [{ fail: { message: 'no {{a}}' } }, { a: 1 }, 'no 1'],
    [{ pipeline: { name: 'nope' } }, {}, 'Pipeline processor configured for non-existent pipeline [nope]'],
  ])('%j on %j (ES: IngestDocument.Errors)', (processor, source, reason) => {
    expect(failureOf([processor], source)).toBe(reason);
  });

  it('is taken care of by the processor, by the pipeline, or not at all', () => {
    const fail = { fail: { message: 'm', tag: 't' } };
    const next = { set: { field: 'next', value: true } };
    const note = {
      set: { field: 'why', value: '{{_ingest.on_failure_processor_tag}}: {{_ingest.on_failure_message}}' },
    };
    expect(sourceAfter([{ fail: { ...fail.fail, on_failure: [note] } }, next], {})).toEqual({
      why: 't: m',
      next: true,
    });
    expect(sourceAfter([fail, next], {}, { on_failure: [note] })).toEqual({ why: 't: m' });
    expect(sourceAfter([{ fail: { ...fail.fail, ignore_failure: true } }, next], {})).toEqual({ next: true });
  });
});

describe('conditions', () => {
  it.each([
    ['ctx.a == 1', { a: 1 }, true],
    ['ctx.a == 1', { a: 2 }, false],
    ["ctx?.a?.b != 'x'", {}, true],
    ['ctx.a == null', {}, true],
    ['ctx.a != null && ctx.b == true', { a: 1, b: true }, true],
    ['ctx.a == 1 || ctx.a == 2', { a: 2 }, true],
    ["ctx.containsKey('a')", { a: null }, true],
    ["!ctx.containsKey('a')", {}, true],
    ['true', {}, true],
    ['false || ctx.a == 1', {}, false],
  ])('%s on %j is %s', (condition, source, expected) => {
    const after = sourceAfter([{ set: { field: 'hit', value: true, if: condition } }], source);
    expect(after['hit'] === true).toBe(expected);
  });

  it('fail where they go through nothing', () => {
    expect(failureOf([{ drop: { if: 'ctx.a.b == 1' } }], {})).toBe('runtime error');
  });
});

describe('drop and pipeline', () => {
  it('ends everything', () => {
    const dropped = run([{ drop: {} }, { set: { field: 'a', value: 1 } }], {});
    expect(dropped.isDropped).toBe(true);
    expect(dropped.source).toEqual({});
  });

  it('runs another pipeline, and goes on', () => {
    const processors = [{ pipeline: { name: 'inner' } }, { set: { field: 'a', value: 1 } }];
    expect(sourceAfter(processors, {})).toEqual({ inner: true, a: 1 });
    expect(sourceAfter([{ pipeline: { name: 'nope', ignore_missing_pipeline: true } }], {})).toEqual({});
  });

  it('takes the id of the other pipeline from the document (ES: ingest/210_pipeline_processor.yml)', () => {
    const processors = [{ pipeline: { name: '{{org}}er' } }];
    expect(sourceAfter(processors, { org: 'inn' })).toEqual({ org: 'inn', inner: true });
    expect(failureOf(processors, { org: 'a' })).toBe(
      'Pipeline processor configured for non-existent pipeline [aer]',
    );
  });

  it('tells templates which pipeline runs now (ES: IngestDocument.executePipeline)', () => {
    const broken = { pipeline: { name: 'failing', ignore_failure: true } };
    const { source, ingest } = run([NAME, { pipeline: { name: 'naming' } }, broken, NAME], {});
    expect(source).toEqual({ names: ['p', 'naming', 'p'] });
    expect(ingest).toEqual({ timestamp: 'now' });
  });
});
