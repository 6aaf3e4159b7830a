import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";
import { words } from "../words.plugin";

const here = fileURLToPath(new URL(".", import.meta.url));

/** The pictures' build: the same sources and limits as the real one, on a desk that is made up. */
export default defineConfig({
  root: here,
  plugins: [svelte({ configFile: "../svelte.config.js" }), words()],
  build: {
    outDir: process.env.PREVIEW_OUT ?? join(tmpdir(), "pulang-preview"),
    emptyOutDir: true,
    target: "safari18",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: `${here}preview.html` },
  },
});
