/**
 * How many of the optional clauses must match: `2`, `-1`, `75%`, `-25%`, `3<90%`, or several conditions.
 * ES: `Queries.calculateMinShouldMatch`.
 */
export function minimumShouldMatch(spec: string, optional: number): number {
  const trimmed = spec.trim();
  if (trimmed.includes('<')) return conditional(trimmed, optional);
  const isPercent = trimmed.endsWith('%');
  const amount = Number.parseInt(isPercent ? trimmed.slice(0, -1) : trimmed, 10) || 0;
  const count = isPercent ? Math.trunc((amount * optional) / 100) : amount;
  return Math.max(0, count < 0 ? optional + count : count);
}

function conditional(spec: string, optional: number): number {
  let result = optional;
  for (const condition of spec.replace(/\s*<\s*/g, '<').split(/\s+/)) {
    const [bound = '', amount = ''] = condition.split('<');
    if (optional <= Number(bound)) return result;
    result = minimumShouldMatch(amount, optional);
  }
  return result;
}
