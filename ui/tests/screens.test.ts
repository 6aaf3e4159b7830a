import axe from "axe-core";
import { render } from "@testing-library/svelte";
import { describe, expect, test } from "vitest";
import App from "../src/App.svelte";
import { LANGUAGES, speak } from "../src/shared/i18n/words.svelte";
import { setTheme } from "../src/shared/state/looks.svelte";
import { FakeDesk } from "./fake/desk";
import { stand } from "./fake/stand";
import { scenes } from "./scenes";

await import("../src/Screens.svelte");

/** Contrast wants a layout: colours.test.ts computes it from the tokens. */
const RULES = { "color-contrast": { enabled: false } };
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

describe.each(LANGUAGES)("in %s", (lang) => {
  describe.each(["light", "dark"] as const)("%s", (theme) => {
    test.each(Object.keys(scenes))("%s has no axe violation", async (name) => {
      const scene = scenes[name];
      const desk = new FakeDesk({ lang, ...scene?.start });
      stand(desk);
      await speak(lang);
      setTheme(theme);
      document.title = "Pulang";
      render(App);
      await scene?.play(document.body);
      const { violations } = await axe.run(document, { rules: RULES, runOnly: TAGS });
      expect(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" | ")}`)).toEqual([]);
    });
  });
});
