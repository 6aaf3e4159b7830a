# How values are shown, why a typed text was not taken, what is asked back, and names of countries and languages.
# This file is the project's own translation and wants a native reader's eye.

## dates

date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-about = ប្រហែល { $date }
date-range = { $from } – { $to }
time-of-day = { $date }, { $clock } { $zone }
age-told = { $years } ឆ្នាំ (តាមសម្តីនៅ { $date })
age-about = ប្រហែល { $years } ឆ្នាំ (តាមសម្តីនៅ { $date })

## phones

phone-unverified = { $number } (មិនទាន់ផ្ទៀងផ្ទាត់)
phone-extension = { $number } លេខបន្ត { $extension }

## why a text was not taken

value-empty = មិនទាន់មានអ្វីបានវាយបញ្ចូលទេ។ បើមិនដឹង សូមសរសេរ «មិនដឹង» បើមិនបានសួរ សូមសរសេរ «មិនបានសួរ»។
text-one-line = កន្លែងនេះមានតែមួយបន្ទាត់។ សូមលុបការចុះបន្ទាត់។
text-control = មានសញ្ញាដែលមើលមិនឃើញនៅទីនេះ។ សូមលុប ហើយវាយម្តងទៀត។
text-too-long = អត្ថបទវែងពេកចាប់ពីទីនេះ។ សូមកាត់ឱ្យខ្លី។
name-no-letters = គ្មានអក្សរក្នុងឈ្មោះនេះទេ។ បើមិនដឹង សូមសរសេរ «មិនដឹង»។
number-no-digits = គ្មានលេខក្នុងលេខឯកសារនេះទេ។ បើមិនដឹង សូមសរសេរ «មិនដឹង»។
number-odd-sign = សញ្ញានេះមិនមានក្នុងលេខឯកសារទេ។ សូមពិនិត្យជាមួយឯកសារ។
number-unreadable = នេះមិនមែនជាលេខទេ។ សូមវាយចំនួនគត់។
number-not-whole = សូមវាយចំនួនគត់ ដោយគ្មានប្រភាគ។
number-too-large = ចំនួនធំពេក។ សូមពិនិត្យ។
choice-unknown = នេះមិនមែនជាចម្លើយមួយទេ។ សូមជ្រើសពីបញ្ជី។
yes-no-unknown = សូមឆ្លើយ បាទ/ចាស ឬ ទេ។
record-not-an-id = គ្មានកំណត់ត្រាឈ្មោះនេះទេ។ សូមជ្រើសពីបញ្ជី។
file-not-a-digest = នេះមិនមែនជាឯកសារក្នុងឃ្លាំងទេ។ សូមបន្ថែមឯកសារជាមុនសិន។
country-unknown = គ្មានប្រទេសដែលស្គាល់តាមឈ្មោះនេះទេ។ សូមវាយឈ្មោះ ឬកូដ ដូចក្នុងលិខិតឆ្លងដែន។
language-unknown = គ្មានភាសាដែលស្គាល់តាមឈ្មោះនេះទេ។ សូមវាយឈ្មោះ ឬកូដ ISO 639។
place-unknown = គ្មានខេត្ត ឬស្រុកដែលស្គាល់តាមឈ្មោះនេះទេ។ សូមពិនិត្យអក្ខរាវិរុទ្ធ ឬវាយតែខេត្ត។
phone-no-digits = គ្មានលេខក្នុងលេខទូរស័ព្ទនេះទេ។ បើគ្មានទូរស័ព្ទ សូមទុកវាចោល។

## why a date or time was not taken

date-word = ពាក្យនេះមិនមែនជាផ្នែកនៃកាលបរិច្ឆេទទេ។ សូមវាយ ឧទាហរណ៍ 28 មិថុនា 2023 មិថុនា 2023 ឬ 2023។
date-unreadable = ចាប់ពីទីនេះ មិនអានបានជាកាលបរិច្ឆេទទេ។ សូមវាយ ឧទាហរណ៍ 28 មិថុនា 2023។
date-no-year = ខ្វះឆ្នាំ។ សូមបន្ថែមជាលេខបួនខ្ទង់។
date-year-digits = សូមវាយឆ្នាំជាលេខបួនខ្ទង់។
date-year-too-early = ឆ្នាំនេះយូរពេក។ សូមពិនិត្យ។
date-no-such-month = គ្មានខែបែបនេះទេ។ ខែមានពី 1 ដល់ 12។
date-no-such-day = ខែនោះគ្មានថ្ងៃនេះទេ។ សូមពិនិត្យថ្ងៃ។
date-open-range = ខ្វះចុងម្ខាងនៃរយៈពេល។ សូមបញ្ចូលទាំងពីរ ឬតែថ្ងៃចាប់ផ្តើម។
date-range-order = រយៈពេលបញ្ចប់មុនពេលចាប់ផ្តើម។ សូមពិនិត្យកាលបរិច្ឆេទទាំងពីរ។
time-no-date = ខ្វះថ្ងៃ។ សូមបន្ថែមកាលបរិច្ឆេទ។
time-no-clock = មានល្វែងម៉ោង តែគ្មានម៉ោងទេ។ សូមបន្ថែមម៉ោង ឬលុបល្វែងម៉ោង។
time-needs-day = ម៉ោងត្រូវការថ្ងៃជាក់លាក់។ សូមបញ្ចូលថ្ងៃ ឬលុបម៉ោង។
time-no-such-clock = គ្មានម៉ោងបែបនេះទេ។ ម៉ោងមានពី 0 ដល់ 23 នាទីពី 0 ដល់ 59។
time-zone-unknown = មិនស្គាល់ល្វែងម៉ោងនេះទេ។ សូមវាយ ឧទាហរណ៍ WIB ICT ឬ Asia/Jakarta។
time-offset-not-of-zone = គម្លាតម៉ោងនេះមិនមែនរបស់ល្វែងនោះនៅពេលនោះទេ។ សូមលុបមួយ។
time-skipped = នាឡិកាបានរំលងម៉ោងនេះនៅថ្ងៃនោះ។ សូមពិនិត្យម៉ោង និងល្វែងម៉ោង។
age-word = នេះមិនអានបានជាអាយុទេ។ សូមវាយ ឧទាហរណ៍ 24 ឬ ប្រហែល 17។
age-out-of-range = នេះមិនមែនជាអាយុគិតជាឆ្នាំទេ។ សូមពិនិត្យលេខ។
age-needs-day = សូមបញ្ចូលថ្ងៃជាក់លាក់ដែលបានប្រាប់អាយុ។

## why an amount was not taken

money-no-amount = គ្មានចំនួនទឹកប្រាក់ទេ។ សូមវាយជាលេខ។
money-currency-unknown = មិនស្គាល់រូបិយប័ណ្ណនេះទេ។ សូមវាយកូដ ឧទាហរណ៍ USD។
money-two-currencies = មានរូបិយប័ណ្ណពីរ។ សូមទុកមួយ។
money-separators = សញ្ញាចុច និងក្បៀសមិនបង្កើតជាចំនួនក្នុងរូបិយប័ណ្ណនេះទេ។ សូមវាយលេខដោយគ្មានសញ្ញាទាំងនោះ។
money-too-large = ចំនួនទឹកប្រាក់ធំពេក។ សូមពិនិត្យ។

## why a machine readable zone was not taken

mrz-character = តួអក្សរនេះមិនអាចមានក្នុងតំបន់នេះទេ។ មានតែ A–Z 0–9 និង <។
mrz-length = តំបន់នេះមិនពេញលេញទេ៖ ពីរបន្ទាត់ 44 ឬ 36 តួ ឬបីបន្ទាត់ 30 តួ។ សូមរាប់ < នៅចុងបន្ទាត់នីមួយៗ។
mrz-visa = នេះជាតំបន់របស់ទិដ្ឋាការ។ សូមវាយតំបន់របស់ឯកសារធ្វើដំណើរ។
mrz-document-code = តំបន់ចាប់ផ្តើមដោយអក្សរ P សម្រាប់លិខិតឆ្លងដែន។ សូមពិនិត្យតួដំបូង។
mrz-no-name = ខ្វះឈ្មោះនៅទីនេះ។ សូមពិនិត្យបន្ទាត់។
mrz-sex = ទីនេះមាន M F ឬ <។ សូមពិនិត្យឯកសារ។
mrz-o-for-zero = ទីនេះអាចមានតែលេខ។ បើឯកសារបង្ហាញ 0 សូមវាយ 0។
mrz-i-for-one = ទីនេះអាចមានតែលេខ។ បើឯកសារបង្ហាញ 1 សូមវាយ 1។
mrz-z-for-two = ទីនេះអាចមានតែលេខ។ បើឯកសារបង្ហាញ 2 សូមវាយ 2។
mrz-s-for-five = ទីនេះអាចមានតែលេខ។ បើឯកសារបង្ហាញ 5 សូមវាយ 5។
mrz-g-for-six = ទីនេះអាចមានតែលេខ។ បើឯកសារបង្ហាញ 6 សូមវាយ 6។
mrz-b-for-eight = ទីនេះអាចមានតែលេខ។ បើឯកសារបង្ហាញ 8 សូមវាយ 8។
mrz-letter-for-digit = ទីនេះអាចមានតែលេខ។ សូមពិនិត្យឯកសារ។
mrz-zero-for-o = ទីនេះអាចមានតែអក្សរ។ បើឯកសារបង្ហាញ O សូមវាយអក្សរ O។
mrz-one-for-i = ទីនេះអាចមានតែអក្សរ។ បើឯកសារបង្ហាញ I សូមវាយអក្សរ I។
mrz-digit-for-letter = ទីនេះអាចមានតែអក្សរ។ សូមពិនិត្យឯកសារ។
mrz-check-number = លេខផ្ទៀងផ្ទាត់នៃលេខឯកសារមិនត្រូវគ្នា។ សូមប្រៀបធៀបម្តងមួយតួ O និង 0 ងាយច្រឡំ។
mrz-check-birth = លេខផ្ទៀងផ្ទាត់នៃថ្ងៃកំណើតមិនត្រូវគ្នា។ សូមប្រៀបធៀបលេខប្រាំមួយខ្ទង់មុនវា។
mrz-check-expiry = លេខផ្ទៀងផ្ទាត់នៃថ្ងៃផុតកំណត់មិនត្រូវគ្នា។ សូមប្រៀបធៀបលេខប្រាំមួយខ្ទង់មុនវា។
mrz-check-personal = លេខផ្ទៀងផ្ទាត់នៃលេខផ្ទាល់ខ្លួនមិនត្រូវគ្នា។ សូមប្រៀបធៀបតួមុនវា។
mrz-check-composite = លេខផ្ទៀងផ្ទាត់ចុងក្រោយមិនត្រូវគ្នា។ សូមប្រៀបធៀបបន្ទាត់ទាំងអស់ជាមួយឯកសារ។
mrz-no-such-day = គ្មានកាលបរិច្ឆេទបែបនេះទេ។ សូមប្រៀបធៀបលេខប្រាំមួយខ្ទង់ជាមួយឯកសារ។
mrz-over-number = លេខឯកសារ
mrz-over-birth = ថ្ងៃខែឆ្នាំកំណើត
mrz-over-expiry = ថ្ងៃផុតកំណត់
mrz-over-personal = លេខផ្ទាល់ខ្លួន
mrz-over-composite = ទាំងអស់រួមគ្នា
mrz-size-card = កាត បីបន្ទាត់ ៣០ តួអក្សរ (TD1)
mrz-size-paper = ឯកសារ ពីរបន្ទាត់ ៣៦ តួអក្សរ (TD2)
mrz-size-passport = លិខិតឆ្លងដែន ពីរបន្ទាត់ ៤៤ តួអក្សរ (TD3)
mrz-size-visa = ទិដ្ឋាការ (MRV)

## questions and what sets their readings apart

date-which-order = មួយណាជាថ្ងៃ ហើយមួយណាជាខែ?
date-day-first = ថ្ងៃមុន
date-month-first = ខែមុន
date-which-era = តើនេះជាឆ្នាំពុទ្ធសករាជ (ព.ស.) មែនទេ?
date-buddhist-era = ពុទ្ធសករាជ
date-common-era = គ្រិស្តសករាជ
time-shown-twice = នាឡិកាបានបង្ហាញម៉ោងនេះពីរដងនៅថ្ងៃនោះ។ មួយណា?
time-summer = លើកទីមួយ
time-winter = លើកទីពីរ ក្រោយនាឡិកាថយក្រោយ
money-which-currency = រូបិយប័ណ្ណអ្វី?
money-currency = រូបិយប័ណ្ណនេះ
money-which-separator = តើសញ្ញានេះសម្រាប់ខ្ទង់ពាន់ ឬទសភាគ?
money-thousands = ខ្ទង់ពាន់
money-decimals = ទសភាគ
money-idle-cents = រូបិយប័ណ្ណនេះលែងប្រើទសភាគហើយ។ ចំនួនណាមួយ?
money-no-decimals = គ្មានទសភាគ
phone-which-country = លេខនេះត្រឹមត្រូវក្នុងប្រទេសពីរ។ ប្រទេសណា?
phone-country = ក្នុងប្រទេសនេះ
place-which = មានកន្លែងច្រើនឈ្មោះដូច្នេះ។ មួយណា?
place-this = មួយនេះ

## other words by which options are known

sex-male-also = ប; បុរស
sex-female-also = ស; នារី
sex-unspecified-also = X; ផ្សេងទៀត

## countries

country-vn = វៀតណាម
country-la = ឡាវ
country-mm = មីយ៉ាន់ម៉ា
country-my = ម៉ាឡេស៊ី
country-sg = សិង្ហបុរី
country-ph = ហ្វីលីពីន
country-bn = ប្រ៊ុយណេ
country-tl = ទីម័រខាងកើត
country-cn = ចិន
country-tw = តៃវ៉ាន់
country-hk = ហុងកុង
country-mo = ម៉ាកាវ
country-jp = ជប៉ុន
country-kr = កូរ៉េខាងត្បូង
country-in = ឥណ្ឌា
country-bd = បង់ក្លាដែស
country-np = នេប៉ាល់
country-pk = ប៉ាគីស្ថាន
country-lk = ស្រីលង្កា
country-us = សហរដ្ឋអាមេរិក
country-au = អូស្ត្រាលី
country-gb = ចក្រភពអង់គ្លេស
country-nl = ហូឡង់
country-sa = អារ៉ាប៊ីសាអូឌីត
country-ae = អារ៉ាប់រួម
country-ke = កេនយ៉ា
country-ug = អ៊ូហ្គង់ដា
country-et = អេត្យូពី

## languages

language-ind = ភាសាឥណ្ឌូនេស៊ី
language-khm = ភាសាខ្មែរ
language-eng = ភាសាអង់គ្លេស
language-jav = ភាសាជ្វា
language-sun = ភាសាស៊ុនដា
language-mad = ភាសាម៉ាឌូរ៉ា
language-min = ភាសាមីណាងកាបៅ
language-bug = ភាសាប៊ូហ្គីស
language-ban = ភាសាបាលី
language-bjn = ភាសាបានចារ
language-ace = ភាសាអាចេ
language-bew = ភាសាបេតាវី
language-sas = ភាសាសាសាក់
language-bbc = ភាសាបាតាក់តូបា
language-mak = ភាសាម៉ាកាសារ
language-msa = ភាសាម៉ាឡេ
language-tha = ភាសាថៃ
language-vie = ភាសាវៀតណាម
language-zho = ភាសាចិន
language-nan = ភាសាហុកគៀន
language-lao = ភាសាឡាវ
language-mya = ភាសាភូមា
language-tgl = ភាសាតាហ្គាឡុក
language-hin = ភាសាហិណ្ឌី
language-ben = ភាសាបង់ក្លា
language-nep = ភាសានេប៉ាល់
language-zho-also = ចិនកុកងឺ
language-khm-also = កម្ពុជា
language-min-also = ប៉ាដាង
language-jav-also = ជ្វា
language-mak-also = ម៉ាកាសា
