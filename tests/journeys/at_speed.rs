//! How quickly the real window answers keys and scrolls over many people, and what memory it takes. A bench, started by
//! `cargo xtask window`: it prints figures and judges none.

#![expect(clippy::print_stdout, reason = "a bench prints what it measured")]

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

use serde_json::Value;

use crate::by_command_line::Laptop;
use crate::support::{Rig, Window, procs, testid as id, until};

const PASSPHRASE: &str = "gravel tuba olive mitten seesaw quarry";
const TYPED: &str = "Suwartono Wahyuningsih Dewi Kartika Agus Pratama";
/// A quick typist's pause between two keys.
const PAUSE: Duration = Duration::from_millis(120);
/// After this the desk has given back what it held only to be quick.
const AT_REST: Duration = Duration::from_secs(8);

/// From now on each key leaves its time from the event until its frame is painted, and until a second frame begins.
const LISTEN: &str = "
    globalThis.painted = []; globalThis.second = [];
    addEventListener('keydown', (event) => requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => painted.push(performance.now() - event.timeStamp);
        channel.port2.postMessage(0);
        requestAnimationFrame(() => second.push(performance.now() - event.timeStamp));
    }), true);
    arguments[0](true);";
const HEARD: &str = "arguments[0]([painted.splice(0), second.splice(0)]);";
/// 240 frames of a hasty scroll, or as many as there are in 25 seconds, since the driver waits for no script longer than 30: what each took to be laid out and painted, and how far it was from the one before.
const SCROLL: &str = "
    const list = document.querySelector('[data-testid=people-list]');
    if (!list) return arguments[0]('nobody is listed');
    const work = [], beats = [];
    const begun = performance.now();
    let last;
    const step = () => {
        const at = performance.now();
        if (last !== undefined) beats.push(at - last);
        last = at;
        list.scrollTop += 180;
        const channel = new MessageChannel();
        channel.port1.onmessage = () => work.push(performance.now() - at);
        channel.port2.postMessage(0);
        if (beats.length < 240 && at - begun < 25000) requestAnimationFrame(step);
        else setTimeout(() => arguments[0]([work, beats]), 100);
    };
    requestAnimationFrame(step);";

/// Prints the median and the 95th percentile of the times.
fn tells(what: &str, times: &Value) {
    let mut times: Vec<f64> = times.as_array().unwrap().iter().filter_map(Value::as_f64).collect();
    times.sort_by(f64::total_cmp);
    assert!(!times.is_empty(), "{what}: nothing was measured");
    let at = |share: usize| times[(times.len() - 1) * share / 100];
    println!("WINDOW|{what}|{}|{:.1} ms|{:.1} ms", times.len(), at(50), at(95));
}

fn types(window: &Window, name: &str, what: &str) {
    window.click(&id(name));
    for key in TYPED.chars() {
        window.press(&[key.encode_utf8(&mut [0; 4])]);
        std::thread::sleep(PAUSE);
    }
    let heard = window.script(HEARD).unwrap();
    tells(&format!("{what}: key to painted frame"), &heard[0]);
    tells(&format!("{what}: key to the second frame after it"), &heard[1]);
}

/// The memory of a browser of the same engine that shows nothing, in KiB; none where there is no such browser.
fn of_an_empty_window(rig: &Rig) -> Option<u64> {
    let folders = std::fs::read_dir("/usr/lib").ok()?.filter_map(Result::ok).map(|entry| entry.path());
    let program: PathBuf =
        folders.map(|folder| folder.join("webkit2gtk-4.1/MiniBrowser")).find(|program| program.exists())?;
    let mut browser = Command::new(program);
    browser.args(["--private", "about:blank"]).env("DISPLAY", rig.screen()).env("GDK_BACKEND", "x11");
    browser.env("HOME", rig.home()).env("WEBKIT_DISABLE_DMABUF_RENDERER", "1").env("NO_AT_BRIDGE", "1");
    let mut browser = browser.stdout(Stdio::null()).stderr(Stdio::null()).spawn().ok()?;
    until("the empty window draws", || (!procs::web_processes_under(browser.id()).is_empty()).then_some(()));
    std::thread::sleep(Duration::from_secs(3));
    let memory = procs::memory_of(browser.id()) + procs::memory_under(browser.id());
    let _ended = browser.kill();
    let _status = browser.wait();
    Some(memory)
}

#[test]
#[ignore = "a bench: cargo xtask window"]
fn keys_scrolling_and_memory_over_many_people() {
    let people = std::env::var("PULANG_PEOPLE").unwrap_or_else(|_| "100000".to_owned());
    let rig = Rig::start();
    let laptop = Laptop::with_vault("PNH");
    laptop.does(&["gen", "--people", &people, "--seed", "7"]);
    std::fs::rename(laptop.at("vault"), rig.vault()).unwrap();
    println!("WINDOW|people|{people}||");
    let empty = of_an_empty_window(&rig);

    let window = rig.open();
    window.type_into(&id("unlock-passphrase"), PASSPHRASE);
    let locked = procs::memory_under(rig.driver());
    window.click(&id("unlock-submit"));
    window.find(&id("import-list"));
    window.script(LISTEN).unwrap();
    window.click(&id("nav-people"));
    window.find(&id("person-row"));
    let [work, beats] = match window.script(SCROLL).unwrap() {
        Value::Array(two) => <[Value; 2]>::try_from(two).unwrap(),
        other => panic!("{other}"),
    };
    tells("scrolling the people: one frame laid out and painted", &work);
    tells("scrolling the people: from frame to frame", &beats);
    types(&window, "people-find", "search field");
    // Of few people nobody has that whole name.
    until("the search was answered", || {
        let all = window
            .text(&id("people-count"))
            .map(|count| count.chars().filter(char::is_ascii_digit).collect::<String>());
        (all.as_deref() != Some(people.as_str())).then_some(())
    });
    std::thread::sleep(AT_REST);
    let open = procs::memory_under(rig.driver());
    window.click(&id("add-people"));
    window.click(&id("type-in"));
    types(&window, "typed-0-name", "cell of the grid");
    for (what, memory) in
        [("before anything is open", Some(locked)), ("with everybody", Some(open)), ("empty", empty)]
    {
        let Some(memory) = memory else { continue };
        println!("WINDOW|memory of all processes, {what}||{} MB|", memory * 1024 / 1_000_000);
    }
}
