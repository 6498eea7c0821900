import { endpoint } from '../../rest/endpoint.js';
import { answerSource, sourceParams, validateSource } from './get-source.js';

/** Source: rest-layer B.4; ES: `RestGetSourceAction`. */
export const existsSource = endpoint({
  api: 'exists_source',
  routes: ['HEAD /{index}/_source/{id}'],
  params: sourceParams,
  validate: validateSource,
  handle: answerSource,
});
