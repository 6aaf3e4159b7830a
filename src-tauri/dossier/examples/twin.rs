//! The dossier that `measure` writes, as HTML for other engines: the same words, tables, photographs and fonts on A4, made from
//! the same model. `cargo run --example twin -p dossier -- PEOPLE FILE.html FONTS` (see tests/papers/engines.py).
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a measurement, not the app")]

mod invented;

use dossier::{
    fonts::FACES,
    model::{Block, Dossier, Figure, Label, Pair, Portrait, Table, Text},
    seal,
};
use std::{fmt::Write as _, fs, path::Path};

fn main() {
    let mut args = std::env::args().skip(1);
    let people: u32 = args.next().and_then(|n| n.parse().ok()).unwrap_or(28);
    let out = args.next().expect("a file to write to");
    let fonts = args.next().expect("the folder of the fonts");
    let case = invented::Invented::of(people, None);
    let folder = Path::new(&out).parent().expect("a folder");
    case.keep_photos(folder);
    let dossier = case.composed().dossier;
    fs::write(&out, Twin { dossier: &dossier, folder, html: head(&dossier, &fonts) }.whole())
        .expect("a file to write to");
}

fn head(dossier: &Dossier, fonts: &str) -> String {
    let mut html = format!("<!doctype html><html lang={:?}><meta charset=utf-8><title>", dossier.meta.lang);
    html.push_str(&escaped(&dossier.meta.title.plain()));
    html.push_str("</title><style>");
    for face in FACES.iter() {
        let (family, bold) = face.name.split_once('-').unwrap_or((face.name, ""));
        let weight = if bold.ends_with("Bold") { 700 } else { 400 };
        let _ = write!(
            html,
            "@font-face{{font-family:{family};font-weight:{weight};src:url({fonts}/{}.ttf)}}",
            face.name
        );
    }
    let frame = &dossier.frame;
    let _ = write!(
        html,
        "@page{{size:A4;margin:68pt 51pt 57pt;\
         @top-left{{content:{:?};font:bold 7.5pt NotoSans}}@top-right{{content:{:?};font:7.5pt NotoSans}}\
         @bottom-left{{content:{:?};font:7.5pt NotoSans}}\
         @bottom-right{{content:counter(page) \" / \" counter(pages);font:7.5pt NotoSans}}}}",
        frame.classification.plain(),
        frame.reference.plain(),
        frame.recipient.plain()
    );
    html.push_str(
        "body{margin:0;font:9.5pt NotoSans,NotoSansKhmer,NotoSansSC,sans-serif;font-variant-numeric:tabular-nums}\
         h1{font-size:20pt}h2{font-size:14pt}h3{font-size:11.5pt}h4{font-size:10pt}h1,h2,h3,h4{break-after:avoid}\
         p{white-space:pre-line}table{width:100%;border-collapse:collapse;margin-top:6pt}thead{display:table-header-group}\
         tr{break-inside:avoid}.full td,.full th{border:.4pt solid;padding:3pt;font-size:8pt;text-align:start;\
         vertical-align:top}.pairs th{width:31%;text-align:start;font-size:8.5pt}.pairs th,.pairs td{border-bottom:.4pt \
         solid;padding:2.5pt;vertical-align:top}.second{font-weight:400;display:block}.notice{border:.4pt solid;padding:8pt;\
         font-weight:700}.beside{float:right;max-width:85pt;max-height:113pt}.row{max-width:30pt;max-height:40pt}\
         .break{break-before:page}.keep{break-inside:avoid}.sign{display:inline-block;width:48%;vertical-align:top}\
         .line{border-top:.4pt solid;margin-top:30pt;font-size:7.5pt}</style>",
    );
    html
}

struct Twin<'a> {
    dossier: &'a Dossier,
    folder: &'a Path,
    html: String,
}

impl Twin<'_> {
    fn whole(mut self) -> String {
        let dossier = self.dossier;
        dossier.blocks.iter().for_each(|block| self.block(block));
        self.html
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Cover(cover) => {
                self.around("h1", &label(&cover.title));
                self.around("p", &text(&cover.recipient));
                self.pairs(&cover.pairs);
            }
            Block::Heading { level, label: words } => self.around(&format!("h{level}"), &label(words)),
            Block::Paragraph(words) => self.around("p", &text(words)),
            Block::Notice(words) => {
                self.html.push_str("<p class=notice>");
                self.html.push_str(&text(words));
                self.html.push_str("</p>");
            }
            Block::KeyValues(pairs) => self.pairs(pairs),
            Block::Person(person) => {
                person.photo.iter().for_each(|photo| self.portrait(photo, "beside"));
                self.pairs(&person.pairs);
            }
            Block::Table(table) => self.table(table),
            Block::Figure(figure) | Block::Scan(figure) => self.figure(figure, ""),
            Block::Seal(words) => {
                self.around("p", &label(words));
                self.around("p", &escaped(&seal::short_code(&self.dossier.digest())));
            }
            Block::Signatures(signatures) => {
                for signature in signatures {
                    self.html.push_str("<div class=sign>");
                    self.around("b", &label(&signature.role));
                    for line in &signature.lines {
                        self.html.push_str("<div class=line>");
                        self.html.push_str(&label(line));
                        self.html.push_str("</div>");
                    }
                    self.html.push_str("</div>");
                }
            }
            Block::PageBreak => self.html.push_str("<div class=break></div>"),
            Block::Together(blocks) => {
                self.html.push_str("<div class=keep>");
                blocks.iter().for_each(|block| self.block(block));
                self.html.push_str("</div>");
            }
        }
    }

    fn around(&mut self, tag: &str, inner: &str) {
        let _ = write!(self.html, "<{tag}>{inner}</{tag}>");
    }

    fn pairs(&mut self, pairs: &[Pair]) {
        self.html.push_str("<table class=pairs>");
        for pair in pairs {
            let values: Vec<String> = pair.values.iter().map(text).collect();
            let _ = write!(
                self.html,
                "<tr><th scope=row>{}</th><td>{}</td></tr>",
                label(&pair.label),
                values.join("<br>")
            );
        }
        self.html.push_str("</table>");
    }

    fn table(&mut self, table: &Table) {
        self.html.push_str("<table class=full><thead><tr>");
        table.portraits.iter().for_each(|portraits| self.around("th", &label(&portraits.head)));
        table.columns.iter().for_each(|column| self.around("th", &label(&column.head)));
        self.html.push_str("</tr></thead>");
        let mut portraits = table.portraits.iter().flat_map(|portraits| &portraits.of);
        for row in &table.rows {
            self.html.push_str("<tr>");
            if let Some(portrait) = portraits.next() {
                self.html.push_str("<td>");
                self.portrait(portrait, "row");
                self.html.push_str("</td>");
            }
            match row.0.as_slice() {
                [remark] if table.columns.len() > 1 => {
                    let _ =
                        write!(self.html, "<td colspan={}><b>{}</b></td>", table.columns.len(), text(remark));
                }
                cells => cells.iter().for_each(|cell| self.around("td", &text(cell))),
            }
            self.html.push_str("</tr>");
        }
        self.html.push_str("</table>");
    }

    fn portrait(&mut self, portrait: &Portrait, class: &str) {
        match portrait {
            Portrait::Shown(figure) => self.figure(figure, class),
            Portrait::Absent(words) => self.around("p", &text(words)),
        }
    }

    fn figure(&mut self, figure: &Figure, class: &str) {
        let name = format!("{}.jpg", figure.sha256());
        fs::write(self.folder.join(&name), figure.image()).expect("a picture to write");
        let _ = write!(self.html, "<img class={class:?} src={name:?} alt={:?}>", figure.alt().plain());
    }
}

fn label(words: &Label) -> String {
    let mut said = text(&words.text);
    if let Some(second) = &words.second {
        let _ = write!(said, "<span class=second>{}</span>", text(second));
    }
    said
}

fn text(words: &Text) -> String {
    let run = |run: &dossier::model::Run| match run.lang() {
        "zxx" => escaped(run.text()),
        lang => format!("<span lang={lang}>{}</span>", escaped(run.text())),
    };
    words.0.iter().map(run).collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('\n', "<br>")
}
