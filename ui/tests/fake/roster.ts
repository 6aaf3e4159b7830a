import type { PreviewRow, RosterChoices, RosterPreview, RosterTarget } from "../../src/backend/backend";
import type { FakeDesk } from "./desk";
import { refuse } from "./desk";
import { labelOf } from "./forms";

const FIELDS = [null, "full_name", "sex", "birth_date", "number", null];

/** The desk's side of taking in a list: six columns, one of them a date column that can be read in two ways. */
export function rosterCommands(desk: FakeDesk): Record<string, (args: never) => unknown> {
  let text = "";
  let choices: RosterChoices = { sheet: null, columns: [], answers: [], left_out: [] };

  const fieldOf = (column: number) => {
    const chosen = choices.columns.find((one) => one.column === column);
    return chosen ? chosen.field : (FIELDS[column] ?? null);
  };

  function preview(): RosterPreview {
    const [head = "", ...lines] = text.trim().split("\n");
    const titles = head.split("\t");
    if (lines.length === 0) throw refuse("roster-empty");
    const answered = choices.answers.find((one) => one.column === 3)?.answer ?? null;
    const rows: PreviewRow[] = lines.map((line, n) => ({
      row: n + 2,
      cells: line
        .split("\t")
        .map((typed, column) => ({ typed, column, field: fieldOf(column) }))
        .filter((cell): cell is typeof cell & { field: string } => cell.field !== null)
        .map((cell) => ({
          ...cell,
          display: cell.column === 2 ? (cell.typed === "L" ? "Male" : "Female") : cell.typed,
          flag: cell.column === 3 && /^\d{4}$/.test(cell.typed) ? "Only the year is known" : null,
        })),
      notes: n === 4 ? ["Possible duplicate of PNH-2026-A0009"] : [],
      taken: !choices.left_out.includes(n + 2),
    }));
    return {
      source: "Pasted text",
      sheet: "1",
      sheets: ["1"],
      columns: titles.map((header, index) => ({
        index,
        letter: "ABCDEFGH"[index] ?? "?",
        header,
        field: fieldOf(index),
        samples: lines.slice(0, 3).map((line) => line.split("\t")[index] ?? ""),
      })),
      targets: ["full_name", "called_name", "sex", "birth_date", "number", "remarks"].map((id) => ({
        id,
        word: labelOf(desk.status.lang, id === "number" ? "travel-document" : "person", id),
      })),
      questions: [
        {
          column: 3,
          question: `Column D “${titles[3] ?? ""}”: is 03/04/1999 the third of April or the fourth of March?`,
          options: [
            { id: "dmy", word: "3 April (day first)" },
            { id: "mdy", word: "4 March (month first)" },
          ],
          answer: answered,
        },
      ],
      rows,
      skipped: [{ row: lines.length + 2, why: "A total, not a person" }],
      notes: [],
      flags: rows.flatMap((row) => row.cells).filter((cell) => cell.flag).length,
    };
  }

  const reset = () => {
    choices = { sheet: null, columns: [], answers: [], left_out: [] };
  };
  return {
    roster_pick: () => null,
    roster_paste: (args: { text: string }) => {
      text = args.text;
      reset();
      return preview();
    },
    roster_choose: (args: { choices: RosterChoices }) => {
      choices = args.choices;
      return preview();
    },
    roster_take: ({ target }: { target: RosterTarget }) => {
      if (choices.answers.length === 0) throw refuse("roster-unanswered");
      const name = target.new_rescue.find((one) => one.field === "name")?.text ?? "";
      const rescue = target.rescue ? desk.get(target.rescue) : desk.add("rescue", [["name", name]]);
      const made = preview()
        .rows.filter((row) => row.taken)
        .map((row) => desk.add("person", [["full_name", row.cells[0]?.typed ?? ""], ["rescue", rescue.id]], `taken-${row.row}`));
      desk.taken.push(() => made.forEach((person) => desk.records.delete(person.id)));
      return { rescue: desk.link(rescue), people: made.length, values: made.length * 4, flags: [] };
    },
    roster_drop: () => null,
  };
}
