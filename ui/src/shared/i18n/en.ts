import terms from "../../../../assets/locales/en/terms.ftl?words";
import rooms from "../../../../assets/locales/en/rooms.ftl?words";
import ties from "../../../../assets/locales/en/ties.ftl?words";
import window from "../../../../assets/locales/en/window.ftl?words";
import vault from "../../../../assets/locales/en/vault.ftl?words";

export default [terms, window, rooms, ties, vault];
