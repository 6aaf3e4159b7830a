use super::{Laptop, fresh, writing::answer};
use crate::{
    Desk, DeskError,
    views::{CaseExport, CorrectionInput, FieldInput, NewRecord, RosterChoices},
};
use casework::ids::RecordId;
use std::{collections::BTreeSet, fs};

fn ask(kind: &str, profile: &str) -> CaseExport {
    CaseExport {
        kind: kind.into(),
        profile: profile.into(),
        reason: "letter 12".into(),
        ..CaseExport::default()
    }
}

fn sample(seed: u64) -> (Laptop, Desk) {
    let laptop = Laptop::new(seed);
    let mut desk = laptop.begin();
    desk.fill_sample().unwrap();
    (laptop, desk)
}

fn consent(desk: &mut Desk, people: &[RecordId], recipient: &str, outcome: &str, on: &str) {
    let field =
        |field: &str, text: &str| FieldInput { field: field.into(), text: text.into(), reading: None };
    let fields = vec![field("recipient", recipient), field("outcome", outcome), field("answered_on", on)];
    let about = people.iter().map(ToString::to_string).collect();
    let (id, deed) = (fresh(desk), fresh(desk));
    desk.add_record(&NewRecord { id, kind: "consent".into(), about, fields, deed }).unwrap();
}

fn people(desk: &Desk) -> Vec<RecordId> {
    desk.register.ids_of_kind(&"person".to_owned().try_into().unwrap(), register::Page::ALL).unwrap()
}

fn counted(counts: &[crate::views::Counted], id: &str) -> u32 {
    counts.iter().find(|one| one.id == id).map_or(0, |one| one.count)
}

/// What identifies people: it stands before and after the way out and in.
fn told(desk: &Desk) -> BTreeSet<String> {
    let mut told = BTreeSet::new();
    for id in people(desk) {
        let person = desk.existing(id, None).unwrap();
        let all = |field: &str| {
            person.all(field).collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>().join("+")
        };
        let mut line = [
            "full_name",
            "called_name",
            "sex",
            "birth_date",
            "nationalities",
            "origin",
            "languages",
            "phones",
        ]
        .map(all)
        .join("|");
        let mut events = Vec::new();
        for event in
            desk.records(&desk.naming(id).unwrap()).unwrap().iter().filter(|one| one.kind == "episode")
        {
            let all = |field: &str| {
                event.all(field).collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>().join("+")
            };
            events.push(
                ["sort", "from", "until", "way", "purposes", "controls", "job_promised", "debt"]
                    .map(all)
                    .join("|"),
            );
        }
        events.sort();
        line.push_str(&events.join("/"));
        told.insert(line);
    }
    told
}

#[test]
fn the_sample_leaves_as_htcds_and_comes_back_as_the_same_people() {
    let (laptop, mut desk) = sample(90);
    for name in ["cases.csv", "cases.xlsx"] {
        let file = laptop.path(name);
        let left = desk.export_cases(&ask("htcds", "embassy"), &file).unwrap();
        assert_eq!(left.summary.people, 28);
        assert_eq!(counted(&left.summary.records, "person"), 28);
        assert!(counted(&left.summary.absent, "placement") > 0, "what has no place is said");
        assert!(counted(&left.summary.beside, "person.origin") > 0);
        let other = Laptop::new(91);
        let mut theirs = other.begin();
        let preview = theirs.open_cases(&fs::read(&file).unwrap(), name).unwrap();
        assert_eq!((preview.rows.len(), preview.flags), (28, 0), "{name}: {preview:#?}");
        assert_eq!(people(&theirs), [], "nothing is written by looking");
        let taken = theirs.take_cases(None, &fresh(&theirs)).unwrap();
        assert_eq!((taken.people, taken.rescue), (28, None));
        assert_eq!(told(&theirs), told(&desk), "{name}");
        assert!(theirs.check().unwrap().sound);
        theirs.undo().unwrap();
        assert_eq!(people(&theirs), []);
    }
}

#[test]
fn who_refused_withdrew_or_was_never_asked_is_left_out_and_counted() {
    let (laptop, mut desk) = sample(92);
    let file = laptop.path("cases.jsonl");
    let left = desk.export_cases(&ask("jsonl", "host-police"), &file).unwrap().summary;
    assert_eq!(
        (
            left.people,
            counted(&left.left_out, "admission-refused"),
            counted(&left.left_out, "admission-not-asked")
        ),
        (26, 1, 1)
    );
    let someone = people(&desk)[0];
    let reference = desk.existing(someone, None).unwrap().first("reference").unwrap().to_owned();
    let name = desk.existing(someone, None).unwrap().first("full_name").unwrap().to_owned();
    assert!(fs::read_to_string(&file).unwrap().contains(&name));
    consent(&mut desk, &[someone], "host-police", "withdrawn", "1 November 2023");
    let left = desk.export_cases(&ask("jsonl", "host-police"), &file).unwrap().summary;
    assert_eq!((left.people, counted(&left.left_out, "admission-refused")), (25, 2));
    let text = fs::read_to_string(&file).unwrap();
    assert!(!text.contains(&name) && !text.contains(&reference), "a withdrawn person stands nowhere in it");
    assert!(!text.contains(&someone.to_string()), "not as a link either");
    let nobody = desk.export_cases(&ask("htcds", "hospital"), &laptop.path("none.csv")).unwrap_err();
    assert_eq!((nobody.code(), nobody.exit_code()), ("no-consent", 5));
    assert!(!laptop.path("none.csv").exists());
}

#[test]
fn for_research_goes_only_who_said_yes_to_research() {
    let (laptop, mut desk) = sample(236);
    let research = CaseExport { purpose: Some("research".into()), ..ask("jsonl", "host-police") };
    let file = laptop.path("cases.jsonl");
    assert_eq!(desk.export_cases(&research, &file).unwrap_err().code(), "no-consent");
    let [one, other] = [people(&desk)[0], people(&desk)[1]];
    let field =
        |field: &str, text: &str| FieldInput { field: field.into(), text: text.into(), reading: None };
    let mut said = |about: RecordId, purposes: &[&str], on: &str| {
        let purposes = purposes.iter().map(|one| field("purposes", one));
        let rest = [field("recipient", "host-police"), field("outcome", "given"), field("answered_on", on)];
        let input = NewRecord {
            id: fresh(&desk),
            kind: "consent".into(),
            about: vec![about.to_string()],
            fields: rest.into_iter().chain(purposes).collect(),
            deed: fresh(&desk),
        };
        desk.add_record(&input).unwrap();
    };
    said(one, &["investigation", "research"], "1 November 2023");
    said(other, &["investigation"], "1 November 2023");
    let summary = desk.export_summary(&research).unwrap();
    assert_eq!((summary.people, counted(&summary.left_out, "admission-refused")), (1, 1));
    assert_eq!(desk.export_summary(&ask("jsonl", "host-police")).unwrap().people, 26);
    desk.export_cases(&research, &file).unwrap();
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains(&one.to_string()) && !text.contains(&other.to_string()));
    // A later yes that no longer names it.
    consent(&mut desk, &[one], "host-police", "given", "2 November 2023");
    assert_eq!(desk.export_summary(&research).unwrap().people, 0);
    let unknown = CaseExport { purpose: Some("science".into()), ..research };
    assert!(matches!(desk.export_summary(&unknown), Err(DeskError::WrongUse)));
}

#[test]
fn nothing_leaves_without_a_reason_and_the_ledger_has_it_first() {
    let (laptop, mut desk) = sample(93);
    let silent = CaseExport { reason: " ".into(), ..ask("xlsx", "embassy") };
    let file = laptop.path("cases.xlsx");
    assert!(matches!(desk.export_cases(&silent, &file), Err(DeskError::ReasonNeeded)));
    assert!(matches!(desk.export_cases(&ask("htcds", "person"), &file), Err(DeskError::WrongUse)));
    assert!(!file.exists());
    let nowhere = laptop.path("no/such/folder/cases.xlsx");
    assert!(desk.export_cases(&ask("xlsx", "embassy"), &nowhere).is_err());
    assert_eq!(desk.ledger().unwrap(), [], "what did not leave is not in the ledger");
    let left = desk.export_cases(&ask("xlsx", "embassy"), &file).unwrap();
    let line = desk.ledger().unwrap().remove(0);
    assert_eq!((line.sha256, line.people, line.reason.as_deref()), (left.sha256, 28, Some("letter 12")));
    assert!(line.fields.contains(&"person.full_name".to_owned()));
    let log = desk.register.audit_entries(0, 1000).unwrap();
    assert!(log.iter().any(|row| row.act == "export" && row.object == "xlsx"));
    let who = people(&desk)[0].to_string();
    assert_eq!(desk.who_has(&who, Some("birth_date")).unwrap().len(), 1);
}

#[test]
fn what_is_sealed_or_counselling_never_leaves() {
    let (laptop, mut desk) = sample(94);
    let sealed: Vec<String> = desk
        .of_kind("episode")
        .unwrap()
        .iter()
        .flat_map(|one| one.all("acts_compelled").map(str::to_owned).collect::<Vec<_>>())
        .collect();
    assert!(!sealed.is_empty(), "the sample has something to hide");
    for kind in ["htcds", "jsonl"] {
        let file = laptop.path("cases.csv");
        let left = desk.export_cases(&ask(kind, "embassy"), &file).unwrap();
        let text = fs::read_to_string(&file).unwrap();
        for secret in &sealed {
            assert!(!text.contains(secret.as_str()), "{kind}");
        }
        assert!(!text.contains("acts_compelled") && !text.contains("\"kind\":\"counselling\""));
        assert_eq!(
            counted(&left.summary.records, "counselling") + counted(&left.summary.records, "restricted-note"),
            0
        );
    }
}

#[test]
fn lines_have_the_shape_of_the_command_line_and_sheets_are_rectangular() {
    let (laptop, mut desk) = sample(95);
    let file = laptop.path("cases.jsonl");
    desk.export_cases(&ask("jsonl", "embassy"), &file).unwrap();
    let text = fs::read_to_string(&file).unwrap();
    let lines: Vec<serde_json::Value> =
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let first = lines.iter().find(|line| line["kind"] == "person").unwrap();
    let page = desk.record(RecordId::from_canonical(first["id"].as_str().unwrap()).unwrap()).unwrap();
    let whole = crate::shape::record(&page);
    for (field, value) in first.as_object().unwrap() {
        assert_eq!(&whole[field], value, "{field}");
    }
    let ids: BTreeSet<&str> = lines.iter().map(|line| line["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), lines.len(), "each record once");

    let file = laptop.path("cases.xlsx");
    desk.export_cases(&ask("xlsx", "embassy"), &file).unwrap();
    let grid = paperwork::read(&fs::read(&file).unwrap(), "x.xlsx", &paperwork::Limits::default()).unwrap();
    assert!(grid.sheets.len() > 10);
    for sheet in &grid.sheets {
        let width = sheet.rows[0].cells.len();
        assert!(
            sheet
                .rows
                .iter()
                .all(|row| row.cells.iter().all(|cell| (cell.column.0 as usize) < width && !cell.formula))
        );
    }
}

#[test]
fn a_period_or_a_rescue_narrows_it_and_a_bad_period_is_refused() {
    let (_laptop, desk) = sample(96);
    let of = |from: &str, to: &str| CaseExport {
        from: Some(from.into()),
        to: Some(to.into()),
        ..ask("htcds", "embassy")
    };
    assert_eq!(desk.export_summary(&of("2023-01-01", "2023-12-31")).unwrap().people, 28);
    assert!(matches!(desk.export_summary(&of("2019-01-01", "2019-12-31")), Err(DeskError::Nobody)));
    assert!(matches!(desk.export_summary(&of("2023-12-31", "2023-01-01")), Err(DeskError::BadPeriod)));
    let rescue = desk.rescues(0, 50).unwrap().into_iter().find(|one| one.people == 1).unwrap().rescue.id;
    let one = CaseExport { records: vec![rescue], ..ask("htcds", "embassy") };
    assert_eq!(desk.export_summary(&one).unwrap().people, 1);
}

const FOREIGN: &str = "prs_FirstName,prs_SecondName,prs_Gender,prs_Birthdate,prs_Email,vic_MethodsOfControl,hte_Type,hte_Date,con_Consent\n\
    Larasati,,Feminine,1999-06-28,a@b.example,RestrictsMovement;UsesChildren,Transit,2023-02-31,TRUE\n\
    Wulan,Contoh,Feminine,2001-01-02,,,,,FALSE\n\
    Sutrisna,,Robot,2566-01-01,,,,,TRUE\n";

#[test]
fn a_foreign_file_is_flagged_by_row_and_column_taken_whole_and_taken_back_by_one_undo() {
    let laptop = Laptop::new(97);
    let mut desk = laptop.begin();
    let preview = desk.open_cases(FOREIGN.as_bytes(), "x.csv").unwrap();
    assert_eq!(preview.rows.iter().map(|row| row.row).collect::<Vec<_>>(), [2, 4]);
    assert!(preview.notes.iter().any(|note| note.contains("no consent")), "{:?}", preview.notes);
    let flags: Vec<&str> =
        preview.rows.iter().flat_map(|row| &row.cells).filter_map(|cell| cell.flag.as_deref()).collect();
    for place in ["F2 vic_MethodsOfControl", "H2 hte_Date", "C4 prs_Gender", "D4 prs_Birthdate"] {
        assert!(flags.iter().any(|flag| flag.starts_with(place)), "{place}: {flags:?}");
    }
    // Answering something else does not bring the one back who said no.
    let preview = desk.choose_in_roster(&RosterChoices::default()).unwrap();
    assert_eq!(preview.rows.len(), 2);
    let taken = desk.take_cases(None, &fresh(&desk)).unwrap();
    assert_eq!(taken.people, 2);
    assert!(
        taken.flags.iter().any(|flag| flag.row == 4 && flag.why.contains("C4 prs_Gender")),
        "{:?}",
        taken.flags
    );
    let remarks: Vec<String> = people(&desk)
        .iter()
        .map(|id| desk.existing(*id, None).unwrap().first("remarks").unwrap_or_default().to_owned())
        .collect();
    for kept in ["prs_Email: a@b.example", "UsesChildren", "2023-02-31"] {
        assert!(remarks[0].contains(kept), "{kept}: {remarks:?}");
    }
    assert!(remarks[1].contains("Robot") && remarks[1].contains("2566-01-01"), "{remarks:?}");
    let history = desk.history(people(&desk)[0], None).unwrap();
    let origin = desk.words().get("origin-import").into_owned();
    assert!(history.iter().all(|one| one.origin == origin));
    desk.undo().unwrap();
    assert_eq!(people(&desk), []);
}

#[test]
fn somebody_on_record_is_suggested_before_it_is_taken() {
    let (laptop, mut desk) = sample(98);
    let file = laptop.path("cases.csv");
    desk.export_cases(&ask("htcds", "embassy"), &file).unwrap();
    let preview = desk.open_cases(&fs::read(&file).unwrap(), "cases.csv").unwrap();
    let suggested = preview.rows.iter().filter(|row| !row.notes.is_empty()).count();
    assert!(suggested > 20, "{suggested}");
}

#[test]
fn what_is_no_htcds_or_hostile_is_refused_and_nothing_is_written() {
    let laptop = Laptop::new(99);
    let mut desk = laptop.begin();
    let before = desk.check().unwrap().digest;
    let refused = desk.open_cases(b"Nama,L/P,Tanggal Lahir\nLarasati,P,28/06/1999\n", "x.csv").unwrap_err();
    assert_eq!((refused.code(), refused.exit_code()), ("not-htcds", 4));
    let shown = refused.refused(desk.house(), desk.words());
    assert!(!shown.message.contains('⟦') && !shown.recovery.contains('⟦'), "{shown:?}");
    assert!(matches!(desk.take_cases(None, &fresh(&desk)), Err(DeskError::NoRoster)));
    let wide = format!("prs_FirstName,prs_Gender,prs_Email\nA{},Feminine,x\n", ",x".repeat(300));
    let refused = desk.open_cases(wide.as_bytes(), "x.csv").unwrap_err();
    assert_eq!(refused.exit_code(), 4);
    assert_eq!(desk.check().unwrap().digest, before);
}

#[test]
fn a_date_that_is_no_day_is_said_beside_the_standard() {
    let (laptop, mut desk) = sample(100);
    let someone = people(&desk)[0];
    let other = answer(&desk, someone, "birth_date", "about 1990");
    desk.record_answer(&other).unwrap();
    let file = laptop.path("cases.csv");
    desk.export_cases(&ask("htcds", "embassy"), &file).unwrap();
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains("person.birth_date=1990~"), "a date that is no day is said beside");
}

#[test]
fn a_row_says_what_the_correction_found_and_not_what_it_corrects() {
    let laptop = Laptop::new(98);
    let mut desk = laptop.begin();
    let field =
        |field: &str, text: &str| FieldInput { field: field.into(), text: text.into(), reading: None };
    let add = |desk: &mut Desk, kind: &str, about: Vec<String>, fields| {
        let (id, deed) = (fresh(desk), fresh(desk));
        desk.add_record(&NewRecord { id, kind: kind.into(), about, fields, deed }).unwrap().link.id
    };
    let who = add(&mut desk, "person", Vec::new(), vec![field("full_name", "Larasati")]);
    let said = vec![field("outcome", "not-victim"), field("decided_on", "27 September 2023")];
    let first = add(&mut desk, "determination", vec![who.clone()], said);
    consent(&mut desk, &[RecordId::from_canonical(&who).unwrap()], "embassy", "given", "1 October 2023");
    let row = |desk: &mut Desk, name: &str| {
        desk.export_cases(&ask("htcds", "embassy"), &laptop.path(name)).unwrap();
        fs::read_to_string(laptop.path(name)).unwrap()
    };
    let before = row(&mut desk, "before.csv");
    // The correction is dated before the entry that it corrects, and stands all the same.
    let fields = vec![field("outcome", "victim"), field("decided_on", "20 September 2023")];
    let (id, deed) = (fresh(&desk), fresh(&desk));
    desk.correct(&CorrectionInput { record: first, fields, id, deed }).unwrap();
    let after = row(&mut desk, "after.csv");
    assert!(before.contains("2023-09-27") && !before.contains("2023-09-20"), "{before}");
    assert!(after.contains("2023-09-20") && !after.contains("2023-09-27"), "{after}");
    assert!(!after.contains("not-victim"), "no second opinion beside it: {after}");
}
