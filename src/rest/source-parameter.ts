import { asRefusal } from '../errors/elasticsearch-error.js';
import { illegalArgument, validation } from '../errors/request-errors.js';
import { isUnsupportedFormat, mediaType, type MediaType } from './media-type.js';

/**
 * The body that `?source=` stands for. Source: rest-layer A.7.1; ES: `RestRequest.contentOrSourceParam`.
 * @throws ElasticsearchError 400 if `source_content_type` does not go with it, or names no format.
 */
export function sourceParameter(source: string, params: ReadonlyMap<string, string>): string {
  const raw = params.get('source_content_type');
  if (raw === undefined) throw validation(['source and source_content_type parameters are required']);
  const type = parseContentType(raw);
  if (type.isJson) return source;
  const unknown = validation([`Unknown value for source_content_type [${raw}]`]);
  throw isUnsupportedFormat(type) ? asRefusal(unknown, `body in ${raw}`) : unknown;
}

/** Parameters do not count. ES: `RestRequest.parseContentType`. */
function parseContentType(raw: string): MediaType {
  const name = raw.split(/[ \t]*;/)[0] ?? '';
  if (!/^[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+\s*$/.test(name)) {
    throw illegalArgument(`invalid Content-Type header [${raw}]`);
  }
  return mediaType(raw, name.trim());
}
