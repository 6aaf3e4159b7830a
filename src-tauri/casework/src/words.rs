//! The dictionary: every word the app says, in three languages, from `assets/locales`. Owns choosing the language and
//! filling in a sentence; refuses text written into code. Window, command line, errors and dossiers all read it.

use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use serde::{Deserialize, Serialize};
use std::{borrow::Cow, fmt};

/// A language the app speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Indonesian.
    Id,
    /// English.
    En,
    /// Khmer.
    Km,
}

impl Lang {
    /// All of them, the office's order.
    pub const ALL: [Self; 3] = [Self::Id, Self::En, Self::Km];

    /// The BCP 47 tag: `id`, `en`, `km`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::En => "en",
            Self::Km => "km",
        }
    }

    /// Reads a tag; a language the app does not speak is none.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.tag() == tag)
    }

    const fn sources(self) -> &'static [(&'static str, &'static str)] {
        macro_rules! files {
            ($lang:literal) => {
                &[
                    ("terms", include_str!(concat!("../../../assets/locales/", $lang, "/terms.ftl"))),
                    ("forms", include_str!(concat!("../../../assets/locales/", $lang, "/forms.ftl"))),
                    ("values", include_str!(concat!("../../../assets/locales/", $lang, "/values.ftl"))),
                    ("dossier", include_str!(concat!("../../../assets/locales/", $lang, "/dossier.ftl"))),
                    ("errors", include_str!(concat!("../../../assets/locales/", $lang, "/errors.ftl"))),
                    ("gate", include_str!(concat!("../../../assets/locales/", $lang, "/gate.ftl"))),
                    ("window", include_str!(concat!("../../../assets/locales/", $lang, "/window.ftl"))),
                    ("rooms", include_str!(concat!("../../../assets/locales/", $lang, "/rooms.ftl"))),
                    ("ties", include_str!(concat!("../../../assets/locales/", $lang, "/ties.ftl"))),
                    ("vault", include_str!(concat!("../../../assets/locales/", $lang, "/vault.ftl"))),
                ]
            };
        }
        match self {
            Self::Id => files!("id"),
            Self::En => files!("en"),
            Self::Km => files!("km"),
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

/// One language's dictionary. A key that it lacks reads as the key itself between ⟦ ⟧, so that a gap is seen in a test
/// and never passes for text.
pub struct Words {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// Opens the dictionary of `lang`.
    pub fn new(lang: Lang) -> Self {
        let tag = match lang {
            Lang::Id => unic_langid::langid!("id"),
            Lang::En => unic_langid::langid!("en"),
            Lang::Km => unic_langid::langid!("km"),
        };
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Isolation marks would end up in the PDF text and break its exactness; the dossier isolates where it must.
        bundle.set_use_isolating(false);
        for (_, source) in lang.sources() {
            let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(whole, _)| whole);
            bundle.add_resource_overriding(resource);
        }
        Self { lang, bundle }
    }

    /// The language of this dictionary.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The word or sentence for `key`.
    pub fn get(&self, key: &str) -> Cow<'_, str> {
        self.say(key, None)
    }

    /// The sentence for `key`, filled in with `args` in order of name.
    pub fn fill(&self, key: &str, args: &[(&str, &str)]) -> String {
        let mut filled = FluentArgs::new();
        for (name, value) in args {
            filled.set(*name, *value);
        }
        self.say(key, Some(&filled)).into_owned()
    }

    /// The sentence for `key` with a number that decides its plural.
    pub fn count(&self, key: &str, n: usize) -> String {
        let mut filled = FluentArgs::new();
        filled.set("n", n);
        self.say(key, Some(&filled)).into_owned()
    }

    /// True when the dictionary has `key`.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    fn say(&self, key: &str, args: Option<&FluentArgs<'_>>) -> Cow<'_, str> {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return Cow::Owned(format!("⟦{key}⟧"));
        };
        let mut gaps = Vec::new();
        let said = self.bundle.format_pattern(pattern, args, &mut gaps).into_owned();
        Cow::Owned(said)
    }
}

#[cfg(test)]
mod tests {
    use super::{Lang, Words};
    use fluent_bundle::FluentResource;
    use std::collections::BTreeSet;

    fn of(source: &str) -> impl Iterator<Item = &str> {
        let starts = |line: &&str| line.starts_with(|c: char| c.is_ascii_lowercase());
        source.lines().filter(starts).filter_map(|line| line.split_once(" =")).map(|(key, _)| key)
    }

    fn keys(lang: Lang) -> BTreeSet<String> {
        lang.sources().iter().flat_map(|(_, source)| of(source)).map(str::to_owned).collect()
    }

    #[test]
    fn every_file_reads_without_an_error() {
        for lang in Lang::ALL {
            for (file, source) in lang.sources() {
                if let Err((_, errors)) = FluentResource::try_new((*source).to_owned()) {
                    panic!("{lang}/{file}: {errors:?}");
                }
            }
        }
    }

    #[test]
    fn no_key_is_missing_in_any_language() {
        let english = keys(Lang::En);
        assert!(english.len() > 400);
        for lang in Lang::ALL {
            let theirs = keys(lang);
            assert_eq!(
                english.difference(&theirs).collect::<Vec<_>>(),
                Vec::<&String>::new(),
                "missing in {lang}"
            );
            assert_eq!(
                theirs.difference(&english).collect::<Vec<_>>(),
                Vec::<&String>::new(),
                "only in {lang}"
            );
        }
    }

    #[test]
    fn no_key_stands_twice() {
        for lang in Lang::ALL {
            let all: usize = lang.sources().iter().map(|(_, source)| of(source).count()).sum();
            assert_eq!(all, keys(lang).len(), "{lang}: the second would overrule the first");
        }
    }

    #[test]
    fn a_gap_is_seen() {
        assert_eq!(Words::new(Lang::En).get("no-such-word"), "⟦no-such-word⟧");
        assert_eq!(Words::new(Lang::Km).get("month-6"), "មិថុនា");
    }
}
