//! Whether two records may be of one person. Owns what speaks for it and against it, and how much; refuses a verdict, and a
//! suggestion on names alone, however rare they are.
//!
//! Each ground is worth so many bits: how much rarer it is among strangers. A name that hundreds bear is worth little, a
//! passport's number a lot. What chance alone would bring together in a register of its size is never suggested.

use crate::{
    finding::{self, How, Term},
    values::{PartialDate, Place, Precision},
};

/// What is compared of a person. Texts are canonical.
#[derive(Clone, Default)]
pub struct Traits {
    /// Every name, in any script, aliases among them.
    pub names: Vec<String>,
    /// The date of birth.
    pub birth: Option<PartialDate>,
    /// Male or female.
    pub sex: Option<String>,
    /// Province or regency.
    pub origin: Option<Place>,
    /// Numbers of documents.
    pub numbers: Vec<String>,
    /// The person's own phones.
    pub phones: Vec<String>,
    /// Phones of the family.
    pub family_phones: Vec<String>,
    /// Father and mother.
    pub parents: Vec<String>,
}

/// What speaks for one person, or against it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ground {
    /// A document of the same number.
    Document,
    /// The same name.
    Name,
    /// The same name, spelt otherwise.
    Spelling,
    /// The same day of birth.
    Birth,
    /// Days of birth that one slip of the pen makes the same.
    BirthNear,
    /// Dates of birth that may be the same.
    BirthMaybe,
    /// The same phone.
    Phone,
    /// The same phone of the family.
    FamilyPhone,
    /// The same regency of origin.
    Regency,
    /// The same province of origin.
    Province,
    /// The same parent.
    Parent,
    /// Other names.
    OtherName,
    /// Another date of birth.
    OtherBirth,
    /// Another sex.
    OtherSex,
    /// Another origin.
    OtherOrigin,
    /// Other parents.
    OtherParents,
}

impl Ground {
    /// Its stable word, also the end of its dictionary key `ground-<id>`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Name => "name",
            Self::Spelling => "spelling",
            Self::Birth => "birth",
            Self::BirthNear => "birth-near",
            Self::BirthMaybe => "birth-maybe",
            Self::Phone => "phone",
            Self::FamilyPhone => "family-phone",
            Self::Regency => "regency",
            Self::Province => "province",
            Self::Parent => "parent",
            Self::OtherName => "other-name",
            Self::OtherBirth => "other-birth",
            Self::OtherSex => "other-sex",
            Self::OtherOrigin => "other-origin",
            Self::OtherParents => "other-parents",
        }
    }
}

/// How much speaks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// Worth a look.
    Possible,
    /// More likely than not.
    Probable,
    /// Hardly chance.
    Strong,
}

impl Strength {
    /// Its stable word, also the end of its dictionary key `strength-of-<id>`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Possible => "possible",
            Self::Probable => "probable",
            Self::Strong => "strong",
        }
    }
}

/// Two records that may be of one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Likeness {
    /// How much speaks for it.
    pub strength: Strength,
    /// What speaks for it.
    pub grounds: Vec<Ground>,
    /// What speaks against it.
    pub against: Vec<Ground>,
    /// Tenths of bits, for the order of a list.
    pub weight: i32,
}

/// How many people the register holds, and in how many fields a word stands, by its spelling key.
pub struct Crowd<'a> {
    /// People in the register.
    pub people: u64,
    /// Fields with the word.
    pub uses: &'a dyn Fn(&Term) -> u64,
}

/// A register is never taken for smaller than this: in a small one, chance is the country's.
const SMALLEST: u64 = 10_000;

impl Crowd<'_> {
    fn size(&self) -> u64 {
        self.people.max(SMALLEST)
    }

    /// What agreeing in a word is worth, in tenths of bits.
    fn rarity(&self, term: &Term) -> i32 {
        tenths(self.size() / (self.uses)(term).max(1)).min(130)
    }
}

/// Ten times the binary logarithm.
fn tenths(n: u64) -> i32 {
    let whole = n.max(1).ilog2();
    let rest = n.max(1) - (1_u64 << whole);
    let part = rest.saturating_mul(10) >> whole;
    i32::try_from(u64::from(whole) * 10 + part).unwrap_or(i32::MAX)
}

#[derive(Default)]
struct Scale {
    weight: i32,
    grounds: Vec<Ground>,
    against: Vec<Ground>,
}

impl Scale {
    fn lay(&mut self, ground: Ground, tenths: i32) {
        self.weight += tenths;
        if tenths >= 0 { self.grounds.push(ground) } else { self.against.push(ground) }
    }
}

/// Compares two people; none when what speaks for it is no more than chance, or names alone.
pub fn compare(one: &Traits, other: &Traits, crowd: &Crowd<'_>) -> Option<Likeness> {
    let mut scale = Scale::default();
    names(&mut scale, one, other, crowd);
    births(&mut scale, one.birth, other.birth);
    if shares(&one.numbers, &other.numbers) {
        scale.lay(Ground::Document, 240);
    }
    if shares(&one.phones, &other.phones) {
        scale.lay(Ground::Phone, 90);
    }
    let (ours, theirs) =
        ([&one.phones[..], &one.family_phones].concat(), [&other.phones[..], &other.family_phones].concat());
    if !scale.grounds.contains(&Ground::Phone) && shares(&ours, &theirs) {
        scale.lay(Ground::FamilyPhone, 60);
    }
    if let (Some(a), Some(b)) = (&one.sex, &other.sex)
        && a != b
    {
        scale.lay(Ground::OtherSex, -80);
    }
    if let (Some(a), Some(b)) = (one.origin, other.origin) {
        let of_province = |place: Place| place.province().unwrap_or(place);
        if a == b && a != of_province(a) {
            scale.lay(Ground::Regency, 60);
        } else if of_province(a) == of_province(b) {
            scale.lay(Ground::Province, 20);
        } else {
            scale.lay(Ground::OtherOrigin, -40);
        }
    }
    if !one.parents.is_empty() && !other.parents.is_empty() {
        let agree = one.parents.iter().any(|a| other.parents.iter().any(|b| same_name(a, b)));
        scale.lay(if agree { Ground::Parent } else { Ground::OtherParents }, if agree { 80 } else { -40 });
    }
    let named = scale.grounds.iter().any(|ground| matches!(ground, Ground::Name | Ground::Spelling));
    let paper = scale.grounds.contains(&Ground::Document);
    let more = scale.grounds.iter().any(|ground| {
        !matches!(ground, Ground::Name | Ground::Spelling | Ground::Province | Ground::BirthMaybe)
    });
    if !(paper || named && more) {
        return None;
    }
    let over = scale.weight - tenths(crowd.size());
    let strength = match over {
        150.. => Strength::Strong,
        70..150 => Strength::Probable,
        30..70 => Strength::Possible,
        // One paper in two records is always worth a look, whatever else they say.
        _ if paper => Strength::Possible,
        _ => return None,
    };
    let Scale { weight, grounds, against } = scale;
    Some(Likeness { strength, grounds, against, weight })
}

fn names(scale: &mut Scale, one: &Traits, other: &Traits, crowd: &Crowd<'_>) {
    let mut best: Option<(i32, bool)> = None;
    for a in &one.names {
        for b in &other.names {
            let agreed = agreement(a, b, crowd);
            best = best.max(agreed);
        }
    }
    match best {
        Some((worth, true)) => scale.lay(Ground::Name, worth),
        Some((worth, false)) => scale.lay(Ground::Spelling, worth),
        None if one.names.is_empty() || other.names.is_empty() => {}
        None => scale.lay(Ground::OtherName, -60),
    }
}

/// What two names are worth when each word of the shorter one is in the longer, and whether they are spelt the same.
fn agreement(one: &str, other: &str, crowd: &Crowd<'_>) -> Option<(i32, bool)> {
    let (mut short, mut long) = (finding::read(one), finding::read(other));
    if short.len() > long.len() {
        std::mem::swap(&mut short, &mut long);
    }
    if short.is_empty() {
        return None;
    }
    let (mut worth, mut exact) = (0, true);
    for word in &short {
        let found = long.iter().filter_map(|term| Some((finding::how(word, &term.key, &term.loose)?, term)));
        let (how, term) = found
            .filter(|(how, _)| *how != How::Beginning)
            .min_by_key(|(how, term)| (*how, crowd.rarity(term)))?;
        exact &= how == How::Exact;
        let rarity = crowd.rarity(word).min(crowd.rarity(term));
        worth += if how == How::Slip { rarity * 6 / 10 } else { rarity };
    }
    let left = i32::try_from(long.len() - short.len()).unwrap_or(i32::MAX);
    let worth = worth - 30 * left;
    (worth > 0).then_some((worth, exact && left == 0))
}

fn same_name(one: &str, other: &str) -> bool {
    let (one, other) = (finding::read(one), finding::read(other));
    !one.is_empty() && one.len() == other.len() && one.iter().zip(&other).all(|(a, b)| a.loose == b.loose)
}

fn births(scale: &mut Scale, one: Option<PartialDate>, other: Option<PartialDate>) {
    let (Some(one), Some(other)) = (one, other) else { return };
    match (one.exact(), other.exact()) {
        (Some(a), Some(b)) if a == b => {
            // The first of January is written where nobody knows the day.
            let guessed = a.format("%m-%d").to_string() == "01-01";
            scale.lay(Ground::Birth, if guessed { 55 } else { 130 });
        }
        (Some(a), Some(b)) => {
            let (a, b) = (a.to_string(), b.to_string());
            let wrong = a.chars().zip(b.chars()).filter(|(a, b)| a != b).count();
            let turned = a.get(..4) == b.get(..4) && a.get(5..7) == b.get(8..) && a.get(8..) == b.get(5..7);
            if wrong == 1 || turned {
                scale.lay(Ground::BirthNear, 50);
            } else {
                scale.lay(Ground::OtherBirth, -100);
            }
        }
        _ if one.may_be_same(other) => {
            let years = one.precision() == Precision::Year || other.precision() == Precision::Year;
            scale.lay(Ground::BirthMaybe, if years { 40 } else { 60 });
        }
        _ => scale.lay(Ground::OtherBirth, -80),
    }
}

fn shares(one: &[String], other: &[String]) -> bool {
    one.iter().any(|a| other.contains(a))
}

#[cfg(test)]
mod tests {
    use super::{Crowd, Ground, Strength, Traits, compare};
    use crate::values::{PartialDate, Place};

    fn who(name: &str, birth: &str, origin: &str) -> Traits {
        Traits {
            names: vec![name.to_owned()],
            birth: PartialDate::read(birth).ok(),
            origin: Place::read(origin).ok(),
            ..Traits::default()
        }
    }

    fn like(one: &Traits, other: &Traits) -> Option<Strength> {
        let uses = |term: &crate::finding::Term| match term.key.as_str() {
            "siti" | "budi" => 4000,
            "rahmawati" => 900,
            _ => 3,
        };
        compare(one, other, &Crowd { people: 100_000, uses: &uses }).map(|likeness| likeness.strength)
    }

    #[test]
    fn a_name_alone_never_suffices() {
        let (rare, place) = ("Kusumawardhani Sastradinata", "ID.33.04");
        assert_eq!(like(&who(rare, "", ""), &who(rare, "", "")), None);
        assert_eq!(
            like(&who(rare, "2001", "ID.33"), &who(rare, "2001", "ID.33")),
            None,
            "a year and a province do not tell"
        );
        assert!(like(&who(rare, "", place), &who(rare, "", place)).is_some());
    }

    #[test]
    fn a_common_single_name_needs_more_than_a_birthday() {
        let (day, place) = ("1999-06-28", "ID.33.04");
        assert_eq!(like(&who("Siti", day, ""), &who("Siti", day, "")), None);
        assert_eq!(like(&who("Siti", "1999-01-01", place), &who("Siti", "1999-01-01", place)), None);
        assert!(like(&who("Siti", day, place), &who("Siti", day, place)).is_some());
        assert_eq!(like(&who("Siti", day, place), &who("Siti", "1999-03-14", place)), None);
        let full = like(&who("Siti Rahmawati", day, place), &who("Siti Rahmawati", day, place));
        assert!(full >= Some(Strength::Probable), "{full:?}");
    }

    #[test]
    fn spellings_slips_and_turned_dates_are_seen_through() {
        let one = who("Moh. Soeharto Kusumawardhana", "1999-06-08", "ID.33.04");
        let other = who("Muhammad Suharto Kusumawardana", "1999-08-06", "ID.33.04");
        assert!(like(&one, &other).is_some());
    }

    #[test]
    fn one_passport_in_two_records_is_always_shown() {
        let paper = |traits: Traits| Traits { numbers: vec!["x9000037".to_owned()], ..traits };
        let (one, other) = (paper(who("Siti", "1999-06-28", "")), paper(who("Budi", "1980-01-02", "")));
        assert_eq!(like(&one, &other), Some(Strength::Possible));
        assert_eq!(like(&paper(who("Siti", "1999-06-28", "")), &one), Some(Strength::Strong));
    }

    #[test]
    fn siblings_share_a_phone_and_not_a_name() {
        let family = |traits: Traits| Traits { family_phones: vec!["+6281200000001".to_owned()], ..traits };
        let (one, other) = (
            family(who("Larasati", "1999-06-28", "ID.33.04")),
            family(who("Wulandari", "2001-02-03", "ID.33.04")),
        );
        assert_eq!(like(&one, &other), None);
        let uses = |_: &crate::finding::Term| 3;
        let both = compare(
            &family(who("Larasati", "1999-06-28", "ID.33.04")),
            &family(who("Larasati", "1999-06-28", "ID.32.04")),
            &Crowd { people: 28, uses: &uses },
        );
        let both = both.unwrap();
        assert!(both.grounds.contains(&Ground::FamilyPhone) && both.against.contains(&Ground::OtherOrigin));
    }
}
