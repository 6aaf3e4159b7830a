// The window on the fake desk, for looking at in a browser: ?scene=person&lang=km&theme=dark&size=150
// Built by `vite build -c tests/preview.config.ts`, never part of dist.
import { FakeDesk } from "./fake/desk";
import { stand } from "./fake/stand";
import { scenes } from "./scenes";
import { setSize, setTheme, type Size, type Theme } from "../src/shared/state/looks.svelte";

document.documentElement.dataset.scenes = Object.keys(scenes).join(" ");
const asked = new URLSearchParams(location.search);
const scene = scenes[asked.get("scene") ?? "rescues"];
if (!scene) throw new Error("no such scene");
// Before the desk: it keeps as its settings what it finds, and the window takes those over.
setTheme((asked.get("theme") ?? "system") as Theme);
setSize(Number(asked.get("size") ?? 100) as Size);
const desk = new FakeDesk({ lang: asked.get("lang") ?? "en", ...scene.start });
stand(desk);
// The shell does this too: whatever needs an open prototype shows here first.
Object.freeze(Object.prototype);
await import("../src/main");
await scene.play(document.body);
document.documentElement.dataset.ready = "true";
