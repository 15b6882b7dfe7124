import { clockMilliseconds } from '../output/clock.js';

/** A run that is over within this time says nothing on its way. */
const silentMilliseconds = 1000;
const pauseMilliseconds = 100;

interface Stream {
  readonly isTTY?: boolean;
  write: (text: string) => unknown;
}

/**
 * One line on a terminal that tells how far a long run is: clusters done, how many a second, how long still.
 *
 * Nothing before the first second is over, and nothing at all where the stream is no terminal.
 */
export class Progress {
  readonly #began = clockMilliseconds();
  readonly #streamOf: () => Stream;
  #last = this.#began;
  #isShown = false;

  /** The stream is asked for once there is something to show. */
  constructor(streamOf: () => Stream) {
    this.#streamOf = streamOf;
  }

  /** So many clusters of all are rendered. */
  clusters(done: number, total: number): void {
    const now = clockMilliseconds();
    if (now - this.#began < silentMilliseconds || now - this.#last < pauseMilliseconds) return;
    this.#last = now;
    const rate = (done / (now - this.#began)) * 1000;
    const left = Math.ceil((total - done) / rate);
    this.#show(`rendering: ${done} of ${total} clusters, ${Math.round(rate)} a second, ${left} s left`);
  }

  /** What is done now, once all clusters are rendered. */
  doing(what: string): void {
    if (clockMilliseconds() - this.#began >= silentMilliseconds) this.#show(what);
  }

  /** Takes the line away. */
  end(): void {
    if (this.#isShown) this.#write('\r\u001b[K');
    this.#isShown = false;
  }

  #write(text: string): void {
    const stream = this.#streamOf();
    if (stream.isTTY === true) stream.write(text);
  }

  #show(text: string): void {
    this.#isShown = true;
    this.#write(`\r\u001b[K${text}`);
  }
}
