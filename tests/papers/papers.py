"""Whether other programs read our PDFs as we wrote them. Run by `cargo xtask papers`:

    papers.py PARAGRAPHS.json SCRIPTS.pdf DOSSIER.pdf JS

1. Text: each paragraph of PARAGRAPHS must come out of SCRIPTS exactly in at least five of six extractors.
2. Conformance of both files: qpdf; pikepdf's strict PDF/A-3b; outloud and pdfua for what a program can check of PDF/UA-1.
   pikepdf knows level B alone and no extension schemas, so it judges a copy whose packet claims B and not PDF/UA; nothing
   else in that copy differs. Level A itself is judged by nobody here, only what outloud and pdfua see of its tags.
3. Faults: copies of SCRIPTS with a planted fault. Each must be noticed, or the check itself is broken.

JS is a folder with pdfjs-dist in node_modules. Exits 1 when anything is not as it must be. All text is invented.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import outloud
import pdfminer.high_level
import pdfua
import pikepdf
import pikepdf.pdfa
import pymupdf
import pypdf
import pypdfium2

HERE = Path(__file__).resolve().parent
LEAST = 5


def poppler(path, _js):
    return subprocess.run(["pdftotext", "-enc", "UTF-8", path, "-"], check=True, capture_output=True, text=True).stdout


def pdfium(path, _js):
    with pypdfium2.PdfDocument(path) as pdf:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf)


def pdfjs(path, js):
    read = ["node", str(HERE / "pdfjs.mjs"), path, str(js)]
    return subprocess.run(read, check=True, capture_output=True, text=True).stdout


def mupdf(path, _js):
    with pymupdf.open(path) as pdf:
        return "\n".join(page.get_text() for page in pdf)


def pdfminer_six(path, _js):
    return pdfminer.high_level.extract_text(path)


def py_pdf(path, _js):
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


EXTRACTORS = {
    "poppler": poppler,
    "PDFium": pdfium,
    "pdf.js": pdfjs,
    "MuPDF": mupdf,
    "pdfminer.six": pdfminer_six,
    "pypdf": py_pdf,
}


def exact(text, paragraph):
    """The short paragraph, which fits on a line, has every character and its spaces where they belong; a program may take
    a wide space for a new line. The long one is whole but for white space, since it was broken into lines."""
    spaced, joined = " ".join(text.split()), re.sub(r"\s+", "", text)
    return paragraph["short"] in spaced and re.sub(r"\s+", "", paragraph["long"]) in joined


def read(path, paragraphs, js):
    """Which extractors read which script exactly."""
    found = {paragraph["script"]: [] for paragraph in paragraphs}
    for name, extract in EXTRACTORS.items():
        try:
            text = extract(str(path), js)
        except Exception as fault:  # a reader that gives up has not read it
            print(f"  {name}: {type(fault).__name__}")
            text = ""
        for paragraph in paragraphs:
            if exact(text, paragraph):
                found[paragraph["script"]].append(name)
    return found


def unread(found):
    return [script for script, by in found.items() if len(by) < LEAST]


def as_level_b(path, to):
    """The same file, its packet claiming PDF/A-3b alone."""
    with pikepdf.open(path) as pdf:
        said = pdf.Root.Metadata.read_bytes()
        said = said.replace(b"<pdfaid:conformance>A<", b"<pdfaid:conformance>B<")
        said = re.sub(rb"<pdfuaid:part>1</pdfuaid:part>|<pdfaExtension:schemas>.*?</pdfaExtension:schemas>", b"", said, flags=re.S)
        said = re.sub(rb' xmlns:pdf(uaid|aExtension|aSchema|aProperty)="[^"]*"', b"", said)
        pdf.Root.Metadata.write(said)
        pdf.save(to, deterministic_id=True)


def conformance(path):
    """What is wrong with a file, one line each, and what a program is merely in doubt about."""
    wrong, doubts = [], []
    qpdf = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True)
    if qpdf.returncode != 0:
        wrong.append("qpdf: " + qpdf.stderr.strip())
    with tempfile.TemporaryDirectory() as folder:
        level_b = Path(folder) / "b.pdf"
        as_level_b(path, level_b)
        report = pikepdf.pdfa.validate_written(str(level_b), "3b")
    if not report.passed:
        wrong += [f"PDF/A-3b: {finding}" for finding in report.findings] or ["PDF/A-3b: not passed"]
    result = outloud.check(str(path))
    if result.error:
        wrong.append("outloud: " + result.error)
    for finding in result.findings:
        line = f"outloud {finding.rule}, page {finding.page}, {finding.count} ×: {finding.message}"
        (wrong if finding.severity == "error" else doubts).append(line)
    for finding in pdfua.validate(str(path)).findings:
        wrong.append(f"pdfua: {finding}")
    return wrong, doubts


# Faults.


def without_clusters(pdf):
    """Each shape says its first character only, as in a font that does not know the text of its clusters."""
    for font in fonts(pdf):
        said = font.ToUnicode.read_bytes()
        font.ToUnicode.write(re.sub(rb"(<[0-9A-Fa-f]+>\s*<[0-9A-Fa-f]{4})[0-9A-Fa-f]+>", rb"\1>", said))


def without_text(pdf):
    """The shapes alone."""
    for font in fonts(pdf):
        del font.ToUnicode


def one_letter_other(pdf):
    """One character of every font says its neighbour."""
    for font in fonts(pdf):
        said = font.ToUnicode.read_bytes()
        places = list(re.finditer(rb"<[0-9A-Fa-f]{4}>\s*<([0-9A-Fa-f]{4})>", said))
        at = places[len(places) // 2].start(1)
        other = b"%04X" % (int(said[at : at + 4], 16) ^ 1)
        font.ToUnicode.write(said[:at] + other + said[at + 4 :])


def fonts(pdf):
    return [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/ToUnicode" in one]


def without_intent(pdf):
    del pdf.Root.OutputIntents


def without_language(pdf):
    del pdf.Root.Lang


def without_tree(pdf):
    del pdf.Root.StructTreeRoot


def skipped_heading(pdf):
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/H2":
            one.S = pikepdf.Name.H4


UNREADABLE = [without_clusters, without_text, one_letter_other]
UNFIT = [without_intent, without_language, without_tree, skipped_heading]


def faults(scripts, paragraphs, js):
    missed = []
    with tempfile.TemporaryDirectory() as folder:
        for fault in UNREADABLE + UNFIT:
            bad = Path(folder) / f"{fault.__name__}.pdf"
            with pikepdf.open(scripts) as pdf:
                fault(pdf)
                pdf.save(bad, deterministic_id=True)
            if fault in UNREADABLE:
                noticed = ", ".join(unread(read(bad, paragraphs, js)))
            else:
                noticed = "; ".join(conformance(bad)[0][:1])
            print(f"  {fault.__name__}: {noticed or 'NOT NOTICED'}")
            if not noticed:
                missed.append(fault.__name__)
    return missed


def main():
    source, scripts, dossier, js = (Path(one) for one in sys.argv[1:])
    paragraphs = json.loads(source.read_text(encoding="utf-8"))
    failed = []

    found = read(scripts, paragraphs, js)
    print(f"exact text, of {len(EXTRACTORS)} extractors ({LEAST} needed)")
    for script, by in found.items():
        missing = [name for name in EXTRACTORS if name not in by]
        print(f"  {script}: {len(by)}" + (f", not by {', '.join(missing)}" if missing else ""))
    failed += [f"text: {script}" for script in unread(found)]

    for path in (scripts, dossier):
        wrong, doubts = conformance(path)
        print(f"{path.name}: {len(wrong)} wrong, {len(doubts)} doubts")
        for line in wrong + doubts:
            print(f"  {line}")
        failed += [f"{path.name}: {line}" for line in wrong]

    print("planted faults")
    failed += [f"not noticed: {fault}" for fault in faults(scripts, paragraphs, js)]

    print(f"{len(failed)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
