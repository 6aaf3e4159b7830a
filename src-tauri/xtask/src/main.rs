//! The project's own tasks: everything a new machine needs, then the work. Owns what is typed to start, check and
//! develop Pulang; refuses to change a machine beyond packages it names, and asks nothing when nobody is there.

#![forbid(unsafe_code)]
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a build task talks to the terminal")]

mod attack;
mod beside;
mod bindings;
mod clean;
mod debian;
mod fuzz;
mod headless;
mod journeys;
mod laptops;
mod notices;
mod pages;
mod papers;
mod pictures;
mod place;
mod places;
mod run;
mod simulate;
mod start;
mod supply;
mod tally;
mod tools;
mod update;
mod verify;

use std::process::ExitCode;

use run::Stop;

const USAGE: &str = "\
cargo start            set everything up, build, open the window
cargo start -- ARGS    the same, with arguments for `pulang`
cargo verify           set everything up, then every check and every test
cargo xtask pages      build the window's pages only
cargo xtask attack     the attacker's list as a table (--full: the full counts)
cargo xtask papers     our PDFs read by other programs, judged by PDF/A and PDF/UA checkers
cargo xtask journeys [--rounds N] [FILTER]
                       the journeys N times in a row, ten if nothing is said
cargo xtask window [--people N]
                       keys, scrolling and memory in the real window over N people
cargo xtask pictures [SCENE…] [--compare] [--whole FOLDER]
                       every screen in both themes and three languages, kept for review
cargo xtask places     provinces and regencies anew from their package (--check: compare only)
cargo xtask fuzz --minutes N [--target T]
                       libFuzzer on what comes from elsewhere, each target N minutes
cargo xtask sbom       every component in the program, one a line
cargo xtask package [--publisher FILE] [--try]
                       the .deb, built and looked into, for the publisher in FILE; --try (as root)
                       installs it on a fresh Debian and walks the journeys there
cargo xtask try FILE   the same with a .deb that is there
cargo xtask update-key WORD
                       a key pair for updates by stick, under target/update
cargo xtask update --key FILE --package FILE --version V --from V --notes FOLDER -o FILE
                       a package signed for a stick
cargo xtask bindings   take the window's types over from `desk`
cargo xtask simulate --seeds N | --seed N
                       laptops that meet by files, N runs or one of them again
cargo xtask laptops [--edits N]
                       what exchange costs, beside a bare insert and Automerge
cargo xtask dev        the window with pages that reload while you edit them";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let task = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.filter(|argument| argument != "--").collect();
    match place::enter_root().and_then(|()| perform(&task, &rest)) {
        Ok(code) => code,
        Err(stop) => {
            eprintln!("\n{stop}");
            ExitCode::FAILURE
        }
    }
}

fn perform(task: &str, rest: &[String]) -> Result<ExitCode, Stop> {
    match task {
        "start" => start::start(rest),
        "verify" => verify::verify(),
        "pages" => tools::node().and_then(|()| pages::build()).map(|()| ExitCode::SUCCESS),
        "bindings" => bindings::take_over().map(|()| ExitCode::SUCCESS),
        "simulate" => {
            simulate::simulate(rest).map(|known| if known { ExitCode::SUCCESS } else { ExitCode::from(2) })
        }
        "places" => places::places(rest).map(|()| ExitCode::SUCCESS),
        "journeys" => journeys::journeys(rest),
        "window" => journeys::window(rest),
        "pictures" => pictures::pictures(rest),
        "papers" => papers::papers().and_then(|judge| judge.run()).map(|()| ExitCode::SUCCESS),
        "attack" => attack::attack(rest),
        "fuzz" => fuzz::fuzz(rest),
        "laptops" => laptops::laptops(rest),
        "sbom" => supply::sbom().map(|_files| ExitCode::SUCCESS),
        "package" => supply::package(rest).map(|()| ExitCode::SUCCESS),
        "try" => match rest {
            [package] => clean::try_out(std::path::Path::new(package)).map(|()| ExitCode::SUCCESS),
            _ => Err(Stop("which package? cargo xtask try FILE.deb".into())),
        },
        "update-key" => update::key(rest).map(|()| ExitCode::SUCCESS),
        "update" => update::update(rest).map(|()| ExitCode::SUCCESS),
        "dev" => start::develop().map(|()| ExitCode::SUCCESS),
        _ => {
            eprintln!("{USAGE}");
            Ok(ExitCode::from(2))
        }
    }
}
