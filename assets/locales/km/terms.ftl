# Terms of the field: Palermo Protocol, ILO indicators, IOM HTCDS 2.0, ICAO Doc 9303, and the authorities' own names.
# A term marked `own` is this project's translation and still wants a native reader's eye.

## record

record-person = បុគ្គល
record-case = ករណី
# own
record-rescue = ការជួយសង្គ្រោះ
record-organisation = ស្ថាប័ន
record-contact = ជនបង្គោល
record-site = ទីតាំង
# own
record-suspect = ជនសង្ស័យ
# own
record-episode = ដំណាក់កាលហេតុការណ៍
record-screening = ការប៉ាន់ប្រមាណបឋម
# own
record-determination = ការកំណត់ស្ថានភាព
record-interview = ការសម្ភាសន៍
# own
record-statement = ចម្លើយ
record-service = សេវា
# own
record-expense = ការចំណាយ
# own
record-placement = ការដាក់ឱ្យស្នាក់នៅ
record-travel-document = ឯកសារធ្វើដំណើរ
# own
record-immigration-matter = កិច្ចការអន្តោប្រវេសន៍
# own
record-justice-matter = សំណុំរឿងក្តី
# own
record-movement = ការផ្លាស់ទី
# own
record-evidence-item = វត្ថុតាង
record-document = ឯកសារ
record-consent = ការយល់ព្រម
record-referral = ការបញ្ជូន
# own
record-dossier = សំណុំឯកសារ
record-task = កិច្ចការ
record-note = កំណត់សម្គាល់
record-flag = សញ្ញាសម្គាល់
record-follow-up = ការតាមដាន

## field-group

group-identity = អត្តសញ្ញាណ
# own
group-travel-document = ឯកសារធ្វើដំណើរ និងតំបន់អានដោយម៉ាស៊ីន (MRZ)
# own
group-rescue-facts = អង្គហេតុនៃការសង្គ្រោះ និងការផ្លាស់ទី
# own
group-episodes-sites = ដំណាក់កាលហេតុការណ៍ និងទីតាំង
# own
group-suspects = ជនសង្ស័យ និងការពាក់ព័ន្ធ
# own
group-evidence = បញ្ជីវត្ថុតាង និងកំណត់ត្រាថែរក្សាវត្ថុតាង
# own
group-statement = ចម្លើយ
# own
group-acts-compelled = អំពើដែលត្រូវបានបង្ខំឱ្យប្រព្រឹត្ត (បិទជិត)
# own
group-screening = ការប៉ាន់ប្រមាណបឋម និងការកំណត់ស្ថានភាព
# own
group-risks = ហានិភ័យបន្ទាន់ និងសុវត្ថិភាព
# own
group-health = សុខភាព៖ អាឡែស៊ី ឱសថ តម្រូវការ
# own
group-counselling = ការប្រឹក្សា និងកំណត់សម្គាល់មានកម្រិត
# own
group-family = គ្រួសារ និងអ្នកទំនាក់ទំនងបន្ទាន់
# own
group-services = សេវាដែលបានផ្តល់
# own
group-immigration = កិច្ចការអន្តោប្រវេសន៍
# own
group-diet = របបអាហារ សាសនា ភាសា
# own
group-other-people = ទិន្នន័យរបស់អ្នកដទៃ

## stage

# own
stage-reported = បានរាយការណ៍
# own
stage-located = បានរកឃើញទីតាំង
# own
stage-extracted = បាននាំចេញពីទីតាំង
# own
stage-host-custody = ក្រោមការទទួលបន្ទុករបស់អាជ្ញាធរមូលដ្ឋាន
# own
stage-sheltered = ស្នាក់នៅទីជម្រក
# own
stage-cleared = បានអនុញ្ញាតឱ្យចាកចេញ
# own
stage-departed = បានចេញដំណើរ
# own
stage-received = បានទទួលនៅប្រទេសដើម
# own
stage-rehabilitation = កំពុងស្តារនីតិសម្បទា
# own
stage-reintegrated = បានធ្វើសមាហរណកម្ម
stage-closed = បានបិទករណី

## exit

# own
exit-own-means = បានវិលត្រឡប់ដោយខ្លួនឯង
# own
exit-refused = បានបដិសេធជំនួយ
# own
exit-absconded = បានចាកចេញដោយមិនបានជូនដំណឹង
# own
exit-relocated = បានប្តូរទៅកន្លែងផ្សេង
# own
exit-deceased = បានទទួលមរណភាព
# own
exit-not-victim = មិនមែនជាជនរងគ្រោះ

## track

track-identification = ការកំណត់អត្តសញ្ញាណ
track-immigration = អន្តោប្រវេសន៍
track-health = សុខភាព
# own
track-justice = យុត្តិធម៌

## gate

# own
gate-title = ការត្រួតពិនិត្យមុនចេញដំណើរ
# own
gate-document = ឯកសារធ្វើដំណើរមានសុពលភាព
# own
gate-exit-permit = លិខិតអនុញ្ញាតចេញមានសុពលភាពនៅថ្ងៃហោះហើរ
# own
gate-overstay = ប្រាក់ពិន័យស្នាក់នៅហួសកំណត់ត្រូវបានលើកលែង ឬបង់រួច
# own
gate-fit = សុខភាពអាចធ្វើដំណើរបាន
# own
gate-consent = ការយល់ព្រមសម្រាប់ស្ថាប័នទទួល
# own
gate-accepted = ស្ថាប័នទទួលបានយល់ព្រមទទួល
# own
gate-escort = មានអ្នកអមដំណើរ
# own
gate-seat = កៅអីបានបញ្ជាក់

## profile

# own
profile-host-police = នគរបាលប្រទេសម្ចាស់ផ្ទះ
profile-shelter = ទីជម្រក
profile-social-ministry = ក្រសួងសង្គមកិច្ច
profile-immigration = អន្តោប្រវេសន៍
profile-hospital = មន្ទីរពេទ្យ
# own
profile-airline = ក្រុមហ៊ុនអាកាសចរណ៍ ឬអ្នកអមដំណើរ
# own
profile-receiving-home = មណ្ឌលទទួល
# own
profile-home-police = នគរបាលប្រទេសដើម
# own
profile-person = សាមីខ្លួន

## indicator

# own
ilo-vulnerability = ការរំលោភលើភាពងាយរងគ្រោះ
ilo-deception = ការបោកបញ្ឆោត
# own
ilo-restriction = ការរឹតត្បិតសេរីភាពធ្វើចលនា
# own
ilo-isolation = ការដាក់ឱ្យនៅដាច់ដោយឡែក
ilo-violence = អំពើហិង្សាលើរាងកាយ និងផ្លូវភេទ
# own
ilo-intimidation = ការបំភិតបំភ័យ និងការគំរាមកំហែង
# own
ilo-documents = ការដកហូតទុកឯកសារអត្តសញ្ញាណ
# own
ilo-wages = ការឃាត់ទុកប្រាក់ឈ្នួល
ilo-debt = ទាសភាពបំណុល
# own
ilo-conditions = លក្ខខណ្ឌការងារ និងការរស់នៅដែលរំលោភបំពាន
# own
ilo-overtime = ការធ្វើការបន្ថែមម៉ោងហួសកម្រិត

## palermo

# own
palermo-act = អំពើ
palermo-means = មធ្យោបាយ
palermo-purpose = គោលបំណង

## palermo-act

act-recruitment = ការជ្រើសរើស
act-transportation = ការដឹកជញ្ជូន
act-transfer = ការផ្ទេរ
act-harbouring = ការផ្តល់កន្លែងលាក់ខ្លួន
act-receipt = ការទទួលយក

## palermo-means

means-threat = ការគំរាមកំហែង
means-force = ការប្រើកម្លាំង
means-coercion = ការបង្ខិតបង្ខំតាមរូបភាពផ្សេងៗ
means-abduction = ការចាប់ពង្រត់
means-fraud = ការក្លែងបន្លំ
means-deception = ការបោកបញ្ឆោត
means-power = ការរំលោភលើអំណាច
# own
means-vulnerability = ការរំលោភលើស្ថានភាពងាយរងគ្រោះ
means-payment = ការផ្តល់ ឬការទទួលប្រាក់ ឬផលប្រយោជន៍
means-debt = ទាសភាពបំណុល
means-confinement = ការបង្ខាំង
# own
means-child = មិនតម្រូវសម្រាប់កុមារ

## palermo-purpose

purpose-exploitation = ការកេងប្រវ័ញ្ច
# own
purpose-prostitution = ការកេងប្រវ័ញ្ចលើពេស្យាចារ
# own
purpose-sexual = ការកេងប្រវ័ញ្ចផ្លូវភេទផ្សេងទៀត
# own
purpose-forced-labour = ពលកម្ម ឬសេវាកម្មដោយបង្ខំ
# own
purpose-slavery = ទាសភាព ឬការអនុវត្តស្រដៀងនឹងទាសភាព
# own
purpose-servitude = ភាពជាខ្ញុំបម្រើ
# own
purpose-organs = ការដកយកសរីរាង្គ
# own
purpose-forced-crime = ការបង្ខំឱ្យប្រព្រឹត្តបទល្មើស
purpose-online-scam = ការឆបោកតាមប្រព័ន្ធបច្ចេកវិទ្យា

## term

term-trafficking = អំពើជួញដូរមនុស្ស
term-victim = ជនរងគ្រោះ
term-victim-trafficking = ជនរងគ្រោះដោយអំពើជួញដូរមនុស្ស
# own
term-presumed-victim = អ្នកដែលសន្មតថាជាជនរងគ្រោះ
# own
term-non-punishment = គោលការណ៍មិនផ្តន្ទាទោសជនរងគ្រោះ

## episode

episode-transit = ការឆ្លងកាត់
# own
episode-resale = ការលក់បន្ត
# own
episode-escape = ការរត់គេចខ្លួន
# own
episode-job-promised = ការងារដែលបានសន្យា
# own
episode-job-found = ការងារជាក់ស្តែង
episode-debt = បំណុល
episode-pay = ប្រាក់ឈ្នួល
# own
episode-quota = គោលដៅការងារដែលត្រូវបំពេញ

## service

service-shelter = ទីជម្រក
service-food = អាហារ
service-medical = សេវាវេជ្ជសាស្ត្រ
# own
service-hospital = ការព្យាបាលនៅមន្ទីរពេទ្យ
# own
service-medicine = ឱសថ
service-psychological = ការគាំទ្រផ្លូវចិត្ត
service-legal = ជំនួយផ្លូវច្បាប់
# own
service-interpretation = ការបកប្រែផ្ទាល់មាត់
# own
service-logistics = ជំនួយសម្ភារៈ
# own
service-travel-document = ការរៀបចំឯកសារធ្វើដំណើរ
# own
service-ticket = សំបុត្រធ្វើដំណើរ
# own
service-reintegration = ការគាំទ្រសមាហរណកម្ម
# own
service-repatriation = មាតុភូមិនិវត្តន៍

## expense

# own
expense-payer = បង់ដោយ
# own
expense-amount = ចំនួនទឹកប្រាក់
# own
expense-currency = រូបិយប័ណ្ណ
# own
expense-receipt = បង្កាន់ដៃ

## document-type

doc-passport = លិខិតឆ្លងដែន
doc-splp = លិខិតធ្វើដំណើរបណ្តោះអាសន្នពីស្ថានទូត (SPLP)
doc-id-card = អត្តសញ្ញាណប័ណ្ណ
# own
doc-family-card = ប័ណ្ណគ្រួសារ (KK)
doc-birth-certificate = សំបុត្រកំណើត
doc-visa = ទិដ្ឋាការ
# own
doc-exit-permit = លិខិតអនុញ្ញាតចេញ
doc-work-contract = កិច្ចសន្យាការងារ
# own
doc-note-verbale = កំណត់ទូត
# own
doc-police-report = របាយការណ៍នគរបាល
# own
doc-questioning-record = កំណត់ហេតុស្តាប់ចម្លើយ
# own
doc-handover-record = កំណត់ហេតុប្រគល់ទទួល
# own
doc-medical-report = របាយការណ៍វេជ្ជសាស្ត្រ
# own
doc-fit-to-travel = លិខិតបញ្ជាក់សុខភាពសម្រាប់ធ្វើដំណើរ
# own
doc-hospital-bill = វិក្កយបត្រមន្ទីរពេទ្យ
# own
doc-manifest = បញ្ជីអ្នកដំណើរ
doc-photo = រូបថត
doc-consent-form = ទម្រង់យល់ព្រម
# own
doc-victim-letter = លិខិតកំណត់អត្តសញ្ញាណជនរងគ្រោះ
doc-identification-form = ទម្រង់សម្ភាសន៍កំណត់អត្តសញ្ញាណជនរងគ្រោះដោយអំពើជួញដូរមនុស្ស

## travel-document-state

# own
tdoc-held = សាមីខ្លួនកាន់
# own
tdoc-employer = នៅនឹងនិយោជក
tdoc-lost = បាត់
# own
tdoc-claimed-lost = អះអាងថាបាត់
# own
tdoc-police = នៅនឹងនគរបាល
# own
tdoc-embassy = នៅស្ថានទូត
tdoc-valid = មានសុពលភាព
# own
tdoc-expiring = ជិតផុតសុពលភាព
# own
tdoc-expired = ផុតសុពលភាព

## travel-document

# own
tdoc-mrz = តំបន់អានដោយម៉ាស៊ីន (MRZ)
# own
tdoc-check-digit = លេខផ្ទៀងផ្ទាត់
# own
tdoc-issue-date = ថ្ងៃចេញ
# own
tdoc-expiry-date = ថ្ងៃផុតកំណត់

## immigration

# own
imm-entry-date = កាលបរិច្ឆេទចូល
imm-border-gate = ច្រកទ្វារព្រំដែនអន្តរជាតិ
# own
imm-visa-type = ប្រភេទទិដ្ឋាការ
# own
imm-visa-end = ថ្ងៃផុតសុពលភាពទិដ្ឋាការ
imm-stay-permit = ប័ណ្ណស្នាក់នៅ
# own
imm-overstay = ការស្នាក់នៅហួសកំណត់
# own
imm-overstay-days = ចំនួនថ្ងៃស្នាក់នៅហួសកំណត់
imm-fine = ប្រាក់ពិន័យ
# own
imm-fine-waiver = ការលើកលែងប្រាក់ពិន័យ
# own
imm-exit-permit-no = លេខលិខិតអនុញ្ញាតចេញ
# own
imm-missing = មិនទាន់មាន
# own
imm-submitted = បានដាក់ស្នើ
# own
imm-issued = បានចេញ
imm-deportation = ការបណ្តេញចេញ
# own
imm-detention = ការឃុំខ្លួនផ្នែកអន្តោប្រវេសន៍
# own
imm-consular-access = ការចូលជួបតាមផ្លូវកុងស៊ុល

## evidence

# own
ev-evidence = ភស្តុតាង
# own
ev-digital = ភស្តុតាងឌីជីថល
# own
ev-register = បញ្ជីវត្ថុតាង
# own
ev-chain = ខ្សែសង្វាក់នៃការថែរក្សាវត្ថុតាង
# own
ev-custody-log = កំណត់ត្រាថែរក្សាវត្ថុតាង
# own
ev-collected-by = ប្រមូលដោយ
# own
ev-found-at = រកឃើញនៅ
# own
ev-seal-no = លេខត្រាបិទ
# own
ev-seized = បានចាប់យក
# own
ev-handed-to = ប្រគល់ជូន
# own
ev-original = ច្បាប់ដើម
ev-copy = ច្បាប់ចម្លង
# own
ev-hash = ស្នាមសម្គាល់ឌីជីថលនៃឯកសារ (SHA-256)

## justice

# own
jus-report-no = លេខរបាយការណ៍
jus-complaint = ពាក្យបណ្តឹង
jus-investigation = ការស៊ើបអង្កេត
jus-witness = សាក្សី
jus-prosecutor = ព្រះរាជអាជ្ញា
jus-court = តុលាការ
jus-lawyer = មេធាវី
jus-charge = ការចោទប្រកាន់
jus-judgment = សាលក្រម
# own
jus-restitution = សំណង
# own
jus-allegation = ការអះអាង

## consent

consent-given = បានផ្តល់
consent-refused = បានបដិសេធ
# own
consent-withdrawn = បានដកវិញ
# own
consent-not-asked = មិនទាន់បានសួរ
# own
consent-guardian = ផ្តល់ដោយអាណាព្យាបាល
# own
consent-spoken = ផ្ទាល់មាត់
# own
consent-written = ជាលាយលក្ខណ៍អក្សរ
# own
consent-informed = ការយល់ព្រមក្រោយទទួលបានព័ត៌មាន

## referral

# own
referral-sent = បានបញ្ជូន
referral-accepted = បានទទួលយក
referral-refused = បានបដិសេធ
referral-completed = បានបញ្ចប់
# own
referral-withdrawn = បានដកវិញ

## determination

# own
det-victim = បានកំណត់ថាជាជនរងគ្រោះ
# own
det-not-victim = មិនបានកំណត់ថាជាជនរងគ្រោះ
det-authority = អាជ្ញាធរ
# own
det-letter-no = លេខលិខិត
# own
det-wording = ខ្លឹមសារដើម

## interview

# own
int-interpreter = អ្នកបកប្រែ
# own
int-present = អ្នកចូលរួម
# own
int-times = ចំនួនដងដែលបានសម្ភាសន៍

## placement

# own
place-type-police = ទីស្នាក់ការនគរបាល
# own
place-type-home = ផ្ទះផ្ទាល់ខ្លួន
# own
place-bed = គ្រែ

## movement

# own
move-extraction = ការនាំចេញពីទីតាំង
move-transfer = ការផ្ទេរ
# own
move-flight = ជើងហោះហើរ
# own
move-handover = ការប្រគល់ទទួល
# own
move-carrier = អ្នកដឹកជញ្ជូន
# own
move-flight-no = លេខជើងហោះហើរ
# own
move-departure = ការចេញដំណើរ
# own
move-arrival = ការមកដល់
# own
move-time-zone = តំបន់ម៉ោង

## dossier

# own
dos-cover = ក្រប
dos-purpose = គោលបំណង
# own
dos-legal-basis = មូលដ្ឋានគតិយុត្ត
# own
dos-recipient = អ្នកទទួល
# own
dos-classification = កម្រិតសម្ងាត់
# own
dos-confidential = សម្ងាត់
# own
dos-restricted = មានកម្រិត
# own
dos-copy-n-of-m = ច្បាប់ចម្លងទី {$n} នៃ {$m}
# own
dos-page-x-of-y = ទំព័រទី {$x} នៃ {$y}
dos-valid-until = មានសុពលភាពដល់
# own
dos-disclosed = ទិន្នន័យដែលបានបង្ហាញ
# own
dos-withheld = ប្រភេទទិន្នន័យដែលមិនបានបង្ហាញ
dos-contents = មាតិកា
# own
dos-summary = សេចក្តីសង្ខេប
# own
dos-chronology = កាលប្បវត្តិ
# own
dos-persons = បញ្ជីឈ្មោះ
dos-annex = ឧបសម្ព័ន្ធ
# own
dos-annex-register = បញ្ជីឧបសម្ព័ន្ធ
# own
dos-consent-extract = សម្រង់ការយល់ព្រម
# own
dos-non-punishment = កំណត់សម្គាល់អំពីគោលការណ៍មិនផ្តន្ទាទោស
# own
dos-signature-receipt = ហត្ថលេខា និងការទទួល
dos-signature = ហត្ថលេខា
dos-stamp = ត្រា
# own
dos-thumbprint = ស្នាមមេដៃ
# own
dos-received-by = ទទួលដោយ
# own
dos-handed-over-by = ប្រគល់ដោយ
# own
dos-prepared-by = រៀបចំដោយ
dos-name-position = ឈ្មោះ និងមុខតំណែង
dos-date = កាលបរិច្ឆេទ
dos-place = ទីកន្លែង
# own
dos-reference-no = លេខយោង
dos-verification-code = លេខកូដផ្ទៀងផ្ទាត់
# own
dos-override-reason = ហេតុផលនៃករណីលើកលែង
# own
dos-not-official = មិនមែនជាទម្រង់ផ្លូវការ
# own
dos-group = សំណុំឯកសារក្រុម

## value

val-yes = បាទ/ចាស
val-no = ទេ
val-present = មាន
val-absent = គ្មាន
val-unknown = មិនដឹង
# own
val-not-asked = មិនបានសួរ
# own
val-declined = សុំមិនឆ្លើយ
# own
val-withheld = មិនបានបង្ហាញ
# own
val-not-applicable = មិនពាក់ព័ន្ធ

## date-precision

# own
val-about = ប្រហែល
# own
val-exact = ជាក់លាក់
# own
val-month-only = ត្រឹមខែ
# own
val-year-only = ត្រឹមឆ្នាំ
# own
val-age-as-told = អាយុតាមការប្រាប់

## month

month-1 = មករា
month-2 = កុម្ភៈ
month-3 = មីនា
month-4 = មេសា
month-5 = ឧសភា
month-6 = មិថុនា
month-7 = កក្កដា
month-8 = សីហា
month-9 = កញ្ញា
month-10 = តុលា
month-11 = វិច្ឆិកា
month-12 = ធ្នូ

## sex

sex = ភេទ
sex-male = ប្រុស
sex-female = ស្រី
# own
sex-unspecified = មិនបញ្ជាក់ (X)

## relation

rel-mother = ម្តាយ
rel-father = ឪពុក
rel-husband = ប្តី
rel-wife = ភរិយា
rel-child = កូន
rel-older-sibling = បង
rel-younger-sibling = ប្អូន
rel-sibling = បងប្អូនបង្កើត
rel-grandparent = ជីដូនជីតា
# own
rel-uncle-aunt = ពូ ឬមីង
rel-relative = សាច់ញាតិ
rel-guardian = អាណាព្យាបាល

## institution

# own
inst-kbri-phnom-penh = ស្ថានទូតសាធារណរដ្ឋឥណ្ឌូនេស៊ីប្រចាំព្រះរាជាណាចក្រកម្ពុជា
# own
inst-ahtjp = នាយកដ្ឋានប្រឆាំងការជួញដូរមនុស្ស និងការពារអនីតិជន
# own
inst-national-police = អគ្គស្នងការដ្ឋាននគរបាលជាតិ
# own
inst-judicial-police = នគរបាលយុត្តិធម៌
# own
inst-provincial-police = ស្នងការដ្ឋាននគរបាលខេត្ត
inst-moi-kh = ក្រសួងមហាផ្ទៃ
# own
inst-mosvy = ក្រសួងសង្គមកិច្ច អតីតយុទ្ធជន និងយុវនីតិសម្បទា
# own
inst-mosvy-aht = នាយកដ្ឋានប្រឆាំងការជួញដូរមនុស្ស និងសមាហរណកម្មជនរងគ្រោះ
# own
inst-gdi = អគ្គនាយកដ្ឋានអន្តោប្រវេសន៍
# own
inst-ncct = គណៈកម្មាធិការជាតិប្រយុទ្ធប្រឆាំងអំពើជួញដូរមនុស្ស
inst-mfaic = ក្រសួងការបរទេស និងសហប្រតិបត្តិការអន្តរជាតិ
inst-caritas = អង្គការការីតាសកម្ពុជា
inst-iom = អង្គការអន្តរជាតិទេសន្តរប្រវេសន៍ (IOM)
inst-ilo = អង្គការពលកម្មអន្តរជាតិ (ILO)
# own
inst-kemlu = ក្រសួងការបរទេសនៃសាធារណរដ្ឋឥណ្ឌូនេស៊ី
# own
inst-kemlu-pwni = នាយកដ្ឋានការពារពលរដ្ឋឥណ្ឌូនេស៊ី
# own
inst-kemensos = ក្រសួងសង្គមកិច្ចនៃសាធារណរដ្ឋឥណ្ឌូនេស៊ី
# own
inst-rptc-bambu-apus = ផ្ទះការពារ និងមជ្ឈមណ្ឌលព្យាបាលផ្លូវចិត្តបាំប៊ូអាពុស (RPTC Bambu Apus)
# own
inst-sentra-mulya-jaya = មជ្ឈមណ្ឌលមូលយ៉ាហ្សាយ៉ា (Sentra Mulya Jaya)
# own
inst-polri = នគរបាលជាតិនៃសាធារណរដ្ឋឥណ្ឌូនេស៊ី
# own
inst-bareskrim = ទីភ្នាក់ងារស៊ើបអង្កេតបទល្មើសព្រហ្មទណ្ឌ នៃនគរបាលជាតិឥណ្ឌូនេស៊ី (Bareskrim)
# own
inst-ppa-ppo = នាយកដ្ឋានបទល្មើសលើស្ត្រី កុមារ និងការជួញដូរមនុស្ស (Bareskrim)
# own
inst-imigrasi-id = អគ្គនាយកដ្ឋានអន្តោប្រវេសន៍ឥណ្ឌូនេស៊ី
# own
inst-kp2mi = ក្រសួងការពារពលករចំណាកស្រុកឥណ្ឌូនេស៊ី
# own
inst-lpsk = ទីភ្នាក់ងារការពារសាក្សី និងជនរងគ្រោះ (LPSK)
# own
inst-airport-cgk = អាកាសយានដ្ឋានអន្តរជាតិស៊ូកាណូ-ហាតា
inst-airport-pnh = អាកាសយានដ្ឋានអន្តរជាតិភ្នំពេញ
inst-airport-kti = អាកាសយានដ្ឋានអន្តរជាតិតេជោ

## country

country-kh = កម្ពុជា
country-id = ឥណ្ឌូនេស៊ី
country-th = ថៃ

## admin-unit

admin-province = ខេត្ត
admin-capital = រាជធានី
admin-municipality = ក្រុង
admin-district = ស្រុក
admin-commune = ឃុំ/សង្កាត់
admin-village = ភូមិ

## province

kh-1 = បន្ទាយមានជ័យ
kh-2 = បាត់ដំបង
kh-3 = កំពង់ចាម
kh-4 = កំពង់ឆ្នាំង
kh-5 = កំពង់ស្ពឺ
kh-6 = កំពង់ធំ
kh-7 = កំពត
kh-8 = កណ្តាល
kh-9 = កោះកុង
kh-10 = ក្រចេះ
kh-11 = មណ្ឌលគិរី

## capital

kh-12 = ភ្នំពេញ

## province

kh-13 = ព្រះវិហារ
kh-14 = ព្រៃវែង
kh-15 = ពោធិ៍សាត់
kh-16 = រតនគិរី
kh-17 = សៀមរាប
kh-18 = ព្រះសីហនុ
kh-19 = ស្ទឹងត្រែង
kh-20 = ស្វាយរៀង
kh-21 = តាកែវ
kh-22 = ឧត្តរមានជ័យ
kh-23 = កែប
kh-24 = ប៉ៃលិន
kh-25 = ត្បូងឃ្មុំ

## town

kh-poipet = ប៉ោយប៉ែត

## verb

verb-save = រក្សាទុក
# own
verb-undo = មិនធ្វើវិញ
verb-import = នាំចូល
verb-export = នាំចេញ
verb-lock = ចាក់សោ
verb-search = ស្វែងរក
verb-print = បោះពុម្ព
verb-hand-over = ប្រគល់
# own
verb-settle = ដោះស្រាយភាពខុសគ្នា
# own
verb-keep-mine = យករបស់ខ្ញុំ
# own
verb-keep-theirs = យករបស់គេ
# own
verb-keep-both = រក្សាទុកទាំងពីរ
verb-add = បន្ថែម
verb-edit = កែសម្រួល
verb-delete = លុប
verb-cancel = បោះបង់
verb-verify = ផ្ទៀងផ្ទាត់
verb-accept = ទទួលយក
verb-refuse = បដិសេធ
# own
verb-preview = មើលជាមុន
# own
verb-pause = ផ្អាក

## ui

ui-today = ថ្ងៃនេះ
# own
ui-rescues = ការសង្គ្រោះ
ui-people = បុគ្គល
# own
ui-exchange = ការផ្លាស់ប្តូរឯកសារ
ui-statistics = ស្ថិតិ
ui-settings = ការកំណត់
ui-help = ជំនួយ
ui-history = ប្រវត្តិ
ui-saved = បានរក្សាទុក
# own
ui-duplicate = អាចជាកំណត់ត្រាស្ទួន
ui-reason = ហេតុផល

## person-field

# own
person-full-name = ឈ្មោះតាមឯកសារ
person-called-name = ឈ្មោះហៅក្រៅ
# own
person-aliases = ឈ្មោះផ្សេងទៀត
person-birth-date = ថ្ងៃខែឆ្នាំកំណើត
# own
person-birth-place = ទីកន្លែងកំណើត
person-age = អាយុ
person-nationality = សញ្ជាតិ
person-origin = ស្រុកកំណើត
person-phone = លេខទូរស័ព្ទ
person-address = អាសយដ្ឋាន
person-religion = សាសនា
person-minor = អនីតិជន
person-vulnerability = ភាពងាយរងគ្រោះ
# own
person-do-not-contact = ហាមទាក់ទង

## role

# own
role-lead-officer = មន្ត្រីទទួលបន្ទុក
role-social-worker = ភ្នាក់ងារសង្គមកិច្ច
# own
role-escort = អ្នកអមដំណើរ
role-embassy-officer = មន្ត្រីស្ថានទូត
