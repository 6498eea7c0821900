import { isElasticsearchError } from '../../errors/elasticsearch-error.js';
import { answerType } from '../../rest/answer.js';
import type { EsRequest } from '../../rest/exchange.js';
import { parseMediaType, type MediaType } from '../../rest/media-type.js';

/** The `content-type` that Elasticsearch would give its answer: it repeats the vendor type that a client asks for. */
export function jsonTypeFor({ headers }: EsRequest): string {
  return answerType(read(headers['accept']), read(headers['content-type']));
}

function read(value: string | readonly string[] | undefined): MediaType | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  try {
    return parseMediaType(value);
  } catch (error) {
    if (isElasticsearchError(error)) return undefined;
    throw error;
  }
}
