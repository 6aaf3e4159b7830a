import terms from "../../../../assets/locales/id/terms.ftl?words";
import rooms from "../../../../assets/locales/id/rooms.ftl?words";
import ties from "../../../../assets/locales/id/ties.ftl?words";
import window from "../../../../assets/locales/id/window.ftl?words";
import vault from "../../../../assets/locales/id/vault.ftl?words";

export default [terms, window, rooms, ties, vault];
