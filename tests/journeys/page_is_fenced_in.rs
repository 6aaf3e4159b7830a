//! A script that got into the page finds no way out: no network, no other page, no command that is not listed.

use std::net::{TcpListener, TcpStream};
use std::time::Duration;

use crate::support::{Rig, Window};

/// Runs one line of script and returns what it gave, as text.
fn gives(window: &Window, expression: &str) -> String {
    let script = format!(
        "const done = arguments[0];
         Promise.resolve().then(() => ({expression})).then(v => done('gave ' + v), e => done('refused ' + e));"
    );
    window.script(&script).unwrap().as_str().unwrap().to_owned()
}

#[test]
fn a_script_finds_no_tauri_and_changes_no_prototype() {
    let rig = Rig::start();
    let window = rig.open();
    window.find("body");

    assert_eq!(gives(&window, "typeof window.__TAURI__"), "gave undefined");
    assert_eq!(gives(&window, "Object.isFrozen(Object.prototype)"), "gave true");
    assert!(gives(&window, "eval('1')").starts_with("refused"));
    assert!(gives(&window, "new Function('return 1')()").starts_with("refused"));
}

#[test]
fn no_script_reaches_a_server_even_on_this_machine() {
    let server = TcpListener::bind("127.0.0.1:0").unwrap();
    let at = server.local_addr().unwrap();
    drop(TcpStream::connect(at).unwrap());
    server.accept().expect("the server hears whoever reaches it");
    server.set_nonblocking(true).unwrap();
    let rig = Rig::start();
    let window = rig.open();
    window.find("body");

    for way_out in [
        "fetch(url)",
        "new WebSocket(url.replace('http', 'ws'))",
        "new EventSource(url)",
        "navigator.sendBeacon(url, 'x')",
        "new Worker(url)",
        "import(url)",
        "new Image().src = url",
        "new Audio(url).play()",
        "document.body.append(Object.assign(document.createElement('iframe'), { src: url }))",
        "document.head.append(Object.assign(document.createElement('script'), { src: url }))",
        "document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url }))",
        "document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href: url }))",
        "document.body.appendChild(Object.assign(document.createElement('form'), { action: url })).submit()",
    ] {
        // Whether the page is told does not matter here, only whether anything arrives.
        let tried = format!(
            "const url = 'http://{at}/'; try {{ {way_out} }} catch (e) {{}} setTimeout(arguments[0], 150);"
        );
        let _told = window.script(&tried);
        assert!(server.accept().is_err(), "reached the server: {way_out}");
    }
    std::thread::sleep(Duration::from_millis(500));
    assert!(server.accept().is_err(), "something reached the server late");
    assert!(gives(&window, "fetch('http://127.0.0.1:9/')").starts_with("refused"));
}

#[test]
fn no_other_page_and_no_second_window_opens() {
    let rig = Rig::start();
    let window = rig.open();
    window.find("body");

    let leave = "location.href = 'https://example.org/'; setTimeout(arguments[0], 500);";
    // The driver may lose its place when the page tries to leave; where the page is decides.
    let _lost = window.script(leave);
    assert_eq!(gives(&window, "location.origin"), "gave tauri://localhost");
    assert_eq!(gives(&window, "window.open('https://example.org/')"), "gave null");
    assert_eq!(gives(&window, "location.origin"), "gave tauri://localhost");
}

#[test]
fn a_command_that_is_not_listed_is_denied() {
    let rig = Rig::start();
    let window = rig.open();
    window.find("body");

    for command in [
        "plugin:window-state|save_window_state",
        "plugin:window|close",
        "plugin:webview|create_webview_window",
        "plugin:path|resolve_directory",
        "plugin:app|version",
        "plugin:event|emit",
        "plugin:dialog|open",
        "plugin:shell|execute",
        "no_such_command",
    ] {
        let outcome = gives(&window, &format!("window.__TAURI_INTERNALS__.invoke('{command}', {{}})"));
        assert!(outcome.starts_with("refused"), "{command}: {outcome}");
    }
}
