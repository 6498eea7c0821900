import { hasUsedTrial, startTrial } from '../../protocol/license/license.js';
import { endpoint, ok } from '../../rest/endpoint.js';
import { flag, text } from '../../rest/parameters.js';
import { masterTimeout } from '../indices/common-parameters.js';

/** ES: `RestGetTrialStatus`. */
export const licenseGetTrialStatus = endpoint({
  api: 'license.get_trial_status',
  routes: ['GET /_license/trial_status'],
  params: masterTimeout,
  handle: ({ store, cluster }) => ok({ eligible_to_start_trial: !hasUsedTrial(store, cluster.license) }),
});

/** ES: `RestPostStartTrialLicense`, `PostStartTrialResponse`. */
export const licensePostStartTrial = endpoint({
  api: 'license.post_start_trial',
  routes: ['POST /_license/start_trial'],
  params: { acknowledge: flag(false), type: text(), ...masterTimeout },
  handle: ({ params, now, store, cluster }) => {
    if (!params.acknowledge) {
      const error_message = 'Operation failed: Needs acknowledgement.';
      return { status: 200, body: { acknowledged: false, trial_was_started: false, error_message } };
    }
    if (hasUsedTrial(store, cluster.license)) {
      const error_message = 'Operation failed: Trial was already activated.';
      return { status: 403, body: { acknowledged: true, trial_was_started: false, error_message } };
    }
    startTrial(store, now);
    return ok({ acknowledged: true, trial_was_started: true, type: params.type ?? 'trial' });
  },
});
