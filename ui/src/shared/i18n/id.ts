import terms from "../../../../assets/locales/id/terms.ftl?raw";
import window from "../../../../assets/locales/id/window.ftl?raw";

export default [terms, window];
