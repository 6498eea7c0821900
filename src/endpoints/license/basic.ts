import { changeLicense, createLicense, currentLicense } from '../../protocol/license/license.js';
import { endpoint, ok } from '../../rest/endpoint.js';
import { flag } from '../../rest/parameters.js';
import { masterTimeout, timeouts } from '../indices/common-parameters.js';

/** ES: `RestGetBasicStatus`. */
export const licenseGetBasicStatus = endpoint({
  api: 'license.get_basic_status',
  routes: ['GET /_license/basic_status'],
  params: masterTimeout,
  handle: ({ store, cluster }) =>
    ok({ eligible_to_start_basic: currentLicense(store, cluster.license).type !== 'basic' }),
});

/** ES: `RestPostStartBasicLicense`, `PostStartBasicResponse`. */
export const licensePostStartBasic = endpoint({
  api: 'license.post_start_basic',
  routes: ['POST /_license/start_basic'],
  params: { acknowledge: flag(false), ...timeouts },
  handle: ({ params, store, cluster }) => {
    if (currentLicense(store, cluster.license).type === 'basic') {
      const error_message = 'Operation failed: Current license is basic.';
      return {
        status: 403,
        body: { acknowledged: true, basic_was_started: false, error_message },
      };
    }
    if (!params.acknowledge) {
      const error_message = 'Operation failed: Needs acknowledgement.';
      return ok({ acknowledged: false, basic_was_started: false, error_message });
    }
    changeLicense(store, createLicense('basic'));
    return ok({ acknowledged: true, basic_was_started: true });
  },
});
