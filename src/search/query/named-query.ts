import type { Query } from './query.js';

/** A query that hits tell of by its `_name`. ES: `AbstractQueryBuilder.toQuery`. */
export function named(query: Query, name: string | undefined): Query {
  if (name === undefined) return query;
  return {
    compile(context) {
      const clause = query.compile(context);
      context.named?.set(name, clause);
      return clause;
    },
  };
}

/** A query whose names no hit tells of. */
export function unnamed(query: Query): Query {
  return { compile: ({ view, now }) => query.compile({ view, now }) };
}
