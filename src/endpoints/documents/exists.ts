import { endpoint } from '../../rest/endpoint.js';
import { answerGet } from './get.js';
import { readParameters } from './read-parameters.js';

/** Source: rest-layer B.4; ES: `RestGetAction`. */
export const exists = endpoint({
  api: 'exists',
  routes: ['HEAD /{index}/_doc/{id}'],
  params: readParameters,
  handle: answerGet,
});
