import type { FakeDesk } from "./desk";

/** Puts a made-up desk in Tauri's place: its calls, and events that nobody sends but `drop` and the desk itself. */
export function stand(desk: FakeDesk): { drop: () => void } {
  const callbacks: ((event: unknown) => void)[] = [];
  const heard = new Map<number, string>();
  Object.assign(window, {
    __TAURI_INTERNALS__: {
      invoke: (command: string, args: Record<string, unknown>) => {
        if (!command.startsWith("plugin:event|")) return desk.invoke(command, args);
        if (command === "plugin:event|listen") heard.set(args["handler"] as number, args["event"] as string);
        return Promise.resolve(args["handler"]);
      },
      transformCallback: (callback: (event: unknown) => void) => callbacks.push(callback),
    },
    __TAURI_EVENT_PLUGIN_INTERNALS__: { unregisterListener: (_: string, id: number) => heard.delete(id) },
  });
  const send = (event: string, payload: unknown) => {
    for (const [id, name] of heard) if (name === event) callbacks[id - 1]?.({ event, id, payload });
  };
  desk.tell = (progress) => send("progress", progress);
  return { drop: () => send("file-dropped", null) };
}
