"""The installed program as somebody who cannot see uses it: names and roles are read from the accessibility bus, buttons are
pressed through it, words are typed on the keyboard. A packaged program cannot be driven by WebDriver, and so is walked like this.

Run by `cargo xtask package --try`, inside a clean Debian, under Xvfb and a session bus of its own:
    dbus-run-session -- python3 walk.py PROGRAM VAULT
Ends with 0 when every step was found, else names the step and shows what was on the screen instead.
"""

import subprocess
import sys
import time

import pyatspi

PATIENCE = 60
PROGRAM, VAULT = sys.argv[1:3]


def below(node):
    """A node and everything in it. What vanishes while it is looked at is left out."""
    try:
        yield node
        for at in range(node.childCount):
            child = node.getChildAtIndex(at)
            if child is not None:
                yield from below(child)
    except Exception:  # The page was drawn anew: the next look sees it whole.
        return


def words(node):
    """What a reader says for a node: its name, else its text."""
    try:
        return node.name or node.queryText().getText(0, -1)
    except (NotImplementedError, RuntimeError):
        return ""
    except Exception:  # Gone since it was found.
        return ""


def screen():
    """Everything that the program shows, as (role, words, node)."""
    seen = []
    for app in pyatspi.Registry.getDesktop(0):
        if app is not None and app.name == "pulang":
            for node in below(app):
                try:
                    seen.append((node.getRoleName(), words(node), node))
                except Exception:
                    continue
    return seen


def until(what, look):
    """Waits until `look` finds something on the screen, and returns it."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if PULANG.poll() is not None:
            sys.exit(f"the program ended with {PULANG.returncode} before: {what}")
        found = look(screen())
        if found is not None:
            print("  ", what)
            return found
        time.sleep(0.2)
    for role, said, _ in screen():
        if said:
            print(f"{role}: {said[:100]!r}", file=sys.stderr)
    sys.exit(f"never happened: {what}")


def one(role, begins):
    def look(seen):
        return next((node for of, said, node in seen if of == role and said.startswith(begins)), None)

    return look


def sees(text):
    until(f"it says {text!r}", lambda seen: next((True for _, said, _ in seen if text in said), None))


def alert(text):
    """A refusal is told to a reader as such."""
    roles = ("alert", "notification")
    until(f"it warns {text!r}", lambda seen: next((True for role, said, _ in within(seen, roles) if text in said), None))


def within(seen, roles):
    """What stands in a node of one of these roles, and the node itself."""
    nodes = [node for role, _, node in seen if role in roles]
    return [(node.getRoleName(), words(part), part) for node in nodes for part in below(node)]


def after(heading):
    """The paragraph that follows a heading."""

    def look(seen):
        at = next((at for at, (role, said, _) in enumerate(seen) if (role, said) == ("heading", heading)), None)
        if at is None:
            return None
        return next((said for role, said, _ in seen[at:] if role == "paragraph"), None)

    return until(f"{heading} is shown", look)


def press(role, begins):
    until(f"{role} {begins!r}", one(role, begins)).queryAction().doAction(0)


def keys(*arguments):
    subprocess.run(["xdotool", *arguments], check=True)


def fill(name, text, role="entry"):
    """Goes to a field as Tab would, and types over what stands there."""
    field = until(f"{role} {name!r}", one(role, name))
    # There is no window manager here to hand the keyboard to the only window.
    keys("search", "--onlyvisible", "--name", "Pulang", "windowfocus")
    field.queryComponent().grabFocus()
    time.sleep(0.3)
    keys("key", "ctrl+a")
    keys("type", "--delay", "15", text)
    time.sleep(0.3)


def journey():
    press("toggle button", "English")
    fill("Officer's name", "Rina Contoh")
    fill("Office code", "PNH")
    press("push button", "Training vault")
    passphrase, key = after("Passphrase"), after("Recovery key")
    assert len(passphrase.split()) == 6, "six words"
    fill("Type the recovery key back", "not the key")
    press("push button", "I have written it down")
    alert("recovery key")
    fill("Type the recovery key back", key)
    press("push button", "I have written it down")

    # The acceptance case, as it came with the training vault.
    press("push button", "Poipet, first group")
    sees("Larasati")
    press("page tab", "Timeline")
    sees("16:20 WIB")
    press("push button", "Movements")
    sees("16:20 WIB")

    # After a lock the window is another one, and its page is there.
    press("push button", "Lock")
    fill("Passphrase", "six words that are not it", "password text")
    press("push button", "Unlock")
    alert("does not open")
    fill("Passphrase", passphrase, "password text")
    press("push button", "Unlock")
    sees("Poipet, first group")
    press("push button", "Lock")
    fill("Passphrase", passphrase, "password text")
    press("push button", "Unlock")
    sees("Poipet, first group")


PULANG = subprocess.Popen([PROGRAM, "--vault", VAULT, "--lang", "en"])
try:
    journey()
finally:
    PULANG.kill()
print("every step of the journey was found")
