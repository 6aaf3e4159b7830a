import terms from "../../../../assets/locales/en/terms.ftl?raw";
import window from "../../../../assets/locales/en/window.ftl?raw";

export default [terms, window];
