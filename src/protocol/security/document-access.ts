import { anyOf } from '../../search/query/bool-query.js';
import type { Query } from '../../search/query/query.js';
import { documentPermissions } from './document-permissions.js';
import { EVERYTHING } from './privileges.js';
import { parseRoleQuery } from './role-query.js';
import type { Subject } from './subject.js';

/** What somebody sees of an index: everything, nothing, or what a query matches. */
export type Sight = 'all' | 'none' | Query;

/** What somebody sees of an index that is reached by some names. */
export type DocumentAccess = (names: readonly string[]) => Sight;

/**
 * Document level security for an action; undefined if there is nothing to look at.
 * ES: `RBACEngine.authorizeIndexAction`, `SecurityIndexReaderWrapper`. DIVERGES: no license stands in its way.
 */
export function documentAccess(subject: Subject, grantedBy: readonly string[]): DocumentAccess | undefined {
  const { privileges, limitedBy } = subject;
  if (privileges === EVERYTHING) return undefined;
  return (names) => {
    if (limitedBy && documentPermissions(limitedBy, names, grantedBy) === 'none') return 'none';
    const permitted = documentPermissions(privileges, names, grantedBy);
    return typeof permitted === 'string' ? permitted : roleQuery(permitted, subject);
  };
}

/** Read only where documents are: a query that is none fails the search of an index, not the request. */
function roleQuery(texts: readonly string[], { username, roles }: Subject): Query {
  const user = { username, roles, metadata: {} };
  return {
    compile: (context) => anyOf(texts.map((text) => parseRoleQuery(text, user))).compile(context),
  };
}
