# Terms of the field: Palermo Protocol, ILO indicators, IOM HTCDS 2.0, ICAO Doc 9303, and the authorities' own names.
# A term marked `own` is this project's translation and still wants a native reader's eye.

## record

record-person = Person
record-case = Case
record-rescue = Rescue
record-organisation = Organisation
record-contact = Contact
record-site = Site
record-suspect = Suspect
record-episode = Episode
record-screening = Screening
record-determination = Determination
record-interview = Interview
record-statement = Statement
record-service = Service
record-expense = Expense
record-placement = Placement
record-travel-document = Travel document
record-immigration-matter = Immigration matter
record-justice-matter = Justice matter
record-movement = Movement
record-evidence-item = Evidence item
record-document = Document
record-consent = Consent
record-referral = Referral
record-dossier = Dossier
record-task = Task
record-note = Note
record-flag = Flag
record-follow-up = Follow-up

## field-group

group-identity = Identity
group-travel-document = Travel document and MRZ
group-rescue-facts = Rescue facts and movements
group-episodes-sites = Episodes and sites
group-suspects = Suspects and links
group-evidence = Evidence register and custody log
group-statement = Statement
group-acts-compelled = Acts compelled (sealed)
group-screening = Screening and determinations
group-risks = Immediate risks and safety
group-health = Health: allergies, medication, needs
group-counselling = Counselling and restricted notes
group-family = Family and emergency contact
group-services = Services given
group-immigration = Immigration matter
group-diet = Diet, religion, language
group-other-people = Other people's data

## stage

stage-reported = Reported
stage-located = Located
stage-extracted = Extracted
stage-host-custody = In host custody
stage-sheltered = Sheltered
stage-cleared = Cleared to leave
stage-departed = Departed
stage-received = Received
stage-rehabilitation = In rehabilitation
stage-reintegrated = Reintegrated
stage-closed = Closed

## exit

exit-own-means = Returned by own means
exit-refused = Refused assistance
exit-absconded = Absconded
exit-relocated = Relocated
exit-deceased = Deceased
exit-not-victim = Not a victim

## track

track-identification = Identification
track-immigration = Immigration
track-health = Health
track-justice = Justice

## gate

gate-title = Departure gate
gate-document = Travel document valid
gate-exit-permit = Exit permit valid on the flight date
gate-overstay = Overstay waived or paid
gate-fit = Fit to travel
gate-consent = Consent for the receiver
gate-accepted = Receiver has accepted
gate-escort = Escort assigned
gate-seat = Seat confirmed

## profile

profile-host-police = Host police
profile-shelter = Shelter
profile-social-ministry = Social ministry
profile-immigration = Immigration
profile-hospital = Hospital
profile-airline = Airline or escort
profile-receiving-home = Receiving home
profile-home-police = Home police
profile-person = The person

## indicator

ilo-vulnerability = Abuse of vulnerability
ilo-deception = Deception
ilo-restriction = Restriction of movement
ilo-isolation = Isolation
ilo-violence = Physical and sexual violence
ilo-intimidation = Intimidation and threats
ilo-documents = Retention of identity documents
ilo-wages = Withholding of wages
ilo-debt = Debt bondage
ilo-conditions = Abusive working and living conditions
ilo-overtime = Excessive overtime

## palermo

palermo-act = Act
palermo-means = Means
palermo-purpose = Purpose

## palermo-act

act-recruitment = Recruitment
act-transportation = Transportation
act-transfer = Transfer
act-harbouring = Harbouring
act-receipt = Receipt

## palermo-means

means-threat = Threat
means-force = Use of force
means-coercion = Other forms of coercion
means-abduction = Abduction
means-fraud = Fraud
means-deception = Deception
means-power = Abuse of power
means-vulnerability = Abuse of a position of vulnerability
means-payment = Giving or receiving payments or benefits
means-debt = Debt bondage
means-confinement = Confinement
means-child = Not required for a child

## palermo-purpose

purpose-exploitation = Exploitation
purpose-prostitution = Exploitation of prostitution
purpose-sexual = Other sexual exploitation
purpose-forced-labour = Forced labour or services
purpose-slavery = Slavery or similar practices
purpose-servitude = Servitude
purpose-organs = Removal of organs
purpose-forced-crime = Forced criminality
purpose-online-scam = Online scam

## term

term-trafficking = Trafficking in persons
term-victim = Victim
term-victim-trafficking = Victim of trafficking
term-presumed-victim = Presumed victim
term-non-punishment = Non-punishment principle

## episode

episode-transit = Transit
episode-resale = Resale
episode-escape = Escape
episode-job-promised = Job promised
episode-job-found = Job found
episode-debt = Debt
episode-pay = Pay
episode-quota = Work quota

## service

service-shelter = Shelter
service-food = Food
service-medical = Medical care
service-hospital = Hospital care
service-medicine = Medicine
service-psychological = Psychological support
service-legal = Legal assistance
service-interpretation = Interpretation
service-logistics = Logistics
service-travel-document = Travel document service
service-ticket = Ticket
service-reintegration = Reintegration support
service-repatriation = Repatriation

## expense

expense-payer = Paid by
expense-amount = Amount
expense-currency = Currency
expense-receipt = Receipt

## document-type

doc-passport = Passport
doc-splp = Emergency travel document (SPLP)
doc-id-card = National identity card
doc-family-card = Family card (KK)
doc-birth-certificate = Birth certificate
doc-visa = Visa
doc-exit-permit = Exit permit
doc-work-contract = Employment contract
doc-note-verbale = Note verbale
doc-police-report = Police report
doc-questioning-record = Record of questioning
doc-handover-record = Handover record
doc-medical-report = Medical report
doc-fit-to-travel = Fit-to-travel certificate
doc-hospital-bill = Hospital bill
doc-manifest = Manifest
doc-photo = Photo
doc-consent-form = Consent form
doc-victim-letter = Victim identification letter
doc-identification-form = Interview form for identification of a victim of human trafficking

## travel-document-state

tdoc-held = Held by the person
tdoc-employer = With the employer
tdoc-lost = Lost
tdoc-claimed-lost = Claimed lost
tdoc-police = With the police
tdoc-embassy = At the embassy
tdoc-valid = Valid
tdoc-expiring = Expiring soon
tdoc-expired = Expired

## travel-document

tdoc-mrz = Machine-readable zone (MRZ)
tdoc-check-digit = Check digit
tdoc-issue-date = Date of issue
tdoc-expiry-date = Date of expiry

## immigration

imm-entry-date = Date of entry
imm-border-gate = International border checkpoint
imm-visa-type = Visa type
imm-visa-end = Visa expiry date
imm-stay-permit = Stay permit
imm-overstay = Overstay
imm-overstay-days = Days of overstay
imm-fine = Fine
imm-fine-waiver = Fine waiver
imm-exit-permit-no = Exit permit number
imm-missing = Missing
imm-submitted = Submitted
imm-issued = Issued
imm-deportation = Deportation
imm-detention = Immigration detention
imm-consular-access = Consular access

## evidence

ev-evidence = Evidence
ev-digital = Digital evidence
ev-register = Evidence register
ev-chain = Chain of custody
ev-custody-log = Custody log
ev-collected-by = Collected by
ev-found-at = Found at
ev-seal-no = Seal number
ev-seized = Seized
ev-handed-to = Handed to
ev-original = Original
ev-copy = Copy
ev-hash = Fingerprint of the file (SHA-256)

## justice

jus-report-no = Report number
jus-complaint = Complaint
jus-investigation = Investigation
jus-witness = Witness
jus-prosecutor = Prosecutor
jus-court = Court
jus-lawyer = Lawyer
jus-charge = Charge
jus-judgment = Judgment
jus-restitution = Restitution
jus-allegation = Allegation

## consent

consent-given = Given
consent-refused = Refused
consent-withdrawn = Withdrawn
consent-not-asked = Not asked yet
consent-guardian = Given by the guardian
consent-spoken = Spoken
consent-written = Written
consent-informed = Informed consent

## referral

referral-sent = Sent
referral-accepted = Accepted
referral-refused = Refused
referral-completed = Completed
referral-withdrawn = Withdrawn

## determination

det-victim = Identified as a victim
det-not-victim = Not identified as a victim
det-authority = Authority
det-letter-no = Letter number
det-wording = Exact wording

## interview

int-interpreter = Interpreter
int-present = Who was present
int-times = Times already interviewed

## placement

place-type-police = Police premises
place-type-home = Own home
place-bed = Bed

## movement

move-extraction = Extraction
move-transfer = Transfer
move-flight = Flight
move-handover = Handover
move-carrier = Carrier
move-flight-no = Flight number
move-departure = Departure
move-arrival = Arrival
move-time-zone = Time zone

## dossier

dos-cover = Cover
dos-purpose = Purpose
dos-legal-basis = Legal basis
dos-recipient = Recipient
dos-classification = Classification
dos-confidential = Confidential
dos-restricted = Restricted
dos-copy-n-of-m = Copy {$n} of {$m}
dos-page-x-of-y = Page {$x} of {$y}
dos-valid-until = Valid until
dos-disclosed = What is disclosed
dos-withheld = Categories withheld
dos-contents = Contents
dos-summary = Summary
dos-chronology = Chronology
dos-persons = List of persons
dos-annex = Annex
dos-annex-register = Annex register
dos-consent-extract = Consent extract
dos-non-punishment = Non-punishment note
dos-signature-receipt = Signature and receipt
dos-signature = Signature
dos-stamp = Stamp
dos-thumbprint = Thumbprint
dos-received-by = Received by
dos-handed-over-by = Handed over by
dos-prepared-by = Prepared by
dos-name-position = Name and position
dos-date = Date
dos-place = Place
dos-reference-no = Reference number
dos-verification-code = Verification code
dos-override-reason = Reason for the exception
dos-not-official = Not an official form
dos-group = Group dossier

## value

val-yes = Yes
val-no = No
val-present = Present
val-absent = Not present
val-unknown = Unknown
val-not-asked = Not asked
val-declined = Declined to answer
val-withheld = Withheld
val-not-applicable = Not applicable

## date-precision

val-about = About
val-exact = Exact
val-month-only = Month only
val-year-only = Year only
val-age-as-told = Age as told

## month

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

## sex

sex = Sex
sex-male = Male
sex-female = Female
sex-unspecified = Unspecified (X)

## relation

rel-mother = Mother
rel-father = Father
rel-husband = Husband
rel-wife = Wife
rel-child = Child (son or daughter)
rel-older-sibling = Older sibling
rel-younger-sibling = Younger sibling
rel-sibling = Sibling
rel-grandparent = Grandparent
rel-uncle-aunt = Uncle or aunt
rel-relative = Relative
rel-guardian = Guardian

## institution

inst-kbri-phnom-penh = Embassy of the Republic of Indonesia in Phnom Penh
inst-ahtjp = Department of Anti-Human Trafficking and Juvenile Protection
inst-national-police = General Commissariat of National Police
inst-judicial-police = Judicial police
inst-provincial-police = Provincial Police Commissariat
inst-moi-kh = Ministry of Interior of Cambodia
inst-mosvy = Ministry of Social Affairs, Veterans and Youth Rehabilitation (MoSVY)
inst-mosvy-aht = Department of Anti-Human Trafficking and Reintegration of Victims (MoSVY)
inst-gdi = General Department of Immigration
inst-ncct = National Committee for Counter Trafficking (NCCT)
inst-mfaic = Ministry of Foreign Affairs and International Cooperation of Cambodia
inst-caritas = Caritas Cambodia
inst-iom = International Organization for Migration (IOM)
inst-ilo = International Labour Organization (ILO)
inst-kemlu = Ministry of Foreign Affairs of the Republic of Indonesia (Kemlu)
inst-kemlu-pwni = Directorate for the Protection of Indonesian Citizens (Kemlu)
inst-kemensos = Ministry of Social Affairs of the Republic of Indonesia (Kemensos)
inst-rptc-bambu-apus = Bambu Apus Protection House and Trauma Center (RPTC)
inst-sentra-mulya-jaya = Mulya Jaya Centre (Kemensos)
inst-polri = Indonesian National Police (Polri)
inst-bareskrim = Criminal Investigation Agency of the Indonesian National Police (Bareskrim Polri)
inst-ppa-ppo = Directorate for Crimes against Women and Children and Trafficking in Persons (Bareskrim)
inst-imigrasi-id = Directorate General of Immigration of Indonesia
inst-kp2mi = Ministry of Migrant Workers Protection of Indonesia
inst-lpsk = Witness and Victim Protection Agency (LPSK)
inst-airport-cgk = Soekarno-Hatta International Airport
inst-airport-pnh = Phnom Penh International Airport
inst-airport-kti = Techo International Airport

## country

country-kh = Cambodia
country-id = Indonesia
country-th = Thailand

## admin-unit

admin-province = Province
admin-capital = Capital
admin-municipality = Municipality or city
admin-district = District or regency
admin-commune = Commune or sub-district
admin-village = Village

## province

kh-1 = Banteay Meanchey
kh-2 = Battambang
kh-3 = Kampong Cham
kh-4 = Kampong Chhnang
kh-5 = Kampong Speu
kh-6 = Kampong Thom
kh-7 = Kampot
kh-8 = Kandal
kh-9 = Koh Kong
kh-10 = Kratie
kh-11 = Mondulkiri

## capital

kh-12 = Phnom Penh

## province

kh-13 = Preah Vihear
kh-14 = Prey Veng
kh-15 = Pursat
kh-16 = Ratanakiri
kh-17 = Siem Reap
kh-18 = Preah Sihanouk
kh-19 = Stung Treng
kh-20 = Svay Rieng
kh-21 = Takeo
kh-22 = Oddar Meanchey
kh-23 = Kep
kh-24 = Pailin
kh-25 = Tboung Khmum

## town

kh-poipet = Poipet

## verb

verb-save = Save
verb-undo = Undo
verb-import = Import
verb-export = Export
verb-lock = Lock
verb-search = Search
verb-print = Print
verb-hand-over = Hand over
verb-settle = Settle the difference
verb-keep-mine = Keep mine
verb-keep-theirs = Keep theirs
verb-keep-both = Keep both
verb-add = Add
verb-edit = Edit
verb-delete = Delete
verb-cancel = Cancel
verb-verify = Verify
verb-accept = Accept
verb-refuse = Refuse
verb-preview = Preview
verb-pause = Pause

## ui

ui-today = Today
ui-rescues = Rescues
ui-people = People
ui-exchange = Exchange
ui-statistics = Statistics
ui-settings = Settings
ui-help = Help
ui-history = History
ui-saved = Saved
ui-duplicate = Possible duplicate
ui-reason = Reason

## person-field

person-full-name = Name as on the document
person-called-name = Called name
person-aliases = Other names
person-birth-date = Date of birth
person-birth-place = Place of birth
person-age = Age
person-nationality = Nationality
person-origin = Place of origin
person-phone = Phone number
person-address = Address
person-religion = Religion
person-minor = Minor
person-vulnerability = Vulnerability
person-do-not-contact = Do not contact

## role

role-lead-officer = Lead officer
role-social-worker = Social worker
role-escort = Escort
role-embassy-officer = Embassy officer
