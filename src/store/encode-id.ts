const NUMERIC = 0xfe;
const UTF8 = 0xff;
const BASE64_ESCAPE = 0xfd;
/** What the last character of a base64 text may be that stands for less than three bytes. */
const LAST = [/[A-Za-z0-9_-]$/, undefined, /[AQgw]$/, /[AEIMQUYcgkosw048]$/] as const;

/** The bytes of the term that an id is in Lucene. ES: `Uid.encodeId`. */
export function encodeId(id: string): Uint8Array {
  if (/^\d+$/.test(id)) return numeric(id);
  if (/^[A-Za-z0-9_-]+$/.test(id) && LAST[id.length % 4]?.test(id) === true) {
    const bytes = Buffer.from(id, 'base64url');
    return (bytes[0] as number) >= BASE64_ESCAPE ? Buffer.concat([Buffer.of(BASE64_ESCAPE), bytes]) : bytes;
  }
  return Buffer.concat([Buffer.of(UTF8), Buffer.from(id, 'utf8')]);
}

/** Two digits a byte. */
function numeric(id: string): Uint8Array {
  const bytes = Buffer.alloc(1 + Math.ceil(id.length / 2));
  bytes[0] = NUMERIC;
  for (let at = 0; at < id.length; at += 2) {
    const low = at + 1 === id.length ? 0x0f : Number(id[at + 1]);
    bytes[1 + at / 2] = (Number(id[at]) << 4) | low;
  }
  return bytes;
}
