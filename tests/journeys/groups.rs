//! Group work: every deed on a selection with its exceptions, as it would be for one.

use crate::by_command_line::Laptop;

#[test]
fn every_deed_takes_a_rescue_less_its_exceptions_and_one_undo_takes_it_back() {
    let laptop = Laptop::with_vault("PNH");
    laptop.does(&["sample"]);
    let rescues = laptop.does(&["rescue", "list"]);
    let rescue = rescues.as_array().unwrap().iter().find(|one| one["people"] == 27).unwrap();
    let rescue = rescue["ref"].as_str().unwrap();
    let roster = laptop.does(&["rescue", "show", rescue]);
    let out = roster["people"][0]["ref"].as_str().unwrap().to_owned();
    let first = roster["people"][1]["ref"].as_str().unwrap().to_owned();
    let stands =
        || [["timeline", rescue], ["permits", "list"], ["person", "list"]].map(|line| laptop.does(&line));
    let less = |words: &[&str]| {
        [words, &["--except", &out][..]].concat().iter().map(|one| (*one).to_owned()).collect::<Vec<_>>()
    };
    let does = |words: &[String]| laptop.does(&words.iter().map(String::as_str).collect::<Vec<_>>());

    // Every kind of record that is about people, each with what it needs.
    let organisation = laptop.does(&["record", "add", "organisation", "name=Rumah Contoh", "sort=shelter"]);
    let suspect = laptop.does(&["record", "add", "suspect", "name=Pak Contoh"]);
    let [organisation, suspect] =
        [&organisation, &suspect].map(|one| one["ref"].as_str().unwrap().to_owned());
    let (holder, recipient, accused) =
        (format!("holder={organisation}"), format!("recipient={organisation}"), format!("suspect={suspect}"));
    let kinds: &[(&str, &[&str])] = &[
        ("movement", &["sort=transfer", "departed_at=2 July 2023", "to_place=Phnom Penh"]),
        ("placement", &["sort=shelter", "from=2 July 2023", &holder]),
        ("determination", &["outcome=victim", "decided_on=2 July 2023"]),
        ("interview", &["held_at=2 July 2023"]),
        ("service", &["sort=food", "from=2 July 2023"]),
        ("expense", &["sort=food", "amount=USD 5", "spent_on=2 July 2023"]),
        ("consent", &["recipient=hospital", "outcome=given", "answered_on=2 July 2023"]),
        ("referral", &[&recipient, "sent_on=2 July 2023", "need=Beds"]),
        ("allegation", &[&accused, "link=recruited", "source=Told"]),
        ("immigration-matter", &["visa_ended=2 July 2023"]),
        ("justice-matter", &["sort=complaint", "reported_on=2 July 2023"]),
        ("health", &["seen_on=2 July 2023", "allergies=None known"]),
        ("fitness", &["outcome=fit", "examined_on=2 July 2023"]),
        ("risk", &["threat=Telephone calls", "severity=serious"]),
        ("note", &["text=Contoh", "written_on=2 July 2023"]),
        ("task", &["what=Call", "due=2 July 2023"]),
        ("flag", &["sort=child", "raised_on=2 July 2023"]),
        ("follow-up", &["after=30", "due=2 July 2023"]),
        ("travel-document", &["sort=splp", "number=X9700001"]),
    ];
    for (kind, fields) in kinds {
        let words = [&["record", "add", kind, "--for", rescue][..], fields].concat();
        let made = does(&less(&words));
        assert_eq!(made["people"].as_array().unwrap().len(), 26, "{kind}");
        laptop.does(&["undo"]);
    }
    let (before, person) = (stands(), laptop.does(&["record", "show", &first]));
    let saved = does(&less(&["record", "set", rescue, "religion", "Islam"]));
    assert!(saved.as_array().unwrap().len() == 26);
    let letter = laptop.at("letter.txt");
    std::fs::write(&letter, "Surat contoh").unwrap();
    let letter = letter.to_str().unwrap();
    let added = does(&less(&["document", "add", letter, letter, "--for", rescue]));
    assert_eq!(added.as_array().unwrap().len(), 2);
    assert_eq!(added[0]["record"]["people"].as_array().unwrap().len(), 26);
    assert_eq!(does(&less(&["document", "attach", rescue, "photo", letter])).as_array().unwrap().len(), 26);
    let permits = [
        "permits",
        "advance",
        "--to",
        "issued",
        "--number",
        "EP-9",
        "--expires",
        "9/10/2030",
        "--for",
        rescue,
    ];
    let moved = does(&less(&permits));
    assert_eq!(moved.as_array().unwrap().len(), 26);
    assert!(moved.as_array().unwrap().iter().all(|line| line["number"] == "EP-9"));
    let theirs = laptop.does(&["permits", "list", &out]);
    assert_eq!(theirs[0]["number"], "FICT-EP-1002", "whoever is left out keeps what stood");
    let flight = laptop.does(&["movements"]);
    let flight = flight.as_array().unwrap().iter().find(|line| line["sort"] == "flight").unwrap()["movement"]
        ["ref"]
        .clone();
    let gate =
        ["gate", rescue, "--flight", flight.as_str().unwrap(), "--override", "seat", "--reason", "Chartered"];
    let overridden = does(&less(&gate));
    assert_eq!(overridden["people"].as_array().unwrap().len(), 26);
    for _ in 0..5 {
        laptop.does(&["undo"]);
    }
    assert!(stands() == before, "five deeds, five undos");
    assert_eq!(laptop.does(&["record", "show", &first]), person);
    assert_eq!(laptop.does(&["vault", "check"])["sound"], true);
    let preview = does(&less(&["dossier", rescue, "--for", "embassy", "--preview"]));
    assert_eq!(preview["people"].as_array().unwrap().len(), 26);
    assert_eq!(laptop.does(&["told", rescue]).as_array().unwrap().len(), 27);
}
