//! What printpdf leaves undone: glyph maps, structure, metadata, colour space, the attached twin, identity. Owns PDF/A-3a and
//! PDF/UA-1 and that nothing in the file comes from a clock or from chance; refuses resources that a page does not draw with.

use super::{content::Drawn, structure, xmp};
use crate::{
    DossierError, fonts,
    lay::Laid,
    model::{Attached, Dossier},
    stamp,
};
use lopdf::{Dictionary, Document, Object, ObjectId, SaveOptions, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

/// The name of the attached JSON.
pub(crate) const TWIN: &str = "dossier.json";

const ODD: DossierError = DossierError::Fault("the writer's document has another shape");

pub(crate) fn name(name: &str) -> Object {
    Object::Name(name.as_bytes().to_vec())
}

/// A text string of the PDF in UTF-16, which every script fits in.
pub(crate) fn text(text: &str) -> Object {
    let mut bytes = vec![0xFE, 0xFF];
    text.encode_utf16().for_each(|unit| bytes.extend(unit.to_be_bytes()));
    Object::String(bytes, StringFormat::Hexadecimal)
}

fn dict(document: &mut Document, id: ObjectId) -> Result<&mut Dictionary, DossierError> {
    document.get_object_mut(id).and_then(Object::as_dict_mut).map_err(|_| ODD)
}

/// Finishes a document. `archive` is for the open copy.
pub(crate) fn finish(
    dossier: &Dossier,
    laid: &Laid,
    drawn: Drawn,
    archive: bool,
) -> Result<Document, DossierError> {
    let Drawn { document, maps, used } = drawn;
    let mut document = document;
    document.version = "1.7".to_owned();
    let catalog = document.trailer.get(b"Root").and_then(Object::as_reference).map_err(|_| ODD)?;
    let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
    if pages.len() != laid.pages.len() {
        return Err(ODD);
    }
    let (all_fonts, all_images) = shared(&document, *pages.first().ok_or(ODD)?)?;
    for (name, map) in maps {
        let font = all_fonts.get(name.as_bytes()).and_then(Object::as_reference).map_err(|_| ODD)?;
        glyph_map(&mut document, font, map)?;
    }
    for (page, (fonts, images)) in pages.iter().zip(&used) {
        let pick = |all: &Dictionary, names: &std::collections::BTreeSet<String>| {
            let mut kept = Dictionary::new();
            for name in names {
                if let Ok(object) = all.get(name.as_bytes()) {
                    kept.set(name.as_str(), object.clone());
                }
            }
            kept
        };
        let mut resources = dictionary! { "Font" => pick(&all_fonts, fonts) };
        if !images.is_empty() {
            resources.set("XObject", pick(&all_images, images));
        }
        let page = dict(&mut document, *page)?;
        page.remove(b"Annots");
        page.set("Resources", resources);
    }
    let tree = structure::tree(&mut document, laid, &pages)?;
    let bookmarks = structure::bookmarks(&mut document, laid, &pages);
    let title = dossier.meta.title.plain().replace('\n', " ");
    let packet = xmp::packet(dossier, &title, archive).into_bytes();
    let packet =
        Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, packet).with_compression(false);
    let packet = document.add_object(packet);
    let icc = document.add_object(Stream::new(dictionary! { "N" => 3 }, fonts::SRGB.to_vec()));
    let twin = dossier.twin();
    let twin_file = Attachment {
        called: TWIN,
        kind: "application/json",
        says: "Machine-readable dossier",
        relation: "Data",
        packed: true,
    };
    let file = attach(&mut document, dossier, &twin_file, &twin);
    // In a locked copy it would be encrypted, and nobody could find its place: it follows the end of the file there.
    let stamp = dossier.stamp.as_ref().filter(|_| archive);
    let stamp_file = Attachment {
        called: stamp::FILE,
        kind: "text/plain",
        says: "Signature of this file",
        relation: "Supplement",
        // The stamp is filled in where it stands, once the file is whole.
        packed: false,
    };
    let stamp = stamp.map(|stamp| attach(&mut document, dossier, &stamp_file, stamp.as_bytes()));
    // In the order of their names, as a tree of names wants it.
    let mut annexes: Vec<&Attached> = dossier.attached.iter().collect();
    annexes.sort_by_key(|file| file.name());
    let mut files = Vec::new();
    let mut names = Vec::new();
    for annex in annexes {
        let called = annex.name();
        let kept =
            Attachment { called, kind: annex.media_type(), says: "Annex", relation: "Source", packed: true };
        let annex = Object::Reference(attach(&mut document, dossier, &kept, annex.content()));
        files.push(annex.clone());
        names.extend([Object::string_literal(called), annex]);
    }
    let catalog = dict(&mut document, catalog)?;
    catalog.set("Lang", Object::string_literal(dossier.meta.lang.as_str()));
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("StructTreeRoot", Object::Reference(tree));
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    catalog.set("Metadata", Object::Reference(packet));
    let intent = dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal("sRGB"),
        "Info" => Object::string_literal("sRGB"),
        "DestOutputProfile" => Object::Reference(icc),
    };
    catalog.set("OutputIntents", vec![Object::Dictionary(intent)]);
    files.push(Object::Reference(file));
    names.extend([Object::string_literal(TWIN), Object::Reference(file)]);
    if let Some(stamp) = stamp {
        files.push(Object::Reference(stamp));
        names.extend([Object::string_literal(stamp::FILE), Object::Reference(stamp)]);
    }
    catalog.set("AF", files);
    catalog.set("Names", dictionary! { "EmbeddedFiles" => dictionary! { "Names" => names } });
    if let Some(bookmarks) = bookmarks {
        catalog.set("Outlines", Object::Reference(bookmarks));
        catalog.set("PageMode", name("UseOutlines"));
    }
    let about = dictionary! {
        "Title" => text(&title),
        "Producer" => Object::string_literal(xmp::PRODUCER),
        "CreationDate" => date(dossier),
        "ModDate" => date(dossier),
    };
    let about = document.add_object(about);
    document.trailer.set("Info", Object::Reference(about));
    let digest = Sha256::new().chain_update(&twin).chain_update([u8::from(archive)]).finalize();
    let id = Object::String(digest.iter().take(16).copied().collect(), StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![id.clone(), id]);
    document.prune_objects();
    document.renumber_objects();
    document.compress();
    Ok(document)
}

/// The fonts and pictures that all pages of printpdf's document share.
fn shared(document: &Document, page: ObjectId) -> Result<(Dictionary, Dictionary), DossierError> {
    let resources = document.get_dictionary(page).and_then(|page| page.get(b"Resources")).map_err(|_| ODD)?;
    let (_, resources) = document.dereference(resources).map_err(|_| ODD)?;
    let of = |kind: &[u8]| {
        let entry = resources.as_dict().and_then(|resources| resources.get(kind)).map_err(|_| ODD)?;
        let (_, entry) = document.dereference(entry).map_err(|_| ODD)?;
        entry.as_dict().cloned().map_err(|_| ODD)
    };
    Ok((of(b"Font")?, of(b"XObject")?))
}

/// Ties a font's codes to its glyphs, which printpdf takes for the same.
fn glyph_map(document: &mut Document, font: ObjectId, map: Vec<u8>) -> Result<(), DossierError> {
    let map = document.add_object(Stream::new(Dictionary::new(), map));
    let font = dict(document, font)?;
    let kids = font.get_mut(b"DescendantFonts").and_then(Object::as_array_mut).map_err(|_| ODD)?;
    let kid = kids.first_mut().ok_or(ODD)?.as_dict_mut().map_err(|_| ODD)?;
    kid.set("CIDToGIDMap", Object::Reference(map));
    let descriptor = kid.get(b"FontDescriptor").and_then(Object::as_reference).map_err(|_| ODD)?;
    // Symbolic: its glyphs are no standard Latin set.
    dict(document, descriptor)?.set("Flags", 4);
    Ok(())
}

fn date(dossier: &Dossier) -> Object {
    Object::string_literal(dossier.meta.made_at.format("D:%Y%m%d%H%M%SZ").to_string())
}

/// How a file goes along.
struct Attachment<'a> {
    called: &'a str,
    kind: &'a str,
    says: &'a str,
    relation: &'a str,
    packed: bool,
}

fn attach(document: &mut Document, dossier: &Dossier, file: &Attachment<'_>, content: &[u8]) -> ObjectId {
    let size = i64::try_from(content.len()).unwrap_or(i64::MAX);
    let stream = Stream::new(
        dictionary! {
            "Type" => "EmbeddedFile",
            "Subtype" => name(file.kind),
            "Params" => dictionary! { "Size" => size, "ModDate" => date(dossier) },
        },
        content.to_vec(),
    )
    .with_compression(file.packed);
    let stream = Object::Reference(document.add_object(stream));
    document.add_object(dictionary! {
        "Type" => "Filespec",
        "F" => Object::string_literal(file.called),
        "UF" => text(file.called),
        "Desc" => text(file.says),
        "AFRelationship" => name(file.relation),
        "EF" => dictionary! { "F" => stream.clone(), "UF" => stream },
    })
}

/// The bytes of a document. Object streams are for the open copy: lopdf would not encrypt what is in them.
pub(crate) fn save(mut document: Document, packed: bool) -> Result<Vec<u8>, DossierError> {
    let options = SaveOptions::builder()
        .use_object_streams(packed)
        .use_xref_streams(packed)
        .compression_level(9)
        .build();
    let mut bytes = Vec::new();
    document
        .save_with_options(&mut bytes, options)
        .map_err(|_| DossierError::Fault("the file cannot be put together"))?;
    Ok(bytes)
}
