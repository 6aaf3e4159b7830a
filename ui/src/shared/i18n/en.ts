import terms from "../../../../assets/locales/en/terms.ftl?raw";
import rooms from "../../../../assets/locales/en/rooms.ftl?raw";
import window from "../../../../assets/locales/en/window.ftl?raw";

export default [terms, window, rooms];
