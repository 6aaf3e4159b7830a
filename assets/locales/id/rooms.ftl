# Ruang-ruang jendela: palet, tabel, pertukaran, penerimaan lisan, persetujuan dan wawancara, pengaturan, bantuan.

## palette and keys

palette-heading = Cari orang dan perintah
palette-hint = Nama, nama panggilan, nomor, atau yang akan dilakukan
palette-command = Perintah
shortcut-service = Catat layanan untuk orang ini atau mereka yang dipilih
shortcut-settle = Di kotak masuk: punya saya, punya mereka, keduanya

## tables

table-menu = Tabel
table-columns = Kolom
table-take = Keluarkan tabel
table-lead = Tabel seperti yang tampil sekarang, sebagai xlsx atau csv. Alasannya dicatat dalam buku pengungkapan.
table-reason-missing = Jelaskan mengapa tabel dikeluarkan
table-taken = Tabel {$copy} tersimpan: {$path}
people-reference = Rujukan
filter-stage = Semua tahap
filter-holder = Semua penanggung jawab
timeline-filter = Tampilkan hanya

## tabs

tab-tasks = Tugas
tab-documents = Dokumen
tab-handover = Serah terima
tab-needs = Kebutuhan dan layanan
tab-travel = Izin dan perjalanan
tab-family = Keluarga dan asal
records-add-kind = Tambah: {$kind}
records-none = Belum ada catatan: {$kind}
handover-lead = Pilih penerima berkas tentang orang-orang ini. Persetujuan menentukan untuk tiap orang; setiap halaman diperlihatkan sebelum ada yang keluar.

## exchange

exchange-inbox = Kotak masuk
exchange-inbox-empty = Tidak ada yang perlu diselesaikan: tidak ada dua jawaban yang berbeda.
exchange-inbox-keys = M memakai punya saya, T punya mereka, B mempertahankan keduanya. Tidak ada jawaban yang hilang: semua tetap ada dalam riwayat.
exchange-settled = Selesai: {$field}
exchange-look = Lihat catatannya
exchange-partners = Rekan
exchange-no-partners = Belum ada laptop rekan yang dikenal
exchange-no-partners-do = Simpan kartu Anda dan berikan kepada rekan; pilih kartu yang Anda terima, lalu cocokkan kata-katanya lewat telepon atau langsung.
exchange-laptop = {$office}, laptop {$letter}
exchange-export-lead = Apa yang belum dipegang laptop ini, disegel sehingga hanya mereka yang dapat membukanya.
exchange-for = Untuk
exchange-nobody = Pilih setidaknya satu laptop
exchange-write = Tulis bundel …
exchange-written = Tertulis: {$count} entri log, {$size} kB
exchange-import-lead = Pilih bundel yang diberikan rekan. Bundel diperiksa sampai akhir sebelum ada yang diambil.
exchange-from = Ditandatangani oleh
exchange-holds = Isinya
exchange-batches = {$count} entri log
exchange-sound = Bundel utuh dan tidak diubah.
exchange-take = Ambil
exchange-taken =
    { $count ->
        [0] Tidak ada yang baru dari {$sender}
       *[other] {$count} entri baru dari {$sender}
    }
exchange-digest = Keadaan sesudahnya: {$digest}. Sama di kedua laptop bila isinya sama.
exchange-to-inbox = Selesaikan {$count} perbedaan
exchange-files = {$count} file ikut datang.
exchange-files-lacking = {$count} file disebut di sini dan belum datang. Laptop ini memintanya dalam bundel berikutnya.
exchange-files-left = {$count} file tetap di sini: rusak, atau terlalu besar untuk surel. Kirim dengan flash disk, tanpa dibagi.
exchange-waiting = {$count} hal disebut dan belum datang. Akan tampil bila sudah datang.
exchange-own = Laptop ini
exchange-own-hint = Bacakan kata-kata ini kepada rekan saat menyerahkan kartu; telepon dapat membacanya dari kode.
exchange-card-save = Simpan kartu saya …
exchange-card-saved = Kartu tersimpan: {$path}
exchange-card-pick = Pilih kartu rekan
exchange-compare = Apakah {$name} menampilkan kata-kata yang sama? Tanyakan lewat telepon atau langsung.
exchange-trust = Kata-katanya sama: percayai
exchange-trusted = Dipercaya: {$name}

exchange-all = Semuanya sekali lagi, apa pun yang sudah mereka pegang
exchange-parts = Dalam bagian yang muat lewat surel
exchange-aside = {$count} entri disisihkan: tidak ada yang menjaminnya.
exchange-revoked = kepercayaan berakhir {$at}
exchange-since = dipercaya sejak {$at}
exchange-last = bundel terakhir {$at}
exchange-revoke = Akhiri kepercayaan
exchange-revoke-lead = Apa yang ditulis {$name} sampai sekarang tetap berlaku; yang ditulis kemudian disisihkan. Ini tidak dapat dibatalkan.
exchange-disputed = Keduanya tetap ditampilkan
exchange-apart = Dihapus di satu laptop, diubah di laptop lain
exchange-quarantined = {$count} perubahan dari laptop yang tidak lagi dipercaya disisihkan.
exchange-imports = Bundel yang diambil
exchange-set-aside = Sisihkan
exchange-take-back = Ambil kembali

## intake by voice

grid-heading = Ketik satu per satu
grid-lead = Satu orang satu baris. Tab untuk lanjut, Enter untuk orang berikutnya. Hanya nama yang wajib.
grid-name = Nama
grid-sex = Jenis kelamin
grid-birth = Umur atau tanggal lahir
grid-document = Dokumen
grid-cell = {$cell}, orang {$row}
grid-hint = Setiap baris diperlihatkan sebelum ada yang ditulis.
grid-read = Lihat {$count} orang

## consent and interviews

consent-lead = Bacakan ini lebih dahulu, dalam bahasa orang itu sendiri, dan tunggu pertanyaannya.
consent-who = Saya bekerja untuk kedutaan Anda. Saya ingin memberikan apa yang Anda ceritakan kepada penerima yang saya sebut sekarang, dan tidak kepada yang lain.
consent-what = Saya beri tahu apa yang akan mereka terima dan untuk apa. Mereka tidak menerima lebih dari itu.
consent-choice = Anda boleh berkata ya, tidak, atau ya untuk sebagian. Anda boleh memikirkannya dahulu.
consent-later = Anda boleh menarik persetujuan kapan saja. Apa yang sudah diserahkan tidak selalu dapat ditarik kembali.
consent-help = Bila Anda berkata tidak, kami tetap membantu Anda.
consent-read = Sudah saya bacakan
told-lead = Mungkin orang lain sudah bertanya. Lihat di sini dahulu, supaya tidak perlu diceritakan lagi.
told-times =
    { $count ->
        [0] belum pernah menceritakannya, menurut catatan
       *[other] sudah {$count} kali menceritakannya
    }
told-go-on = Lanjut ke wawancara baru

## settings and help

settings-kept = Tersimpan
settings-dates = Tanggal seperti 3/4/2026
dates-day-first = Hari dahulu
dates-month-first = Bulan dahulu
dates-ask = Tanyakan setiap kali
flow-night = Daftar di malam hari
flow-night-1 = Penyelamatan, Tambah orang: tempel nama-nama, pilih file, atau jatuhkan di jendela.
flow-night-2 = Lihat yang meragukan. Kolom yang dapat dibaca dua cara menjadi satu pertanyaan.
flow-night-3 = Isi tanggal dan tempat, lalu buat semuanya sekaligus. Sekali urungkan membatalkannya.
flow-voice = Tanpa daftar, hanya suara
flow-voice-1 = Tambah orang, Ketik satu per satu: nama, jenis kelamin, umur atau tanggal lahir, dokumen.
flow-voice-2 = Enter memulai orang berikutnya; lalu lihat dan buat.
flow-event = Satu peristiwa untuk banyak orang
flow-event-1 = Pilih orang-orangnya: Shift untuk rentang, Ctrl+A untuk semua.
flow-event-2 = Tambah peristiwa, hilangkan centang pengecualian, simpan.
flow-service = Mencatat layanan
flow-service-1 = Tekan S pada seseorang atau mereka yang dipilih. Isian terakhir ditawarkan.
flow-handover = Menyerahkan berkas
flow-handover-1 = Di penyelamatan, Serah terima: pilih penerima. Terlihat apa yang diterimanya dan apa yang tidak pernah.
flow-handover-2 = Lihat setiap halaman, lalu simpan terenkripsi, atau polos dengan alasan.
flow-exchange = Bekerja dengan laptop rekan
flow-exchange-1 = Pertukaran, Rekan: tukar kartu sekali dan cocokkan kata-katanya.
flow-exchange-2 = Ekspor menulis bundel; Impor mengambilnya; Kotak masuk menunjukkan jawaban yang berbeda.
flow-correct = Memperbaiki sesuatu
flow-correct-1 = Timpa jawabannya; tersimpan saat meninggalkan isian. Ctrl+Z membatalkan perbuatan apa pun.
flow-leave = Meninggalkan laptop
flow-leave-1 = Ctrl+L mengunci. Yang sudah diketik disimpan dahulu.

## statistics

stats-from = Dari
stats-to = Sampai
stats-of = Siapa
stats-by = Menurut
stats-for = Untuk
stats-exact = Di dalam kantor: tepat
stats-ministries = Antarkementerian: mulai 5
stats-public = Umum: mulai 11
stats-look = Lihat di atas kertas
stats-printed = Tabel {$copy} dikirim ke pencetak
file-add = Tambah file
file-choose = Pilih file
file-choose-other = Pilih file lain
file-open = Tersembunyi: buka gambar
file-save = Simpan salinan
file-reason = Mengapa dikeluarkan?
file-saved = Tersimpan: { $path }
file-not-here = Belum ada di laptop ini
file-facts = { $type }, { $size } kB
file-page-alt = Halaman { $page } dari file
photo-open = Foto: tersembunyi, buka
photo-alt = Foto { $name }
tab-history = Riwayat
history-caption = Apa yang ditulis, oleh siapa, kapan dan dari mana
history-field = Kolom
history-value = Nilai
history-who = Siapa
history-when = Kapan
history-laptop = Laptop
history-from = Dari
history-restore = Pulihkan
history-now = kini
history-restore-value = Pulihkan { $value }
history-empty = Belum ada yang ditulis.

cases-tab = Sistem lain
cases-export = Ekspor kasus
cases-lead = File hanya memuat orang yang telah menyetujui penerima ini, dengan hal yang boleh diketahui penerima itu. Jawaban tersegel dan konseling tidak pernah keluar.
cases-kind = Jenis file
cases-htcds = HTCDS 2.0, standar IOM (xlsx atau csv)
cases-xlsx = Buku kerja, satu lembar untuk setiap jenis catatan
cases-jsonl = Baris JSON, satu catatan per baris
cases-whom = Orang yang mana
cases-all = Semua orang
cases-period = Yang dibantu dalam suatu periode
cases-for = Penerima
cases-any-purpose = Apa pun yang mereka setujui
cases-look = Lihat apa yang akan keluar
cases-people = Orang dalam file: { $count }
cases-records = Catatan
cases-left-out = Orang yang tidak disertakan
cases-beside = Tanpa padanan tepat di HTCDS: dalam kolom kami sendiri
cases-absent = Tidak ada dalam file: tidak ada tempatnya
cases-hint = Alasan dan orangnya tercatat sebelum file ditulis.
cases-nobody = Tidak seorang pun yang diminta boleh disertakan.
cases-import = Impor file HTCDS
cases-import-lead = Anda melihat setiap baris, setiap keraguan, dan siapa yang mungkin sudah tercatat sebelum ada yang ditulis. Satu urungkan mengembalikannya.
import-into-none = Tanpa penyelamatan: masing-masing menjadi kasus sendiri
import-done-alone = Orang yang diimpor: { $count }

## surat keluar
papers-room = Surat keluar
papers-ledger = Buku keluar
papers-receipts = Jawaban
papers-notices = Pemberitahuan
papers-verify = Periksa file
papers-sheets = Lembar cetak
papers-filter = Penerima, kode, atau petugas
papers-state = Keadaan
papers-every = Semua
papers-outdated = Tidak mutakhir
papers-current = Mutakhir
papers-not-known = Isi tidak diketahui
papers-about = Siapa memegang data tentang
papers-copies = { $count } salinan
papers-copy = Salinan
papers-holder = Pemegang
papers-answer = Jawaban
papers-why = Alasan keluar
papers-people = { $count } orang
papers-what = Yang tidak mutakhir: { $count }
papers-code-missing = Kode atau nomor salinan diperlukan
papers-reason-missing = Penolakan atau pertanyaan memerlukan kata-kata
papers-taken = Jawaban atas salinan { $copy } untuk { $recipient } tercatat di buku keluar.
papers-answered = Rujukan { $reference } sudah dijawab.
papers-left = Rujukan { $reference } juga menyebut orang yang tidak ada dalam salinan ini: masih menunggu.
papers-receipt-file = File bertanda tangan
papers-receipt-file-lead = Dibuat oleh laptop penerima; tanda tangannya diperiksa.
papers-receipt-page = Yang tertulis di halaman bertanda tangan
papers-code = Kode verifikasi, atau nomor salinan
papers-accepted = Diterima
papers-refused = Ditolak
papers-question = Pertanyaan
papers-reason = Dengan kata-kata penerima
papers-by = Siapa yang menandatangani
papers-signed-on = Tanggal pada halaman
papers-receipt-save = Catat jawaban
papers-verify-lead = Berkas kasus, pemberitahuan, atau jawaban: menyatakan siapa pembuatnya dan apakah ada yang diubah.
papers-unaltered = Tidak diubah sejak ditandatangani
papers-known = Laptop ini mengenal penandatangannya.
papers-stranger = Laptop ini tidak mengenal penandatangannya: siapa pun dapat mengaku sebagai kantor itu.
papers-office = Kantor
papers-notice-title = Salinan { $copy }: { $recipient }
papers-notices-none = Tidak ada yang memegang salinan yang diketahui tidak mutakhir.
papers-notice-make = Buat pemberitahuan
papers-notice-sent = Sudah dikirim
papers-owed = { $count } pemegang salinan lama belum diberi tahu
papers-which-sheet = Lembar yang mana
papers-sheet-about = Tentang siapa atau apa
papers-sheet-manifest = Manifes penerbangan
papers-sheet-roster = Daftar penghuni dengan tempat tidur
papers-sheet-statement = Pernyataan untuk ditandatangani
papers-sheet-expenses = Lembar pengeluaran
papers-print = Di kertas, lewat pencetak laptop ini
papers-print-hint = Persis yang tampak di layar, dari memori: tidak ada file yang ditulis. Perlu alasan.
papers-print-now = Cetak
papers-printed = Salinan { $copy } dikirim ke pencetak
# this laptop in its office
office-title = Kantor ini
office-none = Belum ada kantor yang memberi huruf kepada laptop ini. Laptop memberi nomor dengan enam konsonannya sendiri, dan nomor itu tetap berlaku. Mintalah kepada laptop yang mendirikan kantor, atau dirikan di sini bila ini yang pertama.
office-letter-taken = Laptop lain memakai huruf laptop ini. Sampai mendapat huruf sendiri lagi, laptop ini memberi nomor dengan enam konsonan. Mintalah huruf lain kepada kantor.
office-letter-lost = Laptop ini disalin atau dipulihkan dari cadangan, jadi hurufnya bukan miliknya lagi. Laptop memberi nomor dengan enam konsonan sampai kantor memberi huruf lain.
office-words-hint = Bacakan kata-kata ini kepada setiap rekan yang laptopnya bergabung.
office-member-hint = Kata-kata kantor, seperti yang telah dicocokkan.
office-trusted = Laptop dari {$office} dipercaya
office-distrust = Jangan percayai kantor ini lagi
office-distrust-lead = Laptop {$office} yang dipercaya hanya lewat kantornya tidak lagi dipercaya di laptop ini. Yang sudah datang dari mereka tetap ada.
office-rival = Ada yang mendirikan {$office} untuk kedua kalinya. Sepakati mana kantor yang benar: laptop yang mendirikan kantor sendiri dan belum mendaftarkan siapa pun masih dapat bergabung dengan yang lain. Sampai saat itu keduanya memberi huruf yang sama. Kata-kata yang lain:
office-key-hand = Serahkan kunci kantor …
office-key-take = Ambil kunci kantor …
office-key-for = Kepada laptop kantor yang mana
office-key-lead = Siapa pun yang memegang kunci kantor dapat mendaftarkan laptop, dan semua kantor yang memercayai kantor ini memercayainya. Hanya untuk kepala, dengan alasan yang dicatat.
office-key-save = Simpan kunci untuknya …
office-key-saved = Kunci disimpan: {$path}. Hanya laptop itu yang dapat membukanya.
office-key-taken = Mulai sekarang laptop ini juga mendaftarkan laptop {$office}.
office-key-nobody = Belum ada laptop lain dari kantor ini yang dikenal di sini. Daftarkan dahulu.
office-by = lewat kantornya
office-enrol = Daftarkan laptop: permohonannya …
office-request = Minta huruf: simpan permohonan …
office-answer = Ambil jawaban kantor …
office-found = Ini laptop pertama: dirikan kantor
office-request-saved = Permohonan disimpan: {$path}. Berikan kepada kepala kantor.
office-compare-request = Sebuah laptop ingin bergabung dengan {$office}. Apakah laptop itu menampilkan kata-kata yang sama? Tanyakan lewat telepon atau langsung.
office-enrol-do = Kata-katanya sama: daftarkan dan simpan jawabannya …
office-enrolled = Terdaftar: {$office}, laptop {$letter}. Berikan jawabannya kembali kepada rekan.
office-compare-answer = {$office} memberi laptop ini huruf {$letter}. Apakah laptop yang mendirikan kantor menampilkan kata-kata yang sama? Tanyakan lewat telepon atau langsung.
office-join-do = Kata-katanya sama: bergabung dengan kantor
office-joined = Mulai sekarang laptop ini adalah {$office}, laptop {$letter}.
office-compare = Kata-kata kantornya, {$office}:
keys-title = Siapa lagi yang dapat membaca bundel
keys-escrow = Kunci kementerian (escrow)
keys-escrow-none = Bundel hanya dapat dibaca oleh laptop yang dituju.
keys-escrow-held = Setiap bundel juga dapat dibaca dengan kunci ini:
keys-escrow-drop = Hapus kunci ini
keys-own-lead = Kunci laptop ini berupa file terbuka: siapa pun yang memilikinya dapat membaca setiap bundel untuk laptop ini. Hanya untuk kepala, dengan alasan yang dicatat.
keys-own-save = Simpan kunci laptop ini …
keys-saved = Kunci disimpan: {$path}. Anda akan ditanya tentang file ini sampai ia tidak ada lagi.
office-code = Kode QR yang berisi kata-kata ini
office-trust = Keduanya sama: percayai semua laptop kantornya
vault-office-which = Kantor
vault-office-new = Ini laptop pertamanya
vault-office-new-hint = Laptop ini mendirikan kantor dan memberi huruf kepada laptop berikutnya.
vault-office-join = Kantor sudah punya laptop
vault-office-join-hint = Mintalah huruf kepadanya sesudah ini, di Pertukaran, Rekan.
