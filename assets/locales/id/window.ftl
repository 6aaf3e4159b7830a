# Jendela: layar, tombol, dan bunyinya. Istilah bidang ini ada di terms.ftl.
# Every text in this file is this project's own and still wants a native reader's eye.

app-title = Pulang
app-purpose = Berkas kasus untuk memulangkan orang. Semua data tetap di laptop ini.
language = Bahasa

## what stands around every screen

shell-skip = Langsung ke halaman
shell-nav = Bagian
shell-always = Selalu tersedia
shell-back = Kembali
shell-redo = Ulangi
shell-shortcuts = Pintasan
shell-training = Brankas latihan: semua orang di sini rekaan
nav-settings = Pengaturan dan bantuan
dialog-close = Tutup
load-wait = Sebentar …
page-previous = Sebelumnya
page-next = Berikutnya
notice-saved = Tersimpan {$at}
notice-made = {$kind} {$ref} dibuat
notice-undone = Diurungkan: {$deed} ({$at})
notice-redone = Diulangi: {$deed} ({$at})

## when something is refused

failure-fault = Ada kesalahan di dalam aplikasi.
failure-fault-do = Yang sudah tersimpan tetap ada. Coba lagi; bila terulang, kunci brankas lalu buka kembali.
failure-go-to = Ke “{$field}”
summary-heading = { $count ->
       *[other] {$count} hal masih kurang
    }
summary-missing = “{$field}” harus diisi
summary-nobody = Pilih sedikitnya satu orang
summary-question = “{$field}” dapat dibaca lebih dari satu cara
summary-unread = “{$field}” tidak dapat dibaca

## keys

shortcut-what = Kegunaan
shortcut-keys = Tombol
shortcut-rows = Dalam tabel: baris di atas, baris di bawah
shortcut-choose = Pilih baris
shortcut-range = Pilih sampai di sini
shortcut-all = Pilih semua baris
shortcut-close = Tutup, atau kembalikan isi semula

## unlock and first run

unlock-heading = Buka kunci brankas
unlock-officer = Nama petugas
unlock-passphrase = Frasa sandi
unlock-show = Tampilkan yang diketik
unlock-submit = Buka kunci
unlock-busy = Sebentar, kunci sedang dihitung …
unlock-wait = { $seconds ->
       *[other] Tunggu {$seconds} detik, lalu coba lagi
    }
unlock-folder = Data disimpan di {$folder}
vault-heading = Buat brankas baru
vault-lead = Satu brankas terenkripsi memuat semua kasus di laptop ini. Tidak ada yang dikirim ke mana pun.
vault-officer-missing = Nama petugas harus diisi
vault-office = Kode kantor
vault-office-hint = Dua sampai enam huruf, misalnya PNH. Setiap nomor referensi diawali kode ini.
vault-office-missing = Kode kantor harus diisi
vault-generated = Buatkan frasa sandi
vault-generated-hint = Enam kata, ditampilkan sekali di halaman berikut.
vault-own = Saya ketik sendiri
vault-own-hint = Sedikitnya lima kata yang tidak saling berkaitan.
vault-own-label = Frasa sandi sendiri
vault-passphrase-missing = Ketik frasa sandi, atau minta dibuatkan
vault-begin = Buat brankas
vault-training = Brankas latihan
vault-training-hint = Brankas latihan berisi kasus rekaan untuk belajar. Tidak pernah bercampur dengan yang sebenarnya.
vault-finish = Sudah saya catat: selesai
recovery-heading = Catat ini sekarang
recovery-passphrase = Frasa sandi
recovery-passphrase-hint = Frasa ini membuka brankas setiap hari. Hanya ditampilkan sekali ini.
recovery-key = Kunci pemulihan
recovery-key-hint = Bila frasa sandi hilang, hanya kunci ini yang membuka brankas. Tulis di kertas dan simpan di lemari besi kantor, terpisah dari laptop.
recovery-typed = Ketik kembali kunci pemulihan, untuk memastikan catatannya benar

## rescues and people

rescues-new = Penyelamatan baru
rescues-older = Tampilkan penyelamatan sebelumnya
rescues-import = Tambah orang
rescues-people = { $count ->
       *[other] {$count} orang
    }
rescues-empty = Belum ada penyelamatan
rescues-empty-do = Tambahkan orang yang datang, atau mulai dengan tanggal dan tempat penyelamatan.
rescues-when = Kapan
rescues-where = Di mana
roster-empty = Belum ada orang dalam penyelamatan ini
roster-empty-do = Tambahkan orang: tempel nama-nama dari pesan atau lembar kerja, pilih file, atau ketik satu per satu.
roster-add-event = Tambah peristiwa
roster-dossier = Berkas
tab-roster = Daftar orang
tab-timeline = Lini masa
tab-details = Rincian
tab-summary = Ringkasan
select-all = Semua
select-one = Pilih {$name}
select-count = { $count ->
       *[other] {$count} orang dipilih
    }
select-hint = Belum dipilih
select-more = Lainnya
people-name = Nama
people-birth = Lahir
people-document = Dokumen
people-stage = Tahap
people-where = Di mana, dan pada siapa
people-where-unknown = Belum dicatat
people-conflicts = { $count ->
       *[other] {$count} perbedaan perlu diselesaikan
    }
people-find-hint = Nama, nama panggilan, atau nomor
people-none = Tidak ditemukan. Coba ejaan lain.
people-empty = Belum ada orang yang tercatat. Tambah orang memulai kasus untuk setiap orang.
timeline-empty = Belum ada yang tercatat.
timeline-undated = Tanggal tidak diketahui
timeline-until = sampai {$until}
timeline-people = { $count ->
        [one] {$names}
       *[other] {$count} orang: {$names}
    }
records-add = Tambah catatan
records-empty = Belum ada catatan lain tentang orang ini.
adding-which-kind = Catatan jenis apa?
adding-about = Tentang siapa
adding-save-for = Simpan untuk {$count} orang
about-count = Untuk {$count} dari {$all} orang

## answers

answer-choose = Pilih …
answer-required = (wajib)
answer-add = Tambah …
answer-another = Satu lagi
answer-remove = Hapus
answer-remove-value = Hapus {$value}
answer-open = Tersembunyi: buka
answer-sealed = Disegel
answer-read-as = Dibaca sebagai {$value}
answer-question = Apa maksud “{$text}”?
answer-stopped = Pembacaan berhenti di sini:
hint-date = mis. 28/6/2023, Juni 2023, sekitar 2023
hint-time = mis. 28/6/2023 21:04
hint-age = mis. 17, atau sekitar 30
hint-money = mis. 50 USD
hint-phone = mis. +62 812 …
hint-mrz = Kedua atau ketiga baris
standing-label = Mengapa tidak ada jawaban: {$field}
standing-answer = –
picker-find = Ketik untuk mencari …
picker-add = Ketik untuk menambah …
picker-other = Ketik untuk memilih yang lain …
picker-found = Ditemukan
picker-none = Tidak ditemukan
picker-make = {$kind} baru: {$name}
conflict-heading = {$field}: ada dua jawaban yang berbeda
conflict-who = {$author}, {$at}, laptop {$device}
conflict-take = Pakai yang ini

## taking in a list

import-heading = Tambah orang
import-heading-for = Tambah orang ke {$rescue}
import-lead = Tempel daftar, pilih file, atau ketik satu per satu. Setiap baris ditampilkan dulu sebelum ada yang ditulis.
import-paste = Daftar yang ditempel
import-paste-hint = Satu orang satu baris; kolom dari lembar kerja terpisah dengan sendirinya
import-read = Baca daftar
import-pick = Pilih file
import-kinds = Excel (xlsx), OpenDocument (ods), csv dan tsv, paling banyak 20.000 baris
import-preview = { $count ->
       *[other] {$source}: {$count} orang
    }
import-sheet = Lembar
import-flags = { $count ->
        [0] Tidak ada yang meragukan
       *[other] {$count} sel meragukan
    }
import-again = Daftar lain
import-columns = { $passed ->
        [0] Kolom ({$count})
       *[other] Kolom ({$count}; {$passed} dilewati)
    }
import-column-none = Lewati
import-into = Orang-orang ini termasuk dalam
import-into-existing = Penyelamatan yang sudah tercatat
import-which-rescue = Pilih penyelamatannya
import-create = { $count ->
       *[other] Buat {$count} orang
    }
import-undo-hint = Sekali urungkan menarik kembali seluruh daftar.
import-done = { $count ->
       *[other] {$count} orang dimasukkan ke {$rescue}
    }
import-table = Daftar seperti yang akan dimasukkan
import-row = Baris
import-notes = Catatan
import-take-row = Masukkan baris {$row}
import-left-out = Tidak dimasukkan
import-skipped = { $count ->
       *[other] {$count} baris dilewati
    }
import-skipped-row = Baris {$row}: {$why}

## dossier

dossiers-heading = Berkas: {$title}
dossiers-profile = Siapa penerimanya
dossiers-which-profile = Pilih penerimanya
dossiers-language = Bahasa
dossiers-second = Bahasa kedua di samping label
dossiers-second-none = Tidak ada
dossiers-reason = Mengapa diserahkan
dossiers-overriding = Sertakan orang tanpa persetujuan yang diperlukan penerima ini
dossiers-override = Alasan pengecualian
dossiers-override-hint = Alasan tercetak di sampul. Penolakan tidak dapat dikesampingkan.
dossiers-ask-consent = Minta persetujuan
dossiers-override-missing = Pengecualian memerlukan alasan
dossiers-prepare = Siapkan pratinjau
dossiers-preview = { $pages ->
       *[other] Salinan {$copy}: {$pages} halaman
    }
dossiers-change = Ubah permintaan
dossiers-pages = Halaman
dossiers-page-alt = Halaman {$page} seperti yang akan dicetak
dossiers-left-out = { $count ->
       *[other] {$count} orang tidak disertakan
    }
dossiers-included = { $count ->
       *[other] {$count} orang disertakan
    }
dossiers-missing = Tidak ada karena belum disetujui
dossiers-size = Ukuran
dossiers-kilobytes = {$size} kB
release-how = Cara penyerahan
release-encrypted = Terenkripsi (AES-256)
release-encrypted-hint = Dengan frasa sandi yang dibuatkan, untuk disampaikan lewat saluran lain.
release-plain = Biasa, untuk dicetak
release-plain-hint = Siapa pun yang menemukan filenya dapat membacanya. Perlu alasan.
release-reason = Mengapa salinan biasa
release-reason-missing = Salinan biasa memerlukan alasan
release-save = Simpan file …
released-heading = Salinan {$copy} tersimpan
released-passphrase = Frasa sandi salinan ini
released-passphrase-hint = Hanya ditampilkan sekali ini. Sampaikan lewat telepon atau langsung, jangan bersama filenya.
released-path = File
released-ledger = Penyerahan tercatat dan tidak dapat diurungkan.

## settings and help

settings-looks = Tampilan
settings-theme = Terang atau gelap
theme-system = Ikut sistem
theme-light = Terang
theme-dark = Gelap
settings-size = Ukuran teks
settings-percent = {$size} %
settings-folder = Tempat data disimpan
settings-carry = Untuk membawanya ke laptop lain, kunci brankas, salin seluruh folder ini ke flash disk, dan buka di sana dengan frasa sandi yang sama.
settings-carry-warning = Lanjutkan pekerjaan hanya di salah satu salinan; dua salinan tidak pernah digabung dengan menyalin.

## finding

found-exact = persis
found-spelling = ejaan lain
found-script = huruf yang mirip
found-beginning = berawalan sama
found-slip = beda satu huruf
act-generate = Orang rekaan dibuat

## statistics

stat-helped = Dibantu
stat-rescued = Dikeluarkan
stat-sheltered = Ditampung
stat-returned = Dipulangkan
stat-several = beberapa
stat-not-recorded = tidak tercatat
stat-withheld = ditahan
stat-least = Jumlah di bawah {$least} orang, dan apa yang dapat mengungkapkannya, ditahan.
stat-total = Jumlah
stat-median = median
stat-days = hari
by-province = Provinsi asal
by-regency = Kabupaten/kota asal
by-sex = Jenis kelamin
by-age = Umur
by-company = Perusahaan
by-site-province = Provinsi lokasi
by-means = Cara penguasaan
by-finding = Penetapan otoritas
by-month = Bulan
by-year = Tahun

ui-movements = Perpindahan
today-conflicts = { $count } isian memuat dua nilai
today-due = Tenggat
today-nothing = Tidak ada yang jatuh tempo.
today-what = Apa
today-overdue = Lewat tenggat
today-flights = Penerbangan mendatang
today-no-flight = Belum ada penerbangan yang direncanakan.
today-beds = Tempat tidur
today-shelter = Penampungan
today-tonight = Malam ini
today-capacity = Kapasitas
today-nights = 14 malam ke depan
today-over = Orang melebihi tempat tidur
today-later = Tampilkan berikutnya: seluruhnya { $count } baris
movements-older = Tampilkan perpindahan sebelumnya
movements-permits = Izin keluar
movements-empty = Belum ada perpindahan
movements-empty-do = Pilih orang dalam sebuah penyelamatan lalu tambahkan perpindahan: penjemputan, pemindahan, penerbangan.
movements-way = Dari dan ke
movements-blocked = { $count } belum boleh berangkat
movements-ready = Semua boleh berangkat
movements-may-go = Boleh berangkat
movements-details = Rincian
movements-manifest = Manifes untuk maskapai
movements-overridden = Dikesampingkan
movements-override = Kesampingkan
movements-override-also = Juga untuk
movements-open-record = Buka catatan
permits-empty = Tidak ada yang menunggu izin keluar.
permits-submit = Tandai diajukan
permits-issue = Tandai terbit
permits-all = Pilih semua
permits-more = Tampilkan orang berikutnya
permits-due = Belum lunas
permits-from = Berlaku mulai
permits-moved = { $count } izin dimajukan
ident-told = Kisahnya sudah diceritakan { $count } kali
ident-findings = Penetapan pihak berwenang
ident-differ = Penetapannya berbeda
ident-screening = Penyaringan
ident-no-verdict = Ini menunjukkan apa yang dikatakan dan oleh siapa. Tidak memutuskan apa pun.
ident-supported = Didukung
ident-contradicted = Jawaban berbeda
ident-missing = Belum terjawab
ident-against = Dijawab tidak
ident-chain = Urutan kejadian
standing-set = Ditetapkan petugas
standing-records = menurut catatan: { $stage }
standing-because = berdasarkan
standing-other = Tetapkan tahap lain
spending-title = Biaya yang dikeluarkan
spending-kind = Jenis
spending-alone = Untuk orang ini saja
spending-shared = Bersama orang lain
## duplicates and links

ground-document = nomor dokumen sama
ground-name = nama sama
ground-spelling = nama sama dengan ejaan lain
ground-birth = tanggal lahir sama
ground-birth-near = tanggal lahir beda satu salah tulis
ground-birth-maybe = tanggal lahir mungkin sama
ground-phone = telepon sama
ground-family-phone = telepon keluarga sama
ground-regency = kabupaten/kota sama
ground-province = provinsi sama
ground-parent = orang tua sama
ground-other-name = nama lain
ground-other-birth = tanggal lahir lain
ground-other-sex = jenis kelamin lain
ground-other-origin = asal lain
ground-other-parents = orang tua lain
strength-of-possible = perlu dilihat
strength-of-probable = mungkin sekali
strength-of-strong = hampir pasti bukan kebetulan
duplicate-row = Mungkin {$name} {$ref}, {$why}
tie-phone = Telepon
tie-account = Rekening atau pembayaran
tie-vehicle = Kendaraan

# corrections
correct-entry = Koreksi
correct-lead = Yang sudah ditulis tetap ada. Tulis hanya yang berbeda: catatan baru berdiri di samping catatan ini dan menyebutnya.
correct-nothing = Ubah dulu yang salah.
correct-by = Dikoreksi oleh
entry-corrected = Dikoreksi oleh catatan yang lebih baru
lasting-note = Catatan jenis ini tidak diubah setelah ditulis. Yang salah dikoreksi dengan catatan baru.
remove-record = Hapus
remove-lead = Untuk yang tercatat karena keliru. Catatan ini hilang dari semua halaman dan semua angka. Log tetap menyimpannya, dan Ctrl+Z mengembalikannya.
notice-removed = {$kind} {$ref} dihapus
remove-chosen = Hapus { $count } catatan
notice-removed-many = { $count } catatan dihapus
records-choose = Pilih {$title}

# the same answer for a group
set-heading = Isi satu kolom
set-which = Kolom yang mana
set-done = { $field }: ditulis untuk { $count } orang
