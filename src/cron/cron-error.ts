/** Why an expression is no cron expression, with the Java exception that Elasticsearch shows. */
export class CronError extends Error {
  /** The Java class, e.g. `java.lang.IllegalArgumentException`. */
  readonly exception: string;
  /** Its message; undefined for the exceptions that have none. */
  readonly detail: string | undefined;

  constructor(exception: string, detail?: string) {
    super(detail === undefined ? exception : `${exception}: ${detail}`);
    this.name = 'CronError';
    this.exception = exception;
    this.detail = detail;
  }
}

/** A rule of the cron syntax was broken. */
export function broken(detail: string): CronError {
  return new CronError('java.lang.IllegalArgumentException', detail);
}

/** Elasticsearch looked at a character behind the end of the item. */
export function behindEnd(index: number, length: number): CronError {
  const detail = `Index ${index} out of bounds for length ${length}`;
  return new CronError('java.lang.StringIndexOutOfBoundsException', detail);
}

/** Elasticsearch cut more characters from the item than it has. */
export function cutTooLong(begin: number, end: number, length: number): CronError {
  const detail = `begin ${begin}, end ${end}, length ${length}`;
  return new CronError('java.lang.StringIndexOutOfBoundsException', detail);
}

export function notANumber(text: string): CronError {
  const detail = `For input string: "${text}"`;
  return new CronError('java.lang.NumberFormatException', detail);
}

/** A set without elements was asked for its last one. */
export function noElement(): CronError {
  return new CronError('java.util.NoSuchElementException');
}
