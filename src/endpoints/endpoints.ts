import type { Endpoint } from '../rest/endpoint.js';
import { connectorCheckIn } from './connector/check-in.js';
import { connectorDelete } from './connector/delete.js';
import { connectorGet } from './connector/get.js';
import { connectorLastSync } from './connector/last-sync.js';
import { connectorList } from './connector/list.js';
import { connectorPost } from './connector/post.js';
import { connectorPut } from './connector/put.js';
import { connectorSecretDelete } from './connector/secret-delete.js';
import { connectorSecretGet } from './connector/secret-get.js';
import { connectorSecretPost } from './connector/secret-post.js';
import { connectorSecretPut } from './connector/secret-put.js';
import { connectorUpdateActiveFiltering } from './connector/update-active-filtering.js';
import { connectorUpdateApiKeyId } from './connector/update-api-key-id.js';
import { connectorUpdateConfiguration } from './connector/update-configuration.js';
import { connectorUpdateError } from './connector/update-error.js';
import { connectorUpdateFeatures } from './connector/update-features.js';
import { connectorUpdateFiltering } from './connector/update-filtering.js';
import { connectorUpdateFilteringValidation } from './connector/update-filtering-validation.js';
import { connectorUpdateIndexName } from './connector/update-index-name.js';
import { connectorUpdateName } from './connector/update-name.js';
import { connectorUpdateNative } from './connector/update-native.js';
import { connectorUpdatePipeline } from './connector/update-pipeline.js';
import { connectorUpdateScheduling } from './connector/update-scheduling.js';
import { connectorUpdateServiceType } from './connector/update-service-type.js';
import { connectorUpdateStatus } from './connector/update-status.js';
import { syncJobCancel } from './connector/sync-job-cancel.js';
import { syncJobCheckIn } from './connector/sync-job-check-in.js';
import { syncJobClaim } from './connector/sync-job-claim.js';
import { syncJobDelete } from './connector/sync-job-delete.js';
import { syncJobError } from './connector/sync-job-error.js';
import { syncJobGet } from './connector/sync-job-get.js';
import { syncJobList } from './connector/sync-job-list.js';
import { syncJobPost } from './connector/sync-job-post.js';
import { syncJobUpdateStats } from './connector/sync-job-update-stats.js';
import { indicesCreate } from './indices/create.js';
import { indicesGet } from './indices/get.js';
import { indicesExists } from './indices/get.js';
import { indicesDelete } from './indices/delete.js';
import { indicesGetMapping } from './indices/get-mapping.js';
import { indicesPutMapping } from './indices/put-mapping.js';
import { indicesGetSettings } from './indices/get-settings.js';
import { indicesPutSettings } from './indices/put-settings.js';
import { indicesUpdateAliases } from './indices/update-aliases.js';
import { indicesPutAlias } from './indices/put-alias.js';
import { indicesDeleteAlias } from './indices/delete-alias.js';
import { indicesGetAlias } from './indices/get-alias.js';
import { indicesExistsAlias } from './indices/get-alias.js';
import { indicesClose } from './indices/close.js';
import { indicesOpen } from './indices/open.js';
import { clusterHealthEndpoint } from './cluster/health.js';
import { bulk } from './documents/bulk.js';
import { create } from './documents/create.js';
import { deleteDocument } from './documents/delete.js';
import { exists } from './documents/exists.js';
import { existsSource } from './documents/exists-source.js';
import { get } from './documents/get.js';
import { getSource } from './documents/get-source.js';
import { index } from './documents/index.js';
import { mget } from './documents/mget.js';
import { update } from './documents/update.js';
import { ingestPutPipeline } from './ingest/put-pipeline.js';
import { ingestGetPipeline } from './ingest/get-pipeline.js';
import { ingestDeletePipeline } from './ingest/delete-pipeline.js';
import { ingestSimulate } from './ingest/simulate.js';
import { indicesStats } from './indices/stats.js';
import { indicesGetDataStream } from './indices/get-data-stream.js';
import { indicesResolveIndex } from './indices/resolve-index.js';
import { catIndices } from './cat/indices.js';
import { catAliases } from './cat/aliases.js';
import { catCount } from './cat/count.js';
import { licenseGet } from './license/get.js';
import { licenseDelete } from './license/delete.js';
import { licenseGetBasicStatus } from './license/basic.js';
import { licensePostStartBasic } from './license/basic.js';
import { licenseGetTrialStatus } from './license/trial.js';
import { licensePostStartTrial } from './license/trial.js';
import { nodesInfo } from './nodes/info.js';
import { securityCreateApiKey } from './security/create-api-key.js';
import { securityGetApiKey } from './security/get-api-key.js';
import { securityInvalidateApiKey } from './security/invalidate-api-key.js';
import { securityAuthenticate } from './security/authenticate.js';
import { securityHasPrivileges } from './security/has-privileges.js';
import { indicesPutIndexTemplate } from './indices/index-templates.js';
import { indicesGetIndexTemplate } from './indices/index-templates.js';
import { indicesExistsIndexTemplate } from './indices/index-templates.js';
import { indicesDeleteIndexTemplate } from './indices/index-templates.js';
import { clusterPutComponentTemplate } from './indices/index-templates.js';
import { clusterGetComponentTemplate } from './indices/index-templates.js';
import { clusterExistsComponentTemplate } from './indices/index-templates.js';
import { clusterDeleteComponentTemplate } from './indices/index-templates.js';
import { info } from './info.js';
import { clearScroll } from './search/clear-scroll.js';
import { closePointInTime } from './search/close-point-in-time.js';
import { count } from './search/count.js';
import { deleteByQuery } from './search/delete-by-query.js';
import { msearch } from './search/msearch.js';
import { openPointInTime } from './search/open-point-in-time.js';
import { indicesRefresh } from './search/refresh.js';
import { scroll } from './search/scroll.js';
import { search } from './search/search.js';
import { updateByQuery } from './search/update-by-query.js';

/** Every endpoint of the fake. A new one is a file beside these and a line here. */
export const endpoints: readonly Endpoint[] = [
  info,
  connectorPut,
  connectorPost,
  connectorGet,
  connectorList,
  connectorDelete,
  connectorCheckIn,
  connectorUpdateActiveFiltering,
  connectorUpdateApiKeyId,
  connectorUpdateConfiguration,
  connectorUpdateError,
  connectorUpdateFeatures,
  connectorUpdateFiltering,
  connectorUpdateFilteringValidation,
  connectorUpdateIndexName,
  connectorUpdateName,
  connectorUpdateNative,
  connectorUpdatePipeline,
  connectorUpdateScheduling,
  connectorUpdateServiceType,
  connectorUpdateStatus,
  connectorLastSync,
  connectorSecretPost,
  connectorSecretPut,
  connectorSecretGet,
  connectorSecretDelete,
  syncJobPost,
  syncJobList,
  syncJobGet,
  syncJobDelete,
  syncJobCancel,
  syncJobCheckIn,
  syncJobClaim,
  syncJobError,
  syncJobUpdateStats,
  indicesCreate,
  indicesGet,
  indicesExists,
  indicesDelete,
  indicesGetMapping,
  indicesPutMapping,
  indicesGetSettings,
  indicesPutSettings,
  indicesUpdateAliases,
  indicesPutAlias,
  indicesDeleteAlias,
  indicesGetAlias,
  indicesExistsAlias,
  indicesClose,
  indicesOpen,
  clusterHealthEndpoint,
  index,
  create,
  get,
  exists,
  getSource,
  existsSource,
  update,
  deleteDocument,
  bulk,
  mget,
  search,
  msearch,
  scroll,
  clearScroll,
  openPointInTime,
  closePointInTime,
  count,
  deleteByQuery,
  updateByQuery,
  indicesRefresh,
  ingestPutPipeline,
  ingestGetPipeline,
  ingestDeletePipeline,
  ingestSimulate,
  indicesStats,
  indicesResolveIndex,
  indicesGetDataStream,
  catIndices,
  catAliases,
  catCount,
  licenseGet,
  licenseDelete,
  licenseGetBasicStatus,
  licensePostStartBasic,
  licenseGetTrialStatus,
  licensePostStartTrial,
  nodesInfo,
  securityCreateApiKey,
  securityGetApiKey,
  securityInvalidateApiKey,
  securityAuthenticate,
  securityHasPrivileges,
  indicesPutIndexTemplate,
  indicesGetIndexTemplate,
  indicesExistsIndexTemplate,
  indicesDeleteIndexTemplate,
  clusterPutComponentTemplate,
  clusterGetComponentTemplate,
  clusterExistsComponentTemplate,
  clusterDeleteComponentTemplate,
];
