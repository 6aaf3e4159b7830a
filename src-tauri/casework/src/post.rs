//! One embassy's settings, as data in `assets/posts`: home and host country, zones, offices and authorities. Owns reading
//! them; refuses a country, a shelter or a ministry named in code.

use crate::{values::DateOrder, words::Words};
use serde::Deserialize;

/// An embassy's settings.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Post {
    /// Its id: `id-kh`.
    pub id: String,
    /// The home country, ISO 3166-1 alpha-2.
    pub home: String,
    /// The host country, ISO 3166-1 alpha-2.
    pub host: String,
    /// The office's zone, by its IANA name.
    pub zone: String,
    /// The home country's main zone.
    pub home_zone: String,
    /// How people here write a date in figures: `day-first` or `month-first`. Without it every such date is a question.
    #[serde(default)]
    pub date_order: Option<DateOrder>,
    /// What the host country charges for each day of overstay, as a canonical amount: `USD 10.00`.
    pub daily_fine: String,
    /// How many days ahead a permit or a travel document counts as expiring.
    pub warn_days: WarnDays,
    /// After how many days from the return each follow-up is due.
    pub follow_up_days: Vec<u32>,
    /// The languages of the office, its own first.
    pub languages: Vec<String>,
    /// Its offices.
    #[serde(rename = "office")]
    pub offices: Vec<Office>,
    /// Organisations that a new vault begins with.
    #[serde(rename = "authority")]
    pub authorities: Vec<Authority>,
}

/// How many days ahead a paper counts as expiring.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WarnDays {
    /// Exit permits.
    pub permit: u32,
    /// Travel documents.
    pub document: u32,
}

/// One office of the embassy.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Office {
    /// Its code, which begins every reference number.
    pub code: String,
    /// The key of its name.
    pub name: String,
}

/// An organisation that a new vault begins with.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Authority {
    /// The key of its name.
    pub word: String,
    /// What it is: an option of `organisation.sort`.
    pub sort: String,
    /// Its recipient profile.
    pub profile: String,
    /// Its country.
    pub country: String,
}

/// What is wrong with a post's file as shipped; met in tests, never by an officer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("post {post}: {reason}")]
pub struct PostError {
    /// The post.
    pub post: String,
    /// What the reader said.
    pub reason: String,
}

impl Post {
    /// The post that comes with the app.
    ///
    /// # Errors
    /// [`PostError`] when the shipped file is broken, which a test makes impossible in a release.
    pub fn shipped() -> Result<Self, PostError> {
        toml::from_str(include_str!("../../../assets/posts/id-kh.toml"))
            .map_err(|e| PostError { post: "id-kh".to_owned(), reason: e.message().to_owned() })
    }

    /// The name of the office with `code`, in words; the code itself for an office that the post does not list.
    pub fn office_name(&self, code: &str, words: &Words) -> String {
        let known = self.offices.iter().find(|office| office.code == code);
        known.map_or_else(|| code.to_owned(), |office| words.get(&office.name).into_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::Post;
    use crate::{
        form::Forms,
        reference::Reference,
        words::{Lang, Words},
    };

    #[test]
    fn names_only_what_exists() {
        let post = Post::shipped().unwrap();
        let forms = Forms::shipped().unwrap();
        let organisation = forms.named("organisation").unwrap();
        assert!(
            post.zone.parse::<chrono_tz::Tz>().is_ok() && post.home_zone.parse::<chrono_tz::Tz>().is_ok()
        );
        assert!(crate::values::Money::read(&post.daily_fine).is_ok_and(|fine| fine.minor() > 0));
        assert!(!post.follow_up_days.is_empty() && post.follow_up_days.is_sorted());
        assert!(post.languages.iter().all(|tag| Lang::from_tag(tag).is_some()));
        for words in Lang::ALL.map(Words::new) {
            assert!(
                post.offices
                    .iter()
                    .all(|office| words.has(&office.name) && Reference::is_office(&office.code))
            );
            for authority in &post.authorities {
                assert!(words.has(&authority.word), "{}", authority.word);
                assert!(
                    organisation.field("sort").unwrap().options.contains(&authority.sort),
                    "{}",
                    authority.sort
                );
                assert!(organisation.field("profile").unwrap().options.contains(&authority.profile));
            }
        }
    }
}
