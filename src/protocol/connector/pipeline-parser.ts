import type { JsonObject } from '../../xcontent/json.js';
import { boolean, objectParser, required, string } from '../../xcontent/object-parser.js';

/** The ingest pipeline of a connector. Source: connectors §3.16; ES: `ConnectorIngestPipeline`. */
export const connectorPipeline = objectParser(
  'connector_ingest_pipeline',
  {
    extract_binary_content: required(boolean()),
    name: required(string()),
    reduce_whitespace: required(boolean()),
    run_ml_inference: required(boolean()),
  },
  {
    unknown: 'ignore',
    build: ({ extract_binary_content, name, reduce_whitespace, run_ml_inference }): JsonObject => ({
      extract_binary_content,
      name,
      reduce_whitespace,
      run_ml_inference,
    }),
  },
);
