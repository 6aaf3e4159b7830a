import type { FakeDesk } from "./desk";

/** Puts a made-up desk in Tauri's place: its calls, and events that nobody sends but `drop`. */
export function stand(desk: FakeDesk): { drop: () => void } {
  const heard: ((event: unknown) => void)[] = [];
  Object.assign(window, {
    __TAURI_INTERNALS__: {
      invoke: (command: string, args: Record<string, unknown>) =>
        command.startsWith("plugin:event|") ? Promise.resolve(heard.length) : desk.invoke(command, args),
      transformCallback: (callback: (event: unknown) => void) => heard.push(callback),
    },
    __TAURI_EVENT_PLUGIN_INTERNALS__: { unregisterListener: () => heard.splice(0) },
  });
  return { drop: () => heard.forEach((callback) => callback({ event: "file-dropped", id: 1, payload: null })) };
}
