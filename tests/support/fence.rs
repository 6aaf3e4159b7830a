//! What a script tries that got into the page. One list, for the journey that asserts and for the attack that counts.

use std::net::{SocketAddr, TcpListener, TcpStream};
use std::time::Duration;

use super::Window;

/// Ways by which a page reaches a server at `url`.
pub(crate) const WAYS_OUT: [&str; 13] = [
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
];

/// Commands that no capability lists.
pub(crate) const UNLISTED: [&str; 9] = [
    "plugin:window-state|save_window_state",
    "plugin:window|close",
    "plugin:webview|create_webview_window",
    "plugin:path|resolve_directory",
    "plugin:app|version",
    "plugin:event|emit",
    "plugin:dialog|open",
    "plugin:shell|execute",
    "no_such_command",
];

/// Runs one line of script and returns what it gave, as text.
pub(crate) fn gives(window: &Window, expression: &str) -> String {
    let script = format!(
        "const done = arguments[0];
         Promise.resolve().then(() => ({expression})).then(v => done('gave ' + v), e => done('refused ' + e));"
    );
    window.script(&script).unwrap().as_str().unwrap().to_owned()
}

/// Asks the program for a command, as a script in the page does.
pub(crate) fn asks_for(window: &Window, command: &str) -> String {
    gives(window, &format!("window.__TAURI_INTERNALS__.invoke('{command}', {{}})"))
}

/// A server on this machine that hears whoever reaches it.
pub(crate) struct Ear(TcpListener, SocketAddr);

impl Ear {
    pub(crate) fn open() -> Self {
        let server = TcpListener::bind("127.0.0.1:0").unwrap();
        server.set_nonblocking(true).unwrap();
        let at = server.local_addr().unwrap();
        let ear = Self(server, at);
        ear.knock();
        assert!(ear.hears(), "the server hears whoever reaches it");
        ear
    }

    /// Reaches the server, as nothing in the page may.
    pub(crate) fn knock(&self) {
        drop(TcpStream::connect(self.1).unwrap());
    }

    /// Whether anybody came since it was asked last.
    pub(crate) fn hears(&self) -> bool {
        self.0.accept().is_ok()
    }

    /// Whether that way out, tried in the page, reaches the server. Whether the page is told does not matter here.
    pub(crate) fn reached_by(&self, window: &Window, way_out: &str) -> bool {
        let tried = format!(
            "const url = 'http://{}/'; try {{ {way_out} }} catch (e) {{}} setTimeout(arguments[0], 150);",
            self.1
        );
        let _told = window.script(&tried);
        self.hears()
    }

    /// Whether anything arrives a little later.
    pub(crate) fn reached_late(&self) -> bool {
        std::thread::sleep(Duration::from_millis(500));
        self.hears()
    }
}
