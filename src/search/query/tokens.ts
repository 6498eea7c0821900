import type { Token } from '../../xcontent/json-reader.js';

/** ES: `XContentParser.Token.isValue`: null is none. */
export function isScalarToken(token: Token | undefined): boolean {
  return token === 'VALUE_STRING' || token === 'VALUE_NUMBER' || token === 'VALUE_BOOLEAN';
}
