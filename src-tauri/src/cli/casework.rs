//! Casework on the command line: each subcommand as one call into the desk, and its lines for a person. Owns columns; refuses
//! rules: what blocks somebody is the desk's word.

use desk::views::{
    ChainLine, DueLine, GateOverrideInput, GatePage, IdentificationPage, MovementLine, PermitAdvance,
    PermitLine, RecordLink, StandingPage, SumLine, TodayPage, ToldView,
};

use super::arguments::{GateArgs, PermitDeed};
use super::outcome::{Outcome, columns};
use super::session::Session;
use crate::failure::Failure;

type Done = Result<Outcome, Failure>;

/// The gate; the program ends with "refused by a rule" when it is closed for somebody.
///
/// # Errors
/// The vault does not open, or the desk refuses.
pub(super) fn gate(session: &mut Session, deed: GateArgs) -> Done {
    let id = session.ground.id();
    session.desk(|desk| {
        let flight = desk.resolve(&deed.flight)?;
        let page = match deed.requirement {
            Some(requirement) => desk.override_gate(&GateOverrideInput {
                people: deed.references,
                except: deed.except,
                flight: flight.to_string(),
                requirement,
                reason: deed.reason.unwrap_or_default(),
                deed: id,
            })?,
            None => {
                let of =
                    deed.references.iter().map(|text| desk.resolve(text)).collect::<Result<Vec<_>, _>>()?;
                desk.gate(&of, flight)?
            }
        };
        let outcome = Outcome::of(gate_lines(&page), &page);
        Ok(if page.open { outcome } else { outcome.refused() })
    })
}

/// Each person, and below each what blocks with what would clear it.
fn gate_lines(page: &GatePage) -> String {
    let mut text = movements(std::slice::from_ref(&page.flight));
    for line in &page.people {
        let mark = if line.open { "+" } else { "-" };
        text.push_str(&format!("\n{mark} {}  {}", line.person.reference, line.person.title));
        for check in &line.checks {
            let Some(blocker) = &check.blocker else { continue };
            let mark = if check.open { "~" } else { "!" };
            text.push_str(&format!("\n    {mark} {}: {blocker}", check.word));
            match &check.overridden {
                Some(one) => text.push_str(&format!(" ({}: {}, {})", one.record.title, one.reason, one.by)),
                None => text.push_str(&format!(" → {}", check.clear.as_deref().unwrap_or_default())),
            }
        }
    }
    text
}

/// What waits today.
///
/// # Errors
/// The vault does not open, or the desk refuses.
pub(super) fn today(session: &mut Session) -> Done {
    session.desk(|desk| {
        let page = desk.day(usize::MAX)?;
        Ok(Outcome::of(today_lines(&page), &page))
    })
}

fn today_lines(page: &TodayPage) -> String {
    let due = |line: &DueLine| {
        [
            if line.overdue { "!".to_owned() } else { String::new() },
            line.when.clone(),
            line.what.clone(),
            match (&line.person, &line.rescue) {
                (Some(person), _) => named(person),
                (None, Some(rescue)) => format!("{} × {}", line.people.len(), named(rescue)),
                (None, None) => String::new(),
            },
        ]
    };
    let beds = page.beds.iter().map(|line| {
        let of = line.beds.map(|beds| format!("/{beds}")).unwrap_or_default();
        [line.holder.title.clone(), format!("{}{of}", line.people)]
    });
    let parts = [
        page.date.clone(),
        columns(&page.due.iter().map(due).collect::<Vec<_>>()),
        movements(&page.flights),
        columns(&beds.collect::<Vec<_>>()),
        if page.conflicts > 0 { format!("≠ {}", page.conflicts) } else { String::new() },
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// Two hundred movements.
///
/// # Errors
/// The vault does not open, or the desk refuses.
pub(super) fn all_movements(session: &mut Session, skip: usize) -> Done {
    session.desk(|desk| {
        let lines = desk.movements(skip)?;
        Ok(Outcome::of(movements(&lines), &lines))
    })
}

fn movements(lines: &[MovementLine]) -> String {
    let said = |text: &Option<String>| text.clone().unwrap_or_default();
    let row = |line: &MovementLine| {
        [
            line.movement.reference.clone(),
            line.movement.title.clone(),
            said(&line.departs),
            said(&line.arrives),
            line.way.clone(),
            line.carrier.clone(),
            line.seats.map_or_else(|| line.people.to_string(), |seats| format!("{}/{seats}", line.people)),
            if line.blocked > 0 { format!("! {}", line.blocked) } else { String::new() },
        ]
    };
    columns(&lines.iter().map(row).collect::<Vec<_>>())
}

/// The board of permits, shown or moved.
///
/// # Errors
/// The vault does not open, or the desk refuses.
pub(super) fn permits(session: &mut Session, deed: PermitDeed) -> Done {
    let id = session.ground.id();
    session.desk(|desk| {
        let lines = match deed {
            PermitDeed::List { reference: Some(reference) } => desk.permits(desk.resolve(&reference)?)?,
            PermitDeed::List { reference: None } => desk.permit_board(0, usize::MAX)?,
            PermitDeed::Advance { to, about, except, number, issued, expires } => {
                desk.advance_permits(&PermitAdvance {
                    people: about,
                    except,
                    to,
                    number,
                    issued,
                    expires,
                    deed: id,
                })?
            }
        };
        let row = |line: &PermitLine| {
            let due = line.overstay.as_ref().filter(|stay| !stay.settled).map(|stay| stay.due.clone());
            [
                line.step_word.clone(),
                named(&line.person),
                line.number.clone().unwrap_or_default(),
                line.expires.clone().unwrap_or_default(),
                due.unwrap_or_default(),
            ]
        };
        Ok(Outcome::of(columns(&lines.iter().map(row).collect::<Vec<_>>()), &lines))
    })
}

/// Where a person stands and why.
///
/// # Errors
/// The vault does not open, or the desk refuses.
pub(super) fn standing(session: &mut Session, reference: &str) -> Done {
    session.desk(|desk| {
        let page = desk.standing(desk.resolve(reference)?)?;
        Ok(Outcome::of(standing_lines(&page), &page))
    })
}

fn standing_lines(page: &StandingPage) -> String {
    let because = page.because.as_ref().map(named).unwrap_or_default();
    let mut text = match (&page.overridden, &page.derived_word) {
        (Some(one), Some(derived)) => {
            format!("{}  ({}, {}; {derived}: {because})", page.stage_word, one.reason, one.by)
        }
        _ => format!("{}  ({because})", page.stage_word),
    };
    for track in &page.tracks {
        text.push_str(&format!("\n{}: {}", track.word, track.position));
        text.extend(track.because.as_ref().map(|link| format!("  ({})", named(link))));
    }
    text
}

/// The chain of episodes.
///
/// # Errors
/// The vault does not open, or the desk refuses.
pub(super) fn chain(session: &mut Session, reference: &str) -> Done {
    session.desk(|desk| {
        let lines = desk.chain(desk.resolve(reference)?)?;
        let said = |text: &Option<String>| text.clone().unwrap_or_default();
        let row = |line: &ChainLine| {
            [
                named(&line.episode),
                said(&line.from),
                said(&line.until),
                line.site.as_ref().map(|site| site.title.clone()).unwrap_or_default(),
                line.joint_word.clone(),
            ]
        };
        Ok(Outcome::of(columns(&lines.iter().map(row).collect::<Vec<_>>()), &lines))
    })
}

/// What was spent, by kind and currency.
///
/// # Errors
/// The vault does not open, or the desk refuses.
pub(super) fn spending(session: &mut Session, reference: &str) -> Done {
    session.desk(|desk| {
        let lines = desk.spending(desk.resolve(reference)?)?;
        let row = |line: &SumLine| [line.sort.clone(), line.alone.clone(), line.shared.clone()];
        Ok(Outcome::of(columns(&lines.iter().map(row).collect::<Vec<_>>()), &lines))
    })
}

/// Screening, findings and interviews of a person.
///
/// # Errors
/// The vault does not open, or the desk refuses.
pub(super) fn identification(session: &mut Session, reference: &str) -> Done {
    session.desk(|desk| {
        let page = desk.identification(desk.resolve(reference)?)?;
        Ok(Outcome::of(identification_lines(&page), &page))
    })
}

fn identification_lines(page: &IdentificationPage) -> String {
    let mut text = String::new();
    for part in &page.parts {
        text.push_str(&format!("{}\n", part.word));
        for question in &part.questions {
            let mark = match (question.contradicted, question.supported) {
                (true, _) => "≠",
                (_, true) => "+",
                _ => " ",
            };
            let said: Vec<String> =
                question.said.iter().map(|one| format!("{} ({})", one.text, one.source.reference)).collect();
            text.push_str(&format!("  {mark} {}  {}\n", question.label, said.join("; ")));
        }
    }
    for one in &page.determinations {
        let authority = one.authority.as_ref().map(|link| link.title.clone()).unwrap_or_default();
        let when = one.when.clone().unwrap_or_default();
        text.push_str(&format!("{when}  {authority}  {}\n", one.outcome));
    }
    for one in &page.interviews {
        let authority = one.authority.as_ref().map(|link| link.title.clone()).unwrap_or_default();
        text.push_str(&format!(
            "{}  {}  {authority}\n",
            one.when.clone().unwrap_or_default(),
            one.record.reference
        ));
    }
    text.trim_end().to_owned()
}

/// How often each has told the story.
///
/// # Errors
/// The vault does not open, or the desk refuses.
pub(super) fn told(session: &mut Session, references: &[String]) -> Done {
    session.desk(|desk| {
        let lines = desk.told_before(references)?;
        let row = |line: &ToldView| {
            let times = line.interviews.iter().map(|one| {
                let authority = one.authority.as_ref().map(|link| link.title.clone()).unwrap_or_default();
                format!("{} {authority}", one.when.clone().unwrap_or_default()).trim().to_owned()
            });
            [named(&line.person), line.interviews.len().to_string(), times.collect::<Vec<_>>().join("; ")]
        };
        Ok(Outcome::of(columns(&lines.iter().map(row).collect::<Vec<_>>()), &lines))
    })
}

/// Reference and title.
fn named(link: &RecordLink) -> String {
    format!("{}  {}", link.reference, link.title).trim().to_owned()
}
