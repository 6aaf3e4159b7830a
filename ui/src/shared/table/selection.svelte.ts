// Which lines of a list are chosen. Owns the range that Shift extends; refuses to know what the lines are.

import { SvelteSet } from "svelte/reactivity";

export class Selection {
  readonly chosen = new SvelteSet<string>();
  #anchor: string | undefined;

  /** Chooses or lets go of one line; with `range`, every line from the last one touched takes the same turn. */
  set(id: string, on: boolean, range: boolean, order: string[]): void {
    const from = this.#anchor === undefined ? -1 : order.indexOf(this.#anchor);
    const to = order.indexOf(id);
    const ids = range && from >= 0 && to >= 0 ? order.slice(Math.min(from, to), Math.max(from, to) + 1) : [id];
    for (const one of ids) {
      if (on) this.chosen.add(one);
      else this.chosen.delete(one);
    }
    this.#anchor = id;
  }

  /** Chooses all of these, or lets go of all of these; lines that are not in sight stay as they are. */
  all(order: string[], on: boolean): void {
    for (const id of order) {
      if (on) this.chosen.add(id);
      else this.chosen.delete(id);
    }
    this.#anchor = undefined;
  }

  /** Lets go of lines that are no longer in the list. */
  keepOnly(order: string[]): void {
    for (const id of this.chosen) if (!order.includes(id)) this.chosen.delete(id);
  }
}
