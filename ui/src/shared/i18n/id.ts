import terms from "../../../../assets/locales/id/terms.ftl?raw";
import rooms from "../../../../assets/locales/id/rooms.ftl?raw";
import window from "../../../../assets/locales/id/window.ftl?raw";

export default [terms, window, rooms];
