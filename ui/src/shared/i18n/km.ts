import terms from "../../../../assets/locales/km/terms.ftl?words";
import rooms from "../../../../assets/locales/km/rooms.ftl?words";
import ties from "../../../../assets/locales/km/ties.ftl?words";
import window from "../../../../assets/locales/km/window.ftl?words";
import vault from "../../../../assets/locales/km/vault.ftl?words";

export default [terms, window, rooms, ties, vault];
