import { currentLicense, showLicense } from '../../protocol/license/license.js';
import { endpoint, prettyOk } from '../../rest/endpoint.js';
import { flag } from '../../rest/parameters.js';
import { masterTimeout } from '../indices/common-parameters.js';

/** Source: rest-layer B.15; ES: `RestGetLicenseAction`, which prints prettily. */
export const licenseGet = endpoint({
  api: 'license.get',
  routes: ['GET /_license'],
  params: { local: flag(false), accept_enterprise: flag(true), ...masterTimeout },
  handle: ({ now, store, cluster }) =>
    prettyOk({ license: showLicense(currentLicense(store, cluster.license), now) }),
});
