// One field of one record while an officer answers it. Owns the call and what came of it; refuses to lose a typed text:
// a refused answer leaves the text where it is.

import * as backend from "../../backend/backend";
import type { Refused, Saved } from "../../backend/backend";
import { t } from "../i18n/words.svelte";
import { changed, writing } from "../state/deeds.svelte";
import { say } from "../state/notices.svelte";
import { refusal } from "../state/session.svelte";
import { uuid7 } from "../uuid7";

export interface Given {
  text?: string;
  standing?: string;
  reading?: string;
}

export class Answering {
  refused = $state.raw<Refused>();
  savedAt = $state("");
  busy = $state(false);

  constructor(
    private readonly record: () => string,
    private readonly field: () => string,
    private readonly label: () => string,
  ) {}

  /** Writes an answer. Returns what is on record now, or nothing when it was refused. */
  give({ text = "", standing, reading }: Given): Promise<Saved | undefined> {
    return this.#call((deed) =>
      backend.recordAnswer({
        record: this.record(),
        field: this.field(),
        text,
        standing: standing ?? null,
        reading: reading ?? null,
        deed,
      }),
    );
  }

  /** Takes a value back out: an emptied field, or one value of a set. */
  retract(change: string): Promise<Saved | undefined> {
    return this.#call((deed) => backend.retract(this.record(), this.field(), change, deed));
  }

  /** Brings in a file that the officer chooses; nothing when the dialog is called off. */
  bring(): Promise<Saved | undefined> {
    return this.#call((deed) => backend.filePick(this.record(), this.field(), deed));
  }

  async #call(deed: (id: string) => Promise<Saved | null>): Promise<Saved | undefined> {
    this.busy = true;
    try {
      const saved = await writing(deed(uuid7()));
      this.refused = undefined;
      if (!saved) return undefined;
      this.savedAt = saved.at;
      say(t("notice-saved", { at: saved.at, field: this.label() }));
      changed();
      return saved;
    } catch (thrown) {
      this.refused = refusal(thrown);
      this.savedAt = "";
      return undefined;
    } finally {
      this.busy = false;
    }
  }
}
