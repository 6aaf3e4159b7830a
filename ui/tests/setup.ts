import { cleanup } from "@testing-library/svelte";
import { afterEach } from "vitest";
import { setSize, setTheme } from "../src/shared/state/looks.svelte";
import { hush } from "../src/shared/state/notices.svelte";
import { forgetTrail } from "../src/shared/state/router.svelte";

// jsdom has neither layout, object URLs nor modal dialogs.
URL.createObjectURL = () => "blob:picture";
URL.revokeObjectURL = () => undefined;
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
  this.open = false;
};
Element.prototype.scrollIntoView = () => undefined;

afterEach(() => {
  cleanup();
  forgetTrail();
  hush();
  setTheme("system");
  setSize(100);
});
