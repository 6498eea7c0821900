import { connectorPipeline } from '../../protocol/connector/pipeline-parser.js';
import { updatePipeline } from '../../protocol/connector/update-pipeline.js';
import { endpoint, requiredBody, updateResult } from '../../rest/endpoint.js';
import { nested, objectParser, required } from '../../xcontent/object-parser.js';
import { validateConnectorId } from './connector-id.js';

const parser = objectParser('connector_update_pipeline_request', {
  pipeline: required(nested(connectorPipeline)),
});

/** Source: connectors §3.16. */
export const connectorUpdatePipeline = endpoint({
  api: 'connector.update_pipeline',
  routes: ['PUT /_connector/{connector_id}/_pipeline'],
  body: requiredBody(parser),
  validate: validateConnectorId,
  handle: ({ path, body, store }) => updateResult(updatePipeline(store, path.connector_id, body.pipeline)),
});
