const INTEGERS: ReadonlySet<string> = new Set(['long', 'integer', 'short', 'byte', 'unsigned_long']);
const DECIMALS: ReadonlySet<string> = new Set(['double', 'float', 'half_float', 'scaled_float']);
const KEYWORDS: ReadonlySet<string> = new Set(['keyword', 'constant_keyword', 'wildcard', 'ip', 'version']);
const TEXTS: ReadonlySet<string> = new Set([
  'text',
  'match_only_text',
  'search_as_you_type',
  'annotated_text',
]);

/** Types that are accepted in a mapping; their values are kept and never matched. */
const OPAQUE: ReadonlySet<string> = new Set([
  'aggregate_metric_double',
  'binary',
  'completion',
  'date_range',
  'dense_vector',
  'double_range',
  'flattened',
  'float_range',
  'geo_point',
  'geo_shape',
  'histogram',
  'integer_range',
  'ip_range',
  'join',
  'long_range',
  'murmur3',
  'passthrough',
  'percolator',
  'point',
  'rank_feature',
  'rank_features',
  'rank_vectors',
  'semantic_text',
  'shape',
  'sparse_vector',
  'token_count',
]);

export function isIntegerType(type: string): boolean {
  return INTEGERS.has(type);
}

export function isNumberType(type: string): boolean {
  return INTEGERS.has(type) || DECIMALS.has(type);
}

export function isDateType(type: string): boolean {
  return type === 'date' || type === 'date_nanos';
}

/** Types whose values are compared as whole strings. */
export function isKeywordType(type: string): boolean {
  return KEYWORDS.has(type);
}

export function isTextType(type: string): boolean {
  return TEXTS.has(type);
}

/** Types of fields that hold scalars which the fake understands. */
export function isScalarType(type: string): boolean {
  return (
    isNumberType(type) || isDateType(type) || KEYWORDS.has(type) || TEXTS.has(type) || type === 'boolean'
  );
}

/** Whether a mapping may declare the type. */
export function isFieldType(type: string): boolean {
  return isScalarType(type) || OPAQUE.has(type) || type === 'object' || type === 'nested' || type === 'alias';
}

/** Least and greatest value of a whole-number type. */
export function integerRange(type: string): readonly [bigint, bigint] {
  switch (type) {
    case 'byte':
      return [-128n, 127n];
    case 'short':
      return [-32_768n, 32_767n];
    case 'integer':
      return [-2_147_483_648n, 2_147_483_647n];
    case 'unsigned_long':
      return [0n, 18_446_744_073_709_551_615n];
    default:
      return [-9_223_372_036_854_775_808n, 9_223_372_036_854_775_807n];
  }
}
