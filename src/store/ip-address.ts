const OCTET = String.raw`(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)`;
const IPV4 = new RegExp(`^${OCTET}(?:\\.${OCTET}){3}$`);
const GROUP = /^[0-9a-f]{1,4}$/i;

/** Whether a text is an IPv4 or IPv6 address. ES: `InetAddresses.isInetAddress`. */
export function isIpAddress(text: string): boolean {
  return text.includes(':') ? isIpv6(text) : IPV4.test(text);
}

function isIpv6(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1)?.at(-1) ?? '';
  // The last 32 bits may be an IPv4 address.
  const isMixed = last.includes('.');
  const all = groups.flat();
  if (isMixed && !IPV4.test(last)) return false;
  if (!(isMixed ? all.slice(0, -1) : all).every((group) => GROUP.test(group))) return false;
  const count = all.length + (isMixed ? 1 : 0);
  return halves.length === 2 ? count < 8 : count === 8;
}
