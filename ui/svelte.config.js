import { vitePreprocess } from "@sveltejs/vite-plugin-svelte";

/** @type {import("@sveltejs/vite-plugin-svelte").SvelteConfig} */
export default {
  preprocess: vitePreprocess({ script: false }),
  compilerOptions: {
    runes: ({ filename }) => (filename.includes("node_modules") ? undefined : true),
    // Its name stands on every element that a component styles: a short one.
    cssHash: ({ hash, css }) => `s${hash(css).slice(0, 5)}`,
    discloseVersion: false,
  },
};
