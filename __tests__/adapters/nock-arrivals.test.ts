import { EventEmitter } from 'node:events';
import { followArrivals } from '../../src/adapters/nock/arrivals.js';

/** Plays what nock 15 does with a request: it emits the decompressed request, then calls the reply function with it. */
function arriveIn15(request: Request, bodyString: string) {
  const scope = new EventEmitter();
  const arrivalOf = followArrivals(scope);
  scope.emit('request', request, {}, bodyString);
  return arrivalOf({}, [request]);
}

describe('a reply function under the contract of nock 15', () => {
  const url = 'http://localhost:9200/_connector/a%2Fb?pretty&x=%C3%BC';

  test('has target, headers and body of the fetch request', () => {
    const headers = { 'content-type': 'application/json', 'X-Opaque-Id': 'i' };
    const arrival = arriveIn15(new Request(url, { method: 'PUT', body: '{"a":', headers }), '{"a":');
    expect(arrival).toMatchObject({
      method: 'PUT',
      requestTarget: '/_connector/a%2Fb?pretty&x=%C3%BC',
      headers: { 'content-type': 'application/json', 'x-opaque-id': 'i' },
    });
    expect(arrival.body.toString()).toBe('{"a":');
  });

  test('does not decode again what nock has decompressed', () => {
    const headers = { 'content-encoding': 'gzip' };
    const arrival = arriveIn15(new Request(url, { method: 'PUT', body: '{}', headers }), '{}');
    expect([arrival.headers, arrival.body.toString()]).toEqual([
      expect.not.objectContaining({ 'content-encoding': 'gzip' }),
      '{}',
    ]);
  });

  test('finds the body that nock keeps aside for GET', () => {
    const request = Object.assign(new Request(url), { [Symbol('kGetRequestBody')]: Buffer.from('{"q":1}') });
    expect(arriveIn15(request, '').body.toString()).toBe('{"q":1}');
    expect(arriveIn15(new Request(url), '').body).toHaveLength(0);
  });

  test('undoes the hexadecimal form of bytes that are not UTF-8', () => {
    const headers = { 'content-length': '2' };
    expect([...arriveIn15(new Request(url, { method: 'PUT', body: 'x', headers }), 'fffe').body]).toEqual([
      255, 254,
    ]);
    expect(arriveIn15(new Request(url, { method: 'PUT', body: 'x' }), 'fffe').body.toString()).toBe('fffe');
  });
});
