import { compatibilityError, parseMediaType } from '../../src/rest/media-type.js';

const VENDOR = 'application/vnd.elasticsearch+json';

describe('a media type header (rest-layer A.3; ES: ParsedMediaType)', () => {
  it.each([
    [VENDOR, VENDOR, {}],
    [`${VENDOR};`, VENDOR, {}],
    ['a/b ;; ;', 'a/b', {}],
    [` ${VENDOR} ; compatible-with=9;\n charset=UTF-8`, VENDOR, { 'compatible-with': '9', charset: 'utf-8' }],
    ['Application / JSON', 'application/json', {}],
    ['a/b/', 'a/b', {}],
    ['a/b;k=v=', 'a/b', { k: 'v' }],
  ])('%j is %s', (raw, name, parameters) => {
    const type = parseMediaType(raw);
    expect(type?.name).toBe(name);
    expect(Object.fromEntries(type?.parameters ?? [])).toEqual(parameters);
  });

  it.each(['*/*', 'text/html, */*;q=.2'])('%j counts as not given', (raw) => {
    expect(parseMediaType(raw)).toBeUndefined();
  });

  it.each(['a', 'a/b[', 'a/b]', 'a/b\\', 'a/b/c', '/', ':', 't:/plain', 'text/plain"', 'a b/c'])(
    '%j is no media type',
    (raw) => {
      expect(() => parseMediaType(raw)).toThrow(`invalid media-type [${raw}]`);
    },
  );

  it.each(['k', 'k=', '=v', 'k =v', 'k= v', 'k=v=w'])('%j is no parameter', (parameter) => {
    const raw = `a/b;${parameter}`;
    expect(() => parseMediaType(raw)).toThrow(`invalid parameters for header [${raw}]`);
  });
});

describe('the compatible version (ES: RestCompatibleVersionHelper)', () => {
  it.each([
    'application/json;compatible-with=7',
    'text/vnd.elasticsearch+csv;compatible-with=7',
    'APPLICATION/VND.ELASTICSEARCH+CBOR;COMPATIBLE-WITH=7',
  ])('is read off %s, whatever its format', (raw) => {
    const error = compatibilityError(parseMediaType(raw), undefined, false, 9);
    expect(error?.reason).toBe(`Accept version must be either version 9 or 8, but found 7. Accept=${raw}`);
  });

  it('of the body does not count while there is none', () => {
    const old = parseMediaType(`${VENDOR};compatible-with=7`);
    expect(compatibilityError(undefined, old, false, 9)).toBeUndefined();
    expect(compatibilityError(undefined, old, true, 9)).toBeDefined();
  });
});
