import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";
import { words } from "./words.plugin";

export default defineConfig({
  plugins: [svelte(), words()],
  // The page is served by the shell from its own origin; nothing is ever fetched from elsewhere.
  base: "/",
  build: {
    outDir: "dist",
    target: "safari18",
    // The content security policy knows no `data:`: every asset is a file of its own.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
  server: { fs: { allow: [".", "../assets"] } },
  resolve: process.env.VITEST ? { conditions: ["browser"] } : {},
  test: {
    environment: "jsdom",
    include: ["tests/**/*.test.ts"],
    setupFiles: ["tests/setup.ts"],
    restoreMocks: true,
    testTimeout: 30_000,
  },
});
