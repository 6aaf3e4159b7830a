import terms from "../../../../assets/locales/en/terms.ftl?names";
import rooms from "../../../../assets/locales/en/rooms.ftl?names";
import ties from "../../../../assets/locales/en/ties.ftl?names";
import window from "../../../../assets/locales/en/window.ftl?names";
import vault from "../../../../assets/locales/en/vault.ftl?names";

export default [terms, window, rooms, ties, vault];
