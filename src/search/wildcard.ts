/** Lucene's wildcards: `*` is any text, `?` any character, `\` takes the next one literally. */
export function wildcardTest(pattern: string, isCaseInsensitive = false): (text: string) => boolean {
  let source = '';
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern.charAt(at);
    if (character === '*') source += '.*';
    else if (character === '?') source += '.';
    else if (character === '\\' && at + 1 < pattern.length) source += literal(pattern.charAt(++at));
    else source += literal(character);
  }
  const expression = new RegExp(`^${source}$`, isCaseInsensitive ? 'isu' : 'su');
  return (text) => expression.test(text);
}

function literal(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
}
