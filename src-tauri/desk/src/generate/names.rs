//! Invented names in the proportions of real ones: a few that thousands bear, single names, and many that are rare. Owns
//! lists of parts; refuses the name of anybody real: parts are joined by chance.

use super::chance::Chance;

const COMMON: [&str; 48] = [
    "Siti",
    "Muhammad",
    "Sri",
    "Dewi",
    "Agus",
    "Budi",
    "Nur",
    "Ahmad",
    "Dwi",
    "Eko",
    "Tri",
    "Wahyu",
    "Ayu",
    "Rina",
    "Sutrisno",
    "Sulastri",
    "Yusuf",
    "Abdul",
    "Rizki",
    "Putri",
    "Andi",
    "Joko",
    "Fitri",
    "Indah",
    "Ratna",
    "Hendra",
    "Slamet",
    "Suparman",
    "Iwan",
    "Yanti",
    "Lestari",
    "Supriyadi",
    "Sumiati",
    "Herman",
    "Mulyani",
    "Ningsih",
    "Sunarto",
    "Sugeng",
    "Rahmat",
    "Dedi",
    "Asep",
    "Ujang",
    "Komang",
    "Wayan",
    "Made",
    "Ketut",
    "Yohanes",
    "Maria",
];

const SECOND: [&str; 40] = [
    "Hidayat",
    "Saputra",
    "Rahmawati",
    "Setiawan",
    "Wulandari",
    "Kurniawan",
    "Susanti",
    "Nugroho",
    "Handayani",
    "Santoso",
    "Wijaya",
    "Utami",
    "Firmansyah",
    "Anggraini",
    "Pratama",
    "Maharani",
    "Gunawan",
    "Safitri",
    "Hartono",
    "Purnama",
    "Wibowo",
    "Permata",
    "Syahputra",
    "Astuti",
    "Ramadhan",
    "Oktaviani",
    "Prasetyo",
    "Aisyah",
    "Fauzi",
    "Suryani",
    "Irawan",
    "Lubis",
    "Nasution",
    "Siregar",
    "Simanjuntak",
    "Tarigan",
    "Manurung",
    "Tampubolon",
    "Sihombing",
    "Pakpahan",
];

const STARTS: [&str; 20] = [
    "Wira", "Kusu", "Sastra", "Adi", "Cakra", "Dar", "Gan", "Har", "Jaya", "Kar", "Lak", "Man", "Nara",
    "Pra", "Ran", "Sam", "Tir", "Wid", "Yud", "Zul",
];
const MIDDLES: [&str; 14] =
    ["ma", "di", "na", "ri", "wi", "ta", "ku", "sa", "to", "la", "mo", "ga", "ba", "yu"];
const ENDS: [&str; 18] = [
    "ning", "wati", "yanto", "dani", "kasih", "putra", "sari", "wan", "rjo", "dinata", "suma", "tika",
    "raga", "lina", "jaya", "fah", "ndra", "mala",
];

/// A person's name: one in seven has a single one.
pub(super) fn person(chance: &mut Chance) -> String {
    let mut parts = vec![first(chance)];
    if !chance.one_in(7) {
        parts.push(if chance.one_in(3) { rare(chance) } else { second(chance) });
    }
    if chance.one_in(6) {
        parts.push(second(chance));
    }
    parts.join(" ")
}

/// A company that never was.
pub(super) fn company(chance: &mut Chance) -> String {
    format!(
        "{} {}",
        rare(chance),
        chance.of(&["Digital", "Techno", "Link", "Global", "Asia Net"]).unwrap_or_default()
    )
}

/// A compound that never was.
pub(super) fn compound(chance: &mut Chance) -> String {
    format!(
        "{} {} {}",
        rare(chance),
        chance.of(&["Tower", "Park", "Villa"]).unwrap_or_default(),
        chance.between(1, 40)
    )
}

/// A regency of the home country, by its code.
pub(super) fn origin(chance: &mut Chance) -> &'static str {
    const MANY: [&str; 12] = [
        "ID.12.71", "ID.12.07", "ID.61.71", "ID.71.71", "ID.32.01", "ID.32.12", "ID.33.01", "ID.33.74",
        "ID.35.05", "ID.35.07", "ID.31.71", "ID.18.71",
    ];
    chance.rather_early(&MANY).unwrap_or("ID.32.01")
}

fn first(chance: &mut Chance) -> String {
    if chance.one_in(6) { rare(chance) } else { chance.rather_early(&COMMON).unwrap_or_default().to_owned() }
}

fn second(chance: &mut Chance) -> String {
    chance.rather_early(&SECOND).unwrap_or_default().to_owned()
}

fn rare(chance: &mut Chance) -> String {
    let part = |chance: &mut Chance, some: &[&'static str]| chance.of(some).unwrap_or_default();
    let (start, middle, end) = (part(chance, &STARTS), part(chance, &MIDDLES), part(chance, &ENDS));
    format!("{start}{middle}{end}")
}

#[cfg(test)]
mod tests {
    use super::super::chance::Chance;
    use casework::values::Place;

    #[test]
    fn every_origin_is_a_place() {
        let mut chance = Chance::new(3);
        for _ in 0..500 {
            let code = super::origin(&mut chance);
            assert!(Place::read(code).is_ok(), "{code}");
        }
    }
}
