//! The acceptance case, line by line: every fact has a place of its own, and a command shows it there.

use std::collections::HashMap;

use serde_json::Value;

use crate::by_command_line::Laptop;

/// One cell of the case: a record of that kind, which holds that value in that field, began on that day (as far as it is
/// told) and is about so many people.
struct Cell {
    line: &'static str,
    kind: &'static str,
    field: &'static str,
    value: &'static str,
    began: &'static str,
    people: u64,
}

const fn cell(
    line: &'static str,
    kind: &'static str,
    (field, value): (&'static str, &'static str),
    began: &'static str,
    people: u64,
) -> Cell {
    Cell { line, kind, field, value, began, people }
}

/// What is on the timeline of the first rescue.
const OF_THE_27: &[Cell] = &[
    cell("exploited by a company in Poipet", "episode", ("sort", "exploitation"), "2023-03", 27),
    cell("recruited with job offers", "episode", ("sort", "recruitment"), "2023", 27),
    cell("the rescue", "rescue", ("town", "Poipet"), "2023-06-28", 0),
    cell("got out of their accommodation", "movement", ("sort", "extraction"), "2023-06-28T14:30", 27),
    cell("with the police in Phnom Penh", "placement", ("sort", "custody"), "2023-06-28T23:10", 27),
    cell("interviewed by the police", "interview", ("purpose", "investigation"), "2023-07-04", 27),
    cell("said so, and corrected it", "statement", ("version", "2"), "2023-07-04", 1),
    cell("assessed", "screening", ("deception", "yes"), "2023-07-10", 1),
    cell("a child: no means are needed", "screening", ("child", "yes"), "2023-07-10", 1),
    cell("what speaks for it", "finding", ("bearing", "supports"), "2023-07-10", 1),
    cell("what speaks against it", "finding", ("bearing", "contradicts"), "2023-07-12", 1),
    cell("asked of the shelter", "referral", ("profile", "shelter"), "2023-07-12", 27),
    cell("moved to the shelter", "movement", ("sort", "transfer"), "2023-07-14T09:00", 27),
    cell("handed over", "movement", ("sort", "handover"), "2023-07-14T10:05", 27),
    cell("at the shelter", "placement", ("sort", "shelter"), "2023-07-14T10:15", 27),
    cell("logistics paid", "expense", ("sort", "logistics"), "2023-06-29", 27),
    cell("medicines", "service", ("sort", "medicine"), "2023-06-30", 4),
    cell("medicines paid in riel", "expense", ("amount", "KHR 310000.00"), "2023-06-30", 4),
    cell("hospital", "service", ("sort", "hospital"), "2023-07-01", 2),
    cell(
        "hospital bill paid, with its receipt",
        "expense",
        ("receipt_number", "FICT-RAH-0703"),
        "2023-07-03",
        2,
    ),
    cell("shelter", "service", ("sort", "shelter"), "2023-07-14", 27),
    cell("legal help", "service", ("sort", "legal"), "2023-07-20", 27),
    cell("psychological support", "service", ("sort", "psychological"), "2023-07-17", 27),
    cell("interpreted", "service", ("sort", "interpretation"), "2023-07-20", 27),
    cell("interviewed by the social ministry", "interview", ("purpose", "identification"), "2023-08-21", 27),
    cell("identified as victims", "determination", ("letter", "FICT-0917/23"), "2023-09-27", 27),
    cell("with the letter", "document", ("sort", "victim-letter"), "2023-09-27", 27),
    cell("exit permit", "immigration-matter", ("permit_number", "FICT-EP-1002"), "2023-10-02", 27),
    cell("emergency papers", "service", ("sort", "travel-document"), "2023-09-26", 9),
    cell("fit to travel", "fitness", ("outcome", "fit"), "2023-10-01", 26),
    cell("fit with an escort", "fitness", ("outcome", "with-escort"), "2023-10-01", 1),
    cell("consent for the receiver", "consent", ("recipient", "receiving-home"), "2023-09-30", 27),
    cell("the receiver has accepted", "referral", ("profile", "receiving-home"), "2023-09-25", 27),
    cell("flown home, 16:20", "movement", ("sort", "flight"), "2023-10-04T12:05", 27),
    cell("again considered victims", "determination", ("letter", "FICT-B-1004/23"), "2023-10-04", 27),
    cell("at the social home", "placement", ("sort", "rehabilitation"), "2023-10-04T19:00", 27),
    cell("referred to the home police", "referral", ("profile", "home-police"), "2023-10-02", 27),
    cell(
        "the recruiters pursued",
        "justice-matter",
        ("report_number", "FICT/LP/1010/X/2023"),
        "2023-10-10",
        27,
    ),
    cell("evidence", "evidence-item", ("seal", "FICT-S-17"), "2023-06-28", 3),
    cell("its way from hand to hand", "custody", ("why", "Certified copy made"), "2023-07-03", 3),
    cell("an allegation with its source", "allegation", ("link", "recruited"), "2023-06-29", 1),
    cell("a threat", "risk", ("severity", "serious"), "2023-06-30", 1),
    cell("back in the areas of origin", "placement", ("sort", "home"), "2023-12-12", 27),
    cell("reintegration", "service", ("sort", "reintegration"), "2023-12-12", 27),
    cell("followed up after 30 days", "follow-up", ("after", "30"), "2024-01-11", 27),
    cell("followed up after 180 days", "follow-up", ("after", "180"), "2024-06-09", 27),
];

/// What is on the timeline of the twenty-eighth.
const OF_THE_28TH: &[Cell] = &[
    cell("worked at the same company", "episode", ("sort", "exploitation"), "2023-03", 1),
    cell("sold on", "episode", ("sort", "resale"), "2023-06", 1),
    cell("the second rescue", "rescue", ("town", "Poipet"), "2023-09-05", 0),
    cell("taken to Phnom Penh", "movement", ("sort", "extraction"), "2023-09-05T17:00", 1),
    cell("placed at the shelter", "placement", ("sort", "shelter"), "2023-09-06", 1),
    cell("identified", "determination", ("letter", "FICT-0917/23"), "2023-09-27", 1),
    cell("flown home", "movement", ("sort", "flight"), "2023-10-04T12:05", 1),
];

/// Shows every record once.
struct Reader<'a> {
    laptop: &'a Laptop,
    shown: HashMap<String, Value>,
}

impl Reader<'_> {
    fn record(&mut self, reference: &str) -> &Value {
        let laptop = self.laptop;
        self.shown.entry(reference.to_owned()).or_insert_with(|| laptop.does(&["record", "show", reference]))
    }

    fn finds(&mut self, of: &str, cells: &[Cell]) {
        let timeline = self.laptop.does(&["timeline", of]);
        let entries = timeline.as_array().unwrap();
        for cell in cells {
            let of_kind: Vec<&Value> =
                entries.iter().filter(|entry| entry["record"]["kind"] == cell.kind).collect();
            let there = of_kind.iter().any(|entry| {
                let began = entry["from"].as_str().unwrap_or_default().starts_with(cell.began);
                let held = &self.record(entry["record"]["ref"].as_str().unwrap())[cell.field];
                let said = held == cell.value
                    || held.as_array().is_some_and(|values| values.iter().any(|one| one == cell.value));
                began && said && entry["people"] == cell.people
            });
            assert!(there, "{}: no such {} among {of_kind:#?}", cell.line, cell.kind);
        }
    }
}

#[test]
fn every_line_of_the_case_has_its_place_and_a_command_that_shows_it() {
    let laptop = Laptop::with_vault("PNH");
    laptop.does(&["sample"]);
    let rescues = laptop.does(&["rescue", "list"]);
    let reference = |people: u64| {
        let found = rescues.as_array().unwrap().iter().find(|one| one["people"] == people).unwrap();
        found["ref"].as_str().unwrap().to_owned()
    };
    let (first, second) = (reference(27), reference(1));
    let mut reader = Reader { laptop: &laptop, shown: HashMap::new() };
    reader.finds(&first, OF_THE_27);
    reader.finds(&second, OF_THE_28TH);

    // The second rescue is linked to the first; the chain of episodes has its order; one flight carried all.
    assert!(reader.record(&second)["continues"].as_array().is_some_and(|linked| linked.len() == 1));
    let flights = laptop.does(&["timeline", &second]);
    let flight = flights.as_array().unwrap().iter().find(|entry| {
        entry["record"]["kind"] == "movement"
            && entry["from"].as_str().unwrap_or_default().starts_with("2023-10-04")
    });
    let flight = flight.unwrap();
    let manifest = reader.record(flight["record"]["ref"].as_str().unwrap());
    assert_eq!(manifest["people"].as_array().unwrap().len(), 28);
    assert_eq!(manifest["arrived_at"], "2023-10-04T16:20+07:00[Asia/Jakarta]");
    assert_eq!(manifest["seats"], "28");

    // Whatever has a name is found by it: a site, two companies, the recruiter by what people called him.
    for (typed, kind) in [
        ("Building C", "site"),
        ("Gold Lotus", "organisation"),
        ("Mas Yanto", "suspect"),
        ("Windu", "person"),
        ("X9001036", "person"),
    ] {
        let hits = laptop.does(&["person", "search", typed]);
        let hits = hits.as_array().unwrap();
        assert!(
            hits.iter().any(|hit| hit["record"]["kind"] == kind || hit["kind"] == kind),
            "{typed}: {hits:#?}"
        );
    }
    // Counselling is there and is not for the head of the office.
    assert!(
        laptop
            .does(&["timeline", &first])
            .as_array()
            .unwrap()
            .iter()
            .all(|one| one["record"]["kind"] != "counselling")
    );
}

#[test]
fn bad_input_gets_its_own_words_and_writes_nothing() {
    let laptop = Laptop::with_vault("PNH");
    let who = laptop.does(&["record", "add", "person", "full_name=Larasati"]);
    let who = who["ref"].as_str().unwrap();
    let refusals: [(&[&str], &str); 4] = [
        (
            &[
                "movement",
                "sort=flight",
                "departed_at=4/10/2023 12:05 WIB",
                "arrived_at=4/10/2023 12:30 WITA",
            ],
            "too-early",
        ),
        (&["immigration-matter", "permit_issued=2/10/2023", "permit_expires=30/9/2023"], "too-early"),
        (&["expense", "sort=food", "spent_on=3/7/2023", "amount=USD -5"], "too-low"),
        (&["expense", "sort=food", "spent_on=3/7/2566", "amount=USD 5"], "ambiguous"),
    ];
    for (words, code) in refusals {
        let line = [&["record", "add", words[0], "--for", who], &words[1..]].concat();
        let (exit, said) = laptop.runs("passphrase", &line, "");
        assert_eq!(exit, 4, "{words:?}: {said:#}");
        assert!(said.to_string().contains(code), "{words:?}: {said:#}");
    }
    assert_eq!(laptop.does(&["timeline", who]).as_array().unwrap().len(), 0);
}

#[test]
fn what_was_entered_by_mistake_is_removed_and_what_others_rest_on_stays() {
    let laptop = Laptop::with_vault("PNH");
    let who = laptop.does(&["record", "add", "person", "full_name=Larasati"]);
    let who = who["ref"].as_str().unwrap();
    let meal = |day: &str| {
        let from = format!("from={day}");
        let made = laptop.does(&["record", "add", "service", "--for", who, "sort=food", &from]);
        made["ref"].as_str().unwrap().to_owned()
    };
    let (first, second) = (meal("4 July 2023"), meal("5 July 2023"));
    let entries = || laptop.does(&["timeline", who]).as_array().unwrap().len();
    let deed = ["record", "remove", &first, &second, "--except", &second, "--reason", "entered twice"];
    let gone = laptop.does(&deed);
    assert_eq!((gone[0]["ref"].as_str(), gone.as_array().unwrap().len()), (Some(&*first), 1), "{gone:#}");
    assert_eq!(entries(), 1);
    laptop.is_refused(&["record", "show", &first], 6);
    laptop.does(&["undo"]);
    assert_eq!(entries(), 2);
    let found = laptop.does(&[
        "record",
        "add",
        "determination",
        "--for",
        who,
        "outcome=victim",
        "decided_on=1/10/2023",
    ]);
    for (stays, code) in [(who, "person-stays"), (found["ref"].as_str().unwrap(), "entry-stays")] {
        let line = ["record", "remove", stays, "--reason", "x", "--lang", "en"];
        let (exit, refused) = laptop.runs("passphrase", &line, "");
        assert_eq!((exit, refused["error"]["code"].as_str()), (5, Some(code)), "{refused:#}");
        assert!(refused["error"]["message"].as_str().unwrap().contains(stays), "{refused:#}");
    }
    laptop.is_refused(&["record", "remove", &first, "--reason", " "], 5);
}

#[test]
fn a_determination_is_corrected_beside_itself_and_a_line_of_a_batch_speaks_its_language() {
    let laptop = Laptop::with_vault("PNH");
    let who = laptop.does(&["record", "add", "person", "full_name=Larasati"]);
    let who = who["ref"].as_str().unwrap();
    let said = ["outcome=not-victim", "decided_on=27 September 2023", "letter=17/23"];
    let first = laptop.does(&[&["record", "add", "determination", "--for", who][..], &said].concat());
    let first = first["ref"].as_str().unwrap();
    let (exit, refused) =
        laptop.runs("passphrase", &["record", "set", first, "outcome", "victim", "--lang", "en"], "");
    assert_eq!((exit, refused["error"]["code"].as_str()), (5, Some("lasting")), "{refused:#}");
    assert!(refused["error"]["recovery"].as_str().unwrap().contains("Correct"), "{refused:#}");
    let second = laptop.does(&["record", "correct", first, "outcome=victim"]);
    assert_eq!((second["outcome"].as_str(), second["letter"].as_str()), (Some("victim"), Some("17/23")));
    let old = laptop.does(&["record", "show", first]);
    assert_eq!(
        (old["outcome"].as_str(), old["corrected_by"].as_str()),
        (Some("not-victim"), second["ref"].as_str())
    );
    laptop.is_refused(&["record", "correct", first, "letter=18/23"], 5);
    laptop.is_refused(&["record", "correct", who, "full_name=Prameswari"], 5);
    laptop.is_refused(&["record", "set", who, "photo", &"ab".repeat(32)], 4);
    laptop.does(&["undo"]);
    assert!(laptop.does(&["record", "show", first])["corrected_by"].is_null());

    let lines = "--lang km permits list\n--lang id permits list\npermits list\n";
    let (exit, said) = laptop.runs("passphrase", &["--lang", "en", "batch", "-"], lines);
    let words: Vec<&str> = (0..3).map(|line| said[line][0]["step_word"].as_str().unwrap()).collect();
    assert_eq!(exit, 0);
    assert!(!words[0].is_ascii(), "{words:?}");
    assert!(words[0] != words[1] && words[1] != words[2] && words[2].is_ascii(), "{words:?}");
    laptop.is_refused(&["batch", laptop.at("none").to_str().unwrap()], 4);
    let (exit, _) = laptop.runs("passphrase", &["batch", "-"], "--vault /elsewhere undo\n");
    assert_eq!(exit, 2);
}
