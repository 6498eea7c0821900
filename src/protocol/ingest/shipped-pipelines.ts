import type { JsonObject } from '../../xcontent/json.js';
import { lazily } from '../../lazily.js';

const EXTRACTS = 'ctx?._extract_binary_content == true';
const REDUCES = 'ctx?._reduce_whitespace == true';

function recordFailure(what: string): JsonObject {
  const value = `${what} of {{ _ingest.on_failure_pipeline }}: {{ _ingest.on_failure_message }}`;
  return { append: { field: '_ingestion_errors', value } };
}

function shipped(description: string, managedBy: string): JsonObject {
  return {
    version: 3,
    description,
    _meta: { managed_by: managedBy, managed: true },
    processors: [
      {
        attachment: {
          field: '_attachment',
          target_field: '_extracted_attachment',
          ignore_missing: true,
          indexed_chars_field: '_attachment_indexed_chars',
          if: EXTRACTS,
          on_failure: [recordFailure('attachment')],
          remove_binary: false,
        },
      },
      {
        set: {
          tag: 'set_body',
          field: 'body',
          copy_from: '_extracted_attachment.content',
          ignore_empty_value: true,
          if: EXTRACTS,
          on_failure: [recordFailure('set_body')],
        },
      },
      {
        gsub: {
          tag: 'remove_replacement_chars',
          field: 'body',
          pattern: '\uFFFD',
          replacement: '',
          ignore_missing: true,
          if: EXTRACTS,
          on_failure: [recordFailure('remove_replacement_chars')],
        },
      },
      {
        gsub: {
          tag: 'remove_extra_whitespace',
          field: 'body',
          pattern: String.raw`\s+`,
          replacement: ' ',
          ignore_missing: true,
          if: REDUCES,
          on_failure: [recordFailure('remove_extra_whitespace')],
        },
      },
      { trim: { field: 'body', ignore_missing: true, if: REDUCES, on_failure: [recordFailure('trim')] } },
      {
        remove: {
          tag: 'remove_meta_fields',
          field: [
            '_attachment',
            '_attachment_indexed_chars',
            '_extracted_attachment',
            '_extract_binary_content',
            '_reduce_whitespace',
            '_run_ml_inference',
          ],
          ignore_missing: true,
          on_failure: [recordFailure('remove_meta_fields')],
        },
      },
    ],
  };
}

/**
 * The pipelines that every cluster has from its start. Source: clients §1.5, connectors §5, rest-layer B.14;
 * ES: `ConnectorTemplateRegistry`.
 */
export const shippedPipelines = lazily(
  (): ReadonlyMap<string, JsonObject> =>
    new Map([
      [
        'ent-search-generic-ingestion',
        shipped('Ingest pipeline of content that is not managed by a connector', 'Enterprise Search'),
      ],
      [
        'search-default-ingestion',
        shipped('Ingest pipeline that connectors write through by default', 'Search'),
      ],
    ]),
);
