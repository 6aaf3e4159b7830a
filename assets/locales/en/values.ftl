# How values are shown, why a typed text was not taken, what is asked back, and names of countries and languages.

## dates

date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-about = about { $date }
date-range = { $from } – { $to }
time-of-day = { $date }, { $clock } { $zone }
age-told = { $years } (as told on { $date })
age-about = about { $years } (as told on { $date })

## phones

phone-unverified = { $number } (not verified)
phone-extension = { $number } ext. { $extension }

## why a text was not taken

value-empty = Nothing is typed. If it is not known, write “unknown”; if it was not asked, “not asked”.
text-one-line = This field holds one line. Remove the line break.
text-control = There is an invisible sign here. Delete it and type the text again.
text-too-long = The text is too long from here on. Shorten it.
name-no-letters = There are no letters in this name. If it is not known, write “unknown”.
number-no-digits = There are no digits in this number. If it is not known, write “unknown”.
number-odd-sign = This sign does not occur in a document number. Check it against the document.
number-unreadable = This is not a digit. Type a whole number.
number-not-whole = Type a whole number, without a fraction.
number-too-large = The number is too large. Check it.
choice-unknown = This is not one of the answers. Choose one from the list.
yes-no-unknown = Answer yes or no.
record-not-an-id = No record is named so. Choose it from the list.
file-not-a-digest = This is not a file in the vault. Add the file first.
country-unknown = No country is known by this name. Type its name or its code, as in a passport.
language-unknown = No language is known by this name. Type its name or its ISO 639 code.
place-unknown = No province or regency is known by this name. Check the spelling, or type the province alone.
phone-no-digits = There are no digits in this number. If there is no phone, write “unknown” or leave it.

## why a date or time was not taken

date-word = This word does not belong to a date. Type, for example, 28 June 2023, June 2023 or 2023.
date-unreadable = From here on this does not read as a date. Type, for example, 28 June 2023.
date-no-year = The year is missing. Add it with four digits.
date-year-digits = Type the year with four digits.
date-year-too-early = This year is too long ago. Check it.
date-no-such-month = There is no such month. Months go from 1 to 12.
date-no-such-day = This month has no such day. Check the day.
date-open-range = One end of the period is missing. Give both, or only the date it began.
date-range-order = The period ends before it begins. Check both dates.
time-no-date = The day is missing. Add the date to the time.
time-no-clock = There is a time zone but no time. Add the time, or remove the zone.
time-needs-day = A time needs the exact day. Give the day, or leave out the time.
time-no-such-clock = There is no such time. Hours go from 0 to 23, minutes from 0 to 59.
time-zone-unknown = This time zone is not known. Type, for example, WIB, ICT or Asia/Jakarta.
time-offset-not-of-zone = This offset is not the zone’s at that time. Leave out one of the two.
time-skipped = The clocks skipped this time that day. Check the time and the zone.
age-word = This does not read as an age. Type, for example, 24 or about 17.
age-out-of-range = This is not an age in years. Check the number.
age-needs-day = Give the exact day on which the age was told.

## why an amount was not taken

money-no-amount = There is no amount. Type it in digits.
money-currency-unknown = This currency is not known. Type its code, for example USD.
money-two-currencies = Two currencies are given. Keep one.
money-separators = The dots and commas do not make an amount in this currency. Type the digits without them.
money-too-large = The amount is too large. Check it.

## why a machine readable zone was not taken

mrz-character = This character cannot be in the zone. Only A–Z, 0–9 and < can.
mrz-length = The zone is not complete: two lines of 44 or 36 characters, or three of 30. Count the < at the end of each line.
mrz-visa = This is the zone of a visa. Type the zone of the travel document.
mrz-document-code = The zone begins with a letter, P for a passport. Check the first character.
mrz-no-name = The name is missing here. Check the line.
mrz-sex = Here stands M, F or <. Check the document.
mrz-o-for-zero = Only a digit can stand here. If the document shows 0, type 0.
mrz-i-for-one = Only a digit can stand here. If the document shows 1, type 1.
mrz-z-for-two = Only a digit can stand here. If the document shows 2, type 2.
mrz-s-for-five = Only a digit can stand here. If the document shows 5, type 5.
mrz-g-for-six = Only a digit can stand here. If the document shows 6, type 6.
mrz-b-for-eight = Only a digit can stand here. If the document shows 8, type 8.
mrz-letter-for-digit = Only a digit can stand here. Check the document.
mrz-zero-for-o = Only a letter can stand here. If the document shows O, type the letter O.
mrz-one-for-i = Only a letter can stand here. If the document shows I, type the letter I.
mrz-digit-for-letter = Only a letter can stand here. Check the document.
mrz-check-number = The check digit of the document number does not fit. Compare the number character by character; O and 0 are easily mixed up.
mrz-check-birth = The check digit of the date of birth does not fit. Compare the six digits before it.
mrz-check-expiry = The check digit of the expiry date does not fit. Compare the six digits before it.
mrz-check-personal = The check digit of the personal number does not fit. Compare the characters before it.
mrz-check-composite = The last check digit does not fit. Compare all the lines with the document.
mrz-no-such-day = There is no such date. Compare the six digits with the document.
mrz-over-number = Document number
mrz-over-birth = Date of birth
mrz-over-expiry = Date of expiry
mrz-over-personal = Personal number
mrz-over-composite = All together
mrz-size-card = Card, three lines of 30 (TD1)
mrz-size-paper = Paper, two lines of 36 (TD2)
mrz-size-passport = Passport, two lines of 44 (TD3)
mrz-size-visa = Visa (MRV)

## questions and what sets their readings apart

date-which-order = Which is the day and which the month?
date-day-first = the day first
date-month-first = the month first
date-which-era = Is this a year of the Buddhist era?
date-buddhist-era = Buddhist era
date-common-era = common era
time-shown-twice = The clocks showed this time twice that day. Which is meant?
time-summer = the first time
time-winter = the second time, after the clocks went back
money-which-currency = Which currency is it?
money-currency = this currency
money-which-separator = Does the separator stand for thousands or for decimals?
money-thousands = thousands
money-decimals = decimals
money-idle-cents = This currency is no longer used with decimals. Which amount is meant?
money-no-decimals = without decimals
phone-which-country = The number is valid in two countries. Which one is it?
phone-country = in this country
place-which = Several places are called so. Which one is it?
place-this = this one

## other words by which options are known

sex-male-also = M; Man; Boy
sex-female-also = F; Woman; Girl
sex-unspecified-also = X; Other

## countries

country-vn = Viet Nam
country-la = Laos
country-mm = Myanmar
country-my = Malaysia
country-sg = Singapore
country-ph = Philippines
country-bn = Brunei Darussalam
country-tl = Timor-Leste
country-cn = China
country-tw = Taiwan
country-hk = Hong Kong
country-mo = Macao
country-jp = Japan
country-kr = South Korea
country-in = India
country-bd = Bangladesh
country-np = Nepal
country-pk = Pakistan
country-lk = Sri Lanka
country-us = United States
country-au = Australia
country-gb = United Kingdom
country-nl = Netherlands
country-sa = Saudi Arabia
country-ae = United Arab Emirates
country-ke = Kenya
country-ug = Uganda
country-et = Ethiopia

## languages

language-ind = Indonesian
language-khm = Khmer
language-eng = English
language-jav = Javanese
language-sun = Sundanese
language-mad = Madurese
language-min = Minangkabau
language-bug = Buginese
language-ban = Balinese
language-bjn = Banjar
language-ace = Acehnese
language-bew = Betawi
language-sas = Sasak
language-bbc = Batak Toba
language-mak = Makassarese
language-msa = Malay
language-tha = Thai
language-vie = Vietnamese
language-zho = Chinese
language-nan = Hokkien
language-lao = Lao
language-mya = Burmese
language-tgl = Tagalog
language-hin = Hindi
language-ben = Bengali
language-nep = Nepali
language-zho-also = Mandarin
language-khm-also = Cambodian
language-min-also = Padang
language-jav-also = Java
language-mak-also = Macassar
