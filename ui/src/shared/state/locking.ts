// Leaving the vault: locked, or behind the neutral page. Owns that what was typed is on record or kept before it closes.

import * as backend from "../../backend/backend";
import type { Status } from "../../backend/backend";
import { t } from "../i18n/words.svelte";
import { settled } from "./deeds.svelte";
import { say } from "./notices.svelte";
import { enter, refusal } from "./session.svelte";
import { handOver } from "./typed";

async function leave(close: () => Promise<Status>): Promise<void> {
  // Leaving the field saves what was typed in it.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  await settled();
  try {
    await handOver();
    await enter(await close());
  } catch (thrown) {
    say(refusal(thrown).message || t("failure-fault"));
  }
}

export const lock = () => leave(backend.lock);
export const pause = () => leave(backend.pause);

/** Tells the desk that somebody is there, now and then: the clock that locks the vault is the desk's. */
export function watchTouches(): () => void {
  const EVERY_MS = 1_500;
  let last = 0;
  const touched = () => {
    const now = Date.now();
    if (now - last < EVERY_MS) return;
    last = now;
    // A desk that is closed needs no telling.
    backend.stir().catch(() => undefined);
  };
  const touches = ["pointerdown", "pointermove", "keydown", "wheel"] as const;
  for (const touch of touches) window.addEventListener(touch, touched, { passive: true, capture: true });
  return () => {
    for (const touch of touches) window.removeEventListener(touch, touched, { capture: true });
  };
}
