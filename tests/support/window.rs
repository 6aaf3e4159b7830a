//! The window, driven as a person would: look, click, type. Every step waits until it can be done, and a journey that
//! fails leaves a picture of what was on the screen.

use std::cell::RefCell;
use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};

use super::{http, program, screenshot, until};

/// An open window. It is closed when the journey lets go of it.
pub(crate) struct Window {
    port: u16,
    session: String,
    /// The page that is driven: after a lock the window is another one.
    page: RefCell<String>,
}

impl Window {
    /// Starts the program with these arguments, under the driver on that port.
    pub(super) fn open(port: u16, arguments: &[&Path]) -> Self {
        let options = json!({ "binary": program(), "args": arguments });
        let wish = json!({ "capabilities": { "alwaysMatch": { "webkitgtk:browserOptions": options } } });
        let session = http::call(port, "POST", "/session", &wish).expect("the window opens");
        let session = session["sessionId"].as_str().unwrap().to_owned();
        Self { port, session: format!("/session/{session}"), page: RefCell::default() }
    }

    /// Makes the window as large as that, and waits until its page is.
    pub(crate) fn resize(&self, width: u32, height: u32) {
        self.post("/window/rect", &json!({ "x": 0, "y": 0, "width": width, "height": height }))
            .expect("the window takes another size");
        until("the page is as large", || {
            let size = self.script("arguments[0]([innerWidth, innerHeight])").ok()?;
            (size == json!([width, height])).then_some(())
        });
    }

    /// Waits for something to be on the page.
    pub(crate) fn find(&self, css: &str) -> String {
        until(css, || self.element(css))
    }

    /// Waits for something and clicks it.
    pub(crate) fn click(&self, css: &str) {
        until(&format!("a click on {css}"), || {
            let id = self.element(css)?;
            // What still moves, because something above it is just arriving, would be missed.
            let place = || self.get(&format!("/element/{id}/rect")).ok();
            let before = place()?;
            std::thread::sleep(Duration::from_millis(16));
            if place()? != before {
                return None;
            }
            self.post(&format!("/element/{id}/click"), &json!({})).ok()
        });
    }

    /// Waits for a field and types into it.
    pub(crate) fn type_into(&self, css: &str, text: &str) {
        until(&format!("typing into {css}"), || {
            let id = self.element(css)?;
            self.post(&format!("/element/{id}/value"), &json!({ "text": text })).ok()
        });
    }

    /// Presses one key, or several held together, as from the keyboard.
    pub(crate) fn press(&self, keys: &[&str]) {
        let down = keys.iter().map(|key| json!({ "type": "keyDown", "value": key }));
        let up = keys.iter().rev().map(|key| json!({ "type": "keyUp", "value": key }));
        let keys: Vec<Value> = down.chain(up).collect();
        let actions = json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": keys }] });
        self.post("/actions", &actions).expect("the key goes down");
    }

    /// Types where the focus is, key by key.
    pub(crate) fn press_text(&self, text: &str) {
        for key in text.chars() {
            self.press(&[key.encode_utf8(&mut [0; 4])]);
        }
    }

    /// Waits until something says this.
    pub(crate) fn sees(&self, css: &str, text: &str) {
        until(&format!("{css} says {text}"), || self.text(css).filter(|found| found.contains(text)));
    }

    /// What something says now; none when it is not there.
    pub(crate) fn text(&self, css: &str) -> Option<String> {
        let id = self.element(css)?;
        Some(self.get(&format!("/element/{id}/text")).ok()?.as_str()?.to_owned())
    }

    /// Runs a script in the page; it hands its result to its last argument.
    ///
    /// # Errors
    /// The script fails or never hands over a result.
    pub(crate) fn script(&self, script: &str) -> Result<Value, String> {
        self.post("/execute/async", &json!({ "script": script, "args": [] }))
    }

    /// Writes a picture of the page.
    pub(crate) fn picture(&self, file: &Path) {
        // The driver hands over the next frame, and a page that stands still has none.
        let nudge = "let at = 0; const beat = setInterval(() => {
            document.body.style.paddingBottom = `${at ^= 1}px`;
            if (performance.now() > end) clearInterval(beat);
        }, 50), end = performance.now() + 5000; arguments[0](true);";
        let _nudged = self.script(nudge);
        if let Ok(Value::String(picture)) = self.get("/screenshot") {
            std::fs::write(file, screenshot::decode(&picture)).unwrap();
        }
    }

    fn element(&self, css: &str) -> Option<String> {
        let found = self.post("/element", &json!({ "using": "css selector", "value": css })).ok()?;
        Some(found.as_object()?.values().next()?.as_str()?.to_owned())
    }

    fn get(&self, path: &str) -> Result<Value, String> {
        self.asks("GET", path, &Value::Null)
    }

    fn post(&self, path: &str, body: &Value) -> Result<Value, String> {
        self.asks("POST", path, body)
    }

    /// Asks the driver; where the window has gone, as with a lock, it turns to the one that took its place.
    fn asks(&self, method: &str, path: &str, body: &Value) -> Result<Value, String> {
        let answer = http::call(self.port, method, &format!("{}{path}", self.session), body);
        match answer {
            Err(trouble) if trouble.contains("no such window") && self.turns() => {
                http::call(self.port, method, &format!("{}{path}", self.session), body)
            }
            answer => answer,
        }
    }

    fn turns(&self) -> bool {
        let at = |path: &str| format!("{}{path}", self.session);
        let pages = http::call(self.port, "GET", &at("/window/handles"), &Value::Null);
        let page = pages.ok().and_then(|pages| Some(pages.as_array()?.last()?.as_str()?.to_owned()));
        let Some(page) = page.filter(|page| *page != *self.page.borrow()) else { return false };
        let turned = http::call(self.port, "POST", &at("/window"), &json!({ "handle": page })).is_ok();
        if turned {
            *self.page.borrow_mut() = page;
        }
        turned
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        let thread = std::thread::current();
        if let (true, Some(journey)) = (std::thread::panicking(), thread.name()) {
            let file =
                Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{}.png", journey.replace("::", "-")));
            self.picture(&file);
        }
        // The program may already be gone.
        let _closed = http::call(self.port, "DELETE", &self.session, &Value::Null);
    }
}
