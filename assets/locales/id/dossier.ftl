# What only dossiers say. Words they share with the screens stand in terms.ftl.
# Every Indonesian and Khmer text here is this project's own and still wants a native reader's eye.

dos-title = Berkas kasus
dos-title-group = Berkas kelompok
dos-copy = Salinan
dos-basis = Dasar
dos-basis-consent = Persetujuan orang yang bersangkutan
dos-people-count = { $n } orang
dos-left-out = Tidak disertakan
dos-left-out-count = { $n } orang, karena tidak ada persetujuan
dos-training = LATIHAN — data rekaan, bukan kasus nyata
dos-not-official-note = Berkas ini memakai templat milik aplikasi sendiri, bukan formulir resmi instansi mana pun.
dos-category = Kategori
dos-extent = Cakupan
dos-extent-full = Sesuai catatan
dos-extent-part = Hanya sebagian isian
dos-extent-own = Hanya yang menyangkut layanan penerima sendiri
dos-extent-separate = Hanya dengan persetujuan tersendiri: diberikan oleh { $n } dari { $m } orang
dos-withheld-note = Daftar ini sama pada setiap berkas untuk penerima ini. Daftar ini tidak menyatakan ada atau tidaknya catatan.
dos-number = No.
dos-when = Waktu
dos-what = Peristiwa
dos-who = Siapa
dos-everybody = Semua { $n } orang dalam berkas ini
dos-other-person = Orang yang tidak termasuk dalam berkas ini
dos-not-named = Tidak disebutkan di sini
dos-photo-of-person = Foto orang yang bersangkutan
dos-no-annex = Tidak ada lampiran.
dos-non-punishment-text = Korban perdagangan orang tidak sepatutnya ditahan, dituntut, atau dihukum karena perbuatan melanggar hukum yang terpaksa dilakukannya sebagai akibat langsung dari perdagangan orang, ataupun karena masuk atau tinggal tanpa izin. Catatan ini bersifat umum: dimuat dalam setiap berkas sejenis dan tidak menyatakan apa pun tentang orang-orang di dalamnya.
dos-receipt-text = Penerima menyatakan telah menerima salinan ini, akan memakainya hanya untuk tujuan yang tertulis pada sampul, tidak akan meneruskannya tanpa persetujuan orang yang bersangkutan, dan akan memusnahkan atau mengembalikannya setelah masa berlakunya habis.
dos-verify-text = Kode ini adalah bagian awal SHA-256 dari lampiran dossier.json; kode QR memuat seluruhnya. Siapa pun yang menghitungnya kembali dapat melihat apakah lampiran itu tidak diubah.
dos-copy-no = Salinan no. {$n}

# Tujuan dan dasar hukum bagi penerima.
purpose-social-ministry = Penyerahan kepada kementerian sosial untuk identifikasi dan perawatan
purpose-immigration = Permohonan izin keluar dan pembebasan denda kelebihan masa tinggal
purpose-hospital = Penyerahan kepada rumah sakit: hal yang diperlukan untuk pengobatan
purpose-airline = Perjalanan pulang: nama, dokumen, dan penerbangan
purpose-receiving-home = Penyerahan kepada rumah perlindungan yang menerima setelah kepulangan
purpose-home-police = Penyerahan kepada kepolisian negara asal untuk menyidik perekrutan dan eksploitasi
purpose-person = Diberikan kepada yang bersangkutan atas permintaannya sendiri
dos-basis-own = Hak yang bersangkutan atas data tentang dirinya sendiri
group-determinations = Penetapan oleh otoritas
group-fitness = Kelayakan bepergian
dos-unsettled-mark = (dua nilai tercatat, belum diputuskan)


sheet-manifest = Manifes penerbangan
sheet-roster = Daftar penghuni rumah penampungan
sheet-statement = Keterangan
sheet-expenses = Lembar pengeluaran
sheet-read-to-me = Dibacakan kepada saya dalam bahasa yang saya pahami; saya setuju
sheet-interpreter = Juru bahasa
sheet-approved-by = Disetujui oleh
sheet-provider = Dibayarkan kepada
sheet-payer = Dibayar oleh
sheet-amount = Jumlah
sheet-total = Total

# Foto dan lampiran.
dos-photo = Foto
dos-no-photo = Tidak ada foto
dos-annex-no = Lampiran { $n }
dos-annex-page = Lampiran { $n }, halaman { $x } dari { $y }
dos-annex-pages = Halaman yang ditampilkan
dos-annex-others-note = Dokumen yang juga menyangkut orang di luar berkas ini tidak pernah dilampirkan.
annex-in = Dilampirkan
annex-elsewhere = Tidak ditampilkan: filenya tidak ada di laptop yang membuat salinan ini
annex-locked = Tidak ditampilkan: filenya terkunci kata sandi
annex-damaged = Tidak ditampilkan: filenya rusak
annex-kind = Tidak ditampilkan: bukan gambar dan bukan PDF
annex-too-long = Tidak ditampilkan: terlalu banyak halaman
annex-too-large = Tidak ditampilkan: terlalu besar atau terlalu rumit untuk digambar
annex-others = Ditinggalkan: juga menyangkut orang yang tidak ada dalam berkas ini
annex-names-others = Ditinggalkan: teksnya memuat nama atau nomor yang tidak boleh diterima penerima ini
dos-page-no = halaman { $n }

# Tata letak dari apa yang tercatat.
dos-where = Di mana
dos-by-whom = Oleh siapa (diduga)
dos-no-custody = Tidak ada serah terima yang tercatat.
dos-determinations = Penetapan instansi, berdampingan
dos-nothing-decided = Belum ada penetapan
dos-group-not-given = Tidak diberikan
dos-consent-covers = Persetujuan untuk penerima ini mencakup semua golongan yang diungkap. Tidak ada golongan yang memerlukan persetujuan tersendiri.
dos-consent-separate = Persetujuan untuk penerima ini mencakup golongan yang diungkap, kecuali golongan yang mempunyai kolom sendiri: masing-masing memerlukan persetujuan tersendiri.
dos-findings = Temuan yang mendukung dan yang membantah
dos-everybody-but = { $n } orang: semua dalam berkas ini kecuali
# Pemberitahuan perbaikan.
notice-title = Pemberitahuan perbaikan
notice-about-copy = Tentang salinan no.
notice-about-code = Kode verifikasinya
notice-left-on = Keluar pada
notice-made-on = Tanggal pemberitahuan ini
notice-text = Kantor ini telah memberi Anda salinan tersebut di atas. Sebagian isinya tidak lagi benar, atau orang yang bersangkutan tidak lagi mengizinkan penggunaannya. Tabel ini menyebutkan bagian mana.
notice-destroy = Mohon musnahkan atau kembalikan setiap halaman, file, dan kutipan yang memuat hal yang ditarik atau dihapus, jangan menggunakan atau meneruskannya, dan tegaskan di bawah ini.
notice-by-place = Orang disebut di sini hanya menurut urutannya dalam salinan Anda, sesuai urutan yang tampak di sana.
notice-person = Siapa
notice-field = Apa
notice-what = Apa yang terjadi
notice-now = Yang berlaku sekarang
notice-withdrawn = Persetujuan ditarik: tidak boleh digunakan lagi
notice-erased = Dihapus atas permintaan orang itu atau menurut aturan
notice-corrected = Diperbaiki
notice-whole-group = Semua dalam kategori ini
notice-not-said = —
notice-nobody = Bukan orang tertentu
notice-everybody = Semua orang dalam salinan
notice-place = Orang ke-{ $n } dari { $m }
notice-destroyed-by = Dimusnahkan atau diperbaiki oleh
notice-reason = Perbaikan salinan { $n }
