import { mergeDocument } from '../../src/store/deep-merge.js';
import { readJson } from '../../src/xcontent/json-reader.js';
import type { JsonObject } from '../../src/xcontent/json.js';
import { writeJson, writePrettyJson } from '../../src/xcontent/write-json.js';
import { describeDocuments, lines } from '../documents/describe-documents.js';

const read = (text: string) => readJson(text) as JsonObject;

describe('a number that is whole and was not written so', () => {
  it.each([
    '{"a":1.0,"b":1,"c":-2.0}',
    '[1,2.0,[3.0],{"d":4.0,"e":[]}]',
    '{"big":12345678901234567890,"f":0.0}',
    '{"":5.0,"__proto__":6.0}',
  ])('comes back so: %s', (text) => {
    expect(writeJson(read(text))).toBe(text);
    expect(JSON.parse(writePrettyJson(read(text)))).toEqual(JSON.parse(text));
    expect(writePrettyJson(read(text)).replace(/\s/g, '')).toBe(text);
  });

  it('is a number like any other to whoever looks at it', () => {
    const value = read('{"a":1.0,"b":[2.0]}');
    expect(value).toStrictEqual({ a: 1, b: [2] });
    expect(Object.keys(value)).toEqual(['a', 'b']);
    expect(JSON.stringify(value)).toBe('{"a":1,"b":[2]}');
    expect(writeJson({ a: 1 })).toBe('{"a":1}');
  });

  it('without an exponent, unless JavaScript prints one', () => {
    expect(writeJson(read('{"a":1e3,"b":1e30,"c":1.5e0}'))).toBe('{"a":1000.0,"b":1e+30,"c":1.5}');
  });

  it('is let go beside a member that JSON.stringify would call', () => {
    expect(writeJson(read('{"a":1.0,"toJSON":2.0}'))).toBe('{"a":1,"toJSON":2}');
  });

  it('stays so in a merge, until it is replaced', () => {
    const merged = mergeDocument(
      read('{"a":1.0,"b":2.0,"o":{"c":3.0}}'),
      read('{"b":5,"d":6.0,"o":{"e":7}}'),
    );
    expect(writeJson(merged)).toBe('{"a":1.0,"b":5,"o":{"c":3.0,"e":7},"d":6.0}');
  });
});

describeDocuments('documents with whole floats (ES: JsonXContentGenerator.writeRawValue)', (given) => {
  const source = async (query = '') =>
    (await given.call('GET', `/books/_doc/1?filter_path=_source${query}`)).text;

  it('keep them through filters, updates and pipelines', async () => {
    await given.call(
      'PUT',
      '/books/_doc/1',
      '{"price": 10.0, "stock": 3, "sizes": [1.0, 2.5], "o": {"n": 1.0}}',
    );
    expect(await source()).toBe('{"_source":{"price":10.0,"stock":3,"sizes":[1.0,2.5],"o":{"n":1.0}}}');
    expect(await source('.o.n,_source.price&_source_excludes=sizes')).toBe(
      '{"_source":{"price":10.0,"o":{"n":1.0}}}',
    );
    await given.call('POST', '/books/_update/1', { doc: { stock: 2 } });
    expect(await source('&_source_includes=price,stock')).toBe('{"_source":{"price":10.0,"stock":2}}');
    await given.call('PUT', '/_ingest/pipeline/p', {
      processors: [{ set: { field: 'o.m', value: 1 } }, { remove: { field: 'stock' } }],
    });
    await given.call('PUT', '/books/_doc/1?pipeline=p', '{"price":9.0,"stock":1,"o":{"n":2.0}}');
    expect(await source()).toBe('{"_source":{"price":9.0,"o":{"n":2.0,"m":1}}}');
  });

  it('are mapped as floats (ES: DynamicFieldsBuilder)', async () => {
    await given.call(
      'PUT',
      '/_bulk',
      lines(
        { index: { _index: 'books', _id: '1' } },
        '{"price":10.0,"stock":3,"sizes":[null,1.0,2],"o.n":1e0}',
        { update: { _index: 'books', _id: '2' } },
        '{"doc":{"weight":2.0},"doc_as_upsert":true}',
      ),
    );
    expect((await given.call('GET', '/books/_mapping')).body).toEqual({
      books: {
        mappings: {
          properties: {
            price: { type: 'float' },
            stock: { type: 'long' },
            sizes: { type: 'float' },
            o: { properties: { n: { type: 'float' } } },
            weight: { type: 'float' },
          },
        },
      },
    });
  });
});
