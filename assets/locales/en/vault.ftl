### The vault itself, as the window speaks of it: locking, officers, the way back, backups, the audit.

## locking and pausing

lock-idle = Locked because nobody touched the machine.
lock-longest = Locked because the vault had been open for eight hours.
lock-sleep = Locked because the machine went to sleep.
lock-screen = Locked together with the screen.
pause-verb = Pause
pause-heading = A short break
pause-text = We go on when you are ready.
pause-go-on = Go on
draft-heading = What you were writing
draft-lead = It was kept when the vault was locked. Nothing of it is saved yet.
settings-lock = Lock by itself
settings-lock-after = When nobody touches the machine for
settings-minutes = { $minutes } min
settings-lock-hint = It is locked too when the machine sleeps or its screen is locked, and after eight hours in any case. What is being written is kept.

## the sheet for the safe

sheet-secret = SECRET: FOR THE SAFE
sheet-key = Recovery key
sheet-share = Recovery share
sheet-key-lead = Whoever holds this page can open the vault. Lock it away, apart from the laptop, and keep no picture or file of it.
sheet-share-lead = Any two of the three shares open the vault; one alone says nothing. Give each to another person, and keep no picture or file of it.
sheet-letters = To type
sheet-code = To scan
sheet-use = When every passphrase is lost: type: pulang vault recover. O and 0, I and 1 may be mixed up; blanks and dashes do not matter.

## officers

vault-tab-general = General
officers-heading = Who can open the vault
officers-you = you
officers-officer = Officer
officers-counsellor = Counsellor
officers-head = Head of office
officers-role = Role
officers-roles = A role guides and is logged: only the head lets people in and out, only counsellors see counselling. It is no wall: whoever can unlock the vault could read all of it with other programs.
officers-add = Let somebody in
officers-remove = Shut out
officers-remove-lead = Everything here is encrypted with a new key, and what { $name } knows opens it no more. Backups made before, on sticks or elsewhere, stay open to { $name }: collect and delete them, and make new ones.
officers-removed = { $name } is shut out. Make a new backup now.
officers-shown = Passphrase: { $name }
officers-written = It is written down
officers-own = Your passphrase
officers-old = Your passphrase as it is now
officers-change = Change it
officers-rekey = New key for everything
officers-rekeyed = Everything has a new key. Make a new backup now.
officers-rekey-hint = After a theft, or when somebody may have copied the vault: a new key makes their copy worth nothing for what is written from now on. What they copied they can still read if they know a passphrase of that time.

## the way back

recovery-tab = Recovery
recovery-drill = Do the sheets still work?
recovery-drill-lead = Fetch the recovery key or two of its shares from the safe and type them here. Nothing is changed; that it was tried stands in the audit.
recovery-two = Two shares: leave an empty line between them.
recovery-drill-do = Try them
recovery-held = They open this vault.
recovery-sheet = Key as a page
recovery-shares = Three shares as pages
recovery-sheet-hint = The page is a file where you say: print it at once and delete it. The key itself is kept nowhere in the vault.
recovery-printed = Written to { $file }. Print it, delete it, lock the paper away.

## backups

backups-heading = Backups
backups-lead = After each day's work one is made beside the vault: seven days and four weeks are kept. Against theft and fire only one elsewhere helps, on a stick in another place.
backups-make = Back up to a folder or stick
backups-check = Check one
backups-none = There is none yet.
backups-elsewhere = elsewhere
backups-made = Written and reopened: { $place } ({ $files } files beside the register).
backups-whole = It is whole and of this vault: made { $at }, audit up to row { $rows }.
backups-restore = Put a backup back
backups-restore-lead = The vault as it is now is put aside under another name and never deleted. The backup is proven before anything is moved.
backups-passphrase = Your passphrase as it was when the backup was made
backups-restore-do = Choose the backup and put it back

## the audit

audit-tab = Audit
audit-heading = What was done in this vault
audit-lead = Codes and numbers, never contents. Nobody can change or take out a row without that being noticed.
audit-at = When (UTC)
audit-actor = Who
audit-act = What
audit-object = To what
audit-verify = Verify
audit-against = Verify against a file
audit-export = Export
audit-holds = All { $rows } rows hold.
audit-through = The audit goes through what that file holds: row { $rows }, signed { $at }.
audit-exported = { $rows } rows written, with the signed end.
audit-last = The last { $shown } of { $rows }; the export has all.

## readable copies at large

loose-heading = { $count ->
    [one] A readable copy still lies on this computer
   *[other] { $count } readable copies still lie on this computer
    }
loose-delete = Delete now
loose-keep = Keep, ask again next time
loose-settle = Handed over, stop asking
loose-reason = To whom, or why it stays
loose-deleted = Deleted. A stick or an SSD may keep traces of it.
loose-still = { $n ->
    [one] A readable copy still lies where it was written: pulang ledger loose
   *[other] { $n } readable copies still lie where they were written: pulang ledger loose
    }
loose-away = out of reach
loose-unremembered = Nothing remembers this file, since no vault was opened: print it and delete it.
loose-sort-dossier = Dossier or printed list
loose-sort-table = Table
loose-sort-statistics = Statistics
loose-sort-cases = Cases for another system
loose-sort-file = File of a record
loose-sort-audit = Audit
loose-sort-key = This laptop's own key
loose-sort-recovery = Recovery key or share

## a secret on the clipboard, and the window before other programs

copy-verb = Copy for 10 seconds
copy-left = Taken back in { $seconds } s
settings-capture = Screenshots and shared screens
settings-capture-on = Keep the window out
settings-capture-off = Let them see it
settings-capture-none = This system has nothing that keeps other programs out.

## updates by stick

update-tab = Update
update-lead = An update comes as a file on a stick. It is proven first: that the publisher signed it, and that no byte is another. Nothing is installed here; you get the package and the command.
update-version = Version
update-here = Here
update-publisher = Publisher
update-fingerprint = Key in words
update-bytes = Bytes
update-development = This key was made while developing: whoever wants to can make such an update. Take it for tests only.
update-take = Back up and take it
update-back = Take the older one on purpose
update-taken = Backed up, proven and written. Lock the vault, close the app, and type in that folder:
update-way-back = Way back: keep the package of version { $version }. Install it again, then type: pulang vault restore --aside { $backup }. What was written after the update is then in the vault that was put aside.

## how far long work has come

progress-layout = The vault is brought to the layout of this version: step {$done} of {$of}. What is in it stays as it is.
progress-duplicates = People are compared: {$done} of {$of} pairs
progress-birthdays = People are compared: {$done} of {$of} birthdays
progress-bundle = The file is taken in: {$done} of 100 parts
progress-table = The table is gathered: {$done} of {$of} people
