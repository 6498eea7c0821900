import { unknownEnumValue } from '../../errors/sync-job-errors.js';

/**
 * Reads a member of one of Elasticsearch's enumerations; case does not count.
 * @throws ElasticsearchError naming the enumeration and the original spelling. Source: connectors §2.2.
 */
export function enumeration<T extends string>(name: string, members: readonly T[]): (value: string) => T {
  return (value) => {
    const wanted = value.toLowerCase();
    const member = members.find((candidate) => candidate === wanted);
    if (member === undefined) throw unknownEnumValue(name, value);
    return member;
  };
}

/** The same where the spelling must be exact. */
export function exactEnumeration<T extends string>(
  name: string,
  members: readonly T[],
): (value: string) => T {
  return (value) => {
    const member = members.find((candidate) => candidate === value);
    if (member === undefined) throw unknownEnumValue(name, value);
    return member;
  };
}
