import { endpoints } from '../../src/endpoints/endpoints.js';

/** The APIs of Elastic's specification, by name. Source: connectors §0, sync-jobs §1. */
const APIS = {
  'connector.check_in': ['PUT /_connector/{connector_id}/_check_in'],
  'connector.delete': ['DELETE /_connector/{connector_id}'],
  'connector.get': ['GET /_connector/{connector_id}'],
  'connector.last_sync': ['PUT /_connector/{connector_id}/_last_sync'],
  'connector.list': ['GET /_connector'],
  'connector.post': ['POST /_connector'],
  'connector.put': ['PUT /_connector/{connector_id}', 'PUT /_connector'],
  'connector.secret_delete': ['DELETE /_connector/_secret/{id}'],
  'connector.secret_get': ['GET /_connector/_secret/{id}'],
  'connector.secret_post': ['POST /_connector/_secret'],
  'connector.secret_put': ['PUT /_connector/_secret/{id}'],
  'connector.sync_job_cancel': ['PUT /_connector/_sync_job/{connector_sync_job_id}/_cancel'],
  'connector.sync_job_check_in': ['PUT /_connector/_sync_job/{connector_sync_job_id}/_check_in'],
  'connector.sync_job_claim': ['PUT /_connector/_sync_job/{connector_sync_job_id}/_claim'],
  'connector.sync_job_delete': ['DELETE /_connector/_sync_job/{connector_sync_job_id}'],
  'connector.sync_job_error': ['PUT /_connector/_sync_job/{connector_sync_job_id}/_error'],
  'connector.sync_job_get': ['GET /_connector/_sync_job/{connector_sync_job_id}'],
  'connector.sync_job_list': ['GET /_connector/_sync_job'],
  'connector.sync_job_post': ['POST /_connector/_sync_job'],
  'connector.sync_job_update_stats': ['PUT /_connector/_sync_job/{connector_sync_job_id}/_stats'],
  'connector.update_active_filtering': ['PUT /_connector/{connector_id}/_filtering/_activate'],
  'connector.update_api_key_id': ['PUT /_connector/{connector_id}/_api_key_id'],
  'connector.update_configuration': ['PUT /_connector/{connector_id}/_configuration'],
  'connector.update_error': ['PUT /_connector/{connector_id}/_error'],
  'connector.update_features': ['PUT /_connector/{connector_id}/_features'],
  'connector.update_filtering': ['PUT /_connector/{connector_id}/_filtering'],
  'connector.update_filtering_validation': ['PUT /_connector/{connector_id}/_filtering/_validation'],
  'connector.update_index_name': ['PUT /_connector/{connector_id}/_index_name'],
  'connector.update_name': ['PUT /_connector/{connector_id}/_name'],
  'connector.update_native': ['PUT /_connector/{connector_id}/_native'],
  'connector.update_pipeline': ['PUT /_connector/{connector_id}/_pipeline'],
  'connector.update_scheduling': ['PUT /_connector/{connector_id}/_scheduling'],
  'connector.update_service_type': ['PUT /_connector/{connector_id}/_service_type'],
  'connector.update_status': ['PUT /_connector/{connector_id}/_status'],
};

it("the connector endpoints are Elastic's, all of them and no more", () => {
  const declared = endpoints.filter(({ api }) => api.startsWith('connector.'));
  expect(Object.fromEntries(declared.map(({ api, routes }) => [api, routes]))).toEqual(APIS);
  expect(declared).toHaveLength(34);
});
