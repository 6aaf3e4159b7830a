// The areas of the side bar, in order. A new one is one line here; which screens belong to it decides where it is lit.

import type { Place } from "../state/router.svelte";

const area = <Icon extends string>(icon: Icon, word: string, place: Place, ...holds: Place["screen"][]) => ({
  id: place.screen,
  icon,
  word,
  place,
  holds: [place.screen, ...holds],
});

export const areas = [
  area("today", "ui-today", { screen: "today" }),
  area("rescues", "ui-rescues", { screen: "rescues" }, "new-rescue", "rescue", "roster", "dossier"),
  area("people", "ui-people", { screen: "people" }, "person", "duplicates", "links"),
  area("movements", "ui-movements", { screen: "movements" }, "movement"),
  area("file", "papers-room", { screen: "papers" }),
  area("exchange", "ui-exchange", { screen: "exchange" }),
  area("statistics", "ui-statistics", { screen: "statistics" }),
  area("settings", "nav-settings", { screen: "settings" }),
];
