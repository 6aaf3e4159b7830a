# Terms of the field: Palermo Protocol, ILO indicators, IOM HTCDS 2.0, ICAO Doc 9303, and the authorities' own names.
# A term marked `own` is this project's translation and still wants a native reader's eye.

## record

record-person = Orang
record-case = Kasus
# own
record-rescue = Penyelamatan
record-organisation = Organisasi
record-contact = Kontak
record-site = Lokasi
# own
record-suspect = Terduga pelaku
# own
record-episode = Episode
record-screening = Skrining
# own
record-determination = Penetapan status
record-interview = Wawancara
# own
record-statement = Keterangan
record-service = Layanan
# own
record-expense = Pengeluaran
# own
record-placement = Penempatan (tempat tinggal)
record-travel-document = Dokumen perjalanan
# own
record-immigration-matter = Urusan keimigrasian
# own
record-justice-matter = Perkara hukum
# own
record-movement = Perpindahan
# own
record-evidence-item = Barang bukti
record-document = Dokumen
record-consent = Persetujuan
record-referral = Rujukan
# own
record-dossier = Berkas
record-task = Tugas
record-note = Catatan
record-flag = Penanda
record-follow-up = Tindak lanjut

## field-group

group-identity = Identitas
# own
group-travel-document = Dokumen perjalanan dan MRZ
# own
group-rescue-facts = Fakta penyelamatan dan perpindahan
# own
group-episodes-sites = Episode dan lokasi
# own
group-suspects = Terduga pelaku dan keterkaitan
# own
group-evidence = Daftar barang bukti dan catatan penguasaan
# own
group-statement = Keterangan
# own
group-acts-compelled = Perbuatan di bawah paksaan (disegel)
# own
group-screening = Skrining dan penetapan status
# own
group-risks = Risiko mendesak dan keselamatan
# own
group-health = Kesehatan: alergi, obat, kebutuhan
# own
group-counselling = Konseling dan catatan terbatas
# own
group-family = Keluarga dan kontak darurat
# own
group-services = Layanan yang diberikan
# own
group-immigration = Urusan keimigrasian
# own
group-diet = Pola makan, agama, bahasa
# own
group-other-people = Data orang lain

## stage

# own
stage-reported = Dilaporkan
# own
stage-located = Lokasi ditemukan
# own
stage-extracted = Dievakuasi
# own
stage-host-custody = Dalam penanganan otoritas setempat
# own
stage-sheltered = Di penampungan
# own
stage-cleared = Siap berangkat
# own
stage-departed = Telah berangkat
# own
stage-received = Telah diterima
# own
stage-rehabilitation = Dalam rehabilitasi
# own
stage-reintegrated = Telah direintegrasi
stage-closed = Ditutup

## exit

# own
exit-own-means = Pulang mandiri
# own
exit-refused = Menolak bantuan
# own
exit-absconded = Pergi tanpa pemberitahuan
# own
exit-relocated = Pindah ke tempat lain
# own
exit-deceased = Meninggal dunia
# own
exit-not-victim = Bukan korban

## track

track-identification = Identifikasi
track-immigration = Keimigrasian
track-health = Kesehatan
# own
track-justice = Proses hukum

## gate

# own
gate-title = Pemeriksaan kesiapan berangkat
# own
gate-document = Dokumen perjalanan berlaku
# own
gate-exit-permit = Izin keluar berlaku pada tanggal penerbangan
# own
gate-overstay = Denda overstay dihapus atau dibayar
# own
gate-fit = Layak melakukan perjalanan
# own
gate-consent = Persetujuan untuk penerima
# own
gate-accepted = Penerima telah menyetujui
# own
gate-escort = Pendamping telah ditunjuk
# own
gate-seat = Kursi telah dikonfirmasi

## profile

# own
profile-host-police = Kepolisian setempat
profile-shelter = Rumah penampungan
profile-social-ministry = Kementerian sosial
profile-immigration = Imigrasi
profile-hospital = Rumah sakit
# own
profile-airline = Maskapai atau pendamping
# own
profile-receiving-home = Rumah perlindungan penerima
# own
profile-home-police = Kepolisian negara asal
# own
profile-person = Yang bersangkutan

## indicator

# own
ilo-vulnerability = Penyalahgunaan kerentanan
ilo-deception = Penipuan
# own
ilo-restriction = Pembatasan ruang gerak
# own
ilo-isolation = Isolasi
ilo-violence = Kekerasan fisik dan seksual
# own
ilo-intimidation = Intimidasi dan ancaman
# own
ilo-documents = Penahanan dokumen identitas
# own
ilo-wages = Penahanan upah
ilo-debt = Jeratan utang
# own
ilo-conditions = Kondisi kerja dan hidup yang sewenang-wenang
# own
ilo-overtime = Lembur berlebihan

## palermo

# own
palermo-act = Perbuatan
palermo-means = Cara
palermo-purpose = Tujuan

## palermo-act

act-recruitment = Perekrutan
act-transportation = Pengangkutan
act-transfer = Pemindahan
act-harbouring = Penampungan
act-receipt = Penerimaan

## palermo-means

means-threat = Ancaman
means-force = Penggunaan kekerasan
means-coercion = Bentuk paksaan lain
means-abduction = Penculikan
means-fraud = Penipuan
means-deception = Kecurangan
means-power = Penyalahgunaan kekuasaan
# own
means-vulnerability = Penyalahgunaan posisi rentan
means-payment = Memberi atau menerima bayaran atau manfaat
means-debt = Penjeratan utang
means-confinement = Penyekapan
# own
means-child = Tidak disyaratkan untuk anak

## palermo-purpose

purpose-exploitation = Eksploitasi
# own
purpose-prostitution = Eksploitasi pelacuran
# own
purpose-sexual = Eksploitasi seksual lainnya
# own
purpose-forced-labour = Kerja atau pelayanan paksa
# own
purpose-slavery = Perbudakan atau praktik serupa perbudakan
# own
purpose-servitude = Penghambaan
# own
purpose-organs = Pengambilan organ tubuh
# own
purpose-forced-crime = Pemaksaan melakukan kejahatan
purpose-online-scam = Penipuan daring (online scam)

## term

term-trafficking = Tindak pidana perdagangan orang (TPPO)
term-victim = Korban
term-victim-trafficking = Korban TPPO
# own
term-presumed-victim = Terindikasi korban
# own
term-non-punishment = Asas tidak dipidananya korban

## episode

episode-transit = Transit
# own
episode-resale = Penjualan kembali
# own
episode-escape = Pelarian
# own
episode-job-promised = Pekerjaan yang dijanjikan
# own
episode-job-found = Pekerjaan sebenarnya
episode-debt = Utang
episode-pay = Upah
# own
episode-quota = Target kerja

## service

service-shelter = Penampungan
service-food = Makanan
service-medical = Layanan medis
# own
service-hospital = Perawatan rumah sakit
# own
service-medicine = Obat-obatan
service-psychological = Dukungan psikologis
service-legal = Bantuan hukum
# own
service-interpretation = Penerjemahan lisan
# own
service-logistics = Bantuan logistik
# own
service-travel-document = Pengurusan dokumen perjalanan
# own
service-ticket = Tiket
# own
service-reintegration = Bantuan reintegrasi
# own
service-repatriation = Pemulangan

## expense

# own
expense-payer = Dibayar oleh
# own
expense-amount = Jumlah
# own
expense-currency = Mata uang
# own
expense-receipt = Kuitansi

## document-type

doc-passport = Paspor
doc-splp = Surat Perjalanan Laksana Paspor (SPLP)
doc-id-card = Kartu Tanda Penduduk (KTP)
# own
doc-family-card = Kartu Keluarga (KK)
doc-birth-certificate = Akta kelahiran
doc-visa = Visa
# own
doc-exit-permit = Izin keluar (exit permit)
doc-work-contract = Perjanjian kerja
# own
doc-note-verbale = Nota diplomatik
# own
doc-police-report = Laporan polisi
# own
doc-questioning-record = Berita acara pemeriksaan (BAP)
# own
doc-handover-record = Berita acara serah terima
# own
doc-medical-report = Laporan medis
# own
doc-fit-to-travel = Surat keterangan layak terbang
# own
doc-hospital-bill = Tagihan rumah sakit
# own
doc-manifest = Manifes
doc-photo = Foto
doc-consent-form = Formulir persetujuan
# own
doc-victim-letter = Surat penetapan korban
doc-identification-form = Formulir identifikasi korban perdagangan orang

## travel-document-state

# own
tdoc-held = Dipegang yang bersangkutan
# own
tdoc-employer = Pada pemberi kerja
tdoc-lost = Hilang
# own
tdoc-claimed-lost = Hilang (menurut pengakuan)
# own
tdoc-police = Di kepolisian
# own
tdoc-embassy = Di kedutaan
tdoc-valid = Berlaku
# own
tdoc-expiring = Segera kedaluwarsa
# own
tdoc-expired = Kedaluwarsa

## travel-document

# own
tdoc-mrz = Zona terbaca mesin (MRZ)
# own
tdoc-check-digit = Digit pemeriksa
# own
tdoc-issue-date = Tanggal pengeluaran
# own
tdoc-expiry-date = Tanggal habis berlaku

## immigration

# own
imm-entry-date = Tanggal masuk
imm-border-gate = Pos lintas batas internasional
# own
imm-visa-type = Jenis visa
# own
imm-visa-end = Tanggal berakhir visa
imm-stay-permit = Izin tinggal
# own
imm-overstay = Overstay (melebihi izin tinggal)
# own
imm-overstay-days = Jumlah hari overstay
imm-fine = Denda
# own
imm-fine-waiver = Penghapusan denda
# own
imm-exit-permit-no = Nomor izin keluar
# own
imm-missing = Belum ada
# own
imm-submitted = Diajukan
# own
imm-issued = Diterbitkan
imm-deportation = Deportasi
# own
imm-detention = Detensi imigrasi
# own
imm-consular-access = Akses kekonsuleran

## evidence

# own
ev-evidence = Alat bukti
# own
ev-digital = Bukti digital
# own
ev-register = Daftar barang bukti
# own
ev-chain = Rantai pengawasan bukti (chain of custody)
# own
ev-custody-log = Catatan penguasaan barang bukti
# own
ev-collected-by = Dikumpulkan oleh
# own
ev-found-at = Ditemukan di
# own
ev-seal-no = Nomor segel
# own
ev-seized = Disita
# own
ev-handed-to = Diserahkan kepada
# own
ev-original = Asli
ev-copy = Salinan
# own
ev-hash = Sidik digital file (SHA-256)

## justice

# own
jus-report-no = Nomor laporan
jus-complaint = Pengaduan
jus-investigation = Penyidikan
jus-witness = Saksi
jus-prosecutor = Jaksa
jus-court = Pengadilan
jus-lawyer = Penasihat hukum
jus-charge = Dakwaan
jus-judgment = Putusan
# own
jus-restitution = Restitusi
# own
jus-allegation = Dugaan

## consent

consent-given = Diberikan
consent-refused = Ditolak
# own
consent-withdrawn = Dicabut
# own
consent-not-asked = Belum ditanyakan
# own
consent-guardian = Diberikan oleh wali
# own
consent-spoken = Lisan
# own
consent-written = Tertulis
# own
consent-informed = Persetujuan berdasarkan informasi

## referral

# own
referral-sent = Dikirim
referral-accepted = Diterima
referral-refused = Ditolak
referral-completed = Selesai
# own
referral-withdrawn = Ditarik kembali

## determination

# own
det-victim = Diidentifikasi sebagai korban
# own
det-not-victim = Tidak diidentifikasi sebagai korban
det-authority = Otoritas
# own
det-letter-no = Nomor surat
# own
det-wording = Bunyi asli

## interview

# own
int-interpreter = Juru bahasa
# own
int-present = Yang hadir
# own
int-times = Sudah diwawancarai berapa kali

## placement

# own
place-type-police = Kantor polisi
# own
place-type-home = Rumah sendiri
# own
place-bed = Tempat tidur

## movement

# own
move-extraction = Evakuasi
move-transfer = Pemindahan
# own
move-flight = Penerbangan
# own
move-handover = Serah terima
# own
move-carrier = Pengangkut
# own
move-flight-no = Nomor penerbangan
# own
move-departure = Keberangkatan
# own
move-arrival = Kedatangan
# own
move-time-zone = Zona waktu

## dossier

# own
dos-cover = Sampul
dos-purpose = Tujuan
# own
dos-legal-basis = Dasar hukum
# own
dos-recipient = Penerima
# own
dos-classification = Klasifikasi
# own
dos-confidential = Rahasia
# own
dos-restricted = Terbatas
# own
dos-copy-n-of-m = Salinan ke-{$n} dari {$m}
# own
dos-page-x-of-y = Halaman {$x} dari {$y}
dos-valid-until = Berlaku hingga
# own
dos-disclosed = Data yang diungkapkan
# own
dos-withheld = Kategori yang tidak diungkapkan
dos-contents = Daftar isi
# own
dos-summary = Ringkasan
# own
dos-chronology = Kronologi
# own
dos-persons = Daftar nama
dos-annex = Lampiran
# own
dos-annex-register = Daftar lampiran
# own
dos-consent-extract = Petikan persetujuan
# own
dos-non-punishment = Catatan asas tidak dipidananya korban
# own
dos-signature-receipt = Tanda tangan dan tanda terima
dos-signature = Tanda tangan
dos-stamp = Cap
# own
dos-thumbprint = Cap jempol
# own
dos-received-by = Diterima oleh
# own
dos-handed-over-by = Diserahkan oleh
# own
dos-prepared-by = Disusun oleh
dos-name-position = Nama dan jabatan
dos-date = Tanggal
dos-place = Tempat
# own
dos-reference-no = Nomor referensi
dos-verification-code = Kode verifikasi
# own
dos-override-reason = Alasan pengecualian
# own
dos-not-official = Bukan formulir resmi
# own
dos-group = Berkas kelompok

## value

val-yes = Ya
val-no = Tidak
val-present = Ada
val-absent = Tidak ada
val-unknown = Tidak diketahui
# own
val-not-asked = Tidak ditanyakan
# own
val-declined = Memilih tidak menjawab
# own
val-withheld = Tidak diungkapkan
# own
val-not-applicable = Tidak berlaku

## date-precision

# own
val-about = Sekitar
# own
val-exact = Tepat
# own
val-month-only = Hanya bulan
# own
val-year-only = Hanya tahun
# own
val-age-as-told = Usia menurut pengakuan

## month

month-1 = Januari
month-2 = Februari
month-3 = Maret
month-4 = April
month-5 = Mei
month-6 = Juni
month-7 = Juli
month-8 = Agustus
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Desember

## sex

sex = Jenis kelamin
sex-male = Laki-laki
sex-female = Perempuan
# own
sex-unspecified = Tidak disebutkan (X)

## relation

rel-mother = Ibu
rel-father = Ayah
rel-husband = Suami
rel-wife = Istri
rel-child = Anak
rel-older-sibling = Kakak
rel-younger-sibling = Adik
rel-sibling = Saudara kandung
rel-grandparent = Kakek atau nenek
# own
rel-uncle-aunt = Paman atau bibi
rel-relative = Kerabat
rel-guardian = Wali

## institution

# own
inst-kbri-phnom-penh = Kedutaan Besar Republik Indonesia (KBRI) Phnom Penh
# own
inst-ahtjp = Departemen Anti-Perdagangan Orang dan Perlindungan Anak, Kepolisian Nasional Kamboja
# own
inst-national-police = Komisariat Jenderal Kepolisian Nasional Kamboja
# own
inst-judicial-police = Penyidik kepolisian
# own
inst-provincial-police = Komisariat Kepolisian Provinsi
inst-moi-kh = Kementerian Dalam Negeri Kamboja
# own
inst-mosvy = Kementerian Sosial, Veteran, dan Rehabilitasi Pemuda Kamboja (MoSVY)
# own
inst-mosvy-aht = Departemen Anti-Perdagangan Orang dan Reintegrasi Korban (MoSVY)
# own
inst-gdi = Direktorat Jenderal Imigrasi Kamboja
# own
inst-ncct = Komite Nasional Penanggulangan Perdagangan Orang Kamboja (NCCT)
inst-mfaic = Kementerian Luar Negeri dan Kerja Sama Internasional Kamboja
inst-caritas = Caritas Kamboja
inst-iom = Organisasi Internasional untuk Migrasi (IOM)
inst-ilo = Organisasi Perburuhan Internasional (ILO)
# own
inst-kemlu = Kementerian Luar Negeri Republik Indonesia (Kemlu)
# own
inst-kemlu-pwni = Direktorat Pelindungan Warga Negara Indonesia (Kemlu)
# own
inst-kemensos = Kementerian Sosial Republik Indonesia (Kemensos)
# own
inst-rptc-bambu-apus = Rumah Perlindungan dan Trauma Center (RPTC) Bambu Apus
# own
inst-sentra-mulya-jaya = Sentra Mulya Jaya (Kemensos)
# own
inst-polri = Kepolisian Negara Republik Indonesia (Polri)
# own
inst-bareskrim = Badan Reserse Kriminal Kepolisian Negara Republik Indonesia (Bareskrim Polri)
# own
inst-ppa-ppo = Direktorat Tindak Pidana Perempuan dan Anak serta Pidana Perdagangan Orang (PPA-PPO) Bareskrim Polri
# own
inst-imigrasi-id = Direktorat Jenderal Imigrasi
# own
inst-kp2mi = Kementerian Pelindungan Pekerja Migran Indonesia (KP2MI)
# own
inst-lpsk = Lembaga Perlindungan Saksi dan Korban (LPSK)
# own
inst-airport-cgk = Bandar Udara Internasional Soekarno-Hatta
inst-airport-pnh = Bandar Udara Internasional Phnom Penh
inst-airport-kti = Bandar Udara Internasional Techo

## country

country-kh = Kamboja
country-id = Indonesia
country-th = Thailand

## admin-unit

admin-province = Provinsi
admin-capital = Ibu kota
admin-municipality = Kota
admin-district = Kabupaten
admin-commune = Kecamatan
admin-village = Desa

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

verb-save = Simpan
# own
verb-undo = Urungkan
verb-import = Impor
verb-export = Ekspor
verb-lock = Kunci
verb-search = Cari
verb-print = Cetak
verb-hand-over = Serahkan
# own
verb-settle = Selesaikan perbedaan
# own
verb-keep-mine = Pakai milik saya
# own
verb-keep-theirs = Pakai milik mereka
# own
verb-keep-both = Simpan keduanya
verb-add = Tambah
verb-edit = Ubah
verb-delete = Hapus
verb-cancel = Batal
verb-verify = Verifikasi
verb-accept = Terima
verb-refuse = Tolak
# own
verb-preview = Pratinjau
# own
verb-pause = Jeda

## ui

ui-today = Hari ini
# own
ui-rescues = Penyelamatan
ui-people = Orang
# own
ui-exchange = Pertukaran
ui-statistics = Statistik
ui-settings = Pengaturan
ui-help = Bantuan
ui-history = Riwayat
ui-saved = Tersimpan
# own
ui-duplicate = Kemungkinan duplikat
ui-reason = Alasan

## person-field

# own
person-full-name = Nama sesuai dokumen
person-called-name = Nama panggilan
# own
person-aliases = Nama lain
person-birth-date = Tanggal lahir
# own
person-birth-place = Tempat lahir
person-age = Usia
person-nationality = Kewarganegaraan
person-origin = Daerah asal
person-phone = Nomor telepon
person-address = Alamat
person-religion = Agama
person-minor = Anak
person-vulnerability = Kerentanan
# own
person-do-not-contact = Jangan dihubungi

## role

# own
role-lead-officer = Petugas penanggung jawab
role-social-worker = Pekerja sosial
# own
role-escort = Pendamping
role-embassy-officer = Petugas kedutaan
