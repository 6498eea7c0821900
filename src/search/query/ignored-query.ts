import { ignoredFields } from '../ignored-fields.js';
import { testClause, type Query } from './query.js';

/** The documents in whose `_ignored` stands a name that fits. */
export function ignoredQuery(isWanted: (name: string) => boolean): Query {
  return {
    compile({ view }) {
      return testClause((slot) => {
        const source = view.path === '' ? view.source(slot) : undefined;
        return source !== undefined && ignoredFields(view.index.metadata.mappings, source).some(isWanted);
      }, 1);
    },
  };
}
