import fc from 'fast-check';
import { createIdSource } from '../../src/clock/ids.js';

describe('createIdSource', () => {
  it('gives document ids of 20 URL-safe characters that start with a letter or digit', () => {
    const ids = createIdSource();
    for (let count = 0; count < 2000; count++) {
      expect(ids.documentId()).toMatch(/^[A-Za-z0-9][A-Za-z0-9_-]{19}$/);
    }
  });

  it('gives random UUIDs of version 4 in URL-safe base64', () => {
    const ids = createIdSource();
    for (let count = 0; count < 2000; count++) {
      const id = ids.uuid();
      expect(id).toMatch(/^[A-Za-z0-9_-]{22}$/);
      const hex = Buffer.from(id, 'base64url').toString('hex');
      expect(hex).toMatch(/^.{12}4.{3}[89ab].{15}$/);
      expect(Buffer.from(hex, 'hex').toString('base64url')).toBe(id);
    }
  });

  it('does not repeat', () => {
    const ids = createIdSource(7);
    const seen = new Set<string>();
    for (let count = 0; count < 100_000; count++) seen.add(ids.documentId()).add(ids.uuid());
    expect(seen.size).toBe(200_000);
  });

  it('keeps all 32 bits of the counter in a document id', () => {
    const counter = fc.integer({ min: 0, max: 2 ** 32 - 1 });
    fc.assert(
      fc.property(counter, fc.integer({ min: 0, max: 31 }), (documents, bit) => {
        const other = (documents ^ (1 << bit)) >>> 0;
        const [one, two] = [documents, other].map((state) => {
          const ids = createIdSource();
          ids.restore({ documents: state, uuids: state });
          return [ids.documentId(), ids.uuid()];
        });
        expect(one![0]).not.toBe(two![0]);
        expect(one![1]).not.toBe(two![1]);
      }),
    );
  });

  it('is the same for the same seed, another for another', () => {
    expect(createIdSource(1).documentId()).toBe(createIdSource(1).documentId());
    expect(createIdSource(1).documentId()).not.toBe(createIdSource(2).documentId());
    expect(createIdSource(1).uuid()).not.toBe(createIdSource(2).uuid());
  });

  it('goes on from a restored state', () => {
    const ids = createIdSource();
    ids.documentId();
    const state = ids.state();
    const after = [ids.documentId(), ids.uuid(), ids.documentId()];
    ids.restore(state);
    expect([ids.documentId(), ids.uuid(), ids.documentId()]).toEqual(after);
  });
});
