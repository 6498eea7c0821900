import { decodePathSegment, parseQueryString } from '../../src/rest/query-string.js';

function parsed(text: string): Record<string, string> {
  return Object.fromEntries(parseQueryString(text));
}

describe('a query string (rest-layer A.4; ES: RestUtils.decodeQueryString)', () => {
  it.each([
    ['', {}],
    ['a=1&b=2;c=3', { a: '1', b: '2', c: '3' }],
    ['a', { a: '' }],
    ['a=', { a: '' }],
    ['a&;b', { a: '', b: '' }],
    ['a=1&a=2', { a: '2' }],
    ['a=1#b=2', { a: '1' }],
    ['a+b=%2B+c', { 'a b': '+ c' }],
    ['100%%=%e2%82%ac', { '100%': '€' }],
  ])('%j is read', (text, expected) => {
    expect(parsed(text)).toEqual(expected);
  });

  it.each([
    ['=', {}],
    ['&=', {}],
    ['=&a=1', { a: '1' }],
    ['=a', { a: '' }],
    ['=a=1', { a: '1' }],
    ['a==1', { a: '=1' }],
    ['/?:@-._~!$()*+,=/?:@-._~!$()*+,==', { '/?:@-._~!$()* ,': '/?:@-._~!$()* ,==' }],
  ])('%j has an equals sign too many', (text, expected) => {
    expect(parsed(text)).toEqual(expected);
  });

  it.each(['serverlessRequest', 'operatorRequest', 'OPERATORREQUEST'])(
    '%s is a name that Elasticsearch keeps to itself',
    (name) => {
      const reason = `parameter [${name}] is reserved and may not be set`;
      expect(() => parsed(`${name}=true`)).toThrow(`java.lang.IllegalArgumentException: ${reason}`);
    },
  );

  it.each([
    ['a%2Fb', 'a/b'],
    ['<logs-{now%2Fd}>', '<logs-{now/d}>'],
    ['a+b', 'a+b'],
    ['50%%', '50%'],
  ])('the path segment %j is %j', (segment, expected) => {
    expect(decodePathSegment(segment)).toBe(expected);
  });
});
