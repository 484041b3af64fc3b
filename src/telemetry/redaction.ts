/** Seven digits or more with the separators of telephone numbers, not inside a word: identifiers keep their digits. */
const telephoneNumber = /(?<![\w.])\+?\(?\d(?:[ ().-]{0,2}\d){6,14}(?![\w])/g;
const emailAddress = /[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+\.[a-z]{2,}/gi;
const quoted = /"(?:[^"\\]|\\.)*"/g;

/** SQLSTATE classes whose messages quote the value that was refused. */
const quotesValues = /^2[23]/;

/**
 * The second line of defence for texts that are not ours, such as messages of libraries: telephone numbers and e-mail
 * addresses are replaced by their kind. The first line is that callers' values are `Private` and never become text.
 */
export function redactText(text: string): string {
  return text.replace(emailAddress, "[email]").replace(telephoneNumber, "[number]");
}

export interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly retryable?: boolean;
  /** Where it was thrown, without the message that the stack begins with. */
  readonly stack?: string;
  readonly cause?: LoggedError;
}

/** What a log line holds of an error: never its other properties, in which libraries keep rows and requests. */
export function redactError(error: Error, depth = 0): LoggedError {
  const code = (error as { code?: unknown }).code;
  const retryable = (error as { retryable?: unknown }).retryable;
  const quotes = typeof code === "string" && quotesValues.test(code);
  const message = quotes ? error.message.replace(quoted, '"[value]"') : error.message;
  return {
    type: error.name,
    message: redactText(message).slice(0, 500),
    ...(typeof code === "string" || typeof code === "number" ? { code: String(code) } : {}),
    ...(typeof retryable === "boolean" ? { retryable } : {}),
    ...(error.stack === undefined ? {} : { stack: framesOf(error.stack) }),
    ...(error.cause instanceof Error && depth < 4 ? { cause: redactError(error.cause, depth + 1) } : {}),
  };
}

function framesOf(stack: string): string {
  return stack
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim())
    .join("\n");
}
