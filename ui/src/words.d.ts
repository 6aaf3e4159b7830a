// A dictionary with the texts that the window can show: see words.plugin.ts.
declare module "*.ftl?words" {
  const text: string;
  export default text;
}
