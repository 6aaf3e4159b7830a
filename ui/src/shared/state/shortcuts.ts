// Keys that work on every screen. Owns which key does what; refuses to take a key from a text that is being typed.

export interface Shortcut {
  /** As shown on the sheet. */
  keys: string[];
  /** Its words in the dictionary. */
  label: string;
  matches: (event: KeyboardEvent) => boolean;
}

const held = (event: KeyboardEvent) => event.ctrlKey || event.metaKey;
const letter = (event: KeyboardEvent, wanted: string) => event.key.toLowerCase() === wanted;

export const SHORTCUTS = {
  undo: {
    keys: ["Ctrl", "Z"],
    label: "verb-undo",
    matches: (event) => held(event) && !event.shiftKey && letter(event, "z"),
  },
  redo: {
    keys: ["Ctrl", "Shift", "Z"],
    label: "shell-redo",
    matches: (event) => held(event) && event.shiftKey && letter(event, "z"),
  },
  lock: { keys: ["Ctrl", "L"], label: "verb-lock", matches: (event) => held(event) && letter(event, "l") },
  pause: { keys: ["F9"], label: "pause-verb", matches: (event) => event.key === "F9" },
  back: {
    keys: ["Alt", "←"],
    label: "shell-back",
    matches: (event) => event.altKey && event.key === "ArrowLeft",
  },
  search: {
    keys: ["Ctrl", "K"],
    label: "palette-heading",
    matches: (event) => held(event) && letter(event, "k"),
  },
  service: {
    keys: ["S"],
    label: "shortcut-service",
    matches: (event) => letter(event, "s") && !held(event) && !event.altKey && !isTyping(event.target),
  },
  sheet: {
    keys: ["?"],
    label: "shell-shortcuts",
    matches: (event) => event.key === "?" && !held(event) && !isTyping(event.target),
  },
} satisfies Record<string, Shortcut>;

/** Keys of single controls, for the sheet only. */
export const LOCAL_SHORTCUTS: { keys: string[]; label: string }[] = [
  { keys: ["↑ ↓"], label: "shortcut-rows" },
  { keys: ["Space"], label: "shortcut-choose" },
  { keys: ["Shift", "Space"], label: "shortcut-range" },
  { keys: ["Ctrl", "A"], label: "shortcut-all" },
  { keys: ["M", "T", "B"], label: "shortcut-settle" },
  { keys: ["Esc"], label: "shortcut-close" },
];

/** Whether keys go into a text. */
export function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !["checkbox", "radio", "button", "submit"].includes(target.type);
}

/** Whether Ctrl+Z belongs to the text itself: something was typed there that is not saved yet. */
export function hasUnsavedText(target: EventTarget | null): boolean {
  if (!isTyping(target)) return false;
  if (target instanceof HTMLSelectElement) return false;
  const field = target as HTMLInputElement | HTMLTextAreaElement;
  return field.value !== (field.dataset.saved ?? "");
}
