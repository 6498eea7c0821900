import { describeAdapters } from '../describe-adapters.js';
import { parseFailure, validationFailure } from './failures.js';
import { behavesAsUpdate } from './update-rules.js';

const PARSER = 'connector_update_name_request';
const NEITHER =
  '[name] and [description] cannot both be [null]. Please provide a value for at least one of them.';

describeAdapters('connector.update_name', (given) => {
  const update = (body: unknown, id = 'a') => given.call('PUT', `/_connector/${id}/_name`, body);

  behavesAsUpdate(given, { path: '_name', body: { name: 'n' }, readsFirst: false });

  beforeEach(() => given.call('PUT', '/_connector/a', { name: 'before' }));

  it('writes what is not null; the empty string is a value (connectors §3.14)', async () => {
    expect((await update({ name: 'after' })).body).toEqual({ result: 'updated' });
    expect(given.es.connector('a')).toMatchObject({ name: 'after' });
    expect(given.es.connector('a')).not.toHaveProperty('description');
    expect((await update({ name: null, description: 'd' })).body).toEqual({ result: 'updated' });
    expect(given.es.connector('a')).toMatchObject({ name: 'after', description: 'd' });
    expect((await update({ name: 'after' })).body).toEqual({ result: 'noop' });
    await update({ name: '', description: '' });
    expect(given.es.connector('a')).toMatchObject({ name: '', description: '' });
  });

  it.each([{}, { name: null }, { description: null, name: null }])(
    'refuses %j (connectors §3.14)',
    async (body) => {
      expect((await update(body)).body).toEqual(validationFailure(NEITHER));
    },
  );

  it('bounds the description (ES: ConnectorActionRequest.validateDescription)', async () => {
    expect((await update({ description: 'x'.repeat(8193) })).body).toEqual(
      validationFailure('[description] length [8193] exceeds the maximum allowed length [8192].'),
    );
    expect((await update({ description: 'x'.repeat(8192) })).body).toEqual({ result: 'updated' });
  });

  it.each([
    ['{"name":{"field_1":"test"}}', `[1:9] [${PARSER}] name doesn't support values of type: START_OBJECT`],
    ['{"names":"x"}', `[1:2] [${PARSER}] unknown field [names] did you mean [name]?`],
  ])('refuses %s (connectors §1.3)', async (body, reason) => {
    expect((await update(body)).body).toEqual(parseFailure([reason]));
  });
});
