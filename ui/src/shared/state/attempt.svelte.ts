// One deed at a time behind a form or a button. Owns whether it is under way and what refused it; knows no deed.

import type { Refused } from "../../backend/backend";
import { refusal } from "./session.svelte";

export class Attempt {
  /** True while the deed is under way; a second press does nothing then. */
  busy = $state(false);
  /** What refused the last one; nothing once another is begun. */
  refused = $state.raw<Refused>();

  /** Does it, unless one is under way. Never throws: what was thrown stands in `refused`. */
  async run(deed: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.refused = undefined;
    try {
      await deed();
    } catch (thrown) {
      this.refused = refusal(thrown);
    } finally {
      this.busy = false;
    }
  }
}
