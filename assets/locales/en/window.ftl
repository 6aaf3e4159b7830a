# The window: screens, buttons, and what they say. Terms of the field stand in terms.ftl.

app-title = Pulang
app-purpose = Case files for bringing people home. Everything stays on this laptop.
language = Language

## what stands around every screen

shell-skip = Skip to the page
shell-nav = Areas
shell-always = Always in reach
shell-back = Back
shell-redo = Redo
shell-shortcuts = Shortcuts
shell-training = Training vault: everybody in here is invented
nav-settings = Settings and help
dialog-close = Close
load-wait = One moment …
page-previous = Previous
page-next = Next
notice-saved = Saved {$at}
notice-made = {$kind} {$ref} made
notice-undone = Taken back: {$deed} ({$at})
notice-redone = Done again: {$deed} ({$at})

## when something is refused

failure-fault = Something went wrong inside the app.
failure-fault-do = What was saved is still there. Try again; if it happens again, lock the vault and open it once more.
failure-go-to = Go to “{$field}”
summary-heading =
    { $count ->
        [one] One thing is still missing
       *[other] {$count} things are still missing
    }
summary-missing = “{$field}” is needed
summary-nobody = Choose at least one person
summary-question = “{$field}” can be read in more than one way
summary-unread = “{$field}” could not be read

## keys

shortcut-what = What it does
shortcut-keys = Keys
shortcut-rows = In a table: row above, row below
shortcut-choose = Choose the row
shortcut-range = Choose up to here
shortcut-all = Choose all rows
shortcut-close = Close, or put back what stood there

## unlock and first run

unlock-heading = Unlock the vault
unlock-officer = Officer's name
unlock-passphrase = Passphrase
unlock-show = Show what is typed
unlock-submit = Unlock
unlock-busy = One moment, the key is being worked out …
unlock-wait =
    { $seconds ->
        [one] Wait 1 second, then try again
       *[other] Wait {$seconds} seconds, then try again
    }
unlock-folder = The data lives in {$folder}
vault-heading = Make a new vault
vault-lead = One encrypted vault holds all cases on this laptop. Nothing is sent anywhere.
vault-officer-missing = The officer's name is needed
vault-office = Office code
vault-office-hint = Two to six letters, such as PNH. It begins every reference number.
vault-office-missing = The office code is needed
vault-generated = Make a passphrase for me
vault-generated-hint = Six words, shown once on the next page.
vault-own = I type my own
vault-own-hint = At least five words that do not belong together.
vault-own-label = Own passphrase
vault-passphrase-missing = Type a passphrase, or have one made
vault-begin = Make the vault
vault-training = Training vault
vault-training-hint = A training vault is filled with an invented case to learn with. It never mixes with real ones.
vault-finish = I have written it down: finish
recovery-heading = Write these down now
recovery-passphrase = Passphrase
recovery-passphrase-hint = It opens the vault every day. It is shown only this once.
recovery-key = Recovery key
recovery-key-hint = If the passphrase is lost, only this opens the vault. Write it on paper and keep it in the office safe, away from the laptop.
recovery-typed = Type the recovery key back, to be sure that it is written down right

## rescues and people

rescues-new = New rescue
rescues-older = Show earlier rescues
rescues-import = Add people
rescues-people =
    { $count ->
        [one] 1 person
       *[other] {$count} people
    }
rescues-empty = No rescue yet
rescues-empty-do = Add the people that came in, or begin with the rescue's date and place.
rescues-when = When
rescues-where = Where
roster-empty = Nobody in this rescue yet
roster-empty-do = Add people: paste their names from a message or a sheet, choose a file, or type person by person.
roster-add-event = Add event
roster-dossier = Dossier
tab-roster = Roster
tab-timeline = Timeline
tab-details = Details
tab-summary = Summary
select-all = All
select-one = Choose {$name}
select-count =
    { $count ->
        [one] 1 person chosen
       *[other] {$count} people chosen
    }
select-hint = None chosen
select-more = More
people-name = Name
people-birth = Birth
people-document = Document
people-stage = Stage
people-where = Where, and who has them
people-where-unknown = Not recorded
people-conflicts =
    { $count ->
        [one] 1 difference to settle
       *[other] {$count} differences to settle
    }
people-find-hint = Name, called name or number
people-none = Nobody found. Try another spelling.
people-empty = Nobody is on record yet. Add people begins a case for each.
timeline-empty = Nothing is on record yet.
timeline-undated = No date known
timeline-until = until {$until}
timeline-people =
    { $count ->
        [one] {$names}
       *[other] {$count} people: {$names}
    }
records-add = Add record
records-empty = No other records about this person yet.
adding-which-kind = What kind of record?
adding-about = Who it is about
adding-save-for = Save for {$count} people
about-count = For {$count} of {$all} people

## answers

answer-choose = Choose …
answer-required = (needed)
answer-add = Add …
answer-another = One more
answer-remove = Remove
answer-remove-value = Remove {$value}
answer-open = Hidden: open
answer-sealed = Sealed
answer-read-as = Read as {$value}
answer-question = What does “{$text}” mean?
answer-stopped = Reading stopped here:
hint-date = e.g. 28/6/2023, June 2023, around 2023
hint-time = e.g. 28/6/2023 21:04
hint-age = e.g. 17, or around 30
hint-money = e.g. 50 USD
hint-phone = e.g. +62 812 …
hint-mrz = Both or all three lines
standing-label = Why there is no answer: {$field}
standing-answer = –
picker-find = Type to find …
picker-add = Type to add …
picker-other = Type to choose another …
picker-found = Found
picker-none = Nothing found
picker-make = New {$kind}: {$name}
conflict-heading = {$field}: two answers stand side by side
conflict-who = {$author}, {$at}, laptop {$device}
conflict-take = Take this one

## taking in a list

import-heading = Add people
import-heading-for = Add people to {$rescue}
import-lead = Paste a list, choose a file, or type person by person. You see every row before anything is written.
import-paste = Pasted list
import-paste-hint = One person a line; columns from a sheet are kept apart by themselves
import-read = Read the list
import-pick = Choose a file
import-kinds = Excel (xlsx), OpenDocument (ods), csv and tsv, up to 20,000 rows
import-preview =
    { $count ->
        [one] {$source}: 1 person
       *[other] {$source}: {$count} people
    }
import-sheet = Sheet
import-flags =
    { $count ->
        [0] Nothing is doubtful
        [one] 1 doubtful cell
       *[other] {$count} doubtful cells
    }
import-again = Another list
import-columns =
    { $passed ->
        [0] Columns ({$count})
       *[other] Columns ({$count}; {$passed} passed over)
    }
import-column-none = Pass over
import-into = These people belong to
import-into-existing = A rescue on record
import-which-rescue = Choose the rescue
import-create =
    { $count ->
        [one] Create 1 person
       *[other] Create {$count} people
    }
import-undo-hint = One undo takes the whole list back.
import-done =
    { $count ->
        [one] 1 person taken into {$rescue}
       *[other] {$count} people taken into {$rescue}
    }
import-table = The list as it would be taken in
import-row = Row
import-notes = Notes
import-take-row = Take in row {$row}
import-left-out = Left out
import-skipped =
    { $count ->
        [one] 1 row is passed over
       *[other] {$count} rows are passed over
    }
import-skipped-row = Row {$row}: {$why}

## dossier

dossiers-heading = Dossier: {$title}
dossiers-profile = Who receives it
dossiers-which-profile = Choose who receives it
dossiers-language = Language
dossiers-second = Second language beside the labels
dossiers-second-none = None
dossiers-reason = Why it leaves
dossiers-overriding = Include people without the consent that this recipient needs
dossiers-override = Reason for the exception
dossiers-override-hint = The reason prints on the cover. A refusal cannot be overridden.
dossiers-ask-consent = Ask for consent
dossiers-override-missing = The exception needs a reason
dossiers-prepare = Prepare the preview
dossiers-preview =
    { $pages ->
        [one] Copy {$copy}: 1 page
       *[other] Copy {$copy}: {$pages} pages
    }
dossiers-change = Change what is asked
dossiers-pages = Pages
dossiers-page-alt = Page {$page} as it will be printed
dossiers-left-out =
    { $count ->
        [one] 1 person is left out
       *[other] {$count} people are left out
    }
dossiers-included =
    { $count ->
        [one] 1 person is in it
       *[other] {$count} people are in it
    }
dossiers-missing = Missing for lack of consent
dossiers-size = Size
dossiers-kilobytes = {$size} kB
release-how = How it leaves
release-encrypted = Encrypted (AES-256)
release-encrypted-hint = With a generated passphrase, to be told by another channel.
release-plain = Plain, for printing
release-plain-hint = Anybody who finds the file can read it. Needs a reason.
release-reason = Why a plain copy
release-reason-missing = A plain copy needs a reason
release-save = Save the file …
released-heading = Copy {$copy} is saved
released-passphrase = Passphrase of this copy
released-passphrase-hint = Shown only this once. Tell it by telephone or in person, never together with the file.
released-path = File
released-ledger = The release is in the ledger and cannot be undone.

## settings and help

settings-looks = How it looks
settings-theme = Light or dark
theme-system = As the system
theme-light = Light
theme-dark = Dark
settings-size = Size of text
settings-percent = {$size} %
settings-folder = Where the data lives
settings-carry = To carry it to another laptop, lock the vault, copy this whole folder to a stick and open it there with the same passphrase.
settings-carry-warning = Work goes on in one of the two copies only; two copies are never joined by copying.

## finding

found-exact = as written
found-spelling = another spelling
found-script = look-alike letters
found-beginning = begins like it
found-slip = a letter differs
act-generate = Invented people made

## statistics

stat-helped = Helped
stat-rescued = Brought out
stat-sheltered = Sheltered
stat-returned = Brought home
stat-several = several
stat-not-recorded = not recorded
stat-withheld = withheld
stat-least = Counts of fewer than {$least} people, and what would give them away, are withheld.
stat-total = Total
stat-median = median
stat-days = days
by-province = Province of origin
by-regency = Regency of origin
by-sex = Sex
by-age = Age
by-company = Company
by-site-province = Province of the site
by-means = Means of control
by-finding = Finding of the authority
by-month = Month
by-year = Year

ui-movements = Movements
today-conflicts =
    { $count ->
        [one] 1 field holds two values
       *[other] { $count } fields hold two values
    }
today-due = Due
today-nothing = Nothing is due.
today-what = What
today-overdue = Overdue
today-flights = Flights ahead
today-no-flight = No flight is planned.
today-beds = Beds
today-shelter = Shelter
today-tonight = Tonight
today-capacity = Capacity
today-nights = The next 14 nights
today-over = More people than beds
today-later = Show later ones: { $count } lines in all
movements-older = Show earlier movements
movements-permits = Exit permits
movements-empty = No movement yet
movements-empty-do = Choose people in a rescue and add a movement: an extraction, a transfer, a flight.
movements-way = From and to
movements-blocked = { $count } may not go yet
movements-ready = Everybody may go
movements-may-go = May go
movements-details = Details
movements-manifest = Manifest for the airline
movements-overridden = Overridden
movements-override = Override
movements-override-also = Also for
movements-open-record = Open the record
permits-empty = Nobody is waiting for an exit permit.
permits-submit = Mark as submitted
permits-issue = Mark as issued
permits-all = Choose everybody
permits-more = Show more people
permits-due = Still due
permits-from = Valid from
permits-moved = { $count } permits moved on
ident-told =
    { $count ->
        [one] The story has been told once
       *[other] The story has been told { $count } times
    }
ident-findings = What authorities decided
ident-differ = The findings differ
ident-screening = Screening
ident-no-verdict = This shows what was said and by whom. It decides nothing.
ident-supported = Supported
ident-contradicted = Answers differ
ident-missing = Not answered
ident-against = Answered no
ident-chain = What happened, in order
standing-set = Set by an officer
standing-records = from the records: { $stage }
standing-because = because of
standing-other = Set another stage
spending-title = Money spent
spending-kind = Kind
spending-alone = For this person alone
spending-shared = Together with others
## duplicates and links

ground-document = the same document number
ground-name = the same name
ground-spelling = the same name in another spelling
ground-birth = the same day of birth
ground-birth-near = days of birth one slip apart
ground-birth-maybe = dates of birth that may be the same
ground-phone = the same phone
ground-family-phone = the same phone in the family
ground-regency = the same regency
ground-province = the same province
ground-parent = the same parent
ground-other-name = another name
ground-other-birth = another date of birth
ground-other-sex = another sex
ground-other-origin = another origin
ground-other-parents = other parents
strength-of-possible = worth a look
strength-of-probable = probable
strength-of-strong = hardly chance
duplicate-row = May be {$name} {$ref}, {$why}
tie-phone = Phone
tie-account = Account or payment
tie-vehicle = Vehicle

# corrections
correct-entry = Correct
correct-lead = What was written stays. Say only what is otherwise: a new entry stands beside this one and names it.
correct-nothing = Change what is wrong first.
correct-by = Corrected by
entry-corrected = Corrected by a later entry
lasting-note = Entries of this kind are not changed once they are written. What is wrong is corrected by a new entry.
remove-record = Remove
remove-lead = For what was entered by mistake. The record leaves every page and every figure. The log keeps it, and Ctrl+Z brings it back.
notice-removed = {$kind} {$ref} removed
remove-chosen =
    { $count ->
        [one] Remove 1 record
       *[other] Remove {$count} records
    }
notice-removed-many =
    { $count ->
        [one] 1 record removed
       *[other] {$count} records removed
    }
records-choose = Choose {$title}

# the same answer for a group
set-heading = Set a field
set-which = Which field
set-done = { $field }: written for { $count }
