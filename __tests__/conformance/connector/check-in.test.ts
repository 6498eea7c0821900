import { describeAdapters } from '../describe-adapters.js';
import { validationFailure } from './failures.js';
import { FRESH } from './fresh.js';
import { T0 } from './seed.js';
import { behavesAsUpdate } from './update-rules.js';

describeAdapters('connector.check_in', (given) => {
  behavesAsUpdate(given, { path: '_check_in', readsFirst: false });

  it('writes last_seen and nothing else, whatever the clock does (connectors §3.5)', async () => {
    await given.call('PUT', '/_connector/a', {});
    const checkIn = () => given.call('PUT', '/_connector/a/_check_in');
    expect(await checkIn()).toMatchObject({ status: 200, body: { result: 'updated' } });
    expect(given.es.connector('a')).toEqual({ ...FRESH, last_seen: T0 });
    expect((await checkIn()).body).toEqual({ result: 'updated' });
    given.es.clock.advance({ seconds: 90 });
    await checkIn();
    expect(given.es.connector('a')).toMatchObject({ last_seen: '2024-06-01T12:01:30.000Z' });
  });

  it('refuses an id longer than a document can have (ES: UpdateRequest.validate)', async () => {
    const id = 'x'.repeat(513);
    expect((await given.call('PUT', `/_connector/${id}/_check_in`)).body).toEqual(
      validationFailure(`id [${id}] is too long, must be no longer than 512 bytes but was: 513`),
    );
  });
});
