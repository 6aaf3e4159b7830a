# The window's rooms: palette, tables, exchange, intake by voice, consent and interviews, settings, help.

## palette and keys

palette-heading = Search people and commands
palette-hint = Name, called name, number, or what to do
palette-command = Command
shortcut-service = Record a service for this person or for those chosen
shortcut-settle = In the inbox: keep mine, theirs, both

## tables

table-menu = Table
table-columns = Columns
table-take = Take out the table
table-lead = The table as it is shown now, as xlsx or csv. The reason goes into the ledger.
table-reason-missing = Say why the table leaves
table-taken = Table {$copy} is saved: {$path}
people-reference = Reference
filter-stage = All stages
filter-holder = Everybody who has them
timeline-filter = Show only

## tabs

tab-tasks = Tasks
tab-documents = Documents
tab-handover = Handover
tab-needs = Needs and services
tab-travel = Permits and travel
tab-family = Family and origin
records-add-kind = Add: {$kind}
records-none = Nothing on record yet: {$kind}
handover-lead = Choose who receives a dossier about these people. Consent decides for each person; every page is shown before anything leaves.

## exchange

exchange-inbox = Inbox
exchange-inbox-empty = Nothing to settle: no two answers stand against each other.
exchange-inbox-keys = M keeps mine, T keeps theirs, B keeps both in sight for good. No answer is lost: all stay in the history.
exchange-settled = Settled: {$field}
exchange-look = Look at the record
exchange-partners = Partners
exchange-no-partners = No colleague's laptop is known yet
exchange-no-partners-do = Save your card and give it to your colleague; choose the card that you were given, and compare the words by telephone or in person.
exchange-laptop = {$office}, laptop {$letter}
exchange-export-lead = What these laptops do not hold yet, sealed so that only they can open it.
exchange-for = For
exchange-nobody = Choose at least one laptop
exchange-write = Write the bundle …
exchange-written =
    { $count ->
        [one] Written: 1 entry of the log, {$size} kB
       *[other] Written: {$count} entries of the log, {$size} kB
    }
exchange-import-lead = Choose the bundle that a colleague gave you. It is checked to its end before anything is taken in.
exchange-from = Signed by
exchange-holds = In it
exchange-batches =
    { $count ->
        [one] 1 entry of the log
       *[other] {$count} entries of the log
    }
exchange-sound = The bundle is whole and was not altered.
exchange-take = Take it in
exchange-taken =
    { $count ->
        [0] Nothing new from {$sender}
        [one] 1 new entry from {$sender}
       *[other] {$count} new entries from {$sender}
    }
exchange-digest = State after it: {$digest}. The same on both laptops when both hold the same.
exchange-to-inbox =
    { $count ->
        [one] Settle 1 difference
       *[other] Settle {$count} differences
    }
exchange-files =
    { $count ->
        [one] One file came with it.
       *[other] { $count } files came with it.
    }
exchange-files-lacking =
    { $count ->
        [one] One file is named here and has not come. This laptop asks for it with its next bundle.
       *[other] { $count } files are named here and have not come. This laptop asks for them with its next bundle.
    }
exchange-files-left =
    { $count ->
        [one] One file stayed here: it is damaged, or too large for an e-mail. Send it by stick, without parts.
       *[other] { $count } files stayed here: damaged, or too large for an e-mail. Send them by stick, without parts.
    }
exchange-waiting =
    { $count ->
        [one] 1 thing is named and has not come yet. It is shown when it comes.
       *[other] {$count} things are named and have not come yet. They are shown when they come.
    }
exchange-own = This laptop
exchange-own-hint = Read these words to your colleague when you hand over the card; a telephone reads them off the code.
exchange-card-save = Save my card …
exchange-card-saved = The card is saved: {$path}
exchange-card-pick = Choose a colleague's card
exchange-compare = Does {$name} show the same words? Ask by telephone or in person.
exchange-trust = The words are the same: trust it
exchange-trusted = Trusted: {$name}

exchange-all = Everything once more, whatever they are known to hold
exchange-parts = In parts that go by e-mail
exchange-aside = {$count} entries stand aside: they could not be vouched for.
exchange-revoked = trust ended {$at}
exchange-since = trusted since {$at}
exchange-last = last bundle {$at}
exchange-revoke = End the trust
exchange-revoke-lead = What {$name} wrote by now stands; what it writes later stands aside. This cannot be taken back.
exchange-disputed = Both are kept in sight
exchange-apart = Removed on one laptop, edited on another
exchange-quarantined = {$count} changes of laptops that are no longer trusted stand aside.
exchange-imports = Bundles taken in
exchange-set-aside = Set aside
exchange-take-back = Take in again

## intake by voice

grid-heading = Type person by person
grid-lead = One person a line. Tab goes on, Enter begins the next person. Nothing is needed but the name.
grid-name = Name
grid-sex = Sex
grid-birth = Age or birth date
grid-document = Document
grid-cell = {$cell}, person {$row}
grid-hint = You see every line before anything is written.
grid-read =
    { $count ->
        [one] Look at 1 person
       *[other] Look at {$count} people
    }

## consent and interviews

consent-lead = Read this out first, in the person's own language, and wait for questions.
consent-who = I work for your embassy. I would like to give what you told us to the recipient that I name now, and to nobody else.
consent-what = I tell you what they would get and what they would use it for. They get nothing more than that.
consent-choice = You can say yes, no, or yes to a part of it. You can think about it first.
consent-later = You can take your yes back at any time. What was handed over before cannot always be called back.
consent-help = If you say no, we help you all the same.
consent-read = I have read it out
told-lead = Others may have asked already. Look here first, so that nobody has to tell it again.
told-times =
    { $count ->
        [0] has not told the story yet, as far as is on record
        [one] has told the story once
       *[other] has told the story {$count} times
    }
told-go-on = Go on with a new interview

## settings and help

settings-kept = Kept
settings-dates = A date such as 3/4/2026
dates-day-first = Day first
dates-month-first = Month first
dates-ask = Ask each time
flow-night = A list in the night
flow-night-1 = Rescues, Add people: paste the names, choose the file, or drop it on the window.
flow-night-2 = Look at what is doubtful. A column that can be read in two ways is one question.
flow-night-3 = Give date and place, then create everybody at once. One undo takes it back.
flow-voice = No list, only voices
flow-voice-1 = Add people, Type person by person: name, sex, age or birth date, document.
flow-voice-2 = Enter begins the next person; then look and create.
flow-event = One event for many
flow-event-1 = Choose the people: Shift for a range, Ctrl+A for all.
flow-event-2 = Add event, untick the exceptions, save.
flow-service = Record a service
flow-service-1 = Press S on a person or on those chosen. What you gave last is offered.
flow-handover = Hand over a dossier
flow-handover-1 = In a rescue, Handover: choose the recipient. You see what it gets and what it never gets.
flow-handover-2 = Look at every page, then save it encrypted, or plain with a reason.
flow-exchange = Work with a colleague's laptop
flow-exchange-1 = Exchange, Partners: trade cards once and compare the words.
flow-exchange-2 = Export writes a bundle; Import takes one in; Inbox shows where two answers differ.
flow-correct = Put something right
flow-correct-1 = Type over the answer; it is saved on leaving the field. Ctrl+Z takes any deed back.
flow-leave = Leave the laptop
flow-leave-1 = Ctrl+L locks. What was typed is saved first.

## statistics

stats-from = From
stats-to = To
stats-of = Whom
stats-by = By
stats-for = For
stats-exact = Inside the office: exact
stats-ministries = Between ministries: from 5
stats-public = The public: from 11
stats-look = Look at it on paper
stats-printed = Table {$copy} was sent to the printer
file-add = Add a file
file-choose = Choose a file
file-choose-other = Choose another file
file-open = Hidden: open the picture
file-save = Save a copy
file-reason = Why does it leave?
file-saved = Saved: { $path }
file-not-here = Not on this laptop yet
file-facts = { $type }, { $size } kB
file-page-alt = Page { $page } of the file
photo-open = Photo: hidden, open
photo-alt = Photo of { $name }
tab-history = History
history-caption = What was written, by whom, when and where from
history-field = Field
history-value = Value
history-who = Who
history-when = When
history-laptop = Laptop
history-from = From
history-restore = Restore
history-now = now
history-restore-value = Restore { $value }
history-empty = Nothing was written yet.

cases-tab = Other systems
cases-export = Export cases
cases-lead = In the file are only people who have said yes to this recipient, with what that recipient may know. Sealed answers and counselling never leave.
cases-kind = Kind of file
cases-htcds = HTCDS 2.0, the standard of IOM (xlsx or csv)
cases-xlsx = Workbook, one sheet for each kind of record
cases-jsonl = Lines of JSON, one record each
cases-whom = Which people
cases-all = Everybody
cases-period = Those helped in a period
cases-for = Recipient
cases-any-purpose = Any that they agreed to
cases-look = See what would leave
cases-people = People in the file: { $count }
cases-records = Records
cases-left-out = People left out
cases-beside = No exact counterpart in HTCDS: in a column of our own
cases-absent = Not in the file: no place for it
cases-hint = The reason and the people go into the ledger before the file is written.
cases-nobody = Nobody asked for may be in it.
cases-import = Take in an HTCDS file
cases-import-lead = You see every row, every doubt and who may be on record already before anything is written. One undo takes it back.
import-into-none = No rescue: each is a case of its own
import-done-alone = People taken in: { $count }

## papers
papers-room = Papers
papers-ledger = Ledger
papers-receipts = Answers
papers-notices = Notices
papers-verify = Verify a file
papers-sheets = Sheets to print
papers-filter = Recipient, code or officer
papers-state = State
papers-every = All
papers-outdated = Out of date
papers-current = Up to date
papers-not-known = Content not known
papers-about = Who has something about
papers-copies = { $count } copies
papers-copy = Copy
papers-holder = Who has it
papers-answer = Answer
papers-why = Why it left
papers-people = { $count } people
papers-what = What is out of date: { $count }
papers-code-missing = The code or the number of the copy is needed
papers-reason-missing = A refusal or a question needs words
papers-taken = The answer to copy { $copy } for { $recipient } is in the ledger.
papers-answered = Referral { $reference } is answered.
papers-left = Referral { $reference } also names people who are not in this copy: it still waits.
papers-receipt-file = A signed file
papers-receipt-file-lead = The recipient's laptop writes it; its signature is checked.
papers-receipt-page = What stands on the signed page
papers-code = Verification code, or number of the copy
papers-accepted = Accepted
papers-refused = Refused
papers-question = Question
papers-reason = In the recipient's words
papers-by = Who signed
papers-signed-on = Day on the page
papers-receipt-save = Write the answer down
papers-verify-lead = A dossier, a notice or an answer: says who made it and whether a byte was changed.
papers-unaltered = Unaltered since it was signed
papers-known = This laptop knows who signed it.
papers-stranger = This laptop does not know who signed it: anybody can call themselves that office.
papers-office = Office
papers-notice-title = Copy { $copy }: { $recipient }
papers-notices-none = Nobody holds a copy that is known to be out of date.
papers-notice-make = Make the notice
papers-notice-sent = It was sent
papers-owed =
    { $count ->
        [one] 1 holder of an old copy is still to be told
       *[other] { $count } holders of old copies are still to be told
    }
papers-which-sheet = Which sheet
papers-sheet-about = About whom or what
papers-sheet-manifest = Flight manifest
papers-sheet-roster = Shelter roster with beds
papers-sheet-statement = Statement to sign
papers-sheet-expenses = Expense sheet
papers-print = On paper, by this laptop's printer
papers-print-hint = The very bytes on the screen, from memory: no file is written. Needs a reason.
papers-print-now = Print
papers-printed = Copy { $copy } went to the printer
# this laptop in its office
office-title = This office
office-none = No office has given this laptop a letter yet. It numbers with six consonants of its own, and these references stay good. Ask the laptop that founded the office, or found it here when this is the first.
office-letter-taken = Another laptop has this laptop's letter. Until it has one of its own again, it numbers with six consonants. Ask the office for another letter.
office-letter-lost = This laptop was copied or put back to a backup, so its letter is no longer its own. It numbers with six consonants until the office gives it another.
office-words-hint = Read these words to every colleague whose laptop joins.
office-member-hint = The words of the office, as they were compared.
office-trusted = Laptops of {$office} are trusted
office-distrust = No longer trust this office
office-distrust-lead = Laptops of {$office} that are trusted by their office alone are no longer trusted on this laptop. What came from them stays.
office-rival = Somebody founded {$office} a second time. Agree which one is the office: a laptop that founded one for itself and enrolled nobody may still join the other. Until then both give the same letters. The other one's words:
office-key-hand = Hand the office's key on …
office-key-take = Take the office's key …
office-key-for = To which laptop of the office
office-key-lead = Whoever holds the office's key enrols laptops, and all offices that trust this one trust them. Only for the head, and with a reason that is kept.
office-key-save = Save the key for it …
office-key-saved = The key is saved: {$path}. Only that laptop can open it.
office-key-taken = This laptop enrols laptops of {$office}, too, from now on.
office-key-nobody = No other laptop of this office is known here. Enrol it first.
office-by = by its office
office-enrol = Enrol a laptop: its request …
office-request = Ask for a letter: save the request …
office-answer = Take the office's answer …
office-found = This is the first laptop: found the office
office-request-saved = The request is saved: {$path}. Give it to the head of the office.
office-compare-request = A laptop asks to join {$office}. Does it show the same words? Ask by telephone or in person.
office-enrol-do = The words are the same: enrol it and save the answer …
office-enrolled = Enrolled: {$office}, laptop {$letter}. Give the answer back to your colleague.
office-compare-answer = {$office} gives this laptop the letter {$letter}. Does the laptop that founded the office show the same words? Ask by telephone or in person.
office-join-do = The words are the same: join the office
office-joined = This laptop is {$office}, laptop {$letter} from now on.
office-compare = The words of its office, {$office}:
keys-title = Who else can read bundles
keys-escrow = The ministry's key (escrow)
keys-escrow-none = Bundles can be read only by the laptops that they are for.
keys-escrow-held = Every bundle can be read with this key as well:
keys-escrow-drop = Remove it
keys-own-lead = This laptop's own key is a readable file: whoever has it can read every bundle for this laptop. Only for the head, and with a reason that is kept.
keys-own-save = Save this laptop's key …
keys-saved = The key is saved: {$path}. You are asked about this file until it is gone.
office-code = QR code that says these words
office-trust = Both are the same: trust every laptop of its office
vault-office-which = The office
vault-office-new = This is its first laptop
vault-office-new-hint = It founds the office and gives later laptops their letters.
vault-office-join = The office has a laptop already
vault-office-join-hint = Ask it for a letter afterwards, in Exchange, Partners.
