import { describeAdapters, LOST_BODY, plainError } from './describe-adapters.js';
import { seedJob } from './connector/seed.js';

const V9 = 'application/vnd.elasticsearch+json; compatible-with=9';
const V8 = 'application/vnd.elasticsearch+json; compatible-with=8';

describeAdapters('the REST layer', (given) => {
  const { call } = given;
  const claimPath = '/_connector/_sync_job/job-1/_claim';

  describe('routing (rest-layer A.4)', () => {
    it.each([
      ['GET', '/_foo/bar', 'no handler found for uri [/_foo/bar] and method [GET]'],
      [
        'PUT',
        '/_connector/x/_nope?a=b',
        'no handler found for uri [/_connector/x/_nope?a=b] and method [PUT]',
      ],
    ])('%s %s has no handler, and the body no status', async (method, path, error) => {
      expect(await call(method, path)).toMatchObject({ status: 400, body: { error } });
      expect((await call(method, path)).body).toEqual({ error });
    });

    it.each([
      ['POST', claimPath, '[PUT]', 'PUT'],
      ['GET', `${claimPath}?pretty=true`, '[PUT]', 'PUT'],
      ['PUT', '/', '[GET, HEAD]', 'GET,HEAD'],
      ['PATCH', '/_connector/_sync_job/job-1', '[GET, DELETE]', 'GET,DELETE'],
    ])('%s %s is the wrong method; Allow lists the right ones', async (method, path, listed, header) => {
      const answer = await call(method, path);
      expect(answer.status).toBe(405);
      expect(answer.headers.allow).toBe(header);
      expect(answer.body).toEqual({
        error: `Incorrect HTTP method for uri [${path}] and method [${method}], allowed: ${listed}`,
        status: 405,
      });
    });

    it('hides the variable path behind a literal one that lacks the method (ES: PathTrie)', async () => {
      expect(await call('PUT', '/_connector/_sync_job')).toMatchObject({
        status: 405,
        body: {
          error:
            'Incorrect HTTP method for uri [/_connector/_sync_job] and method [PUT], allowed: [GET, POST]',
        },
      });
    });

    it('does not mind a slash at the end', async () => {
      expect((await call('GET', '/_connector/_sync_job/')).body).toEqual({ count: 0, results: [] });
    });

    it('answers OPTIONS with the methods of a path', async () => {
      const answer = await call('OPTIONS', claimPath);
      expect(answer).toMatchObject({ status: 200, text: '' });
      expect(answer.headers.allow).toBe('PUT');
      expect(answer.headers['content-type']).toBe('text/plain; charset=UTF-8');
    });

    it('takes a broken escape in a path for a bad method (ES: RestController)', async () => {
      expect(await call('GET', '/_connector/_sync_job/a%zz')).toMatchObject({
        status: 405,
        body: { error: "invalid escape sequence `%zz' at index 1 of: a%zz, allowed: [GET, DELETE]" },
      });
    });
  });

  describe('headers (rest-layer A.2)', () => {
    it.each([
      ['GET', '/'],
      ['GET', '/_foo/bar'],
      ['POST', '/_connector/_sync_job/x'],
      ['GET', '/_connector/_sync_job/x'],
    ])('%s %s names the product', async (method, path) => {
      expect((await call(method, path)).headers['x-elastic-product']).toBe('Elasticsearch');
    });

    it('sends back X-Opaque-Id if there was one', async () => {
      expect((await call('GET', '/', undefined, { 'x-opaque-id': 'me' })).headers['x-opaque-id']).toBe('me');
      expect((await call('GET', '/')).headers['x-opaque-id']).toBeUndefined();
    });

    it('sends no header that Elasticsearch does not send', async () => {
      const { headers } = await call('GET', '/_connector/_sync_job');
      for (const name of ['date', 'server', 'etag', 'x-powered-by', 'location', 'warning']) {
        expect(headers[name]).toBeUndefined();
      }
      expect(headers['content-length']).toBe('24');
    });
  });

  describe('media types (rest-layer A.3)', () => {
    it.each([
      ['application/json', 'application/json'],
      ['application/json; charset=utf-8', 'application/json;charset=utf-8'],
      [V9, 'application/vnd.elasticsearch+json;compatible-with=9'],
      [V8, 'application/vnd.elasticsearch+json;compatible-with=8'],
      ['*/*', 'application/json'],
      ['application/xml', 'application/json'],
      ['Application/JSON', 'application/json'],
      ['application/x-ndjson', 'application/json'],
      [
        'application/vnd.elasticsearch+x-ndjson; compatible-with=9',
        'application/vnd.elasticsearch+json;compatible-with=9',
      ],
    ])('answers Accept: %s as %s', async (accept, type) => {
      // The official client would send its own type, and that decides where Accept does not.
      const headers = { accept, 'content-type': 'application/json' };
      const answer = await call('GET', '/_connector/_sync_job', undefined, headers);
      expect(answer).toMatchObject({ status: 200 });
      expect(answer.headers['content-type']).toBe(type);
    });

    it.each([
      ['text/plain'],
      ['application/x-www-form-urlencoded'],
      ['application/xml'],
      ['application/vnd.elasticsearch+json; compatible-with=nine'],
      ['application/json; charset=latin1'],
    ])('refuses a body of type %s with 406', async (type) => {
      const answer = await call('PUT', claimPath, '{}', { 'content-type': type });
      expect(answer).toMatchObject({
        status: 406,
        body: { error: `Content-Type header [${type}] is not supported`, status: 406 },
      });
    });

    it.each([
      ['accept', 'json', 'Accept', 'invalid media-type [json]'],
      [
        'content-type',
        'application/json; a',
        'Content-Type',
        'invalid parameters for header [application/json; a]',
      ],
    ])('refuses a malformed %s', async (name, value, shown, cause) => {
      const reason = `Invalid media-type value on headers [${shown}]`;
      const answer = await call('GET', '/', undefined, { [name]: value });
      expect(answer.body).toEqual({
        error: {
          root_cause: [{ type: 'media_type_header_exception', reason }],
          type: 'media_type_header_exception',
          reason,
          caused_by: { type: 'illegal_argument_exception', reason: cause },
        },
        status: 400,
      });
    });

    const rule =
      'A compatible version is required on both Content-Type and Accept headers if either one has requested a compatible version';
    it.each([
      [
        'application/vnd.elasticsearch+json; compatible-with=7',
        V9,
        'Accept version must be either version 9 or 8, but found 7. Accept=application/vnd.elasticsearch+json; compatible-with=7',
      ],
      [
        V9,
        'application/vnd.elasticsearch+json; compatible-with=7',
        'Content-Type version must be either version 9 or 8, but found 7. Content-Type=application/vnd.elasticsearch+json; compatible-with=7',
      ],
      [V8, V9, `${rule} and the compatible versions must match. Accept=${V8}, Content-Type=${V9}`],
      [V9, 'application/json', `${rule}. Accept=${V9}, Content-Type=application/json`],
    ])('refuses versions that do not fit: %s with %s', async (accept, type, cause) => {
      const answer = await call('PUT', claimPath, '{}', { accept, 'content-type': type });
      expect(answer).toMatchObject({
        status: 400,
        body: {
          error: {
            type: 'media_type_header_exception',
            reason: 'Invalid media-type value on headers [Accept, Content-Type]',
            caused_by: { type: 'status_exception', reason: cause },
          },
        },
      });
    });

    it('takes vendor types of this and the last major version', async () => {
      seedJob(given.es, 'job-1', 'pending');
      for (const type of [V9, V8]) {
        const answer = await call('PUT', claimPath, '{"worker_hostname":"w"}', {
          accept: type,
          'content-type': type,
        });
        expect(answer.status).toBe(200);
      }
    });
  });

  describe('common parameters (rest-layer A.5)', () => {
    it('prints prettily', async () => {
      const answer = await given.call('GET', '/_connector/_sync_job?pretty');
      if (answer.text !== '{"count":0,"results":[]}') {
        expect(answer.text).toBe('{\n  "count" : 0,\n  "results" : [ ]\n}\n');
      }
    });

    it('filters the answer but no error', async () => {
      seedJob(given.es, 'job-1', 'pending');
      expect((await call('GET', '/_connector/_sync_job?filter_path=results.id,count')).body).toEqual({
        count: 1,
        results: [{ id: 'job-1' }],
      });
      expect((await call('GET', '/_connector/_sync_job/nope?filter_path=x')).body).toEqual(
        plainError(404, 'resource_not_found_exception', 'nope'),
      );
    });

    it('adds a stack trace on demand', async () => {
      const { body } = await call('GET', '/_connector/_sync_job/nope?error_trace=true');
      expect(typeof body.error.stack_trace).toBe('string');
      expect(typeof body.error.root_cause[0].stack_trace).toBe('string');
    });

    it.each(['pretty', 'human'])('refuses %s that is no flag', async (name) => {
      expect((await call('GET', `/?${name}=foo`)).body).toEqual(
        plainError(
          400,
          'illegal_argument_exception',
          'Failed to parse value [foo] as only [true] or [false] are allowed.',
        ),
      );
    });

    it('refuses error_trace that is no flag, in the short form (ES: RestController)', async () => {
      expect((await call('GET', '/?error_trace=foo')).body).toEqual({
        error: 'Failed to parse value [foo] as only [true] or [false] are allowed.',
        status: 400,
      });
    });

    it.each([
      ['?sise=1', 'parameter: [sise] -> did you mean [size]?'],
      ['?zzz=1&aaa=2', 'parameters: [aaa], [zzz]'],
      ['?prety', 'parameter: [prety] -> did you mean [pretty]?'],
    ])('does not recognize %s', async (query, listed) => {
      expect((await call('GET', `/_connector/_sync_job${query}`)).body).toEqual(
        plainError(
          400,
          'illegal_argument_exception',
          `request [/_connector/_sync_job] contains unrecognized ${listed}`,
        ),
      );
    });

    it.each([
      ['?size=%', 'unterminated escape sequence at end of string: %'],
      ['?size=%4', 'partial escape sequence at end of string: %4'],
      ['?size=%zz', "invalid escape sequence `%zz' at index 0 of: %zz"],
    ])('refuses the broken escape of %s', async (query, text) => {
      expect(await call('GET', `/_connector/_sync_job${query}`)).toMatchObject({
        status: 400,
        body: {
          error: {
            type: 'bad_parameter_exception',
            reason: `java.lang.IllegalArgumentException: ${text}`,
            caused_by: { type: 'illegal_argument_exception', reason: text },
          },
        },
      });
    });

    it('reads a repeated parameter by its last value, and ; as &', async () => {
      seedJob(given.es, 'job-1', 'pending');
      expect((await call('GET', '/_connector/_sync_job?size=0&size=1')).body.results).toHaveLength(1);
      expect((await call('GET', '/_connector/_sync_job?size=1;from=1')).body.results).toHaveLength(0);
    });
  });

  describe('the order of checks (rest-layer A.1)', () => {
    it('reads the body before it looks for unknown parameters', async () => {
      expect((await call('PUT', `${claimPath}?foo=1`, '{}')).body.error.reason).toBe(
        'Required [worker_hostname]',
      );
    });
    given.itExceptThrough('nock', LOST_BODY)(
      'looks for unknown parameters before it refuses a body',
      async () => {
        expect((await call('GET', '/?foo=1', '{}')).body.error.reason).toContain(
          'unrecognized parameter: [foo]',
        );
      },
    );
    it('routes before it looks at the type of the body', async () => {
      expect((await call('POST', claimPath, 'x', { 'content-type': 'text/plain' })).status).toBe(405);
    });
  });

  describe('malformed JSON (rest-layer A.7)', () => {
    it.each([
      ['{"worker_hostname":"w"', '[1:23]', 'x_content_e_o_f_exception'],
      ['{worker_hostname:1}', '[1:3]', 'x_content_parse_exception'],
      ['{"a":1,"a":2}', '[1:2]', 'x_content_parse_exception'],
      ['{"worker_hostname":foo}', '[1:', 'x_content_parse_exception'],
      ['{"worker_hostname":"w",}', '[1:', 'x_content_parse_exception'],
    ])('answers %s with a position', async (body, position, type) => {
      const answer = await call('PUT', claimPath, body);
      expect(answer).toMatchObject({ status: 400, body: { error: { type } } });
      expect(answer.body.error.reason).toContain(position);
    });
  });
});
