// What has just been done, said once to the eye and to the ear. Owns the live region's text; refuses errors: those stay
// where they happened.

let text = $state("");
let turn = $state(0);
let timer: ReturnType<typeof setTimeout> | undefined;
const SHOWN_MS = 10_000;

/** What to show now, and a number that changes with each notice even when the words do not. */
export function notice(): { text: string; turn: number } {
  return { text, turn };
}

/** Says it. It goes by itself, because nothing depends on having read it. */
export function say(next: string): void {
  text = next;
  turn += 1;
  clearTimeout(timer);
  timer = setTimeout(hush, SHOWN_MS);
}

/** Takes the last notice away, as locking does. */
export function hush(): void {
  clearTimeout(timer);
  text = "";
}
