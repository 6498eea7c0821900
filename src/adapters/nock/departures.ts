/** A request as nock 14's interceptors see it, before nock makes another of it to play the answer on. */
interface Incoming {
  readonly signal: AbortSignal;
  clone: () => Request;
}

type Listener = (event: { readonly request: Incoming & object }) => void;

/** What `@mswjs/interceptors`, on which nock 14 stands, leaves on `globalThis` while it intercepts. */
interface RunningInterceptor {
  readonly emitter?: {
    prependListener(event: 'request', listener: Listener): unknown;
    removeListener(event: 'request', listener: Listener): unknown;
  };
}

const INTERCEPTORS = ['fetch-interceptor', 'client-request-interceptor'];

/** Tells who sent a request whose body nock has read, and with it whether the sender is still there. */
export interface Departures {
  /** Aborts when the client of a request has gone; undefined where that cannot be known. */
  signalOf(body: readonly Buffer[] | undefined): AbortSignal | undefined;
  stop(): void;
}

/**
 * nock 14 tells the request that it plays answers on nothing of an abort. Only the one that came in knows, and the two
 * have nothing in common but the buffer of the body that the first is read into and the second written from.
 */
export function followDepartures(): Departures {
  const senders = new WeakMap<ArrayBufferLike, Incoming>();
  const note: Listener = ({ request }) => {
    const clone = request.clone.bind(request);
    request.clone = () => {
      const copy = clone();
      const read = copy.arrayBuffer.bind(copy);
      const arrayBuffer = async (): Promise<ArrayBuffer> => {
        const bytes = await read();
        senders.set(bytes, request);
        return bytes;
      };
      Object.assign(copy, { arrayBuffer });
      return copy;
    };
  };
  const emitters = INTERCEPTORS.map(
    (name) => (Reflect.get(globalThis, Symbol.for(name)) as RunningInterceptor | undefined)?.emitter,
  ).filter((emitter) => emitter !== undefined);
  for (const emitter of emitters) emitter.prependListener('request', note);
  return {
    signalOf(body) {
      const sender = body?.[0] && senders.get(body[0].buffer);
      return sender && goneSignal(sender);
    },
    stop() {
      for (const emitter of emitters) emitter.removeListener('request', note);
    },
  };
}

/** `fetch` aborts the request's signal; `http` closes the request of its own that stands behind it. */
function goneSignal(sender: Incoming): AbortSignal {
  const key = Object.getOwnPropertySymbols(sender).find(({ description }) => description === 'kRawRequest');
  const raw = (key && Reflect.get(sender, key)) as
    (Partial<NodeJS.EventEmitter> & { destroyed?: boolean }) | undefined;
  if (typeof raw?.once !== 'function') return sender.signal;
  const gone = new AbortController();
  if (raw.destroyed) gone.abort();
  else raw.once('close', () => gone.abort());
  return gone.signal;
}
