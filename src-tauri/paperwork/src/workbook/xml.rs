//! XML as workbooks use it: no document type, no entities but the five and characters by number, a bounded depth.

use super::package::{Stream, Tally};
use crate::{
    error::{PaperError, Part},
    limits::{Limit, Limits},
};
use quick_xml::{
    Reader, XmlVersion,
    escape::resolve_xml_entity,
    events::{BytesRef, BytesStart, Event},
};
use std::rc::Rc;

const DEEPEST: usize = 64;
/// A cell of text takes five events and its row a share of two more; what has no cells but goes on and on is stopped here.
const EVENTS_PER_CELL: u64 = 6;

/// A part being read.
pub(super) struct Xml<'p, 'a> {
    reader: Reader<Stream<'p, 'a>>,
    buffer: Vec<u8>,
    depth: usize,
    events: u64,
    tally: Rc<Tally>,
    limits: &'a Limits,
    part: Part,
}

impl<'p, 'a> Xml<'p, 'a> {
    pub(super) fn new((stream, tally): (Stream<'p, 'a>, Rc<Tally>), part: Part, limits: &'a Limits) -> Self {
        let mut reader = Reader::from_reader(stream);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.check_end_names = false;
        Self { reader, buffer: Vec::new(), depth: 0, events: 0, tally, limits, part }
    }

    /// The next event; `Event::Eof` at the end. Empty elements come as a start and an end.
    pub(super) fn next(&mut self) -> Result<Event<'_>, PaperError> {
        self.buffer.clear();
        self.events += 1;
        if self.events > self.limits.cells.saturating_mul(EVENTS_PER_CELL) {
            return Err(self.limits.refuse(Limit::Cells, None));
        }
        let event = self.reader.read_event_into(&mut self.buffer);
        match &event {
            Ok(Event::Start(_)) => self.depth += 1,
            Ok(Event::End(_)) => self.depth = self.depth.saturating_sub(1),
            // A document type can define entities and name files; no workbook has one.
            Ok(Event::DocType(_)) => return Err(PaperError::damaged(self.part)),
            _ => {}
        }
        match event {
            Ok(event) if self.depth <= DEEPEST => Ok(event),
            _ => Err(match self.tally.breach() {
                Some(limit) => self.limits.refuse(limit, None),
                None => PaperError::damaged(self.part),
            }),
        }
    }

    /// Passes over everything up to the end of the element whose start was just read.
    pub(super) fn skip(&mut self) -> Result<(), PaperError> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            if matches!(self.next()?, Event::Eof) {
                return Err(PaperError::damaged(self.part));
            }
        }
        Ok(())
    }

    /// How many elements are open.
    pub(super) fn depth(&self) -> usize {
        self.depth
    }

    /// The text inside the element whose start was just read, to its end, added to `into`.
    pub(super) fn text(&mut self, into: &mut String) -> Result<(), PaperError> {
        let outside = self.depth.saturating_sub(1);
        let limits = self.limits;
        let part = self.part;
        while self.depth > outside {
            match self.next()? {
                Event::Eof => return Err(PaperError::damaged(part)),
                event => append(&event, into, limits, part)?,
            }
        }
        Ok(())
    }
}

/// Adds the text of `event`, if it is text; refuses a cell that outgrows its limit while it is being read.
pub(super) fn append(
    event: &Event<'_>,
    into: &mut String,
    limits: &Limits,
    part: Part,
) -> Result<(), PaperError> {
    match event {
        Event::Text(text) => into.push_str(&text.xml10_content()),
        Event::CData(text) => into.push_str(&text.xml10_content()),
        Event::GeneralRef(entity) => reference(entity, into).ok_or(PaperError::damaged(part))?,
        _ => {}
    }
    // No character is longer than four bytes.
    let most = limits.cell_chars.saturating_mul(4);
    if into.len() as u64 > most { Err(limits.refuse(Limit::CellChars, None)) } else { Ok(()) }
}

fn reference(entity: &BytesRef<'_>, into: &mut String) -> Option<()> {
    let name: &str = entity.as_ref();
    if let Some(known) = resolve_xml_entity(name) {
        into.push_str(known);
        return Some(());
    }
    into.push(entity.resolve_char_ref().ok()??);
    Some(())
}

/// The value of the attribute whose local name is `name`.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    // The check for doubles is quadratic; the first of two counts.
    attributes.with_checks(false);
    let found = attributes.filter_map(Result::ok).find(|one| one.key.local_name().as_ref() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

/// The value of an attribute that is a whole number.
pub(super) fn number(element: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(element, name)?.parse().ok()
}
