import { render } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import App from "../src/App.svelte";
import { speak } from "../src/shared/i18n/words.svelte";
import { FakeDesk } from "./fake/desk";
import { stand } from "./fake/stand";
import { find } from "./scenes";

// Loaded once, so that no test's own wait pays for it.
await import("../src/Screens.svelte");
await import("../src/Elsewhere.svelte");

type Start = ConstructorParameters<typeof FakeDesk>[0];

/** Opens the window on a desk that is made up. */
export async function open(start: Start = {}) {
  const desk = new FakeDesk(start);
  const { drop } = stand(desk);
  await speak(desk.status.lang);
  render(App);
  const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
  const get = (id: string) => find(document.body, id);
  return {
    desk,
    drop,
    user,
    get,
    click: async (...ids: string[]) => {
      for (const id of ids) await user.click(await get(id));
    },
    type: async (id: string, text: string) => {
      const field = await get(id);
      await user.clear(field);
      await user.type(field, text);
    },
    value: async (id: string) => ((await get(id)) as HTMLInputElement).value,
    all: (id: string) => [...document.querySelectorAll<HTMLElement>(`[data-testid="${id}"]`)],
  };
}

export const RESCUE = "open-PNH-2026-RA0003";
export const FIRST = "open-PNH-2026-A0004";
export const SECOND = "open-PNH-2026-A0005";
