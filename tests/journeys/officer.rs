//! The officer whose actions are counted: a click, a choice in a list and a key that is a command. Typing is not counted,
//! and neither is going from field to field.

use std::cell::Cell;
use std::fmt::Write as _;
use std::path::Path;

use crate::support::{Window, testid as id, until};

/// Does what an officer does, and counts it.
pub(crate) struct Officer<'a> {
    pub(crate) window: &'a Window,
    actions: Cell<u32>,
    table: Cell<String>,
}

impl<'a> Officer<'a> {
    pub(crate) fn at(window: &'a Window) -> Self {
        Self { window, actions: Cell::new(0), table: Cell::new(String::new()) }
    }

    fn count(&self) {
        self.actions.set(self.actions.get() + 1);
    }

    pub(crate) fn click(&self, name: &str) {
        self.click_at(&id(name));
    }

    pub(crate) fn click_at(&self, css: &str) {
        self.count();
        self.window.click(css);
    }

    pub(crate) fn choose(&self, name: &str, option: &str) {
        self.count();
        self.window.click(&format!("{} option[value='{option}']", id(name)));
    }

    pub(crate) fn press(&self, keys: &[&str]) {
        self.count();
        self.window.press(keys);
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        self.window.type_into(&id(name), text);
    }

    /// Waits until something is no longer on the page.
    pub(crate) fn waits_out(&self, name: &str) {
        until(&format!("{name} is gone"), || self.window.text(&id(name)).is_none().then_some(()));
    }

    /// Waits until so many of something are on the page.
    pub(crate) fn counts(&self, css: &str, many: u64) {
        let script = format!("arguments[0](document.querySelectorAll(`{css}`).length)");
        until(&format!("{many} of {css}"), || {
            (self.window.script(&script).ok()?.as_u64()? == many).then_some(())
        });
    }

    /// Ends a flow: what it took, and that it was within the budget.
    pub(crate) fn within(&self, flow: &str, budget: u32) {
        let took = self.actions.replace(0);
        let mut table = self.table.take();
        writeln!(table, "| {flow} | {took} | {budget} |").unwrap();
        self.table.set(table);
        assert!(took <= budget, "{flow}: {took} actions, {budget} at most");
    }

    /// Leaves the counted flows as a table beside the other results of the tests.
    pub(crate) fn leaves(self, name: &str) {
        let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::write(kept, self.table.into_inner()).unwrap();
    }
}
