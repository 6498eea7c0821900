import { createFakeElasticsearch, FakeUsageError, type FakeSnapshot } from '../../src/index.js';
import { claim, JOB } from './requests.js';

describe('a snapshot', () => {
  it('brings back what its fake held, as often as wanted', () => {
    const es = createFakeElasticsearch({ fixtures: ['pending-full-sync'] });
    const snapshot = es.snapshot();
    for (let time = 0; time < 2; time += 1) {
      es.handle(claim());
      es.clock.advance(5);
      es.restore(snapshot);
      expect(es.syncJob(JOB)?.status).toBe('pending');
      expect(es.clock.now()).toBe(1_717_243_200_000);
    }
  });

  it('of another fake is refused, and changes neither', () => {
    const es = createFakeElasticsearch({ fixtures: ['pending-full-sync'] });
    const other = createFakeElasticsearch({ fixtures: ['idle'] });
    const jobs = other.snapshot().store.point;
    expect(() => other.restore(es.snapshot())).toThrow(FakeUsageError);
    expect(other.snapshot().store.point).toBe(jobs);
    expect(es.syncJob(JOB)?.status).toBe('pending');
  });

  it.each([null, undefined, 5, {}])('is not %p', (received) => {
    const es = createFakeElasticsearch();
    expect(() => es.restore(received as FakeSnapshot)).toThrow(
      /^A fake restores what its own snapshot\(\) gave: received /,
    );
  });

  it('in part is none, and nothing is restored', () => {
    const es = createFakeElasticsearch({ fixtures: ['pending-full-sync'] });
    const { store } = es.snapshot();
    es.handle(claim());
    expect(() => es.restore({ store } as FakeSnapshot)).toThrow(FakeUsageError);
    expect(es.syncJob(JOB)?.status).toBe('in_progress');
  });
});
