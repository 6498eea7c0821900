import { describeAdapters } from '../describe-adapters.js';
import { NULL_POINTER, parseFailure } from './failures.js';
import { behavesAsUpdate } from './update-rules.js';

const PARSER = 'connector_update_features_request';
const ON = { enabled: true };
const OFF = { enabled: false };

describeAdapters('connector.update_features', (given) => {
  const update = (body: unknown) => given.call('PUT', '/_connector/a/_features', body);

  behavesAsUpdate(given, {
    path: '_features',
    body: { features: { incremental_sync: ON } },
    readsFirst: false,
  });

  beforeEach(() => given.call('PUT', '/_connector/a', {}));

  it('merges known features into those that are there (connectors §3.9)', async () => {
    const features = {
      document_level_security: ON,
      native_connector_api_keys: ON,
      incremental_sync: OFF,
      sync_rules: { basic: ON, advanced: OFF },
    };
    expect((await update({ features })).body).toEqual({ result: 'updated' });
    expect(given.es.connector('a')?.features).toEqual(features);
    await update({ features: { sync_rules: { advanced: ON }, incremental_sync: ON, unknown: ON } });
    expect(given.es.connector('a')?.features).toEqual({
      ...features,
      incremental_sync: ON,
      sync_rules: { basic: ON, advanced: ON },
    });
    expect((await update({ features: { incremental_sync: ON } })).body).toEqual({ result: 'noop' });
  });

  it('stores an empty object (connectors §3.9)', async () => {
    expect((await update({ features: {} })).body).toEqual({ result: 'updated' });
    expect(given.es.connector('a')?.features).toEqual({});
    expect((await update({ features: { sync_rules: {} } })).body).toEqual({ result: 'updated' });
    expect(given.es.connector('a')?.features).toEqual({ sync_rules: {} });
  });

  it('answers 500 without features (connectors §3.9)', async () => {
    expect(await update({})).toMatchObject({ status: 500, body: NULL_POINTER });
  });

  it('wants `enabled` (connectors §3.9)', async () => {
    expect((await update('{"features":{"incremental_sync":{}}}')).body).toEqual(
      parseFailure(
        [
          `[1:34] [${PARSER}] failed to parse field [features]`,
          '[1:34] [connector_features] failed to parse field [incremental_sync]',
          'Failed to build [connector_feature_enabled] after last required field arrived',
        ],
        {
          type: 'null_pointer_exception',
          reason: 'Cannot invoke "java.lang.Boolean.booleanValue()" because "args[0]" is null',
        },
      ),
    );
  });

  it.each([
    ['{"features":null}', [`[1:13] [${PARSER}] features doesn't support values of type: VALUE_NULL`]],
    ['{"featuresss":{}}', [`[1:2] [${PARSER}] unknown field [featuresss] did you mean [features]?`]],
    [
      '{"features":{"sync_rules":true}}',
      [
        `[1:27] [${PARSER}] failed to parse field [features]`,
        "[1:27] [connector_features] sync_rules doesn't support values of type: VALUE_BOOLEAN",
      ],
    ],
  ])('refuses %s (connectors §1.3)', async (body, links) => {
    expect((await update(body)).body).toEqual(parseFailure(links));
  });
});
