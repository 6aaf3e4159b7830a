//! Who gets what: for each recipient an allow-list of field groups, as data in `assets/profiles`. Owns reading and
//! checking them; refuses deny-lists. What a profile withholds is everything it does not show: its own fixed list, which
//! never depends on whether something exists.

use crate::{
    form::{Field, Form, Forms},
    ids::{GroupId, KindId},
    words::Words,
};
use serde::Deserialize;

/// How a field group is covered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cover {
    /// ● consent to the recipient covers it.
    #[default]
    Recipient,
    /// ○ it needs consent for that very group.
    Separate,
}

/// One line of the allow-list.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Show {
    /// The field group.
    pub group: GroupId,
    /// What consent it needs.
    #[serde(default, rename = "consent")]
    pub cover: Cover,
    /// Only these fields of the group, as `<kind>.<field>`.
    #[serde(default)]
    pub only: Vec<String>,
    /// Only records whose holder or provider is the recipient itself.
    #[serde(default)]
    pub own: bool,
}

/// A recipient's profile.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Its id: `host-police`.
    pub id: String,
    /// The key of its classification.
    pub classification: String,
    /// For how many days a dossier for it is valid.
    pub valid_days: u32,
    /// The key of the legal basis by which it may have a dossier without consent, where there is one.
    #[serde(default)]
    pub legal_basis: Option<String>,
    /// True when the register of annexes is printed, with a SHA-256 for each file.
    #[serde(default)]
    pub annex_register: bool,
    /// True when the file of an annexed PDF goes along as it came in, beside the pictures of its pages.
    #[serde(default)]
    pub annex_originals: bool,
    /// True when the extract of consents is printed.
    #[serde(default)]
    pub consent_extract: bool,
    /// True when the general non-punishment note is printed.
    #[serde(default)]
    pub non_punishment: bool,
    /// The allow-list.
    #[serde(rename = "show")]
    pub shows: Vec<Show>,
}

/// What is wrong with a profile as shipped; met in tests, never by an officer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("profile {profile}: {reason}")]
pub struct ProfileError {
    /// The profile.
    pub profile: String,
    /// What is wrong.
    pub reason: String,
}

/// Groups that no profile but the person's own may show, and that nothing can override.
pub(crate) const SEALED_GROUPS: [&str; 2] = ["acts-compelled", "counselling"];

const SHIPPED: &[(&str, &str)] = &[
    ("embassy", include_str!("../../../assets/profiles/embassy.toml")),
    ("host-police", include_str!("../../../assets/profiles/host-police.toml")),
    ("shelter", include_str!("../../../assets/profiles/shelter.toml")),
    ("social-ministry", include_str!("../../../assets/profiles/social-ministry.toml")),
    ("immigration", include_str!("../../../assets/profiles/immigration.toml")),
    ("hospital", include_str!("../../../assets/profiles/hospital.toml")),
    ("airline", include_str!("../../../assets/profiles/airline.toml")),
    ("receiving-home", include_str!("../../../assets/profiles/receiving-home.toml")),
    ("home-police", include_str!("../../../assets/profiles/home-police.toml")),
    ("person", include_str!("../../../assets/profiles/person.toml")),
];

impl Profile {
    /// Every profile that comes with the app.
    ///
    /// # Errors
    /// [`ProfileError`] when a shipped file is broken, which a test makes impossible in a release.
    pub fn shipped(forms: &Forms) -> Result<Vec<Self>, ProfileError> {
        SHIPPED.iter().map(|(name, source)| Self::read(name, source, forms)).collect()
    }

    /// Reads one profile and checks it against the forms.
    ///
    /// # Errors
    /// [`ProfileError`] when it is of another shape, names a field that does not exist, or shows a sealed group.
    pub fn read(name: &str, source: &str, forms: &Forms) -> Result<Self, ProfileError> {
        let wrong = |reason: String| ProfileError { profile: name.to_owned(), reason };
        let profile: Self = toml::from_str(source).map_err(|e| wrong(e.message().to_owned()))?;
        for show in &profile.shows {
            if profile.id != "person" && SEALED_GROUPS.iter().any(|sealed| show.group == *sealed) {
                return Err(wrong(format!("{} goes to nobody but the person", show.group)));
            }
            for path in &show.only {
                let known = path.split_once('.').and_then(|(kind, field)| forms.named(kind)?.field(field));
                if known.is_none_or(|field| field.group != show.group) {
                    return Err(wrong(format!("{path} is no field of {}", show.group)));
                }
            }
        }
        Ok(profile)
    }

    /// The line of the allow-list under which a field of a `kind` record falls, if there is one.
    pub fn shows(&self, kind: &KindId, field: &Field) -> Option<&Show> {
        self.shows.iter().find(|show| {
            let path = format!("{kind}.{}", field.id);
            show.group == field.group && (show.only.is_empty() || show.only.contains(&path))
        })
    }

    /// The keys of the groups it never shows: its own fixed list, in the order of `groups`.
    pub fn withholds<'a>(&'a self, groups: &'a [GroupId]) -> impl Iterator<Item = &'a GroupId> {
        groups.iter().filter(|group| !self.shows.iter().any(|show| show.group == **group))
    }

    /// The recipient in words.
    pub fn word(&self, words: &Words) -> String {
        words.get(&format!("profile-{}", self.id)).into_owned()
    }

    /// What a dossier for it is for, in words.
    pub fn purpose(&self, words: &Words) -> String {
        words.get(&format!("purpose-{}", self.id)).into_owned()
    }
}

/// Every field group, in the order of the disclosure table. Other people's data is a category of its own: nobody gets it.
pub const GROUPS: [&str; 24] = [
    "identity",
    "travel-document",
    "rescue-facts",
    "episodes-sites",
    "suspects",
    "evidence",
    "statement",
    "acts-compelled",
    "screening",
    "determinations",
    "risks",
    "health",
    "fitness",
    "counselling",
    "family",
    "services",
    "immigration",
    "diet",
    "other-people",
    "placements",
    "justice",
    "expenses",
    "notes",
    "consents",
];

/// [`GROUPS`] as ids.
pub fn groups() -> Vec<GroupId> {
    GROUPS.iter().filter_map(|name| GroupId::new(*name).ok()).collect()
}

/// Every group that a form uses is in the table, so that none can be shown or withheld by oversight.
pub fn unlisted(form: &Form) -> impl Iterator<Item = &Field> {
    form.fields.iter().filter(|field| !GROUPS.iter().any(|group| field.group == *group))
}

#[cfg(test)]
mod table;
#[cfg(test)]
mod tests {
    use super::{Cover, GROUPS, Profile, groups, unlisted};
    use crate::{
        form::Forms,
        words::{Lang, Words},
    };

    fn shipped() -> (Forms, Vec<Profile>) {
        let forms = Forms::shipped().unwrap();
        let profiles = Profile::shipped(&forms).unwrap();
        (forms, profiles)
    }

    #[test]
    fn every_group_of_every_form_is_in_the_table() {
        assert_eq!(groups().len(), GROUPS.len());
        for form in shipped().0.iter() {
            assert_eq!(unlisted(form).count(), 0, "{}", form.id);
        }
    }

    #[test]
    fn a_profile_cannot_show_what_is_sealed() {
        let source = "id='host-police'\nclassification='x'\nvalid_days=1\n[[show]]\ngroup='acts-compelled'\n";
        assert!(Profile::read("host-police", source, &shipped().0).is_err());
    }

    #[test]
    fn a_profile_cannot_name_a_field_that_is_not_there() {
        let source = "id='x'\nclassification='x'\nvalid_days=1\n[[show]]\ngroup='identity'\nonly=['person.shoe_size']\n";
        assert!(Profile::read("x", source, &shipped().0).is_err());
    }

    #[test]
    fn police_never_see_health_and_shelters_never_see_episodes() {
        let (forms, profiles) = shipped();
        let by = |id: &str| profiles.iter().find(|p| p.id == id).unwrap();
        let shows = |id: &str, kind: &str, field: &str| {
            let form = forms.named(kind).unwrap();
            by(id).shows(&form.id, form.field(field).unwrap()).is_some()
        };
        assert!(!shows("host-police", "health", "allergies"));
        assert!(shows("shelter", "health", "allergies"));
        assert!(!shows("shelter", "episode", "site"));
        assert!(shows("host-police", "person", "languages"));
        assert!(!shows("host-police", "person", "religion"));
        assert!(!shows("airline", "person", "birth_date") && shows("airline", "person", "full_name"));
        for profile in &profiles {
            assert_eq!(
                shows(&profile.id, "episode", "acts_compelled"),
                profile.id == "person",
                "{}",
                profile.id
            );
        }
    }

    #[test]
    fn ten_recipients_and_each_can_be_consented_to() {
        let (forms, profiles) = shipped();
        let options = &forms.named("consent").unwrap().field("recipient").unwrap().options;
        let ids: Vec<&String> = profiles.iter().map(|profile| &profile.id).collect();
        assert_eq!(ids.len(), 10);
        assert!(options.iter().all(|option| ids.contains(&option)));
        let groups = &forms.named("consent").unwrap().field("groups").unwrap().options;
        for profile in &profiles {
            for show in profile.shows.iter().filter(|show| show.cover == Cover::Separate) {
                assert!(groups.iter().any(|group| show.group == **group), "{}: {}", profile.id, show.group);
            }
        }
    }

    #[test]
    fn every_profile_has_its_words() {
        for words in Lang::ALL.map(Words::new) {
            for profile in shipped().1 {
                assert!(words.has(&format!("profile-{}", profile.id)));
                assert!(words.has(&format!("purpose-{}", profile.id)), "purpose-{}", profile.id);
                assert!(words.has(&profile.classification));
                assert!(profile.legal_basis.is_none_or(|basis| words.has(&basis)));
            }
            for group in GROUPS {
                assert!(words.has(&format!("group-{group}")), "group-{group}");
            }
        }
    }
}
