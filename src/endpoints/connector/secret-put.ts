import { EMPTY_PUT_ID, EMPTY_PUT_VALUE } from '../../errors/connector-secret-errors.js';
import { nullPointer } from '../../errors/request-errors.js';
import { putSecret } from '../../protocol/connector/secret-put.js';
import { created, endpoint, ok, type BodySpec } from '../../rest/endpoint.js';
import { objectParser, required, string } from '../../xcontent/object-parser.js';

const parser = objectParser('connector_secret_put_request', { value: required(string()) });

/**
 * Elasticsearch reads the body without asking whether there is one: as an empty text of the type that the header says,
 * and that type is null without a header. ES: `RestPutConnectorSecretAction`, `XContentHelper.createParser`.
 */
const body: BodySpec<{ readonly value: string }> = {
  isRequired: false,
  parse: (text) => parser.parseText(text),
  checkMissing({ headers }) {
    if (headers['content-type'] === undefined) throw nullPointer(null);
  },
};

/** Source: connectors §4. */
export const connectorSecretPut = endpoint({
  api: 'connector.secret_put',
  routes: ['PUT /_connector/_secret/{id}'],
  body,
  validate: ({ path, body: { value } }) => [
    ...(path.id === '' ? [EMPTY_PUT_ID] : []),
    ...(value === '' ? [EMPTY_PUT_VALUE] : []),
  ],
  handle: ({ path, body: { value }, store }) => {
    const result = putSecret(store, path.id, value);
    return result === 'created' ? created({ result }) : ok({ result });
  },
});
