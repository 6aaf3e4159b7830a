# បន្ទប់របស់បង្អួច៖ ការស្វែងរក តារាង ការផ្លាស់ប្តូរ ការទទួលដោយសម្តី ការយល់ព្រម ការកំណត់ ជំនួយ

## palette and keys

palette-heading = ស្វែងរកមនុស្ស និងពាក្យបញ្ជា
palette-hint = ឈ្មោះ ឈ្មោះហៅក្រៅ លេខ ឬអ្វីដែលត្រូវធ្វើ
palette-command = ពាក្យបញ្ជា
shortcut-service = កត់ត្រាសេវាសម្រាប់មនុស្សនេះ ឬអ្នកដែលបានជ្រើស
shortcut-settle = ក្នុងប្រអប់ទទួល៖ របស់ខ្ញុំ របស់គេ ទាំងពីរ

## tables

table-columns = ជួរឈរ
table-take = យកតារាងចេញ
table-lead = តារាងដូចដែលបង្ហាញឥឡូវ ជា xlsx ឬ csv។ ហេតុផលនឹងត្រូវកត់ក្នុងបញ្ជី។
table-reason-missing = ប្រាប់មូលហេតុដែលយកតារាងចេញ
table-taken = តារាង {$copy} ត្រូវបានរក្សាទុក៖ {$path}
people-reference = លេខយោង
filter-stage = គ្រប់ដំណាក់កាល
filter-holder = អ្នកទទួលខុសត្រូវទាំងអស់
timeline-filter = បង្ហាញតែ

## tabs

tab-tasks = កិច្ចការ
tab-documents = ឯកសារ
tab-handover = ការប្រគល់
tab-needs = តម្រូវការ និងសេវា
tab-travel = លិខិតអនុញ្ញាត និងដំណើរ
tab-family = គ្រួសារ និងស្រុកកំណើត
records-add-kind = បន្ថែម៖ {$kind}
records-none = មិនទាន់មានកំណត់ត្រា៖ {$kind}
handover-lead = ជ្រើសអ្នកទទួលសំណុំឯកសារអំពីមនុស្សទាំងនេះ។ ការយល់ព្រមសម្រេចសម្រាប់ម្នាក់ៗ ទំព័រនីមួយៗត្រូវបង្ហាញមុនពេលអ្វីចេញ។

## exchange

exchange-inbox = ប្រអប់ទទួល
exchange-inbox-empty = គ្មានអ្វីត្រូវដោះស្រាយ៖ គ្មានចម្លើយពីរផ្ទុយគ្នាទេ។
exchange-inbox-keys = M យករបស់ខ្ញុំ T យករបស់គេ B ទុកទាំងពីរឱ្យឃើញ។ គ្មានចម្លើយណាបាត់ទេ៖ ទាំងអស់នៅក្នុងប្រវត្តិ។
exchange-settled = បានដោះស្រាយ៖ {$field}
exchange-look = មើលកំណត់ត្រា
exchange-partners = ដៃគូ
exchange-no-partners = មិនទាន់ស្គាល់កុំព្យូទ័ររបស់មិត្តរួមការងារ
exchange-no-partners-do = រក្សាទុកកាតរបស់អ្នក ហើយឱ្យមិត្តរួមការងារ ជ្រើសកាតដែលអ្នកបានទទួល ហើយផ្ទៀងពាក្យតាមទូរស័ព្ទ ឬដោយផ្ទាល់។
exchange-laptop = {$office} កុំព្យូទ័រ {$letter}
exchange-export-lead = អ្វីដែលកុំព្យូទ័រទាំងនេះមិនទាន់មាន បិទត្រាឱ្យតែវាបើកបាន។
exchange-for = សម្រាប់
exchange-nobody = ជ្រើសកុំព្យូទ័រយ៉ាងតិចមួយ
exchange-write = សរសេរកញ្ចប់ …
exchange-written = បានសរសេរ៖ {$count} ធាតុ {$size} kB
exchange-import-lead = ជ្រើសកញ្ចប់ដែលមិត្តរួមការងារបានឱ្យ។ វាត្រូវពិនិត្យដល់ចប់ មុនពេលយកអ្វីចូល។
exchange-from = ចុះហត្ថលេខាដោយ
exchange-holds = ក្នុងនោះមាន
exchange-batches = {$count} ធាតុ
exchange-sound = កញ្ចប់ពេញលេញ ហើយមិនត្រូវបានកែ។
exchange-take = យកចូល
exchange-taken =
    { $count ->
        [0] គ្មានអ្វីថ្មីពី {$sender}
       *[other] {$count} ធាតុថ្មីពី {$sender}
    }
exchange-digest = ស្ថានភាពក្រោយនេះ៖ {$digest}។ ដូចគ្នាលើកុំព្យូទ័រទាំងពីរ ពេលខ្លឹមសារដូចគ្នា។
exchange-to-inbox = ដោះស្រាយភាពខុសគ្នា {$count}
exchange-files = ឯកសារ {$count} បានមកជាមួយ។
exchange-files-lacking = ឯកសារ {$count} ត្រូវបានរៀបរាប់នៅទីនេះ ហើយមិនទាន់មកដល់។ កុំព្យូទ័រនេះនឹងសុំវាក្នុងកញ្ចប់បន្ទាប់។
exchange-files-left = ឯកសារ {$count} នៅទីនេះដដែល៖ ខូច ឬធំពេកសម្រាប់អ៊ីមែល។ ផ្ញើវាដោយស្ទីក ដោយមិនបែងចែក។
exchange-waiting = {$count} ត្រូវបានរៀបរាប់ ហើយមិនទាន់មកដល់។ វានឹងបង្ហាញពេលមកដល់។
exchange-own = កុំព្យូទ័រនេះ
exchange-own-hint = អានពាក្យទាំងនេះឱ្យមិត្តរួមការងារ ពេលប្រគល់កាត ទូរស័ព្ទអាចអានពាក្យទាំងនេះពីកូដ។
exchange-card-save = រក្សាទុកកាតរបស់ខ្ញុំ …
exchange-card-saved = កាតត្រូវបានរក្សាទុក៖ {$path}
exchange-card-pick = ជ្រើសកាតរបស់មិត្តរួមការងារ
exchange-compare = តើ {$name} បង្ហាញពាក្យដូចគ្នាឬទេ? សួរតាមទូរស័ព្ទ ឬដោយផ្ទាល់។
exchange-trust = ពាក្យដូចគ្នា៖ ទុកចិត្ត
exchange-trusted = បានទុកចិត្ត៖ {$name}

exchange-all = ទាំងអស់ម្តងទៀត ទោះវាមានអ្វីក៏ដោយ
exchange-parts = ជាផ្នែកៗសម្រាប់អ៊ីមែល
exchange-aside = {$count} ធាតុត្រូវទុកដោយឡែក៖ គ្មាននរណាធានា។
exchange-revoked = ឈប់ទុកចិត្ត {$at}
exchange-since = ទុកចិត្តតាំងពី {$at}
exchange-last = កញ្ចប់ចុងក្រោយ {$at}
exchange-revoke = បញ្ចប់ការទុកចិត្ត
exchange-revoke-lead = អ្វីដែល {$name} បានសរសេរមកទល់ឥឡូវនៅដដែល អ្វីដែលសរសេរក្រោយត្រូវទុកដោយឡែក។ វាមិនអាចយកមកវិញបានទេ។
exchange-disputed = ទាំងពីរត្រូវបានទុកឱ្យឃើញ
exchange-apart = លុបលើកុំព្យូទ័រមួយ កែលើកុំព្យូទ័រមួយទៀត
exchange-quarantined = ការផ្លាស់ប្តូរ {$count} របស់កុំព្យូទ័រដែលលែងទុកចិត្ត ត្រូវទុកដោយឡែក។
exchange-imports = កញ្ចប់ដែលបានយកចូល
exchange-set-aside = ទុកដោយឡែក
exchange-take-back = យកចូលវិញ

## intake by voice

grid-heading = វាយម្តងម្នាក់
grid-lead = មនុស្សម្នាក់មួយបន្ទាត់។ Tab ទៅមុខ Enter ចាប់ផ្តើមមនុស្សបន្ទាប់។ ត្រូវការតែឈ្មោះប៉ុណ្ណោះ។
grid-name = ឈ្មោះ
grid-sex = ភេទ
grid-birth = អាយុ ឬថ្ងៃកំណើត
grid-document = ឯកសារ
grid-cell = {$cell} មនុស្សទី {$row}
grid-hint = អ្នកឃើញបន្ទាត់នីមួយៗ មុនពេលសរសេរអ្វី។
grid-read = មើលមនុស្ស {$count} នាក់

## consent and interviews

consent-lead = អាននេះឱ្យស្តាប់ជាមុន ជាភាសារបស់គាត់ផ្ទាល់ ហើយរង់ចាំសំណួរ។
consent-who = ខ្ញុំធ្វើការឱ្យស្ថានទូតរបស់អ្នក។ ខ្ញុំចង់ផ្តល់អ្វីដែលអ្នកបានប្រាប់ ទៅអ្នកទទួលដែលខ្ញុំនឹងប្រាប់ឈ្មោះឥឡូវ ហើយមិនឱ្យអ្នកដទៃទេ។
consent-what = ខ្ញុំប្រាប់អ្នកថាគេនឹងទទួលអ្វី និងប្រើដើម្បីអ្វី។ គេមិនទទួលលើសពីនោះទេ។
consent-choice = អ្នកអាចនិយាយថាយល់ព្រម មិនយល់ព្រម ឬយល់ព្រមមួយផ្នែក។ អ្នកអាចគិតសិន។
consent-later = អ្នកអាចដកការយល់ព្រមវិញគ្រប់ពេល។ អ្វីដែលបានប្រគល់រួច មិនតែងតែយកមកវិញបានទេ។
consent-help = បើអ្នកនិយាយថាទេ យើងនៅតែជួយអ្នក។
consent-read = ខ្ញុំបានអានឱ្យស្តាប់ហើយ
told-lead = អ្នកដទៃប្រហែលបានសួររួចហើយ។ មើលទីនេះជាមុន ដើម្បីកុំឱ្យគាត់ត្រូវនិយាយម្តងទៀត។
told-times =
    { $count ->
        [0] មិនទាន់បានរៀបរាប់រឿងនេះទេ តាមកំណត់ត្រា
       *[other] បានរៀបរាប់រឿងនេះ {$count} ដង
    }
told-go-on = បន្តទៅការសម្ភាសថ្មី

## settings and help

settings-kept = បានរក្សាទុក
settings-dates = កាលបរិច្ឆេទដូចជា 3/4/2026
dates-day-first = ថ្ងៃមុន
dates-month-first = ខែមុន
dates-ask = សួររាល់ដង
flow-night = បញ្ជីនៅពេលយប់
flow-night-1 = ការសង្គ្រោះ នាំចូលបញ្ជី៖ បិទភ្ជាប់ឈ្មោះ ជ្រើសឯកសារ ឬទម្លាក់វាលើបង្អួច។
flow-night-2 = មើលអ្វីដែលសង្ស័យ។ ជួរឈរដែលអានបានពីរយ៉ាង ជាសំណួរតែមួយ។
flow-night-3 = ដាក់កាលបរិច្ឆេទ និងទីកន្លែង រួចបង្កើតទាំងអស់ក្នុងពេលតែមួយ។ មិនធ្វើវិញម្តង យកទាំងអស់ចេញ។
flow-voice = គ្មានបញ្ជី មានតែសម្តី
flow-voice-1 = នាំចូលបញ្ជី វាយម្តងម្នាក់៖ ឈ្មោះ ភេទ អាយុ ឬថ្ងៃកំណើត ឯកសារ។
flow-voice-2 = Enter ចាប់ផ្តើមមនុស្សបន្ទាប់ រួចមើល ហើយបង្កើត។
flow-event = ព្រឹត្តិការណ៍មួយសម្រាប់មនុស្សច្រើន
flow-event-1 = ជ្រើសមនុស្ស៖ Shift សម្រាប់ជួរ Ctrl+A សម្រាប់ទាំងអស់។
flow-event-2 = បន្ថែមព្រឹត្តិការណ៍ ដោះធីកអ្នកលើកលែង រក្សាទុក។
flow-service = កត់ត្រាសេវា
flow-service-1 = ចុច S លើមនុស្ស ឬអ្នកដែលបានជ្រើស។ អ្វីដែលប្រើចុងក្រោយត្រូវបានស្នើ។
flow-handover = ប្រគល់សំណុំឯកសារ
flow-handover-1 = ក្នុងការសង្គ្រោះ ការប្រគល់៖ ជ្រើសអ្នកទទួល។ អ្នកឃើញអ្វីដែលគេទទួល និងអ្វីដែលមិនទទួលឡើយ។
flow-handover-2 = មើលទំព័រនីមួយៗ រួចរក្សាទុកជាអ៊ិនគ្រីប ឬធម្មតាដោយមានហេតុផល។
flow-exchange = ធ្វើការជាមួយកុំព្យូទ័ររបស់មិត្តរួមការងារ
flow-exchange-1 = ការផ្លាស់ប្តូរ ដៃគូ៖ ប្តូរកាតម្តង ហើយផ្ទៀងពាក្យ។
flow-exchange-2 = នាំចេញសរសេរកញ្ចប់ នាំចូលយកវាចូល ប្រអប់ទទួលបង្ហាញចម្លើយដែលខុសគ្នា។
flow-correct = កែអ្វីមួយ
flow-correct-1 = វាយជំនួសចម្លើយ វាត្រូវរក្សាទុកពេលចេញពីប្រអប់។ Ctrl+Z យកអ្វីក៏ដោយមកវិញ។
flow-leave = ចាកចេញពីកុំព្យូទ័រ
flow-leave-1 = Ctrl+L ចាក់សោ។ អ្វីដែលបានវាយត្រូវរក្សាទុកជាមុន។

## statistics

stats-from = ពី
stats-to = ដល់
stats-of = អ្នកណា
stats-by = តាម
stats-for = សម្រាប់
stats-exact = ក្នុងការិយាល័យ៖ ចំនួនពិត
stats-ministries = រវាងក្រសួង៖ ចាប់ពី 5
stats-public = សាធារណៈ៖ ចាប់ពី 11
file-add = បន្ថែមឯកសារ
file-choose = ជ្រើសរើសឯកសារ
file-choose-other = ជ្រើសរើសឯកសារផ្សេង
file-open = លាក់៖ បើករូបភាព
file-save = រក្សាទុកច្បាប់ចម្លង
file-reason = ហេតុអ្វីបានជាវាចេញ?
file-saved = បានរក្សាទុក៖ { $path }
file-not-here = មិនទាន់មាននៅលើកុំព្យូទ័រនេះទេ
file-facts = { $type }, { $size } kB
file-page-alt = ទំព័រ { $page } នៃឯកសារ
photo-open = រូបថត៖ លាក់ បើក
photo-alt = រូបថតរបស់ { $name }
tab-history = ប្រវត្តិ
history-caption = អ្វីដែលបានសរសេរ ដោយអ្នកណា ពេលណា និងពីណា
history-field = ប្រអប់
history-value = តម្លៃ
history-who = អ្នកណា
history-when = ពេលណា
history-laptop = កុំព្យូទ័រ
history-from = ពី
history-restore = ស្តារឡើងវិញ
history-now = ឥឡូវ
history-restore-value = ស្តារ { $value }
history-empty = មិនទាន់មានអ្វីត្រូវបានសរសេរទេ។

cases-tab = ប្រព័ន្ធផ្សេង
cases-export = នាំចេញករណី
cases-lead = ក្នុងឯកសារមានតែអ្នកដែលបានយល់ព្រមចំពោះអ្នកទទួលនេះ ជាមួយអ្វីដែលអ្នកទទួលអាចដឹង។ ចម្លើយបិទត្រា និងការប្រឹក្សា មិនដែលចេញទេ។
cases-kind = ប្រភេទឯកសារ
cases-htcds = HTCDS 2.0 ស្តង់ដាររបស់ IOM (xlsx ឬ csv)
cases-xlsx = សៀវភៅការងារ សន្លឹកមួយសម្រាប់ប្រភេទកំណត់ត្រានីមួយៗ
cases-jsonl = បន្ទាត់ JSON កំណត់ត្រាមួយក្នុងមួយបន្ទាត់
cases-whom = មនុស្សណាខ្លះ
cases-all = ទាំងអស់គ្នា
cases-period = អ្នកដែលបានជួយក្នុងរយៈពេលមួយ
cases-for = អ្នកទទួល
cases-look = មើលអ្វីដែលនឹងចេញ
cases-people = មនុស្សក្នុងឯកសារ៖ { $count }
cases-records = កំណត់ត្រា
cases-left-out = មនុស្សដែលមិនបានដាក់បញ្ចូល
cases-beside = គ្មានពាក្យត្រូវគ្នាពិតប្រាកដក្នុង HTCDS៖ នៅក្នុងជួរឈររបស់យើង
cases-absent = មិននៅក្នុងឯកសារ៖ គ្មានកន្លែងសម្រាប់វា
cases-hint = ហេតុផល និងមនុស្ស ត្រូវកត់ក្នុងបញ្ជី មុនពេលសរសេរឯកសារ។
cases-nobody = គ្មាននរណាម្នាក់ក្នុងចំណោមអ្នកដែលបានស្នើ អាចដាក់បញ្ចូលបានទេ។
cases-import = នាំចូលឯកសារ HTCDS
cases-import-lead = អ្នកឃើញជួរនីមួយៗ ចម្ងល់នីមួយៗ និងអ្នកដែលអាចមានក្នុងកំណត់ត្រារួចហើយ មុនពេលសរសេរអ្វីមួយ។ ការមិនធ្វើវិញម្តងនាំវាត្រឡប់មកវិញ។
import-into-none = គ្មានការជួយសង្គ្រោះ៖ ម្នាក់ៗជាករណីដោយខ្លួន
import-done-alone = មនុស្សដែលបាននាំចូល៖ { $count }

## ឯកសារចេញ
papers-room = ឯកសារចេញ
papers-ledger = បញ្ជីឯកសារចេញ
papers-receipts = ចម្លើយ
papers-notices = លិខិតជូនដំណឹង
papers-verify = ផ្ទៀងផ្ទាត់ឯកសារ
papers-sheets = សន្លឹកបោះពុម្ព
papers-filter = អ្នកទទួល លេខកូដ ឬមន្ត្រី
papers-state = ស្ថានភាព
papers-every = ទាំងអស់
papers-outdated = ហួសសម័យ
papers-current = ទាន់សម័យ
papers-not-known = មិនដឹងខ្លឹមសារ
papers-about = អ្នកណាមានទិន្នន័យអំពី
papers-copies = ច្បាប់ចម្លង { $count }
papers-copy = ច្បាប់ចម្លង
papers-holder = អ្នកកាន់
papers-answer = ចម្លើយ
papers-why = ហេតុផលនៃការចេញ
papers-people = { $count } នាក់
papers-what = អ្វីដែលហួសសម័យ៖ { $count }
papers-code-missing = ត្រូវការលេខកូដ ឬលេខច្បាប់ចម្លង
papers-reason-missing = ការបដិសេធ ឬសំណួរត្រូវមានពាក្យ
papers-taken = ចម្លើយចំពោះច្បាប់ចម្លង { $copy } សម្រាប់ { $recipient } មានក្នុងបញ្ជីហើយ។
papers-answered = ការបញ្ជូនបន្ត { $reference } បានឆ្លើយហើយ។
papers-left = ការបញ្ជូនបន្ត { $reference } ក៏មានឈ្មោះមនុស្សដែលមិននៅក្នុងច្បាប់ចម្លងនេះ៖ នៅរង់ចាំ។
papers-receipt-file = ឯកសារមានហត្ថលេខា
papers-receipt-file-lead = កុំព្យូទ័ររបស់អ្នកទទួលបង្កើតវា ហត្ថលេខាត្រូវបានផ្ទៀងផ្ទាត់។
papers-receipt-page = អ្វីដែលមាននៅលើទំព័រមានហត្ថលេខា
papers-code = លេខកូដផ្ទៀងផ្ទាត់ ឬលេខច្បាប់ចម្លង
papers-accepted = បានទទួល
papers-refused = បានបដិសេធ
papers-question = សំណួរ
papers-reason = តាមពាក្យរបស់អ្នកទទួល
papers-by = អ្នកណាបានចុះហត្ថលេខា
papers-signed-on = ថ្ងៃនៅលើទំព័រ
papers-receipt-save = កត់ត្រាចម្លើយ
papers-verify-lead = សំណុំឯកសារ លិខិត ឬចម្លើយ៖ ប្រាប់ថាអ្នកណាបង្កើត និងថាតើមានការកែប្រែឬទេ។
papers-unaltered = មិនបានកែប្រែតាំងពីចុះហត្ថលេខា
papers-known = កុំព្យូទ័រនេះស្គាល់អ្នកចុះហត្ថលេខា។
papers-stranger = កុំព្យូទ័រនេះមិនស្គាល់អ្នកចុះហត្ថលេខាទេ៖ អ្នកណាក៏អាចហៅខ្លួនឯងថាជាការិយាល័យនោះបាន។
papers-office = ការិយាល័យ
papers-notice-title = ច្បាប់ចម្លង { $copy }៖ { $recipient }
papers-notices-none = គ្មាននរណាកាន់ច្បាប់ចម្លងដែលដឹងថាហួសសម័យទេ។
papers-notice-make = ធ្វើលិខិត
papers-notice-sent = បានផ្ញើហើយ
papers-owed = អ្នកកាន់ច្បាប់ចម្លងចាស់ { $count } ត្រូវជូនដំណឹង
papers-which-sheet = សន្លឹកណា
papers-sheet-about = អំពីអ្នកណា ឬអ្វី
papers-sheet-manifest = បញ្ជីអ្នកដំណើរ
papers-sheet-roster = បញ្ជីអ្នកស្នាក់នៅ និងគ្រែ
papers-sheet-statement = ចម្លើយសម្រាប់ចុះហត្ថលេខា
papers-sheet-expenses = តារាងចំណាយ
papers-print = លើក្រដាស តាមម៉ាស៊ីនបោះពុម្ព
papers-print-hint = ដូចនៅលើអេក្រង់ ពីអង្គចងចាំ៖ មិនសរសេរឯកសារទេ។ ត្រូវការហេតុផល។
papers-print-now = បោះពុម្ព
papers-printed = ច្បាប់ចម្លង { $copy } បានផ្ញើទៅម៉ាស៊ីនបោះពុម្ព
# this laptop in its office
office-title = ការិយាល័យនេះ
office-none = គ្មានការិយាល័យណាបានផ្តល់អក្សរឱ្យកុំព្យូទ័រនេះនៅឡើយ។ វាដាក់លេខដោយព្យញ្ជនៈប្រាំមួយរបស់វា ហើយលេខយោងទាំងនេះនៅតែប្រើបាន។ សូមសុំពីកុំព្យូទ័រដែលបានបង្កើតការិយាល័យ ឬបង្កើតនៅទីនេះ បើនេះជាកុំព្យូទ័រដំបូង។
office-letter-taken = កុំព្យូទ័រផ្សេងមានអក្សររបស់កុំព្យូទ័រនេះ។ រហូតដល់មានអក្សរផ្ទាល់ខ្លួនវិញ វាដាក់លេខដោយព្យញ្ជនៈប្រាំមួយ។ សូមសុំអក្សរផ្សេងពីការិយាល័យ។
office-letter-lost = កុំព្យូទ័រនេះត្រូវបានចម្លង ឬស្តារពីច្បាប់បម្រុង ដូច្នេះអក្សររបស់វាមិនមែនជារបស់វាទៀតទេ។ វាដាក់លេខដោយព្យញ្ជនៈប្រាំមួយ រហូតដល់ការិយាល័យផ្តល់អក្សរផ្សេង។
office-words-hint = អានពាក្យទាំងនេះឱ្យមិត្តរួមការងារគ្រប់រូប ដែលកុំព្យូទ័ររបស់គេចូលរួម។
office-member-hint = ពាក្យរបស់ការិយាល័យ ដូចដែលបានផ្ទៀងផ្ទាត់។
office-trusted = ទុកចិត្តកុំព្យូទ័ររបស់ {$office}
office-by = តាមការិយាល័យរបស់វា
office-enrol = ចុះឈ្មោះកុំព្យូទ័រ៖ សំណើរបស់វា …
office-request = សុំអក្សរ៖ រក្សាទុកសំណើ …
office-answer = យកចម្លើយរបស់ការិយាល័យ …
office-found = នេះជាកុំព្យូទ័រដំបូង៖ បង្កើតការិយាល័យ
office-request-saved = បានរក្សាទុកសំណើ៖ {$path}។ ប្រគល់វាឱ្យប្រធានការិយាល័យ។
office-compare-request = កុំព្យូទ័រមួយសុំចូលរួមជាមួយ {$office}។ តើវាបង្ហាញពាក្យដូចគ្នាឬទេ? សួរតាមទូរស័ព្ទ ឬដោយផ្ទាល់។
office-enrol-do = ពាក្យដូចគ្នា៖ ចុះឈ្មោះ ហើយរក្សាទុកចម្លើយ …
office-enrolled = បានចុះឈ្មោះ៖ {$office} កុំព្យូទ័រ {$letter}។ ប្រគល់ចម្លើយជូនមិត្តរួមការងារវិញ។
office-compare-answer = {$office} ផ្តល់អក្សរ {$letter} ឱ្យកុំព្យូទ័រនេះ។ តើកុំព្យូទ័រដែលបានបង្កើតការិយាល័យបង្ហាញពាក្យដូចគ្នាឬទេ? សួរតាមទូរស័ព្ទ ឬដោយផ្ទាល់។
office-join-do = ពាក្យដូចគ្នា៖ ចូលរួមជាមួយការិយាល័យ
office-joined = ចាប់ពីពេលនេះ កុំព្យូទ័រនេះជា {$office} កុំព្យូទ័រ {$letter}។
office-compare = ពាក្យរបស់ការិយាល័យរបស់វា {$office}៖
keys-title = តើនរណាទៀតអាចអានកញ្ចប់
keys-escrow = កូនសោរបស់ក្រសួង (escrow)
keys-escrow-none = មានតែកុំព្យូទ័រដែលកញ្ចប់ផ្ញើទៅប៉ុណ្ណោះ ដែលអាចអានវា។
keys-escrow-held = កញ្ចប់ទាំងអស់ក៏អាចអានដោយកូនសោនេះដែរ៖
keys-escrow-drop = ដកកូនសោនេះចេញ
keys-own-lead = កូនសោរបស់កុំព្យូទ័រនេះជាឯកសារដែលអាចអានបាន៖ អ្នកដែលមានវាអាចអានកញ្ចប់ទាំងអស់សម្រាប់កុំព្យូទ័រនេះ។ សម្រាប់ប្រធានប៉ុណ្ណោះ ហើយត្រូវមានហេតុផលដែលត្រូវកត់ទុក។
keys-own-save = រក្សាទុកកូនសោរបស់កុំព្យូទ័រនេះ …
keys-saved = បានរក្សាទុកកូនសោ៖ {$path}។ នឹងសួរអ្នកអំពីឯកសារនេះ រហូតដល់វាលែងមាន។
office-code = កូដ QR ដែលមានពាក្យទាំងនេះ
office-trust = ទាំងពីរដូចគ្នា៖ ទុកចិត្តកុំព្យូទ័រទាំងអស់របស់ការិយាល័យនោះ
vault-office-which = ការិយាល័យ
vault-office-new = នេះជាកុំព្យូទ័រដំបូងរបស់វា
vault-office-new-hint = វាបង្កើតការិយាល័យ ហើយផ្តល់អក្សរដល់កុំព្យូទ័រក្រោយៗ។
vault-office-join = ការិយាល័យមានកុំព្យូទ័ររួចហើយ
vault-office-join-hint = សុំអក្សរពីវានៅពេលក្រោយ ក្នុងការផ្លាស់ប្តូរ ដៃគូ។
