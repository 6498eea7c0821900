import { INVALID_CONTEXT } from '../../errors/scroll-errors.js';
import { actionRequestValidation } from '../../errors/request-errors.js';
import { unreadablePointInTimeId } from '../../errors/search-errors.js';
import { endpoint } from '../../rest/endpoint.js';
import { freed } from './clear-scroll.js';
import { readContextBody } from './context-body.js';
import { searchBody } from './search.js';

/** Source: rest-layer B.9, PIT; ES: `RestClosePointInTimeAction`. */
export const closePointInTime = endpoint({
  api: 'close_point_in_time',
  routes: ['DELETE /_pit'],
  body: { ...searchBody, isRequired: true },
  handle: ({ body, now, cluster: { searchContexts } }) => {
    const id = readId(body);
    if (id === '') throw actionRequestValidation([INVALID_CONTEXT.noPointInTime]);
    if (!searchContexts.isPointInTimeId(id)) throw unreadablePointInTimeId(id);
    return freed(searchContexts.close([id], now));
  },
});

function readId(body: string): string {
  let id = '';
  readContextBody(body, (field, reader) => {
    if (field !== 'id' || reader.token !== 'VALUE_STRING') return false;
    id = reader.text;
    return true;
  });
  return id;
}
