//! How a laptop joins its office: it asks, the head of the office answers on the laptop that holds the office's key, and it takes
//! the answer. Owns that words were compared on both ways and that a letter goes to one life of one laptop; refuses requests and
//! answers that are somebody else's, an earlier life's, or another office's, each by its own name.

use crate::{
    Desk,
    failure::DeskError,
    peers::same_words,
    views::{AnswerView, EnrolledView, LaptopView, OfficeView},
};
use exchange::{Answer, Certificate, Request};
use journal::DeviceId;

impl Desk {
    /// The text by which this laptop asks its office for a certificate.
    ///
    /// # Errors
    /// [`DeskError::Register`].
    pub fn request(&mut self) -> Result<LaptopView, DeskError> {
        let request = Request::make(&self.office()?, self.who()?, &self.keys, self.now_ms())?;
        let entry = self.audit_entry("device-request", &request.device().to_string(), "");
        self.register.audit(&entry)?;
        Ok(of_request(&request))
    }

    /// What stands in a request, to be compared with the colleague before the laptop is enrolled. Nothing is written.
    ///
    /// # Errors
    /// [`DeskError::Exchange`] when it is none.
    pub fn read_request(&self, text: &str) -> Result<LaptopView, DeskError> {
        Ok(of_request(&Request::parse(text)?))
    }

    /// Enrols the laptop that asks, with the next letter that nobody has. `words` are those of its fingerprint, as the colleague
    /// tells them. A laptop that asks again with the same life has its letter already, and gets the same answer.
    ///
    /// # Errors
    /// [`DeskError::NotHead`]; [`DeskError::NoOfficeKey`] on a laptop that did not found the office; [`DeskError::Exchange`]
    /// when it is no request or was changed; [`DeskError::OtherOffice`]; [`DeskError::Revoked`];
    /// [`DeskError::NotThisLaptop`] when another laptop has that name; [`DeskError::OldPaper`] when the laptop has begun another
    /// life since; [`DeskError::Compare`] with the words when they differ; [`DeskError::NoLetter`] after 702 laptops.
    pub fn enrol(&mut self, text: &str, words: &str) -> Result<EnrolledView, DeskError> {
        self.for_the_head()?;
        let key = self.office_key()?.ok_or(DeskError::NoOfficeKey)?;
        let own = self.own_certificate()?.ok_or(DeskError::NoOfficeKey)?;
        let request = Request::parse(text)?;
        if request.office() != own.office() {
            return Err(DeskError::OtherOffice);
        }
        if self.register.revoked()?.contains_key(&request.device()) {
            return Err(DeskError::Revoked);
        }
        let known: Vec<Certificate> =
            self.certificates()?.into_iter().filter(|one| one.device() == request.device()).collect();
        let compared = self.known_laptops()?.into_iter().map(|(peer, _)| peer);
        let mut identities = known
            .iter()
            .map(|one| *one.identity())
            .chain(compared.filter(|peer| peer.device == request.device()).map(|peer| peer.identity));
        if identities.any(|identity| identity != *request.identity()) {
            return Err(DeskError::NotThisLaptop);
        }
        let given = known.iter().rfind(|one| one.by() == own.by() && one.life() == request.life());
        let later =
            known.iter().any(|one| one.life() != request.life() && one.issued_ms() > request.made_ms());
        if given.is_none() && later {
            return Err(DeskError::OldPaper);
        }
        compare(words, &request.fingerprint().words())?;
        let given = given.filter(|one| matches!(self.letter_taken_by(one), Ok(None)));
        let given = match given {
            Some(given) => given.clone(),
            None => {
                let given = Certificate::issue(&key, &request, &self.free_letter()?, self.now_ms())?;
                self.tell_of(&given, "device-enrol")?;
                self.settle_mark()?;
                given
            }
        };
        Ok(EnrolledView {
            device: given.device().to_string(),
            office: given.office().to_owned(),
            letter: given.mark().to_string(),
            answer: Answer { given, from: own }.to_text(),
        })
    }

    /// What an answer says, to be compared with the office before it is taken. Nothing is written.
    ///
    /// # Errors
    /// As [`Desk::join`], but for the words.
    pub fn read_answer(&self, text: &str) -> Result<AnswerView, DeskError> {
        let answer = self.fitting(text)?;
        Ok(AnswerView {
            office: answer.given.office().to_owned(),
            letter: answer.given.mark().to_string(),
            fingerprint: answer.given.by().fingerprint().words(),
            answer: answer.to_text(),
        })
    }

    /// Takes the answer of the office: its letter from now on, and every laptop that the office enrolled is trusted. `words` are
    /// those of the office's fingerprint, as the office tells them.
    ///
    /// # Errors
    /// [`DeskError::NotHead`]; [`DeskError::Exchange`] when it is no answer or nobody signed it so;
    /// [`DeskError::NotThisLaptop`] when it is for another; [`DeskError::OldPaper`] when it is for an earlier life of this one or
    /// older than what it has; [`DeskError::OtherOffice`] when it comes from another office than this laptop's;
    /// [`DeskError::Compare`] with the words when they differ.
    pub fn join(&mut self, text: &str, words: &str) -> Result<OfficeView, DeskError> {
        self.for_the_head()?;
        let Answer { given, from } = self.fitting(text)?;
        compare(words, &given.by().fingerprint().words())?;
        if self.own_certificate()?.is_some_and(|own| own.by() != given.by()) {
            self.give_up_office_key()?;
        }
        // In its own log too, so that whoever meets it learns of the letter, also when the office's own log comes late.
        self.tell_of(&given, "device-join")?;
        self.keep_own_certificate(&given)?;
        self.keep_certificate(&from)?;
        self.settle_mark()?;
        self.office_view()
    }

    /// An answer that is for this life of this laptop, from its office.
    fn fitting(&self, text: &str) -> Result<Answer, DeskError> {
        let answer = Answer::parse(text)?;
        let (device, life) = self.who()?;
        let given = &answer.given;
        if given.device() != device || *given.identity() != self.keys.identity()? {
            return Err(DeskError::NotThisLaptop);
        }
        if given.office() != self.office()? {
            return Err(DeskError::OtherOffice);
        }
        if given.life() != life {
            return Err(DeskError::OldPaper);
        }
        if let Some(own) = self.own_certificate()? {
            if own.by() == given.by() && own.order() > given.order() {
                return Err(DeskError::OldPaper);
            }
            if own.by() != given.by() && !self.is_alone_in_its_office(&own, device)? {
                return Err(DeskError::OtherOffice);
            }
        }
        Ok(answer)
    }

    /// A laptop that founded an office for itself may join another; one that others rely on, or that was enrolled, may not.
    fn is_alone_in_its_office(&self, own: &Certificate, device: DeviceId) -> Result<bool, DeskError> {
        let others = self.certificates()?.iter().any(|one| one.by() == own.by() && one.device() != device);
        Ok(self.office_key()?.is_some() && !others)
    }
}

fn of_request(request: &Request) -> LaptopView {
    LaptopView {
        device: request.device().to_string(),
        office: request.office().to_owned(),
        letter: String::new(),
        fingerprint: request.fingerprint().words(),
        office_fingerprint: None,
        card: request.to_text(),
    }
}

fn compare(told: &str, words: &str) -> Result<(), DeskError> {
    if same_words(told, words) { Ok(()) } else { Err(DeskError::Compare(words.to_owned())) }
}
