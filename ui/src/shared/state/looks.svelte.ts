// Light or dark and the size of text. Owns what the root element says; the desk keeps it with the vault's settings, for the
// web view keeps nothing.

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];
export const SIZES = [100, 125, 150, 175, 200] as const;
export type Size = (typeof SIZES)[number];

let theme = $state<Theme>("system");
let size = $state<Size>(100);

export function looks(): { theme: Theme; size: Size } {
  return { theme, size };
}

export function setTheme(next: Theme): void {
  theme = next;
  const root = document.documentElement;
  if (next === "system") delete root.dataset.theme;
  else root.dataset.theme = next;
}

/** Sets the size of text in percent; from 150 on the layout stacks so that nothing is lost. */
export function setSize(next: Size): void {
  size = next;
  const root = document.documentElement;
  root.dataset.size = String(next);
  root.classList.toggle("stacked", next >= 150);
}

/** Takes over what was kept with the vault; anything else stays as it is. */
export function takeLooks(keptTheme: string | undefined, keptSize: string | undefined): void {
  const nextTheme = THEMES.find((one) => one === keptTheme);
  const nextSize = SIZES.find((one) => String(one) === keptSize);
  if (nextTheme) setTheme(nextTheme);
  if (nextSize) setSize(nextSize);
}
