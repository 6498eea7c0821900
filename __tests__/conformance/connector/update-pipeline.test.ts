import { describeAdapters } from '../describe-adapters.js';
import { illegalArgument, parseFailure, requiredFailure } from './failures.js';
import { behavesAsUpdate } from './update-rules.js';

const PARSER = 'connector_update_pipeline_request';
const PIPELINE = {
  extract_binary_content: true,
  name: 'test-pipeline',
  reduce_whitespace: true,
  run_ml_inference: false,
};

describeAdapters('connector.update_pipeline', (given) => {
  const update = (body: unknown) => given.call('PUT', '/_connector/a/_pipeline', body);

  behavesAsUpdate(given, { path: '_pipeline', body: { pipeline: PIPELINE }, readsFirst: false });

  it('writes the pipeline without unknown keys (connectors §3.16)', async () => {
    await given.call('PUT', '/_connector/a', {});
    expect((await update({ pipeline: { ...PIPELINE, more: 1 } })).body).toEqual({ result: 'updated' });
    expect(given.es.connector('a')?.pipeline).toEqual(PIPELINE);
    expect((await update({ pipeline: PIPELINE })).body).toEqual({ result: 'noop' });
  });

  it('wants all four keys and names the missing ones (connectors §3.16)', async () => {
    expect((await update({})).body).toEqual(requiredFailure('pipeline'));
    expect((await update('{"pipeline":{}}')).body).toEqual(
      parseFailure(
        [`[1:14] [${PARSER}] failed to parse field [pipeline]`],
        illegalArgument('Required [extract_binary_content, name, reduce_whitespace, run_ml_inference]'),
      ),
    );
    expect((await update('{"pipeline":{"run_ml_inference":true,"name":"n"}}')).body).toEqual(
      parseFailure(
        [`[1:48] [${PARSER}] failed to parse field [pipeline]`],
        illegalArgument('Required [extract_binary_content, reduce_whitespace]'),
      ),
    );
  });

  it.each([
    ['{"pipeline":null}', [`[1:13] [${PARSER}] pipeline doesn't support values of type: VALUE_NULL`]],
    [
      '{"pipeline":{"name":1}}',
      [
        `[1:21] [${PARSER}] failed to parse field [pipeline]`,
        "[1:21] [connector_ingest_pipeline] name doesn't support values of type: VALUE_NUMBER",
      ],
    ],
  ])('refuses %s (connectors §1.3)', async (body, links) => {
    expect((await update(body)).body).toEqual(parseFailure(links));
  });
});
