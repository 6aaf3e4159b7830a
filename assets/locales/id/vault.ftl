### Brankas itu sendiri, sebagaimana disebut di jendela: kunci, petugas, jalan kembali, cadangan, catatan audit.

## mengunci dan jeda

lock-idle = Terkunci karena komputer tidak disentuh.
lock-longest = Terkunci karena brankas sudah terbuka selama delapan jam.
lock-sleep = Terkunci karena komputer tidur.
lock-screen = Terkunci bersama layar.
pause-verb = Jeda
pause-heading = Istirahat sebentar
pause-text = Kita lanjutkan kalau Anda sudah siap.
pause-go-on = Lanjutkan
draft-heading = Yang sedang Anda tulis
draft-lead = Ini disimpan sementara ketika brankas terkunci. Belum ada yang tercatat.
settings-lock = Mengunci sendiri
settings-lock-after = Bila komputer tidak disentuh selama
settings-minutes = { $minutes } mnt
settings-lock-hint = Juga terkunci bila komputer tidur atau layarnya dikunci, dan bagaimanapun setelah delapan jam. Tulisan yang belum selesai tetap disimpan.

## lembar untuk brankas besi

sheet-secret = RAHASIA: SIMPAN DI BRANKAS BESI
sheet-key = Kunci pemulihan
sheet-share = Bagian pemulihan
sheet-key-lead = Siapa pun yang memegang halaman ini dapat membuka brankas. Simpan terkunci, terpisah dari laptop; jangan difoto atau disimpan sebagai file.
sheet-share-lead = Dua dari tiga bagian membuka brankas; satu saja tidak mengungkap apa pun. Berikan masing-masing kepada orang berbeda; jangan difoto atau disimpan sebagai file.
sheet-letters = Untuk diketik
sheet-code = Untuk dipindai
sheet-use = Bila semua frasa sandi hilang: ketik: pulang vault recover. O dan 0, I dan 1 boleh tertukar; spasi dan tanda hubung tidak berpengaruh.

## petugas

vault-tab-general = Umum
officers-heading = Siapa yang dapat membuka brankas
officers-you = Anda
officers-officer = Petugas
officers-counsellor = Konselor
officers-head = Kepala kantor
officers-role = Peran
officers-roles = Peran memandu dan dicatat: hanya kepala yang memasukkan dan mengeluarkan orang, hanya konselor yang melihat konseling. Peran bukan tembok: siapa pun yang dapat membuka brankas bisa membaca seluruhnya dengan program lain.
officers-add = Beri akses
officers-remove = Cabut akses
officers-remove-lead = Semuanya dienkripsi dengan kunci baru, dan yang diketahui { $name } tidak membukanya lagi. Cadangan lama, di flash disk atau tempat lain, tetap terbuka bagi { $name }: kumpulkan dan hapus, lalu buat yang baru.
officers-removed = Akses { $name } sudah dicabut. Buat cadangan baru sekarang.
officers-shown = Frasa sandi: { $name }
officers-written = Sudah ditulis
officers-own = Frasa sandi Anda
officers-old = Frasa sandi Anda yang sekarang
officers-change = Ganti
officers-rekey = Kunci baru untuk semuanya
officers-rekeyed = Semuanya memakai kunci baru. Buat cadangan baru sekarang.
officers-rekey-hint = Setelah pencurian, atau bila brankas mungkin disalin orang: dengan kunci baru, salinan mereka tidak berguna untuk yang ditulis mulai sekarang. Yang sudah disalin masih dapat mereka baca bila tahu frasa sandi waktu itu.

## jalan kembali

recovery-tab = Pemulihan
recovery-drill = Apakah lembarnya masih berlaku?
recovery-drill-lead = Ambil kunci pemulihan atau dua bagiannya dari brankas besi dan ketik di sini. Tidak ada yang berubah; percobaan ini tercatat dalam audit.
recovery-two = Dua bagian: beri baris kosong di antaranya.
recovery-drill-do = Coba
recovery-held = Lembar itu membuka brankas ini.
recovery-sheet = Kunci sebagai halaman
recovery-shares = Tiga bagian sebagai halaman
recovery-sheet-hint = Halaman menjadi file di tempat yang Anda tunjuk: langsung cetak lalu hapus. Kuncinya sendiri tidak disimpan di brankas.
recovery-printed = Ditulis ke { $file }. Cetak, hapus, lalu simpan kertasnya terkunci.

## cadangan

backups-heading = Cadangan
backups-lead = Setiap selesai bekerja dibuat satu di samping brankas: tujuh hari dan empat minggu disimpan. Terhadap pencurian dan kebakaran hanya cadangan di tempat lain yang menolong, di flash disk.
backups-make = Cadangkan ke folder atau flash disk
backups-check = Periksa satu
backups-none = Belum ada.
backups-elsewhere = di tempat lain
backups-made = Ditulis dan dibuka kembali: { $place } ({ $files } file di samping register).
backups-whole = Utuh dan milik brankas ini: dibuat { $at }, audit sampai baris { $rows }.
backups-restore = Kembalikan cadangan
backups-restore-lead = Brankas yang sekarang disisihkan dengan nama lain dan tidak pernah dihapus. Cadangan dibuktikan dulu sebelum ada yang dipindahkan.
backups-passphrase = Frasa sandi Anda ketika cadangan dibuat
backups-restore-do = Pilih cadangan dan kembalikan

## audit

audit-tab = Audit
audit-heading = Yang dilakukan di brankas ini
audit-lead = Kode dan nomor, tidak pernah isi. Tidak ada baris yang dapat diubah atau diambil tanpa ketahuan.
audit-at = Kapan (UTC)
audit-actor = Siapa
audit-act = Apa
audit-object = Terhadap apa
audit-verify = Periksa
audit-against = Periksa terhadap file
audit-export = Ekspor
audit-holds = Semua { $rows } baris utuh.
audit-through = Audit melewati yang ada dalam file itu: baris { $rows }, ditandatangani { $at }.
audit-exported = { $rows } baris ditulis, dengan akhir yang ditandatangani.
audit-last = { $shown } terakhir dari { $rows }; ekspor memuat semuanya.

## salinan terbaca yang masih tergeletak

loose-heading = { $count ->
   *[other] { $count } salinan yang dapat dibaca masih ada di komputer ini
    }
loose-delete = Hapus sekarang
loose-keep = Simpan, tanyakan lagi
loose-settle = Sudah diserahkan, jangan tanya lagi
loose-reason = Kepada siapa, atau mengapa tetap di situ
loose-deleted = Dihapus. Flash disk atau SSD mungkin menyimpan jejaknya.
loose-still = { $n ->
   *[other] { $n } salinan yang dapat dibaca masih ada di tempat ditulisnya: pulang ledger loose
    }
loose-away = di luar jangkauan
loose-unremembered = File ini tidak diingat, karena tidak ada brankas yang dibuka: cetak lalu hapus.
loose-sort-dossier = Berkas atau lembar cetak
loose-sort-table = Tabel
loose-sort-statistics = Statistik
loose-sort-cases = Kasus untuk sistem lain
loose-sort-file = File sebuah catatan
loose-sort-audit = Audit
loose-sort-key = Kunci laptop ini sendiri
loose-sort-recovery = Kunci atau bagian pemulihan

## rahasia di papan klip, dan jendela di hadapan program lain

copy-verb = Salin selama 10 detik
copy-left = Ditarik kembali dalam { $seconds } dtk
settings-capture = Tangkapan layar dan layar bersama
settings-capture-on = Jangan tampilkan jendela ini
settings-capture-off = Boleh terlihat
settings-capture-none = Sistem ini tidak dapat mencegah program lain.

## pembaruan lewat stik

update-tab = Pembaruan
update-lead = Pembaruan datang sebagai file di flash disk. Ia dibuktikan dahulu: bahwa penerbit menandatanganinya, dan tidak ada bita yang lain. Tidak ada yang dipasang di sini; Anda mendapat paket dan perintahnya.
update-version = Versi
update-here = Di sini
update-publisher = Penerbit
update-fingerprint = Kunci dalam kata
update-bytes = Bita
update-development = Kunci ini dibuat saat pengembangan: siapa pun dapat membuat pembaruan seperti ini. Pakailah hanya untuk uji coba.
update-take = Cadangkan lalu ambil
update-back = Ambil yang lebih lama dengan sengaja
update-taken = Sudah dicadangkan, dibuktikan, dan ditulis. Kunci brankas, tutup aplikasi, lalu ketik di folder itu:
update-way-back = Jalan kembali: simpan paket versi { $version }. Pasang lagi, lalu ketik: pulang vault restore --aside { $backup }. Yang ditulis setelah pembaruan ada di brankas yang disisihkan.

## how far long work has come

progress-layout = Brankas disesuaikan dengan tata letak versi ini: langkah {$done} dari {$of}. Isinya tetap seperti semula.
progress-duplicates = Orang-orang dibandingkan: {$done} dari {$of} pasangan
progress-birthdays = Orang-orang dibandingkan: {$done} dari {$of} tanggal lahir
progress-bundle = File sedang dimasukkan: {$done} dari 100 bagian
progress-table = Tabel sedang dikumpulkan: {$done} dari {$of} orang
