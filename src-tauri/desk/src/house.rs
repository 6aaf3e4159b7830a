//! What comes with the app and never changes while it runs: forms, profiles, the post's settings, the dictionaries. Owns
//! reading them once; refuses officers' data.

use crate::failure::DeskError;
use casework::{
    form::{Form, Forms},
    ids::KindId,
    post::Post,
    profile::Profile,
    words::{Lang, Words},
};

/// Everything that comes with the app.
pub struct House {
    /// Every form.
    pub forms: Forms,
    /// Every recipient profile.
    pub profiles: Vec<Profile>,
    /// The post's settings.
    pub post: Post,
    words: [Words; 3],
}

impl House {
    /// Reads what comes with the app.
    ///
    /// # Errors
    /// [`DeskError::Fault`] when a shipped file is broken, which tests make impossible in a release.
    pub fn open() -> Result<Self, DeskError> {
        let forms = Forms::shipped().map_err(|_| DeskError::Fault("forms"))?;
        let profiles = Profile::shipped(&forms).map_err(|_| DeskError::Fault("profiles"))?;
        let post = Post::shipped().map_err(|_| DeskError::Fault("post"))?;
        Ok(Self { forms, profiles, post, words: Lang::ALL.map(Words::new) })
    }

    /// The dictionary of `lang`.
    pub fn words(&self, lang: Lang) -> &Words {
        let [id, en, km] = &self.words;
        match lang {
            Lang::Id => id,
            Lang::En => en,
            Lang::Km => km,
        }
    }

    /// All three dictionaries.
    pub fn all_words(&self) -> [&Words; 3] {
        let [id, en, km] = &self.words;
        [id, en, km]
    }

    /// The form called `name`, for kinds that code branches on.
    ///
    /// # Errors
    /// [`DeskError::NoSuchKind`] when there is none.
    pub fn form(&self, name: &str) -> Result<&Form, DeskError> {
        self.forms.named(name).ok_or(DeskError::NoSuchKind)
    }

    /// The form of a record's kind.
    ///
    /// # Errors
    /// [`DeskError::NoSuchKind`] for a kind of a newer app.
    pub fn form_of(&self, kind: &KindId) -> Result<&Form, DeskError> {
        self.forms.get(kind).ok_or(DeskError::NoSuchKind)
    }

    /// The profile with `id`.
    ///
    /// # Errors
    /// [`DeskError::NoSuchProfile`].
    pub fn profile(&self, id: &str) -> Result<&Profile, DeskError> {
        let known = self.profiles.iter().find(|profile| profile.id == id);
        known.ok_or_else(|| DeskError::NoSuchProfile {
            profiles: self.profiles.iter().map(|profile| profile.id.as_str()).collect::<Vec<_>>().join(", "),
        })
    }
}
