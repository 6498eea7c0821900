import { changeLicense, createLicense, currentLicense } from '../../protocol/license/license.js';
import { endpoint, ok } from '../../rest/endpoint.js';
import { timeouts } from '../indices/common-parameters.js';

/** What is left is a basic license. ES: `LicenseService.removeLicense`. */
export const licenseDelete = endpoint({
  api: 'license.delete',
  routes: ['DELETE /_license'],
  params: timeouts,
  handle: ({ store, cluster }) => {
    if (currentLicense(store, cluster.license).type !== 'basic') changeLicense(store, createLicense('basic'));
    return ok({ acknowledged: true });
  },
});
