//! Points about bundles in a real vault: somebody writes one under another's name, brings an old one again, or one that is for
//! another laptop. What is done to the bytes of one is in the tests of exchange.

use std::fs;

use desk::{Desk, DeskError, views};
use exchange::{BundleWriter, Certificate, Envelope, ExchangeError, Request};
use vault::device::{DeviceKeys, SigningPair};

use crate::bench::{Laptop, person};
use crate::point::{Tried, point, times};

/// What a list outside the twenty-one points is called in the table.
const EXCHANGE: &str = "exchange";

/// An office of two laptops and a third of another office, which trusts the first office and has met its founder only.
struct Offices {
    founder: (Laptop, Desk),
    colleague: (Laptop, Desk),
    reader: (Laptop, Desk),
}

impl Offices {
    fn new() -> Self {
        let [here, there, elsewhere] = [Laptop::new(), Laptop::new(), Laptop::new()];
        let (mut founder, mut colleague, mut reader) =
            (here.begin().0, there.begin_to_join().0, elsewhere.begin().0);
        let asked = colleague.request().unwrap();
        let answer = founder.enrol(&asked.card, &asked.fingerprint).unwrap().answer;
        colleague.join(&answer, &founder.office_view().unwrap().fingerprint).unwrap();
        reader.trust(&founder.laptop().unwrap().card, true).unwrap();
        Self { founder: (here, founder), colleague: (there, colleague), reader: (elsewhere, reader) }
    }
}

/// A bundle for the laptops with these cards.
fn bundle(from: &mut (Laptop, Desk), name: &str, cards: &[String]) -> Vec<u8> {
    let to = from.0.path(name);
    let input = views::ExportInput { cards: cards.to_vec(), all: true, ..Default::default() };
    from.1.export_bundle(&input, &to).unwrap();
    fs::read(to).unwrap()
}

fn take(desk: &mut Desk, bundle: &[u8]) -> Result<views::BundleView, DeskError> {
    desk.import_bundle(bundle, u64::try_from(bundle.len()).unwrap())
}

fn card(of: &(Laptop, Desk)) -> String {
    of.1.laptop().unwrap().card
}

/// How a bundle must be refused.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Refusal {
    Forged,
    Untrusted,
    NotForUs,
    Revoked,
}

fn refusal(taken: Result<views::BundleView, DeskError>) -> Option<Refusal> {
    match taken {
        Err(DeskError::Exchange(ExchangeError::Forged)) => Some(Refusal::Forged),
        Err(DeskError::Exchange(ExchangeError::Untrusted { .. })) => Some(Refusal::Untrusted),
        Err(DeskError::Exchange(ExchangeError::NotForThisLaptop)) => Some(Refusal::NotForUs),
        Err(DeskError::RevokedSender) => Some(Refusal::Revoked),
        _ => None,
    }
}

#[test]
fn a_bundle_under_another_name_is_refused_in_its_own_words() {
    point(EXCHANGE, "forged senders and certificates, wrong keys", |sabotage| {
        let mut offices = Offices::new();
        person(&mut offices.colleague.1, "Larasati Contoh");
        person(&mut offices.founder.1, "Sutrisna Contoh");
        let mallory = DeviceKeys::generate().unwrap();
        let to_reader = [card(&offices.reader)];
        let genuine = bundle(&mut offices.colleague, "1.pulang", &to_reader);
        let founders = bundle(&mut offices.founder, "2.pulang", &to_reader);
        let to_another = bundle(&mut offices.colleague, "3.pulang", &[card(&offices.founder)]);
        let sealing = exchange::Card::parse(&to_reader[0]).unwrap().identity().sealing;

        // Whoever got hold of a bundle knows its list of contents, and whoever got into an office its certificates.
        let spied = |who: &(Laptop, Desk)| {
            let read = exchange::Card::parse(&card(who)).unwrap();
            (read.device(), read.certificate().unwrap().clone())
        };
        let ((colleague, certificate), (founder, founders_own)) =
            (spied(&offices.colleague), spied(&offices.founder));
        let forge = |sender, life, certificate: Option<&Certificate>| {
            let after = journal::Summary {
                device: sender,
                incarnation: life,
                retired: Vec::new(),
                export: 9,
                seen: Vec::new(),
                heads: Default::default(),
            };
            let envelope = Envelope {
                sender,
                certificate,
                training: false,
                keys: &mallory.signing,
                recipients: &[sealing],
                scopes: &[],
                before: None,
                after: &after,
                heads: &[],
                note: None,
                wants: &[],
            };
            let mut out = Vec::new();
            BundleWriter::new().finish(&envelope, &[], &mut out).unwrap();
            out
        };
        // An office that mallory made, which signs for mallory's keys under the colleague's name or under another.
        let (office, life) = (SigningPair::generate().unwrap(), certificate.life());
        let issued = |device| {
            let request = Request::make("PNH", (device, life), &mallory, certificate.issued_ms()).unwrap();
            Certificate::issue(&office, &request, certificate.mark(), certificate.issued_ms()).unwrap()
        };
        let stranger = journal::DeviceId([0x5a; 16]);
        let mut attempts = vec![
            (forge(colleague, life, Some(&certificate)), Refusal::Forged),
            (forge(founder, founders_own.life(), Some(&founders_own)), Refusal::Forged),
            (forge(founder, founders_own.life(), Some(&issued(founder))), Refusal::Forged),
            (forge(founder, founders_own.life(), None), Refusal::Forged),
            (forge(colleague, life, Some(&issued(colleague))), Refusal::Untrusted),
            (forge(colleague, life, None), Refusal::Untrusted),
            (forge(stranger, life, Some(&issued(stranger))), Refusal::Untrusted),
            (forge(stranger, life, Some(&certificate)), Refusal::Untrusted),
            (forge(stranger, life, None), Refusal::Untrusted),
            (to_another, Refusal::NotForUs),
        ];
        if sabotage {
            attempts.push((genuine.clone(), Refusal::Forged));
        }
        let desk = &mut offices.reader.1;
        let before = desk.check().unwrap().digest;
        let mut tried = Tried::default();
        for (bundle, expected) in attempts {
            tried.count(refusal(take(desk, &bundle)) == Some(expected));
        }
        // Each bit of a certificate that the office did sign.
        let bytes = certificate.to_bytes();
        for (at, bit) in (0..bytes.len()).flat_map(|at| (0..8).map(move |bit| (at, bit))) {
            let mut flipped = bytes.clone();
            flipped[at] ^= 1 << bit;
            tried.count(matches!(Certificate::from_bytes(&flipped), Err(ExchangeError::BadPaper(_))));
        }
        let after = desk.check().unwrap();
        tried.count(after.sound && after.digest == before);
        // The very same laptops as themselves: what is refused above is refused for what is false in it.
        tried.count(take(desk, &genuine).is_ok() && take(desk, &founders).is_ok());
        desk.revoke(&colleague.to_string(), "a test of an end").unwrap();
        let late = bundle(&mut offices.colleague, "4.pulang", &to_reader);
        tried.count(refusal(take(&mut offices.reader.1, &late)) == Some(Refusal::Revoked));
        tried
    });
}

#[test]
fn an_old_bundle_again_changes_nothing() {
    let rounds = times(4, 60);
    point(EXCHANGE, "bundles replayed, in any order", |sabotage| {
        let mut offices = Offices::new();
        let to_reader = [card(&offices.reader)];
        let mut kept = Vec::new();
        for day in 0..6 {
            person(&mut offices.colleague.1, "Larasati Contoh");
            kept.push(bundle(&mut offices.colleague, &format!("{day}.pulang"), &to_reader));
        }
        person(&mut offices.colleague.1, "Wulan Contoh");
        let newest = bundle(&mut offices.colleague, "7.pulang", &to_reader);
        let desk = &mut offices.reader.1;
        take(desk, if sabotage { &kept[5] } else { &newest }).unwrap();
        let before = desk.check().unwrap().digest;
        kept.push(newest);
        let mut dice = crate::point::Dice(0x1bad_cafe_f00d_d1ce);
        let mut tried = Tried::default();
        for _ in 0..rounds {
            let again = &kept[dice.below(kept.len())];
            let nothing = take(desk, again).is_ok_and(|view| view.new == 0 && !view.new_life);
            tried.count(nothing && desk.check().is_ok_and(|check| check.sound && check.digest == before));
        }
        if sabotage {
            tried.count(take(desk, &kept[6]).is_ok_and(|view| view.new == 0));
        }
        tried
    });
}
