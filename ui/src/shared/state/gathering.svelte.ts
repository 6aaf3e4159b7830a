// Long work that the page does itself, page by page: gathering a table. Owns how far it has come and that it can be called off.

import type { Progress } from "../../backend/backend";

export interface Gathering extends Progress {
  callOff: () => void;
}

let running = $state.raw<Gathering>();

/** What is being gathered, once it takes longer than a moment. */
export function gathering(): Gathering | undefined {
  return running;
}

/** What is not worth telling takes less than this. */
const SOON_MS = 1_000;

/**
 * Asks for the pages of something of `of` pieces, one after the other, until all are there; nothing when the officer called it
 * off. `page` gives the pieces from that place on.
 */
export async function gather<T>(work: string, of: number, each: number, page: (from: number) => Promise<T[]>): Promise<T[] | undefined> {
  const began = performance.now();
  let goesOn = true;
  const found: T[] = [];
  try {
    for (let from = 0; from < of && goesOn; from += each) {
      if (performance.now() - began > SOON_MS) {
        running = { work, done: from, of, percent: null, stops: true, callOff: () => (goesOn = false) };
      }
      found.push(...(await page(from)));
    }
  } finally {
    running = undefined;
  }
  return goesOn ? found : undefined;
}
