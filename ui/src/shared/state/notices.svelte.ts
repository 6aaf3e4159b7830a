// What has just been done, said once to the eye and to the ear. Owns the live region's text; refuses errors: those stay
// where they happened.

let text = $state("");
let turn = $state(0);

/** What to show now, and a number that changes with each notice even when the words do not. */
export function notice(): { text: string; turn: number } {
  return { text, turn };
}

/** Says it. It stays until the next one. */
export function say(next: string): void {
  text = next;
  turn += 1;
}
