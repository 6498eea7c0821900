import { currentLicense, showLicense } from '../../protocol/license/license.js';
import { endpoint, ok } from '../../rest/endpoint.js';
import { flag } from '../../rest/parameters.js';
import { masterTimeout } from '../indices/common-parameters.js';

/** Source: rest-layer B.15. */
export const licenseGet = endpoint({
  api: 'license.get',
  routes: ['GET /_license'],
  params: { local: flag(false), accept_enterprise: flag(true), ...masterTimeout },
  handle: ({ now, store, cluster }) =>
    ok({ license: showLicense(currentLicense(store, cluster.license), now) }),
});
