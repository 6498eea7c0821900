import { describeAdapters, plainError } from '../conformance/describe-adapters.js';

const TEXT = { accept: 'text/plain' };

describeAdapters('the tables of _cat', (given) => {
  const text = async (path: string): Promise<string> => (await given.call('GET', path, undefined, TEXT)).text;

  it('refuse to sort by a column that they lack (ES: `RestTable.getRowOrder`)', async () => {
    await given.call('PUT', '/films');
    expect((await given.call('GET', '/_cat/indices?s=colour&format=json')).body).toEqual(
      plainError(400, 'illegal_argument_exception', 'Unable to sort by unknown sort key `colour`'),
    );
  });

  it('leave the present time out if told to (ES: RestTableTests.testThatDisplayHeadersWithoutTimestamp)', async () => {
    expect(await text('/_cat/count?ts=false')).toBe('0\n');
    expect(await text('/_cat/count?h=timestamp,epoch,c*&ts=false')).toBe('0\n');
    expect(await text('/_cat/count?h=ts,count')).toBe('12:00:00 0\n');
  });

  it('count what an index did as its stats do: nothing, and for its primary shards beside it', async () => {
    await given.call('PUT', '/films');
    const path = '/_cat/indices/films?h=ft,get.time,merges.total_size,sth&pri&format=json';
    expect((await given.call('GET', path)).body).toEqual([
      {
        ft: '0',
        'pri.ft': '0',
        'get.time': '0s',
        'pri.get.time': '0s',
        'merges.total_size': '0b',
        'pri.merges.total_size': '0b',
        sth: 'false',
      },
    ]);
    expect(await text('/_cat/indices/films?h=get.time,fm&time=ms&bytes=kb&v')).toBe(
      'get.time fm\n       0  0\n',
    );
    await given.call('POST', '/films/_close');
    expect((await given.call('GET', '/_cat/indices/films?h=flush.total,sth&format=json')).body).toEqual([
      { 'flush.total': null, sth: 'false' },
    ]);
  });

  it('give an alias that two columns have to the later one (ES: `RestTable.buildDisplayHeaders`)', async () => {
    await given.call('PUT', '/films');
    const help = (await text('/_cat/indices?help')).split('\n');
    expect(help.filter((line) => line.includes('| rto,refreshTotal'))).toHaveLength(2);
    expect(help.slice(0, 4).map((line) => line.split('|')[1]?.trim())).toEqual([
      'h',
      's',
      'i,idx',
      'id,uuid',
    ]);
    expect(help.findIndex((line) => line.startsWith('dataset.size '))).toBe(12);
    const { body } = await given.call('GET', '/_cat/indices?h=rto&pri&format=json');
    expect(body).toEqual([{ rto: '0', 'pri.rto': '0' }]);
  });

  it('help whatever else is asked for (ES: `AbstractCatAction.prepareRequest`)', async () => {
    expect(await text('/_cat/count/nope?help')).toMatch(/^epoch +\| t,time +\| seconds since/);
    expect(await text('/_cat/count?help')).toMatch(/the document count {15}\n$/);
    expect(await text('/_cat/indices?help&index=nope')).toMatch(/^health +\| h +\| current/);
  });

  it('forget to pad what lacks more than 127 characters (ES: `RestTable.pad`)', async () => {
    const long = 'a'.repeat(130);
    await given.call('PUT', `/${long}`);
    await given.call('PUT', '/b');
    expect(await text('/_cat/indices?h=index,status&s=index')).toBe(`${long} open\nb open\n`);
  });
});

describeAdapters('cat.count', (given) => {
  beforeEach(async () => {
    await given.call('PUT', '/films/_doc/1?refresh', { title: 'Alien', year: 1979 });
    await given.call('PUT', '/films/_doc/2?refresh', { title: 'Aliens', year: 1986 });
  });
  const counted = async (path: string, query?: object): Promise<string> => {
    const body = query && { query };
    const answer = await given.call(body ? 'POST' : 'GET', `${path}&format=json&h=count`, body);
    return (answer.body as { count: string }[]).map(({ count }) => count).join();
  };

  it('counts what a query finds, in the body or the URL (ES: `RestCountAction` of `_cat`)', async () => {
    expect(await counted('/_cat/count?', { range: { year: { gt: 1980 } } })).toBe('1');
    expect(await counted('/_cat/count/films?', { match_none: {} })).toBe('0');
    expect(await counted('/_cat/count?q=year:1979')).toBe('1');
    expect(await counted('/_cat/count?ts=true')).toBe('2');
  });

  it('looks within the filter of an alias', async () => {
    await given.call('PUT', '/films/_alias/old', { filter: { term: { year: 1979 } } });
    expect(await counted('/_cat/count/old?ts=true')).toBe('1');
  });
});
