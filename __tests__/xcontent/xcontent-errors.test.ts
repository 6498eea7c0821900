import { errorBody } from '../../src/errors/envelope.js';
import { illegalArgument } from '../../src/errors/request-errors.js';
import {
  namedObjectNotFound,
  parsingException,
  xContentLocation,
  xContentParse,
} from '../../src/errors/xcontent-errors.js';

describe('x-content errors (rest-layer A.7)', () => {
  it('put the place before the reason and keep it', () => {
    const error = xContentParse({ line: 2, column: 7 }, 'reason');
    expect(error.reason).toBe('[2:7] reason');
    expect(xContentLocation(error)).toEqual({ line: 2, column: 7 });
    expect(xContentLocation(xContentParse(undefined, 'reason'))).toBeUndefined();
    expect(xContentLocation(illegalArgument('reason'))).toBeUndefined();
  });

  it('have the innermost one as root cause, but no Java exception (ES: guessRootCauses)', () => {
    const inner = xContentParse({ line: 1, column: 2 }, 'inner', illegalArgument('java'));
    const outer = xContentParse({ line: 1, column: 1 }, 'outer', inner);
    expect(errorBody(outer, false).error).toMatchObject({ root_cause: [{ reason: '[1:2] inner' }] });
    const overElastic = xContentParse({ line: 1, column: 1 }, 'outer', parsingException('inner'));
    expect(errorBody(overElastic, false).error).toMatchObject({
      root_cause: [{ type: 'parsing_exception' }],
    });
  });

  it('carry line and col as numbers in a parsing_exception', () => {
    expect(errorBody(parsingException('[match] query malformed', { line: 1, column: 13 }), false)).toEqual({
      error: {
        root_cause: [{ type: 'parsing_exception', reason: '[match] query malformed', line: 1, col: 13 }],
        type: 'parsing_exception',
        reason: '[match] query malformed',
        line: 1,
        col: 13,
      },
      status: 400,
    });
  });

  it('name an object that no parser is registered for', () => {
    expect(namedObjectNotFound({ line: 1, column: 11 }, 'unknown field [foo]')).toMatchObject({
      type: 'named_object_not_found_exception',
      reason: '[1:11] unknown field [foo]',
      status: 400,
    });
  });
});
