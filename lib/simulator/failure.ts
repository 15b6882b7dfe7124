/** Why the API server refused a request. */
export interface ApiError {
  readonly reason: 'NotFound' | 'AlreadyExists' | 'Invalid';
  /** In the API server's words; they end up in the Link's status. */
  readonly message: string;
}

/** An event that could not be handled; `retry` puts it back three times, within milliseconds. */
export interface Failure {
  readonly message: string;
  readonly retry: boolean;
}

/** A failure that is retried, worded as the controller words a list of errors. */
export function retryable(messages: readonly string[]): Failure {
  return { message: `Inner errors:\n\t${messages.join('\n\t')}`, retry: true };
}

/** A failure that is logged and forgotten. */
export function permanent(message: string): Failure {
  return { message, retry: false };
}
