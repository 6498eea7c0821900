import { asRefusal, isElasticsearchError } from '../../errors/elasticsearch-error.js';
import { unreadableQueryString } from '../../errors/search-errors.js';
import { isTextType } from '../field-values.js';
import { placeOf } from '../place.js';
import { boolQuery } from './bool-query.js';
import { existsQuery } from './exists-query.js';
import { MATCH_ALL } from './match-all-query.js';
import { matchQuery } from './match-query.js';
import { patternQuery } from './pattern-query.js';
import { noSlots, type Query } from './query.js';

/** `q`, `df`, `default_operator` and `lenient` of a URL. */
export interface QueryUrl {
  readonly q?: string | undefined;
  readonly df?: string | undefined;
  readonly defaultOperator?: string | undefined;
  readonly isLenient?: boolean | undefined;
}

const CLAUSE = /^(?:([^\s:"()]+):)?(?:"([^"]*)"|([^\s:"()]+))(?:\s+|$)/;

/**
 * The query of a URL; undefined without `q`. Understands `field:value`, `field:"a value"`, wildcards and bare words,
 * side by side. DIVERGES: the rest of Lucene's syntax (AND, NOT, groups, ranges, fuzziness) is refused.
 */
export function queryFromUrl({ q, df, defaultOperator, isLenient }: QueryUrl): Query | undefined {
  if (q === undefined) return undefined;
  const text = q.trim();
  if (text === '*' || text === '*:*') return MATCH_ALL;
  const clauses: Query[] = [];
  for (let rest = text; rest !== '';) {
    const match = CLAUSE.exec(rest);
    const [whole, field = df, quoted, bare = ''] = match ?? [];
    if (whole === undefined || isOperator(bare)) return unreadable(text);
    const clause = clauseOf(field, quoted ?? bare, quoted !== undefined);
    clauses.push(isLenient === true ? lenient(clause) : clause);
    rest = rest.slice(whole.length);
  }
  const isConjunction = defaultOperator?.toLowerCase() === 'and';
  const [must, should] = isConjunction ? [clauses, []] : [[], clauses];
  return boolQuery({ must, should, filter: [], mustNot: [], minimum: undefined });
}

/** What a field cannot take matches nothing. ES: `Queries.newLenientFieldQuery`. */
function lenient(query: Query): Query {
  return {
    compile(context) {
      try {
        return query.compile(context);
      } catch (error) {
        if (isElasticsearchError(error)) return noSlots();
        throw error;
      }
    },
  };
}

function isOperator(word: string): boolean {
  return /^(?:AND|OR|NOT|&&|\|\|)$/.test(word) || /^[+\-!]|[~^[\]{}]/.test(word);
}

function unreadable(text: string): Query {
  return {
    compile({ view }) {
      throw asRefusal(unreadableQueryString(placeOf(view.index), text), 'query string syntax');
    },
  };
}

function clauseOf(field: string | undefined, value: string, isQuoted: boolean): Query {
  if (field === '_exists_') return existsQuery(value);
  if (field !== undefined && field !== '*') return valueClause(field, value, isQuoted);
  return {
    compile(context) {
      const { view } = context;
      const should = view.fieldPaths().filter((path) => {
        const type = view.column(path)?.field.type ?? '';
        return isTextType(type) || type === 'keyword';
      });
      const queries = should.map((path) => valueClause(path, value, isQuoted));
      return boolQuery({ must: [], filter: [], mustNot: [], should: queries, minimum: '1' }).compile(context);
    },
  };
}

function valueClause(field: string, value: string, isQuoted: boolean): Query {
  if (isQuoted) return matchQuery(field, value, { isConjunction: true, minimum: undefined });
  if (value === '*') return existsQuery(field);
  return /[*?]/.test(value) ? wildcardClause(field, value) : matchQuery(field, value);
}

/** ES: `QueryStringQueryParser.getWildcardQuery`: a pattern for analyzed text is normalized as the text was. */
function wildcardClause(field: string, value: string): Query {
  return {
    compile(context) {
      const isText = isTextType(context.view.column(field)?.field.type ?? '');
      return patternQuery(field, 'wildcard', isText ? value.toLowerCase() : value).compile(context);
    },
  };
}
