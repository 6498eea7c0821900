import { checkHeaders } from '../adapters/http/sendable.js';
import {
  conflict,
  corruptBody,
  delay,
  dropConnection,
  payloadTooLarge,
  respond,
  tooManyRequests,
  unavailable,
  type Effect,
} from '../testing/faults/effects.js';
import { hintAt, shown } from '../testing/scenario/place.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../xcontent/json.js';
import { ControlError } from './control-error.js';
import { readDuration } from './read-duration.js';
import { fieldsOf, numberAt } from './read-fields.js';

interface EffectReader {
  readonly fields: readonly string[];
  read(fields: JsonObject): Effect;
}

const readers: Readonly<Record<string, EffectReader>> = {
  respond: { fields: ['status', 'body', 'headers'], read: readRespond },
  conflict: { fields: [], read: conflict },
  tooManyRequests: { fields: [], read: tooManyRequests },
  payloadTooLarge: { fields: [], read: payloadTooLarge },
  unavailable: { fields: [], read: unavailable },
  delay: { fields: ['duration'], read: ({ duration }) => delay(readDuration(duration, 'duration')) },
  drop: { fields: ['when'], read: readDrop },
  corrupt: { fields: [], read: corruptBody },
};

const names = Object.keys(readers);

/**
 * An effect as JSON has it: `{"respond":{"status":503}}`; one without settings may be its name alone.
 * @throws ControlError 400, FakeUsageError if it is none.
 */
export function readEffect(value: JsonValue | undefined): Effect {
  const [name, settings] = oneMember(typeof value === 'string' ? { [value]: {} } : value);
  const reader = Object.hasOwn(readers, name) ? readers[name] : undefined;
  if (!reader) {
    throw new ControlError(
      400,
      `There is no effect [${name}].${hintAt(name, names)} Effects are ${names.join(', ')}.`,
    );
  }
  return reader.read(fieldsOf(settings, `The effect [${name}]`, reader.fields));
}

function oneMember(value: JsonValue | undefined): [string, JsonValue] {
  const [member, another] = isJsonObject(value) ? Object.entries(value) : [];
  if (member && !another) return member;
  throw new ControlError(
    400,
    `[effect] must be an object with one effect, such as {"respond":{"status":503}}: received ${shown(value)}. Effects are ${names.join(', ')}.`,
  );
}

function readRespond(fields: JsonObject): Effect {
  const status = numberAt(fields, 'status');
  if (status === undefined) throw new ControlError(400, '[respond] needs a [status], e.g. 503.');
  return respond(status, fields.body, readHeaders(fields.headers));
}

function readHeaders(value: JsonValue | undefined): Readonly<Record<string, string>> {
  if (value === undefined) return {};
  const isFlat = isJsonObject(value) && Object.values(value).every((header) => typeof header === 'string');
  if (!isFlat) throw new ControlError(400, `[headers] must be an object of texts: received ${shown(value)}.`);
  const headers = value as Readonly<Record<string, string>>;
  for (const header of Object.entries(headers)) checkSendable(header);
  return headers;
}

function checkSendable([name, text]: [string, string]): void {
  try {
    checkHeaders([name, text]);
  } catch {
    throw new ControlError(
      400,
      `[headers] has one that HTTP cannot send: received ${shown({ [name]: text })}. A name has letters, digits and -, a value no line breaks and nothing beyond Latin-1.`,
    );
  }
}

function readDrop({ when }: JsonObject): Effect {
  if (when === 'before' || when === 'after') return dropConnection({ when });
  throw new ControlError(400, `[when] of [drop] must be "before" or "after": received ${shown(when)}.`);
}
