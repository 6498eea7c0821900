import { describeAdapters } from './describe-adapters.js';

describeAdapters('info', (given) => {
  it('says who answers, with the emulated version (rest-layer A.11)', async () => {
    const answer = await given.call('GET', '/');
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      cluster_name: 'elasticsearch',
      cluster_uuid: expect.stringMatching(/^[\w-]{22}$/),
      version: { number: '9.5.1', build_flavor: 'default', build_snapshot: false },
      tagline: 'You Know, for Search',
    });
  });

  given.itExceptThrough('client', 'it gives parsed bodies')(
    'is pretty unless told otherwise (ES: `RestMainAction`)',
    async () => {
      const { text, body } = await given.call('GET', '/');
      expect(text).toMatch(/^\{\n {2}"name" : "[^]*\n\}\n$/);
      expect((await given.call('GET', '/?pretty=false')).text).toBe(JSON.stringify(body));
      expect((await given.call('GET', '/_license')).text).toMatch(/^\{\n {2}"license" : \{\n/);
    },
  );

  it('answers HEAD without a body (rest-layer A.2)', async () => {
    expect((await given.call('HEAD', '/')).status).toBe(200);
  });

  it('knows no parameter of its own (rest-layer A.11)', async () => {
    const answer = await given.call('GET', '/?foo=1');
    expect(answer.body.error.reason).toBe('request [/] contains unrecognized parameter: [foo]');
  });
});

describeAdapters(
  'info at 8.19',
  (given) => {
    it('shows an 8.x version block (rest-layer A.14)', async () => {
      expect((await given.call('GET', '/')).body).toMatchObject({
        version: { number: '8.19.2', minimum_wire_compatibility_version: '7.17.0' },
      });
    });
  },
  { version: '8.19.2' },
);
