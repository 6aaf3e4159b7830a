// What a list of people says in each column, as text: for the table on the screen and the table that is taken out.

import type { RosterLine } from "../../backend/backend";
import { t } from "../i18n/words.svelte";
import type { ColumnId } from "../state/columns.svelte";
import { held } from "./held";

/** The title of a column. */
export function titleOf(id: ColumnId): string {
  return {
    called: t("person-called-name"),
    sex: t("sex"),
    birth: t("people-birth"),
    document: t("people-document"),
    stage: t("people-stage"),
    where: t("people-where"),
  }[id];
}

/** What stands in it. */
export function textIn(line: RosterLine, id: ColumnId): string {
  switch (id) {
    case "called":
      return line.called_name ?? "";
    case "sex":
      return line.sex;
    case "birth":
      return line.birth;
    case "document":
      return line.document ?? "";
    case "stage":
      return line.stage_word;
    case "where":
      return [line.place ?? t("people-where-unknown"), held(line)].filter(Boolean).join(" · ");
  }
}
