import { describeAdapters, plainError } from '../describe-adapters.js';
import { behavesAsUpdate } from './update-rules.js';

const invalid = (state: string) =>
  plainError(
    400,
    'status_exception',
    `Filtering draft needs to be validated by the connector service before activation. Current filtering draft validation state [${state}] is not equal to [valid].`,
  );

describeAdapters('connector.update_active_filtering', (given) => {
  const activate = () => given.call('PUT', '/_connector/a/_filtering/_activate');
  const validate = (state: string) =>
    given.call('PUT', '/_connector/a/_filtering/_validation', { validation: { state, errors: [] } });

  behavesAsUpdate(given, { path: '_filtering/_activate', readsFirst: true });

  beforeEach(() => given.call('PUT', '/_connector/a', {}));

  it('is a noop on a fresh connector, whose draft is valid (connectors §2.1, §3.12)', async () => {
    expect(await activate()).toMatchObject({ status: 200, body: { result: 'noop' } });
  });

  it('copies a valid draft over the active filtering (connectors §3.12)', async () => {
    const rules = [{ id: 'r', field: 'f', order: 0, policy: 'exclude', rule: 'equals', value: 'v' }];
    await given.call('PUT', '/_connector/a/_filtering', { rules, advanced_snippet: { value: { a: 1 } } });
    expect((await activate()).body).toEqual(invalid('edited'));
    await validate('invalid');
    expect((await activate()).body).toEqual(invalid('invalid'));
    await validate('valid');
    expect((await activate()).body).toEqual({ result: 'updated' });
    const [filtering] = given.es.connector('a')?.filtering ?? [];
    expect(filtering?.active).toEqual(filtering?.draft);
    expect(filtering?.active).toMatchObject({
      advanced_snippet: { value: { a: 1 } },
      rules: [{ id: 'r' }, { id: 'DEFAULT', order: 1 }],
      validation: { state: 'valid' },
    });
    expect((await activate()).body).toEqual({ result: 'noop' });
  });

  it('gives new sync jobs the active filtering, not the draft (sync-jobs §5)', async () => {
    await given.call('PUT', '/_connector/a', { index_name: 'search-a', service_type: 'folder' });
    const create = async () => {
      const body: unknown = (await given.call('POST', '/_connector/_sync_job', { id: 'a' })).body;
      return given.es.syncJob((body as { id: string }).id)?.connector.filtering;
    };
    await given.call('PUT', '/_connector/a/_filtering', { advanced_snippet: { value: { a: 1 } } });
    expect(await create()).toMatchObject({ advanced_snippet: { value: {} } });
    await validate('valid');
    await activate();
    expect(await create()).toMatchObject({ advanced_snippet: { value: { a: 1 } } });
  });
});
