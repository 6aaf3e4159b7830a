# How values are shown, why a typed text was not taken, what is asked back, and names of countries and languages.
# This file is the project's own translation and wants a native reader's eye.

## dates

date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-about = sekitar { $date }
date-range = { $from } – { $to }
time-of-day = { $date }, { $clock } { $zone }
age-told = { $years } tahun (menurut keterangan pada { $date })
age-about = sekitar { $years } tahun (menurut keterangan pada { $date })

## phones

phone-unverified = { $number } (belum terverifikasi)
phone-extension = { $number } ekst. { $extension }

## why a text was not taken

value-empty = Belum ada isinya. Bila tidak diketahui, tulis “tidak diketahui”; bila tidak ditanyakan, “tidak ditanyakan”.
text-one-line = Isian ini hanya satu baris. Hapus ganti barisnya.
text-control = Ada tanda yang tidak terlihat di sini. Hapus lalu ketik ulang.
text-too-long = Teks terlalu panjang mulai dari sini. Persingkat.
name-no-letters = Tidak ada huruf dalam nama ini. Bila tidak diketahui, tulis “tidak diketahui”.
number-no-digits = Tidak ada angka dalam nomor ini. Bila tidak diketahui, tulis “tidak diketahui”.
number-odd-sign = Tanda ini tidak ada dalam nomor dokumen. Periksa pada dokumennya.
number-unreadable = Ini bukan angka. Ketik bilangan bulat.
number-not-whole = Ketik bilangan bulat, tanpa pecahan.
number-too-large = Bilangannya terlalu besar. Periksa.
choice-unknown = Ini bukan salah satu jawaban. Pilih dari daftar.
yes-no-unknown = Jawab ya atau tidak.
record-not-an-id = Tidak ada catatan dengan nama itu. Pilih dari daftar.
file-not-a-digest = Ini bukan file di brankas. Tambahkan filenya dahulu.
country-unknown = Tidak ada negara dengan nama ini. Ketik nama atau kodenya, seperti di paspor.
language-unknown = Tidak ada bahasa dengan nama ini. Ketik nama atau kode ISO 639-nya.
place-unknown = Tidak ada provinsi atau kabupaten/kota dengan nama ini. Periksa ejaannya, atau ketik provinsinya saja.
phone-no-digits = Tidak ada angka di nomor ini. Bila tidak ada telepon, kosongkan.

## why a date or time was not taken

date-word = Kata ini bukan bagian tanggal. Ketik, misalnya, 28 Juni 2023, Juni 2023, atau 2023.
date-unreadable = Mulai dari sini tidak terbaca sebagai tanggal. Ketik, misalnya, 28 Juni 2023.
date-no-year = Tahunnya belum ada. Tambahkan dengan empat angka.
date-year-digits = Ketik tahun dengan empat angka.
date-year-too-early = Tahun ini terlalu lampau. Periksa.
date-no-such-month = Tidak ada bulan seperti itu. Bulan dari 1 sampai 12.
date-no-such-day = Bulan itu tidak punya tanggal tersebut. Periksa tanggalnya.
date-open-range = Salah satu ujung rentang belum ada. Isi keduanya, atau cukup tanggal mulainya.
date-range-order = Rentang berakhir sebelum dimulai. Periksa kedua tanggal.
time-no-date = Tanggalnya belum ada. Tambahkan tanggal pada jamnya.
time-no-clock = Ada zona waktu tetapi tidak ada jam. Tambahkan jamnya, atau hapus zonanya.
time-needs-day = Jam memerlukan tanggal yang pasti. Isi tanggalnya, atau hapus jamnya.
time-no-such-clock = Tidak ada jam seperti itu. Jam dari 0 sampai 23, menit dari 0 sampai 59.
time-zone-unknown = Zona waktu ini tidak dikenal. Ketik, misalnya, WIB, ICT, atau Asia/Jakarta.
time-offset-not-of-zone = Selisih ini bukan milik zona tersebut pada saat itu. Hapus salah satunya.
time-skipped = Jam di sana melompati waktu ini pada hari itu. Periksa jam dan zonanya.
age-word = Ini tidak terbaca sebagai umur. Ketik, misalnya, 24 atau sekitar 17.
age-out-of-range = Ini bukan umur dalam tahun. Periksa angkanya.
age-needs-day = Isi tanggal pasti saat umur itu disebutkan.

## why an amount was not taken

money-no-amount = Tidak ada jumlahnya. Ketik dengan angka.
money-currency-unknown = Mata uang ini tidak dikenal. Ketik kodenya, misalnya USD.
money-two-currencies = Ada dua mata uang. Sisakan satu.
money-separators = Titik dan komanya tidak membentuk jumlah dalam mata uang ini. Ketik angkanya tanpa tanda itu.
money-too-large = Jumlahnya terlalu besar. Periksa.

## why a machine readable zone was not taken

mrz-character = Karakter ini tidak mungkin ada di zona ini. Hanya A–Z, 0–9, dan <.
mrz-length = Zona ini tidak lengkap: dua baris berisi 44 atau 36 karakter, atau tiga baris berisi 30. Hitung < di akhir tiap baris.
mrz-visa = Ini zona sebuah visa. Ketik zona dokumen perjalanannya.
mrz-document-code = Zona diawali huruf, P untuk paspor. Periksa karakter pertama.
mrz-no-name = Namanya tidak ada di sini. Periksa barisnya.
mrz-sex = Di sini tertulis M, F, atau <. Periksa dokumennya.
mrz-o-for-zero = Di sini hanya boleh angka. Bila di dokumen tertulis 0, ketik 0.
mrz-i-for-one = Di sini hanya boleh angka. Bila di dokumen tertulis 1, ketik 1.
mrz-z-for-two = Di sini hanya boleh angka. Bila di dokumen tertulis 2, ketik 2.
mrz-s-for-five = Di sini hanya boleh angka. Bila di dokumen tertulis 5, ketik 5.
mrz-g-for-six = Di sini hanya boleh angka. Bila di dokumen tertulis 6, ketik 6.
mrz-b-for-eight = Di sini hanya boleh angka. Bila di dokumen tertulis 8, ketik 8.
mrz-letter-for-digit = Di sini hanya boleh angka. Periksa dokumennya.
mrz-zero-for-o = Di sini hanya boleh huruf. Bila di dokumen tertulis O, ketik huruf O.
mrz-one-for-i = Di sini hanya boleh huruf. Bila di dokumen tertulis I, ketik huruf I.
mrz-digit-for-letter = Di sini hanya boleh huruf. Periksa dokumennya.
mrz-check-number = Angka periksa nomor dokumen tidak cocok. Bandingkan nomornya karakter demi karakter; O dan 0 mudah tertukar.
mrz-check-birth = Angka periksa tanggal lahir tidak cocok. Bandingkan enam angka sebelumnya.
mrz-check-expiry = Angka periksa tanggal kedaluwarsa tidak cocok. Bandingkan enam angka sebelumnya.
mrz-check-personal = Angka periksa nomor pribadi tidak cocok. Bandingkan karakter sebelumnya.
mrz-check-composite = Angka periksa terakhir tidak cocok. Bandingkan semua baris dengan dokumennya.
mrz-no-such-day = Tidak ada tanggal seperti itu. Bandingkan enam angkanya dengan dokumennya.
mrz-over-number = Nomor dokumen
mrz-over-birth = Tanggal lahir
mrz-over-expiry = Tanggal habis berlaku
mrz-over-personal = Nomor pribadi
mrz-over-composite = Keseluruhan
mrz-size-card = Kartu, tiga baris 30 karakter (TD1)
mrz-size-paper = Dokumen, dua baris 36 karakter (TD2)
mrz-size-passport = Paspor, dua baris 44 karakter (TD3)
mrz-size-visa = Visa (MRV)

## questions and what sets their readings apart

date-which-order = Mana tanggal dan mana bulannya?
date-day-first = tanggal lebih dahulu
date-month-first = bulan lebih dahulu
date-which-era = Apakah ini tahun Buddhis (BE)?
date-buddhist-era = tahun Buddhis
date-common-era = tahun Masehi
time-shown-twice = Jam di sana menunjukkan waktu ini dua kali pada hari itu. Mana yang dimaksud?
time-summer = yang pertama
time-winter = yang kedua, setelah jam dimundurkan
money-which-currency = Mata uang apa?
money-currency = mata uang ini
money-which-separator = Apakah tandanya untuk ribuan atau untuk desimal?
money-thousands = ribuan
money-decimals = desimal
money-idle-cents = Mata uang ini tidak lagi dipakai dengan desimal. Jumlah mana yang dimaksud?
money-no-decimals = tanpa desimal
phone-which-country = Nomor ini sah di dua negara. Negara mana?
phone-country = di negara ini
place-which = Beberapa tempat bernama demikian. Yang mana?
place-this = yang ini

## other words by which options are known

sex-male-also = L; LK; Pria; Lelaki; Laki; Cowok
sex-female-also = P; PR; Wanita; Cewek
sex-unspecified-also = X; Lainnya

## countries

country-vn = Vietnam
country-la = Laos
country-mm = Myanmar
country-my = Malaysia
country-sg = Singapura
country-ph = Filipina
country-bn = Brunei Darussalam
country-tl = Timor Leste
country-cn = Tiongkok
country-tw = Taiwan
country-hk = Hong Kong
country-mo = Makau
country-jp = Jepang
country-kr = Korea Selatan
country-in = India
country-bd = Bangladesh
country-np = Nepal
country-pk = Pakistan
country-lk = Sri Lanka
country-us = Amerika Serikat
country-au = Australia
country-gb = Britania Raya
country-nl = Belanda
country-sa = Arab Saudi
country-ae = Uni Emirat Arab
country-ke = Kenya
country-ug = Uganda
country-et = Etiopia

## languages

language-ind = Bahasa Indonesia
language-khm = Bahasa Khmer
language-eng = Bahasa Inggris
language-jav = Bahasa Jawa
language-sun = Bahasa Sunda
language-mad = Bahasa Madura
language-min = Bahasa Minangkabau
language-bug = Bahasa Bugis
language-ban = Bahasa Bali
language-bjn = Bahasa Banjar
language-ace = Bahasa Aceh
language-bew = Bahasa Betawi
language-sas = Bahasa Sasak
language-bbc = Bahasa Batak Toba
language-mak = Bahasa Makassar
language-msa = Bahasa Melayu
language-tha = Bahasa Thai
language-vie = Bahasa Vietnam
language-zho = Bahasa Tionghoa
language-nan = Bahasa Hokkien
language-lao = Bahasa Lao
language-mya = Bahasa Burma
language-tgl = Bahasa Tagalog
language-hin = Bahasa Hindi
language-ben = Bahasa Bengali
language-nep = Bahasa Nepal
language-zho-also = Mandarin; Cina
language-khm-also = Kamboja
language-min-also = Minang; Padang
language-jav-also = Jawi
language-mak-also = Makasar
