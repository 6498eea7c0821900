import { descriptionTooLong } from '../../errors/connector-errors.js';
import type { ConnectorRules } from './connector-rules.js';

/** Default of the cluster setting `xpack.applications.connector.max_description_length`, in UTF-16 units. */
const MOST_CHARACTERS = 8192;

/**
 * The message of a request's `validate()` for a description, if there is something to say. Source: elasticsearch
 * pull request 159638; ES: `ConnectorActionRequest.validateDescription`. DIVERGES: 9.x releases before the limit
 * came have none; which patch releases those are is not known.
 */
export function validateDescription(
  description: string | null | undefined,
  { hasDescriptionLimit }: ConnectorRules,
): readonly string[] {
  if (!hasDescriptionLimit || description == null || description.length <= MOST_CHARACTERS) return [];
  return [descriptionTooLong(description.length, MOST_CHARACTERS)];
}
