import terms from "../../../../assets/locales/km/terms.ftl?raw";
import rooms from "../../../../assets/locales/km/rooms.ftl?raw";
import window from "../../../../assets/locales/km/window.ftl?raw";

export default [terms, window, rooms];
