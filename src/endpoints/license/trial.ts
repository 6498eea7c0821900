import { hasUsedTrial, startTrial, trialType } from '../../protocol/license/license.js';
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

/** What unacknowledged callers are told. ES: `StartTrialClusterTask`. */
const ACKNOWLEDGE = {
  message:
    'This API initiates a free 30-day trial for all platinum features. By starting this trial, you agree that it is ' +
    'subject to the terms and conditions at https://www.elastic.co/legal/trial_license/. To begin your free trial, ' +
    'call /start_trial again and specify the "acknowledge=true" parameter.',
  security: ['With a trial license, X-Pack security features are available, but are not enabled by default.'],
};

/** ES: `RestPostStartTrialLicense`, `PostStartTrialResponse`. */
export const licensePostStartTrial = endpoint({
  api: 'license.post_start_trial',
  routes: ['POST /_license/start_trial'],
  params: { acknowledge: flag(false), type: text(), ...masterTimeout },
  handle: ({ params, now, store, cluster }) => {
    const type = trialType(params.type ?? 'trial');
    if (!params.acknowledge) {
      const error_message = 'Operation failed: Needs acknowledgement.';
      return ok({
        acknowledged: false,
        trial_was_started: false,
        error_message,
        acknowledge: ACKNOWLEDGE,
      });
    }
    if (hasUsedTrial(store, cluster.license)) {
      const error_message = 'Operation failed: Trial was already activated.';
      return { status: 403, body: { acknowledged: true, trial_was_started: false, error_message } };
    }
    startTrial(store, type, now);
    return ok({ acknowledged: true, trial_was_started: true, type });
  },
});
