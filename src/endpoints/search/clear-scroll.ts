import { INVALID_CONTEXT, scrollIdNotAValue } from '../../errors/scroll-errors.js';
import { actionRequestValidation } from '../../errors/request-errors.js';
import { unreadableScrollId } from '../../errors/search-errors.js';
import { endpoint } from '../../rest/endpoint.js';
import type { JsonReader } from '../../xcontent/json-reader.js';
import { readContextBody } from './context-body.js';
import { searchBody } from './search.js';

/** Source: rest-layer B.9, Scroll; ES: `RestClearScrollAction`. */
export const clearScroll = endpoint({
  api: 'clear_scroll',
  routes: ['DELETE /_search/scroll', 'DELETE /_search/scroll/{scroll_id}'],
  body: searchBody,
  handle: ({ path, body, now, cluster: { searchContexts } }) => {
    const ids = body === '' ? splitIds(path.scroll_id) : readIds(body);
    if (ids.length === 0) throw actionRequestValidation([INVALID_CONTEXT.noScrollIds]);
    if (ids.length === 1 && ids[0] === '_all') return freed(searchContexts.closeAllScrolls(now));
    if (!ids.every((id) => searchContexts.isScrollId(id))) throw unreadableScrollId();
    return freed(searchContexts.close(ids, now));
  },
});

function splitIds(ids: string | undefined): string[] {
  return ids === undefined ? [] : ids.split(',').filter((id) => id !== '');
}

/** A context that was not there is a 404, and no error all the same. */
export function freed(count: number): { status: number; body: object } {
  return { status: count === 0 ? 404 : 200, body: { succeeded: true, num_freed: count } };
}

function readIds(body: string): string[] {
  const ids: string[] = [];
  readContextBody(body, (field, reader) => {
    if (field !== 'scroll_id') return false;
    if (reader.token === 'START_ARRAY') {
      while (reader.nextToken() !== 'END_ARRAY') ids.push(idAt(reader, true));
    } else ids.push(idAt(reader, false));
    return true;
  });
  return ids;
}

function idAt(reader: JsonReader, isInArray: boolean): string {
  const isValue = reader.token?.startsWith('VALUE_') === true && reader.token !== 'VALUE_NULL';
  if (!isValue) throw scrollIdNotAValue(isInArray);
  return reader.text;
}
