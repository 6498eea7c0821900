import { describeAdapters, plainError } from '../describe-adapters.js';

describeAdapters('connector.secret_delete', (given) => {
  const remove = (id: string) => given.call('DELETE', `/_connector/_secret/${id}`);

  it('deletes once (connectors §4)', async () => {
    await given.call('PUT', '/_connector/_secret/s', { value: 'x' });
    expect(await remove('s')).toMatchObject({ status: 200, body: { deleted: true } });
    expect(await remove('s')).toMatchObject({
      status: 404,
      body: plainError(404, 'resource_not_found_exception', 'No secret with id [s]'),
    });
  });

  it('makes no index (connectors §4)', async () => {
    expect(await remove('s')).toMatchObject({
      status: 404,
      body: { error: { type: 'index_not_found_exception', reason: 'no such index [.connector-secrets]' } },
    });
  });
});
