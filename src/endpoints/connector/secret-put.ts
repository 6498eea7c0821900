import { EMPTY_PUT_ID, EMPTY_PUT_VALUE } from '../../errors/connector-secret-errors.js';
import { putSecret } from '../../protocol/connector/secret-put.js';
import { created, endpoint, ok, requiredBody } from '../../rest/endpoint.js';
import { objectParser, required, string } from '../../xcontent/object-parser.js';

const parser = objectParser('connector_secret_put_request', { value: required(string()) });

/** Source: connectors §4. */
export const connectorSecretPut = endpoint({
  api: 'connector.secret_put',
  routes: ['PUT /_connector/_secret/{id}'],
  body: requiredBody(parser),
  validate: ({ path, body }) => [
    ...(path.id === '' ? [EMPTY_PUT_ID] : []),
    ...(body.value === '' ? [EMPTY_PUT_VALUE] : []),
  ],
  handle: ({ path, body, store }) => {
    const result = putSecret(store, path.id, body.value);
    return result === 'created' ? created({ result }) : ok({ result });
  },
});
