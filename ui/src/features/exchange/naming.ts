import type { LaptopView } from "../../backend/backend";
import { t } from "../../shared/i18n/words.svelte";

/** A laptop by its office and letter, as it stands in reference numbers. */
export function nameOf(laptop: LaptopView): string {
  return t("exchange-laptop", { office: laptop.office, letter: laptop.letter });
}
