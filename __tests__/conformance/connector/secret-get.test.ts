import { describeAdapters, plainError } from '../describe-adapters.js';

const NO_INDEX = plainError(404, 'index_not_found_exception', 'no such index [.connector-secrets]', {
  'resource.type': 'index_or_alias',
  'resource.id': '.connector-secrets',
  index_uuid: '_na_',
  index: '.connector-secrets',
});

describeAdapters('connector.secret_get', (given) => {
  const get = (id: string) => given.call('GET', `/_connector/_secret/${id}`);

  it('shows id and value (connectors §4)', async () => {
    await given.call('PUT', '/_connector/_secret/s', { value: 'x' });
    expect(await get('s')).toMatchObject({ status: 200, body: { id: 's', value: 'x' } });
  });

  it('answers 404 for an unknown one: of the index until there is one (connectors §4)', async () => {
    expect(await get('nope')).toMatchObject({ status: 404, body: NO_INDEX });
    await given.call('PUT', '/_connector/_secret/s', { value: 'x' });
    expect(await get('nope')).toMatchObject({
      status: 404,
      body: plainError(404, 'resource_not_found_exception', 'No secret with id [nope]'),
    });
  });
});
