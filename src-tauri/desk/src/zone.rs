//! The machine readable zone as it is typed or comes from a reader. Owns saying what is in it and which check digits fit, and
//! the answers it would fill into a form; refuses to write any: what it fills in goes through the form's own parse.

use crate::{
    Desk,
    failure::DeskError,
    views::{MrzDigit, MrzField, MrzView},
};
use casework::{
    answer::Answer,
    values::{Country, Mrz, MrzFormat, MrzSex, Refusal, Value},
};

impl Desk {
    /// What a text says as a zone: its check digits one by one, and what it would answer. Nothing is written or kept.
    ///
    /// # Errors
    /// Only where the forms that come with the app are not there.
    pub fn read_mrz(&self, typed: &str) -> Result<MrzView, DeskError> {
        let words = self.words();
        let seen = Mrz::examine(typed);
        let digit = |(which, holds): &(casework::values::CheckDigit, bool)| MrzDigit {
            id: which.id().to_owned(),
            word: words.get(&format!("mrz-over-{}", which.id())).into_owned(),
            holds: *holds,
        };
        let mut view = MrzView {
            size: seen.format.map(|format| words.get(size(format)).into_owned()),
            kind: "travel-document".to_owned(),
            digits: seen.digits.iter().map(digit).collect(),
            refused: None,
            fields: Vec::new(),
            person: Vec::new(),
            name_cut: false,
        };
        match &seen.zone {
            Err(refusal) => {
                view.refused = Some(self.unread(refusal.clone())?.refused(&self.house, words));
            }
            Ok(zone) => {
                if zone.is_visa() {
                    "immigration-matter".clone_into(&mut view.kind);
                }
                view.fields = self.fields_of(&view.kind, &self.document_of(zone))?;
                view.person = self.fields_of("person", &self.holder_of(zone))?;
                view.name_cut = zone.name().may_be_cut;
            }
        }
        Ok(view)
    }

    /// What a text says as a zone in which everything fits.
    ///
    /// # Errors
    /// [`DeskError::Unread`] with the first place that does not hold.
    pub fn whole_mrz(&self, typed: &str) -> Result<MrzView, DeskError> {
        match Mrz::examine(typed).zone {
            Ok(_) => self.read_mrz(typed),
            Err(refusal) => Err(self.unread(refusal)?),
        }
    }

    fn unread(&self, refusal: Refusal) -> Result<DeskError, DeskError> {
        let form = self.house.form("travel-document")?;
        let field = form.field("mrz").ok_or(DeskError::Fault("mrz"))?;
        Ok(DeskError::Unread { form: form.id.clone(), field: field.id.clone(), refusal })
    }

    /// What a zone says of its document, as an officer would type it.
    fn document_of(&self, zone: &Mrz) -> Vec<(&'static str, String)> {
        let expires = zone.expiry(self.today()).map(|day| day.to_string());
        if zone.is_visa() {
            // A state may put the passport's number there (part 7); the officer compares it with the visa.
            let number = Some(("visa_number", zone.document_number()));
            return number.into_iter().chain(expires.map(|day| ("visa_ended", day))).collect();
        }
        let sort = match zone.document_code().chars().next() {
            Some('P') => Some("passport"),
            Some('I' | 'A' | 'C') => Some("id-card"),
            _ => None,
        };
        let issuer = Country::from_alpha3(zone.issuer()).map(|country| country.alpha2().to_owned());
        let said = [
            ("sort", sort.map(str::to_owned)),
            ("number", Some(zone.document_number())),
            ("issued_by", issuer),
            ("expires", expires),
            ("mrz", Some(zone.canonical())),
        ];
        said.into_iter().filter_map(|(field, text)| Some((field, text?))).collect()
    }

    /// What a zone says of its holder, to be compared with the visible page.
    fn holder_of(&self, zone: &Mrz) -> Vec<(&'static str, String)> {
        let sex = match zone.sex() {
            MrzSex::Male => "male",
            MrzSex::Female => "female",
            MrzSex::Unspecified => "unspecified",
        };
        let said = [
            ("full_name", zone.whole_name().map(|name| name.as_str().to_owned())),
            ("sex", Some(sex.to_owned())),
            ("birth_date", zone.birth_date(self.today()).map(|date| date.to_string())),
            ("nationalities", zone.nationality().map(|country| country.alpha2().to_owned())),
        ];
        said.into_iter().filter_map(|(field, text)| Some((field, text?))).collect()
    }

    /// These answers as the form's own parse takes them; what it would not take is left out.
    fn fields_of(&self, kind: &str, said: &[(&'static str, String)]) -> Result<Vec<MrzField>, DeskError> {
        let form = self.house.form(kind)?;
        let typing = self.typing(self.lang)?;
        let taken = said.iter().filter_map(|(id, text)| {
            let field = form.field(id)?;
            let Ok(Answer::Known(value)) = Value::parse(field, text, &typing) else { return None };
            Some(MrzField {
                field: (*id).to_owned(),
                label: form.label(field, self.words()).into_owned(),
                text: text.clone(),
                display: value.display(self.words()),
            })
        });
        Ok(taken.collect())
    }
}

const fn size(format: MrzFormat) -> &'static str {
    match format {
        MrzFormat::Td1 => "mrz-size-card",
        MrzFormat::Td2 => "mrz-size-paper",
        MrzFormat::Td3 => "mrz-size-passport",
        MrzFormat::MrvA | MrzFormat::MrvB => "mrz-size-visa",
    }
}
