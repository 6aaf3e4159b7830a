// The texts that the window can show and their names, in the same order: see words.plugin.ts.
declare module "*.ftl?words" {
  const texts: string[];
  export default texts;
}
declare module "*.ftl?names" {
  const names: string[];
  export default names;
}
