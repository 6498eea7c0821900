import { describeAdapters } from '../conformance/describe-adapters.js';

describeAdapters('a definition that is none', (given) => {
  const errorOf = async (processors: unknown) => {
    const { status, body } = await given.call('PUT', '/_ingest/pipeline/mine', { processors });
    const { root_cause: _root, ...error } = body.error as Record<string, unknown>;
    return { status, ...error };
  };
  const refused = (reason: string, metadata: object = {}) => ({
    status: 400,
    type: 'parse_exception',
    reason,
    ...metadata,
  });

  it('shows all failures, the first one with the others beside it (ES: ConfigurationUtilsTests.testReadProcessors)', async () => {
    const processors = [{ set: { tag: 'a', value: 1 } }, { nope: { tag: 'b' }, drop: {} }, { fail: {} }];
    expect(await errorOf(processors)).toEqual({
      ...refused('[field] required property is missing'),
      processor_type: 'set',
      processor_tag: 'a',
      property_name: 'field',
      suppressed: [
        {
          type: 'parse_exception',
          reason: 'No processor type exists with name [nope]',
          processor_type: 'nope',
          processor_tag: 'b',
        },
        {
          type: 'parse_exception',
          reason: '[message] required property is missing',
          processor_type: 'fail',
          property_name: 'message',
        },
      ],
    });
  });

  it.each<[object, object]>([
    [
      { drop: { tag: 't', x: 1, y: 2 } },
      refused("processor [drop] doesn't support one or more provided configuration parameters [x, y]", {
        processor_type: 'drop',
        processor_tag: 't',
      }),
    ],
    [
      { drop: { tag: 5 } },
      refused("[tag] property isn't a string, but of type [java.lang.Integer]", { property_name: 'tag' }),
    ],
    [
      { drop: { ignore_failure: 'x' } },
      refused("[ignore_failure] property isn't a boolean, but of type [java.lang.String]", {
        property_name: 'ignore_failure',
      }),
    ],
    [
      { drop: { if: 5 } },
      refused("[script] property isn't a map or string, but of type [java.lang.Integer]", {
        processor_type: 'conditional',
        property_name: 'script',
      }),
    ],
    [
      { set: { field: 'a', value: 1, media_type: 'text/html' } },
      refused('[media_type] property does not contain a supported media type [text/html]', {
        processor_type: 'set',
        property_name: 'media_type',
      }),
    ],
    [
      { gsub: { field: 'a', pattern: '[', replacement: '' } },
      refused('[pattern] Invalid regex pattern. Unclosed character class near index 0\n[\n^', {
        processor_type: 'gsub',
        property_name: 'pattern',
      }),
    ],
    [
      { attachment: { field: 'a', properties: ['content', 'colour'] } },
      refused(
        '[properties] illegal field option [colour]. valid values are [CONTENT, TITLE, AUTHOR, KEYWORDS, DATE, ' +
          'CONTENT_TYPE, CONTENT_LENGTH, LANGUAGE, MODIFIED, FORMAT, IDENTIFIER, CONTRIBUTOR, COVERAGE, MODIFIER, ' +
          'CREATOR_TOOL, PUBLISHER, RELATION, RIGHTS, SOURCE, TYPE, DESCRIPTION, PRINT_DATE, METADATA_DATE, ' +
          'LATITUDE, LONGITUDE, ALTITUDE, RATING, COMMENTS]',
        { processor_type: 'attachment', property_name: 'properties' },
      ),
    ],
  ])('%j says what and where (ES: `ConfigurationUtils.readProcessor`)', async (processor, error) => {
    expect(await errorOf([processor])).toEqual(error);
  });

  it('is a failed cast where a processor is no object (ES: `ConfigurationUtils.readProcessorConfigs`)', async () => {
    expect(await errorOf(['drop'])).toEqual({
      status: 500,
      type: 'class_cast_exception',
      reason:
        'class java.lang.String cannot be cast to class java.util.Map ' +
        "(java.lang.String and java.util.Map are in module java.base of loader 'bootstrap')",
    });
  });

  it('tells a pattern that only Java reads from one that nobody reads', async () => {
    await errorOf([{ gsub: { field: 'a', pattern: 'a++', replacement: '' } }]);
    expect(given.es.journal.unhandled).toMatchObject([{ gap: 'regular expression [a++]' }]);
  });
});
