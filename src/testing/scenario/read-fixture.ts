import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isElasticsearchError } from '../../errors/elasticsearch-error.js';
import { FakeUsageError } from '../../errors/fake-usage-error.js';
import { JsonReader } from '../../xcontent/json-reader.js';
import { hintAt, mistake, shown } from './place.js';
import type { Fixture } from './scenario.js';
import { shippedFile, shippedNames } from './shipped.js';

/** A fixture as it was found, not looked at yet. */
export interface RawFixture {
  /** As messages name it. */
  readonly label: string;
  readonly value: unknown;
}

/**
 * Finds a fixture: a text with a slash, or that ends in `.json`, is a path from the working directory, any other the
 * name of a shipped scenario.
 * @param position e.g. ` 2 of 3`, for objects; empty for the only one
 * @throws FakeUsageError if it cannot be found or read.
 */
export function readFixture(fixture: Fixture, position: string): RawFixture {
  if (typeof fixture !== 'string') return { label: `scenario object${position}`, value: fixture };
  if (/[/\\]|\.json$/.test(fixture)) return readFile(resolve(fixture), fixture);
  const shipped = shippedFile(fixture);
  if (shipped !== undefined) return readFile(shipped, `scenario "${fixture}"`);
  throw noSuchScenario(fixture);
}

function noSuchScenario(name: string): FakeUsageError {
  const names = shippedNames();
  return new FakeUsageError(
    `There is no shipped scenario ${shown(name)}.${hintAt(name, names)} Shipped are: ${names.join(', ')}. ` +
      'A file of your own needs a path: "./name.json".',
  );
}

function readFile(file: string, label: string): RawFixture {
  return { label, value: parse(textOf(file, label), label) };
}

function textOf(file: string, label: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw mistake({ label }, '', `cannot be read: ${(error as Error).message}.`);
  }
}

function parse(text: string, label: string): unknown {
  const reader = new JsonReader(text.startsWith('\uFEFF') ? text.slice(1) : text);
  try {
    reader.nextToken();
    const value = reader.readValue();
    if (reader.nextToken() === undefined) return value;
  } catch (error) {
    if (!isElasticsearchError(error)) throw error;
    throw notJson(reader, label, error.message.split('\n')[0] ?? '');
  }
  throw notJson(reader, label, 'there is more after the end of the scenario');
}

function notJson(reader: JsonReader, label: string, problem: string): FakeUsageError {
  const [, line, column, rest] = /^\[(\d+):(\d+)\] (.*)/.exec(problem) ?? [];
  const at = reader.location();
  return mistake(
    { label },
    '',
    `is not JSON: line ${line ?? at.line}, column ${column ?? at.column}: ${rest ?? problem}.`,
  );
}
