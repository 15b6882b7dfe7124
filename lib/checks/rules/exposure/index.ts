import { scrapeRefused } from './scrape-refused.js';
import { secretPlaintext } from './secret-plaintext.js';

/** Rules of what is readable, and of what is closed by mistake. */
export const exposureRules = [secretPlaintext, scrapeRefused];
