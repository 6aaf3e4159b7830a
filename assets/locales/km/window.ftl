# បង្អួច៖ អេក្រង់ ប៊ូតុង និងអ្វីដែលវាប្រាប់។ ពាក្យបច្ចេកទេសនៅក្នុង terms.ftl។
# Every text in this file is this project's own and still wants a native reader's eye.

app-title = Pulang
app-purpose = សំណុំរឿងសម្រាប់នាំមនុស្សត្រឡប់ទៅផ្ទះវិញ។ ទិន្នន័យទាំងអស់នៅតែក្នុងកុំព្យូទ័រនេះ។
language = ភាសា

## what stands around every screen

shell-skip = រំលងទៅទំព័រ
shell-nav = ផ្នែក
shell-always = ប្រើបានជានិច្ច
shell-back = ត្រឡប់ក្រោយ
shell-redo = ធ្វើវិញ
shell-shortcuts = គ្រាប់ចុចកាត់
shell-training = ឃ្លាំងហ្វឹកហាត់៖ មនុស្សទាំងអស់នៅទីនេះជារឿងប្រឌិត
nav-settings = ការកំណត់ និងជំនួយ
dialog-close = បិទ
load-wait = សូមរង់ចាំ …
page-previous = មុន
page-next = បន្ទាប់
notice-saved = បានរក្សាទុក {$at}
notice-made = បានបង្កើត {$kind} {$ref}
notice-undone = បានដកវិញ៖ {$deed} ({$at})
notice-redone = បានធ្វើវិញ៖ {$deed} ({$at})

## when something is refused

failure-fault = មានបញ្ហានៅក្នុងកម្មវិធី។
failure-fault-do = អ្វីដែលបានរក្សាទុកនៅមាន។ សាកម្តងទៀត បើកើតឡើងទៀត សូមចាក់សោឃ្លាំង រួចបើកវិញ។
failure-go-to = ទៅកាន់ “{$field}”
summary-heading = { $count ->
       *[other] នៅខ្វះ {$count} ចំណុច
    }
summary-missing = ត្រូវបំពេញ “{$field}”
summary-nobody = ជ្រើសយ៉ាងហោចបុគ្គលម្នាក់
summary-question = “{$field}” អាចអានបានច្រើនជាងមួយបែប
summary-unread = អាន “{$field}” មិនបាន

## keys

shortcut-what = ប្រើសម្រាប់
shortcut-keys = គ្រាប់ចុច
shortcut-rows = ក្នុងតារាង៖ ជួរខាងលើ ជួរខាងក្រោម
shortcut-choose = ជ្រើសជួរ
shortcut-range = ជ្រើសរហូតដល់ទីនេះ
shortcut-all = ជ្រើសគ្រប់ជួរ
shortcut-close = បិទ ឬដាក់អត្ថបទដើមវិញ

## unlock and first run

unlock-heading = ដោះសោឃ្លាំង
unlock-officer = ឈ្មោះមន្ត្រី
unlock-passphrase = ឃ្លាសម្ងាត់
unlock-show = បង្ហាញអ្វីដែលវាយ
unlock-submit = ដោះសោ
unlock-busy = សូមរង់ចាំ កំពុងគណនាសោ …
unlock-wait = { $seconds ->
       *[other] រង់ចាំ {$seconds} វិនាទី រួចសាកម្តងទៀត
    }
unlock-folder = ទិន្នន័យរក្សាទុកនៅ {$folder}
vault-heading = បង្កើតឃ្លាំងថ្មី
vault-lead = ឃ្លាំងដែលបានអ៊ិនគ្រីបតែមួយ រក្សាករណីទាំងអស់ក្នុងកុំព្យូទ័រនេះ។ គ្មានអ្វីត្រូវបានផ្ញើទៅណាទេ។
vault-officer-missing = ត្រូវបំពេញឈ្មោះមន្ត្រី
vault-office = លេខកូដការិយាល័យ
vault-office-hint = អក្សរពីរដល់ប្រាំមួយ ដូចជា PNH។ លេខយោងទាំងអស់ចាប់ផ្តើមដោយលេខកូដនេះ។
vault-office-missing = ត្រូវបំពេញលេខកូដការិយាល័យ
vault-generated = បង្កើតឃ្លាសម្ងាត់ឱ្យខ្ញុំ
vault-generated-hint = ប្រាំមួយពាក្យ បង្ហាញតែម្តងនៅទំព័របន្ទាប់។
vault-own = ខ្ញុំវាយដោយខ្លួនឯង
vault-own-hint = យ៉ាងហោចប្រាំពាក្យដែលមិនទាក់ទងគ្នា។
vault-own-label = ឃ្លាសម្ងាត់របស់ខ្ញុំ
vault-passphrase-missing = វាយឃ្លាសម្ងាត់ ឬឱ្យកម្មវិធីបង្កើត
vault-begin = បង្កើតឃ្លាំង
vault-training = ឃ្លាំងហ្វឹកហាត់
vault-training-hint = ឃ្លាំងហ្វឹកហាត់មានករណីប្រឌិតសម្រាប់រៀន។ វាមិនលាយជាមួយករណីពិតទេ។
vault-finish = ខ្ញុំបានកត់ទុកហើយ៖ បញ្ចប់
recovery-heading = កត់ទុកឥឡូវនេះ
recovery-passphrase = ឃ្លាសម្ងាត់
recovery-passphrase-hint = ប្រើបើកឃ្លាំងរាល់ថ្ងៃ។ បង្ហាញតែម្តងនេះទេ។
recovery-key = សោសង្គ្រោះ
recovery-key-hint = បើបាត់ឃ្លាសម្ងាត់ មានតែសោនេះទេដែលអាចបើកឃ្លាំង។ សរសេរលើក្រដាស ហើយរក្សាក្នុងទូដែករបស់ការិយាល័យ ឱ្យឆ្ងាយពីកុំព្យូទ័រ។
recovery-typed = វាយសោសង្គ្រោះវិញ ដើម្បីប្រាកដថាបានកត់ត្រឹមត្រូវ

## rescues and people

rescues-new = ការជួយសង្គ្រោះថ្មី
rescues-older = បង្ហាញការជួយសង្គ្រោះមុនៗ
rescues-import = បន្ថែមបុគ្គល
rescues-people = { $count ->
       *[other] {$count} នាក់
    }
rescues-empty = មិនទាន់មានការជួយសង្គ្រោះទេ
rescues-empty-do = បន្ថែមអ្នកដែលបានមកដល់ ឬចាប់ផ្តើមដោយថ្ងៃ និងទីកន្លែងនៃការជួយសង្គ្រោះ។
rescues-when = ពេលណា
rescues-where = នៅទីណា
roster-empty = មិនទាន់មានបុគ្គលក្នុងការជួយសង្គ្រោះនេះទេ
roster-empty-do = បន្ថែមបុគ្គល៖ បិទភ្ជាប់ឈ្មោះពីសារ ឬសន្លឹកបញ្ជី ជ្រើសឯកសារ ឬវាយម្នាក់ម្តងៗ។
roster-add-event = បន្ថែមព្រឹត្តិការណ៍
roster-dossier = សំណុំឯកសារ
tab-roster = បញ្ជីឈ្មោះ
tab-timeline = លំដាប់ហេតុការណ៍
tab-details = ព័ត៌មានលម្អិត
tab-summary = សង្ខេប
select-all = ទាំងអស់
select-one = ជ្រើស {$name}
select-count = { $count ->
       *[other] បានជ្រើស {$count} នាក់
    }
select-hint = មិនទាន់ជ្រើស
select-more = ផ្សេងទៀត
people-name = ឈ្មោះ
people-birth = កំណើត
people-document = ឯកសារ
people-stage = ដំណាក់កាល
people-where = នៅទីណា និងអ្នកទទួលបន្ទុក
people-where-unknown = មិនទាន់បានកត់ត្រា
people-conflicts = { $count ->
       *[other] ភាពខុសគ្នា {$count} ត្រូវដោះស្រាយ
    }
people-find-hint = ឈ្មោះ ឈ្មោះហៅក្រៅ ឬលេខ
people-none = រកមិនឃើញ។ សាកអក្ខរាវិរុទ្ធផ្សេង។
people-empty = មិនទាន់មានបុគ្គលក្នុងកំណត់ត្រាទេ។ បន្ថែមបុគ្គល ចាប់ផ្តើមករណីសម្រាប់ម្នាក់ៗ។
timeline-empty = មិនទាន់មានកំណត់ត្រាទេ។
timeline-undated = មិនដឹងកាលបរិច្ឆេទ
timeline-until = រហូតដល់ {$until}
timeline-people = { $count ->
        [one] {$names}
       *[other] {$count} នាក់៖ {$names}
    }
records-add = បន្ថែមកំណត់ត្រា
records-empty = មិនទាន់មានកំណត់ត្រាផ្សេងអំពីបុគ្គលនេះទេ។
adding-which-kind = កំណត់ត្រាប្រភេទណា?
adding-about = អំពីអ្នកណា
adding-save-for = រក្សាទុកសម្រាប់ {$count} នាក់
about-count = សម្រាប់ {$count} ក្នុងចំណោម {$all} នាក់

## answers

answer-choose = ជ្រើស …
answer-required = (ចាំបាច់)
answer-add = បន្ថែម …
answer-another = មួយទៀត
answer-remove = ដកចេញ
answer-remove-value = ដក {$value} ចេញ
answer-open = លាក់៖ បើកមើល
answer-sealed = បានបិទត្រា
answer-read-as = អានថា {$value}
answer-question = “{$text}” មានន័យដូចម្តេច?
answer-stopped = ការអានឈប់ត្រង់នេះ៖
hint-date = ឧ. 28/6/2023, មិថុនា 2023, ប្រហែល 2023
hint-time = ឧ. 28/6/2023 21:04
hint-age = ឧ. 17 ឬប្រហែល 30
hint-money = ឧ. 50 USD
hint-phone = ឧ. +62 812 …
hint-mrz = ទាំងពីរ ឬទាំងបីបន្ទាត់
standing-label = មូលហេតុដែលគ្មានចម្លើយ៖ {$field}
standing-answer = –
picker-find = វាយដើម្បីស្វែងរក …
picker-add = វាយដើម្បីបន្ថែម …
picker-other = វាយដើម្បីជ្រើសផ្សេង …
picker-found = បានរកឃើញ
picker-none = រកមិនឃើញ
picker-make = {$kind}ថ្មី៖ {$name}
conflict-heading = {$field}៖ មានចម្លើយពីរខុសគ្នា
conflict-who = {$author}, {$at}, កុំព្យូទ័រ {$device}
conflict-take = យកចម្លើយនេះ

## taking in a list

import-heading = បន្ថែមបុគ្គល
import-heading-for = បន្ថែមបុគ្គលទៅ {$rescue}
import-lead = បិទភ្ជាប់បញ្ជី ជ្រើសឯកសារ ឬវាយម្នាក់ម្តងៗ។ អ្នកនឹងឃើញគ្រប់ជួរ មុនពេលសរសេរអ្វីមួយ។
import-paste = បញ្ជីដែលបានបិទភ្ជាប់
import-paste-hint = ម្នាក់មួយជួរ ជួរឈរពីសន្លឹកបញ្ជីត្រូវបានបំបែកដោយស្វ័យប្រវត្តិ
import-read = អានបញ្ជី
import-pick = ជ្រើសឯកសារ
import-kinds = Excel (xlsx), OpenDocument (ods), csv និង tsv រហូតដល់ 20,000 ជួរ
import-preview = { $count ->
       *[other] {$source}៖ {$count} នាក់
    }
import-sheet = សន្លឹក
import-flags = { $count ->
        [0] គ្មានអ្វីគួរឱ្យសង្ស័យ
       *[other] ក្រឡាគួរឱ្យសង្ស័យ {$count}
    }
import-again = បញ្ជីផ្សេង
import-columns = { $passed ->
        [0] ជួរឈរ ({$count})
       *[other] ជួរឈរ ({$count} រំលង {$passed})
    }
import-column-none = រំលង
import-into = បុគ្គលទាំងនេះស្ថិតក្នុង
import-into-existing = ការជួយសង្គ្រោះដែលមានស្រាប់
import-which-rescue = ជ្រើសការជួយសង្គ្រោះ
import-create = { $count ->
       *[other] បង្កើត {$count} នាក់
    }
import-undo-hint = ចុច “មិនធ្វើវិញ” ម្តង ដកបញ្ជីទាំងមូលវិញ។
import-done = { $count ->
       *[other] បានយក {$count} នាក់ចូល {$rescue}
    }
import-table = បញ្ជីដូចដែលនឹងត្រូវយកចូល
import-row = ជួរ
import-notes = កំណត់សម្គាល់
import-take-row = យកជួរ {$row}
import-left-out = មិនយក
import-skipped = { $count ->
       *[other] រំលង {$count} ជួរ
    }
import-skipped-row = ជួរ {$row}៖ {$why}

## dossier

dossiers-heading = សំណុំឯកសារ៖ {$title}
dossiers-profile = អ្នកណាទទួល
dossiers-which-profile = ជ្រើសអ្នកទទួល
dossiers-language = ភាសា
dossiers-second = ភាសាទីពីរជាប់ស្លាក
dossiers-second-none = គ្មាន
dossiers-reason = ហេតុអ្វីត្រូវប្រគល់
dossiers-overriding = បញ្ចូលអ្នកដែលគ្មានការយល់ព្រម ដែលអ្នកទទួលនេះត្រូវការ
dossiers-override = ហេតុផលនៃករណីលើកលែង
dossiers-override-hint = ហេតុផលបោះពុម្ពលើក្រប។ ការបដិសេធមិនអាចរំលងបានទេ។
dossiers-ask-consent = សុំការយល់ព្រម
dossiers-override-missing = ករណីលើកលែងត្រូវការហេតុផល
dossiers-prepare = រៀបចំការមើលជាមុន
dossiers-preview = { $pages ->
       *[other] ច្បាប់ចម្លងទី {$copy}៖ {$pages} ទំព័រ
    }
dossiers-change = កែសំណើ
dossiers-pages = ទំព័រ
dossiers-page-alt = ទំព័រទី {$page} ដូចដែលនឹងបោះពុម្ព
dossiers-left-out = { $count ->
       *[other] មិនបញ្ចូល {$count} នាក់
    }
dossiers-included = { $count ->
       *[other] បញ្ចូល {$count} នាក់
    }
dossiers-missing = ខ្វះដោយគ្មានការយល់ព្រម
dossiers-size = ទំហំ
dossiers-kilobytes = {$size} kB
release-how = របៀបប្រគល់
release-encrypted = បានអ៊ិនគ្រីប (AES-256)
release-encrypted-hint = មានឃ្លាសម្ងាត់ដែលបង្កើតឱ្យ សម្រាប់ប្រាប់តាមផ្លូវផ្សេង។
release-plain = ធម្មតា សម្រាប់បោះពុម្ព
release-plain-hint = អ្នកណារកឃើញឯកសារក៏អាចអានបាន។ ត្រូវការហេតុផល។
release-reason = ហេតុអ្វីជាច្បាប់ធម្មតា
release-reason-missing = ច្បាប់ធម្មតាត្រូវការហេតុផល
release-save = រក្សាទុកឯកសារ …
released-heading = បានរក្សាទុកច្បាប់ចម្លងទី {$copy}
released-passphrase = ឃ្លាសម្ងាត់នៃច្បាប់នេះ
released-passphrase-hint = បង្ហាញតែម្តងនេះទេ។ ប្រាប់តាមទូរស័ព្ទ ឬដោយផ្ទាល់ កុំផ្ញើជាមួយឯកសារ។
released-path = ឯកសារ
released-ledger = ការប្រគល់បានកត់ក្នុងបញ្ជី ហើយមិនអាចដកវិញបានទេ។

## settings and help

settings-looks = រូបរាង
settings-theme = ភ្លឺ ឬងងឹត
theme-system = តាមប្រព័ន្ធ
theme-light = ភ្លឺ
theme-dark = ងងឹត
settings-size = ទំហំអក្សរ
settings-percent = {$size} %
settings-folder = កន្លែងរក្សាទិន្នន័យ
settings-carry = ដើម្បីយកទៅកុំព្យូទ័រផ្សេង សូមចាក់សោឃ្លាំង ចម្លងថតនេះទាំងមូលទៅ USB ហើយបើកនៅទីនោះដោយឃ្លាសម្ងាត់ដដែល។
settings-carry-warning = ធ្វើការបន្តតែក្នុងច្បាប់ចម្លងមួយប៉ុណ្ណោះ ច្បាប់ពីរមិនអាចរួមគ្នាដោយការចម្លងទេ។

## finding

found-exact = ត្រូវគ្នាទាំងស្រុង
found-spelling = អក្ខរាវិរុទ្ធផ្សេង
found-script = អក្សរស្រដៀងគ្នា
found-beginning = ចាប់ផ្តើមដូចគ្នា
found-slip = ខុសមួយអក្សរ
act-generate = បានបង្កើតមនុស្សប្រឌិត

## statistics

stat-helped = បានជួយ
stat-rescued = បានយកចេញ
stat-sheltered = បានផ្តល់ជម្រក
stat-returned = បានដឹកជញ្ជូនទៅផ្ទះ
stat-several = ច្រើន
stat-not-recorded = មិនបានកត់ត្រា
stat-withheld = បានលាក់
stat-least = ចំនួនតិចជាង {$least} នាក់ និងអ្វីដែលអាចបង្ហាញចំនួននោះ ត្រូវបានលាក់។
stat-total = សរុប
stat-median = មធ្យម
stat-days = ថ្ងៃ
by-province = ខេត្តកំណើត
by-regency = ស្រុកកំណើត
by-sex = ភេទ
by-age = អាយុ
by-company = ក្រុមហ៊ុន
by-site-province = ខេត្តនៃទីតាំង
by-means = មធ្យោបាយគ្រប់គ្រង
by-finding = ការសម្រេចរបស់អាជ្ញាធរ
by-month = ខែ
by-year = ឆ្នាំ

ui-movements = ការធ្វើដំណើរ
today-conflicts = { $count } ចន្លោះមានតម្លៃពីរ
today-due = កាលកំណត់
today-nothing = គ្មានអ្វីដល់កំណត់ទេ។
today-what = អ្វី
today-overdue = ហួសកំណត់
today-flights = ជើងហោះហើរខាងមុខ
today-no-flight = មិនមានជើងហោះហើរគ្រោងទុកទេ។
today-beds = គ្រែ
today-shelter = មណ្ឌលជម្រក
today-tonight = យប់នេះ
today-capacity = ចំណុះ
today-nights = ១៤ យប់ខាងមុខ
today-over = មនុស្សលើសគ្រែ
today-later = បង្ហាញបន្ទាប់៖ សរុប { $count } បន្ទាត់
movements-older = បង្ហាញការធ្វើដំណើរមុនៗ
movements-permits = លិខិតអនុញ្ញាតចេញ
movements-empty = មិនទាន់មានការធ្វើដំណើរ
movements-empty-do = សូមជ្រើសមនុស្សក្នុងការសង្គ្រោះ ហើយបន្ថែមការធ្វើដំណើរ៖ ការនាំចេញ ការផ្ទេរ ជើងហោះហើរ។
movements-way = ពី និងទៅ
movements-blocked = { $count } នាក់មិនទាន់អាចចេញដំណើរ
movements-ready = ទាំងអស់គ្នាអាចចេញដំណើរ
movements-may-go = អាចចេញដំណើរ
movements-details = ព័ត៌មានលម្អិត
movements-manifest = បញ្ជីអ្នកដំណើរសម្រាប់ក្រុមហ៊ុនអាកាសចរណ៍
movements-overridden = បានរំលង
movements-override = រំលង
movements-override-also = សម្រាប់អ្នកទាំងនេះដែរ
movements-open-record = បើកកំណត់ត្រា
permits-empty = គ្មានអ្នកណារង់ចាំលិខិតអនុញ្ញាតចេញទេ។
permits-submit = កំណត់ថាបានដាក់ពាក្យ
permits-issue = កំណត់ថាបានចេញ
permits-all = ជ្រើសទាំងអស់
permits-more = បង្ហាញមនុស្សបន្ថែមទៀត
permits-due = នៅជំពាក់
permits-from = មានសុពលភាពពី
permits-moved = បានបន្តជំហាន { $count } លិខិត
ident-told = រឿងរ៉ាវត្រូវបានរៀបរាប់ { $count } ដង
ident-findings = ការសម្រេចរបស់អាជ្ញាធរ
ident-differ = ការសម្រេចមិនដូចគ្នា
ident-screening = ការពិនិត្យសម្គាល់
ident-no-verdict = នេះបង្ហាញអ្វីដែលបាននិយាយ និងដោយអ្នកណា។ វាមិនសម្រេចអ្វីទេ។
ident-supported = មានការគាំទ្រ
ident-contradicted = ចម្លើយមិនដូចគ្នា
ident-missing = មិនទាន់ឆ្លើយ
ident-against = ឆ្លើយថាទេ
ident-chain = អ្វីដែលកើតឡើងតាមលំដាប់
standing-set = កំណត់ដោយមន្ត្រី
standing-records = តាមកំណត់ត្រា៖ { $stage }
standing-because = ដោយសារ
standing-other = កំណត់ដំណាក់កាលផ្សេង
spending-title = ប្រាក់ចំណាយ
spending-kind = ប្រភេទ
spending-alone = សម្រាប់បុគ្គលនេះតែម្នាក់
spending-shared = រួមជាមួយអ្នកដទៃ
## duplicates and links

ground-document = លេខឯកសារដូចគ្នា
ground-name = ឈ្មោះដូចគ្នា
ground-spelling = ឈ្មោះដូចគ្នា អក្ខរាវិរុទ្ធផ្សេង
ground-birth = ថ្ងៃកំណើតដូចគ្នា
ground-birth-near = ថ្ងៃកំណើតខុសតែមួយកន្លែង
ground-birth-maybe = ថ្ងៃកំណើតអាចដូចគ្នា
ground-phone = ទូរស័ព្ទដូចគ្នា
ground-family-phone = ទូរស័ព្ទគ្រួសារដូចគ្នា
ground-regency = ស្រុកដូចគ្នា
ground-province = ខេត្តដូចគ្នា
ground-parent = ឪពុកម្តាយដូចគ្នា
ground-other-name = ឈ្មោះផ្សេង
ground-other-birth = ថ្ងៃកំណើតផ្សេង
ground-other-sex = ភេទផ្សេង
ground-other-origin = ទីកំណើតផ្សេង
ground-other-parents = ឪពុកម្តាយផ្សេង
strength-of-possible = គួរពិនិត្យ
strength-of-probable = ទំនងណាស់
strength-of-strong = ស្ទើរតែមិនមែនចៃដន្យ
duplicate-row = អាចជា {$name} {$ref} {$why}
tie-phone = ទូរស័ព្ទ
tie-account = គណនី ឬការទូទាត់
tie-vehicle = យានយន្ត

# corrections
correct-entry = កែតម្រូវ
correct-lead = អ្វីដែលបានសរសេរនៅដដែល។ សរសេរតែអ្វីដែលខុសពីនេះ៖ កំណត់ត្រាថ្មីឈរនៅក្បែរ ហើយបញ្ជាក់ឈ្មោះវា។
correct-nothing = សូមកែអ្វីដែលខុសជាមុនសិន។
correct-by = កែតម្រូវដោយ
entry-corrected = បានកែតម្រូវដោយកំណត់ត្រាក្រោយ
lasting-note = កំណត់ត្រាប្រភេទនេះមិនត្រូវបានកែប្រែក្រោយពេលសរសេរទេ។ អ្វីដែលខុសត្រូវបានកែតម្រូវដោយកំណត់ត្រាថ្មី។
remove-record = លុប
remove-lead = សម្រាប់អ្វីដែលបានចុះដោយច្រឡំ។ កំណត់ត្រានេះបាត់ពីគ្រប់ទំព័រ និងគ្រប់តួលេខ។ កំណត់ហេតុនៅរក្សាវា ហើយ Ctrl+Z យកវាមកវិញ។
notice-removed = បានលុប {$kind} {$ref}
remove-chosen = លុបកំណត់ត្រា { $count }
notice-removed-many = បានលុបកំណត់ត្រា { $count }
records-choose = ជ្រើស {$title}

# the same answer for a group
set-heading = បំពេញចន្លោះមួយ
set-which = ចន្លោះណាមួយ
set-done = { $field }៖ បានសរសេរសម្រាប់ { $count } នាក់
