import svelte from "eslint-plugin-svelte";
import ts from "typescript-eslint";

const tauriIsKnownInOneRoom = {
  group: ["@tauri-apps/*"],
  message: "Only src/backend knows Tauri.",
};
const features = ["unlock", "rescues", "rescue", "people", "person", "record", "roster", "dossier", "settings", "today", "movements", "duplicates", "links"];

/** A feature may use backend and shared, and never another feature. */
const featureWalls = features.map((feature) => ({
  files: [`src/features/${feature}/**`],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          tauriIsKnownInOneRoom,
          {
            regex: `^(\\.\\./)+(?:features/)?(?:${features.filter((name) => name !== feature).join("|")})/`,
            message: "A feature never uses another feature: move what both need to shared.",
          },
        ],
      },
    ],
  },
}));

export default ts.config(
  { ignores: ["dist", "node_modules", "src/backend/bindings.ts"] },
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  {
    files: ["src/**"],
    rules: {
      "no-restricted-imports": ["error", { patterns: [tauriIsKnownInOneRoom] }],
      "no-restricted-globals": [
        "error",
        { name: "fetch", message: "The app opens no socket, ever." },
        { name: "WebSocket", message: "The app opens no socket, ever." },
        { name: "localStorage", message: "Nothing is kept outside the vault." },
        { name: "sessionStorage", message: "Nothing is kept outside the vault." },
      ],
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: "Use crypto.getRandomValues: see shared/uuid7.ts." },
        { object: "navigator", property: "language", message: "The language comes from the vault's settings only." },
      ],
      "no-console": "error",
      "no-undef": "off",
      "svelte/no-at-html-tags": "error",
      "svelte/no-inline-styles": ["error", { allowTransitions: false }],
      "svelte/no-navigation-without-resolve": "off",
    },
  },
  {
    files: ["src/shared/**"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            tauriIsKnownInOneRoom,
            { regex: "^(\\.\\./)+features/", message: "shared serves features and knows none of them." },
          ],
        },
      ],
    },
  },
  { files: ["src/backend/**"], rules: { "no-restricted-imports": "off" } },
  ...featureWalls,
);
