import { EMPTY_POST_VALUE } from '../../errors/connector-secret-errors.js';
import { postSecret } from '../../protocol/connector/secret-post.js';
import { endpoint, ok, requiredBody } from '../../rest/endpoint.js';
import { objectParser, optional, string } from '../../xcontent/object-parser.js';

const parser = objectParser('post_secret_request', { value: optional(string()) });

/** Answers 200, not 201. Source: connectors §4. */
export const connectorSecretPost = endpoint({
  api: 'connector.secret_post',
  routes: ['POST /_connector/_secret'],
  body: requiredBody(parser),
  validate: ({ body: { value = '' } }) => (value === '' ? [EMPTY_POST_VALUE] : []),
  handle: ({ body: { value = '' }, store, cluster }) => ok({ id: postSecret(store, value, cluster.ids) }),
});
