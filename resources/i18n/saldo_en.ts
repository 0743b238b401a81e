<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="id_ID">
<context>
    <name>About</name>
    <message>
        <source>Tentang</source>
        <translation>About</translation>
    </message>
    <message>
        <source>Saldo JHT {version} (Qt {qt})</source>
        <translation>Saldo JHT {version} (Qt {qt})</translation>
    </message>
    <message>
        <source>Bukan aplikasi resmi dan tidak berhubungan dengan BPJS Ketenagakerjaan. Angka yang berlaku adalah yang tercatat di sana.</source>
        <translation>Not an official program and not connected with BPJS Ketenagakerjaan. The figures that count are the ones on record there.</translation>
    </message>
    <message>
        <source>Lisensi MIT. Ikon: Lucide (ISC). Qt for Python: LGPL v3.</source>
        <translation>MIT licence. Icons: Lucide (ISC). Qt for Python: LGPL v3.</translation>
    </message>
    <message>
        <source>Kesehatan</source>
        <translation>Health</translation>
    </message>
</context>
<context>
    <name>AccountButton</name>
    <message>
        <source>Akun: {name}, {about}</source>
        <translation>Account: {name}, {about}</translation>
    </message>
    <message>
        <source>Ganti akun</source>
        <translation>Switch account</translation>
    </message>
    <message>
        <source>Tambah akun…</source>
        <translation>Add an account…</translation>
    </message>
</context>
<context>
    <name>AccountSettings</name>
    <message>
        <source>Akun</source>
        <translation>Accounts</translation>
    </message>
    <message>
        <source>PIN diingat di brankas sandi</source>
        <translation>PIN kept in the keyring</translation>
    </message>
    <message>
        <source>PIN tidak disimpan</source>
        <translation>PIN not kept</translation>
    </message>
    <message>
        <source>dijeda</source>
        <translation>paused</translation>
    </message>
    <message>
        <source>Ganti nama</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>Ganti nama {name}</source>
        <translation>Rename {name}</translation>
    </message>
    <message>
        <source>Lanjutkan</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>Jeda</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Lanjutkan pemeriksaan berkala {name}</source>
        <translation>Resume the regular checks of {name}</translation>
    </message>
    <message>
        <source>Jeda pemeriksaan berkala {name}</source>
        <translation>Pause the regular checks of {name}</translation>
    </message>
    <message>
        <source>Lupakan PIN</source>
        <translation>Forget the PIN</translation>
    </message>
    <message>
        <source>Lupakan PIN {name}</source>
        <translation>Forget the PIN of {name}</translation>
    </message>
    <message>
        <source>Hapus</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Hapus {name}</source>
        <translation>Remove {name}</translation>
    </message>
    <message>
        <source>Naikkan {name}</source>
        <translation>Move {name} up</translation>
    </message>
    <message>
        <source>Turunkan {name}</source>
        <translation>Move {name} down</translation>
    </message>
    <message>
        <source>Periksa sendiri</source>
        <translation>Check by itself</translation>
    </message>
    <message>
        <source>Periksa {name} sendiri</source>
        <translation>Check {name} by itself</translation>
    </message>
    <message>
        <source>Semua pembacaan saldonya di komputer ini terhapus untuk selamanya, juga dari semua cadangan: yang lama dihapus, dan satu cadangan baru dibuat tanpa akun ini.</source>
        <translation>All its balance readings on this computer are deleted for good, from all backups too: the old ones go, and one new backup is made without this account.</translation>
    </message>
    <message>
        <source>Seperti semua akun</source>
        <translation>As for all accounts</translation>
    </message>
    <message>
        <source>Akun dihapus, riwayatnya disimpan: {readings}</source>
        <translation>Account removed, its history kept: {readings}</translation>
    </message>
    <message>
        <source>Pakai lagi</source>
        <translation>Use again</translation>
    </message>
    <message>
        <source>Pakai lagi {name}</source>
        <translation>Use {name} again</translation>
    </message>
    <message>
        <source>Hapus riwayat</source>
        <translation>Delete the history</translation>
    </message>
    <message>
        <source>Hapus riwayat {name}</source>
        <translation>Delete the history of {name}</translation>
    </message>
    <message>
        <source>Lupakan PIN {name}?</source>
        <translation>Forget the PIN of {name}?</translation>
    </message>
    <message>
        <source>PIN dihapus dari brankas sandi. Riwayat saldo tetap ada, dan pemeriksaan berkala berhenti sampai Anda memasukkannya lagi.</source>
        <translation>The PIN is removed from the keyring. The history stays, and the regular checks stop until you type it again.</translation>
    </message>
    <message>
        <source>Hapus riwayat {name}?</source>
        <translation>Delete the history of {name}?</translation>
    </message>
</context>
<context>
    <name>Address</name>
    <message>
        <source>Kembali ke halaman sebelumnya</source>
        <translation>Back to the page before</translation>
    </message>
    <message>
        <source>Muat ulang halaman</source>
        <translation>Load the page again</translation>
    </message>
    <message>
        <source>Aman</source>
        <translation>Secure</translation>
    </message>
    <message>
        <source>Simulator di komputer ini</source>
        <translation>Simulator on this computer</translation>
    </message>
    <message>
        <source>Tidak aman</source>
        <translation>Not secure</translation>
    </message>
    <message>
        <source>Alamat halaman</source>
        <translation>Address of the page</translation>
    </message>
</context>
<context>
    <name>Amount</name>
    <message>
        <source>per {day}</source>
        <translation>as of {day}</translation>
    </message>
</context>
<context>
    <name>BalanceChart</name>
    <message>
        <source>Grafik saldo</source>
        <translation>Balance chart</translation>
    </message>
    <message>
        <source>Belum ada pembacaan.</source>
        <translation>No readings yet.</translation>
    </message>
    <message>
        <source>{count}, dari {first_amount} pada {first_day} menjadi {last_amount} pada {last_day}.</source>
        <translation>{count}, from {first_amount} on {first_day} to {last_amount} on {last_day}.</translation>
    </message>
</context>
<context>
    <name>BalancePage</name>
    <message>
        <source>Saldo</source>
        <translation>Balance</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Kata portal: “{words}”</source>
        <translation>The portal says: “{words}”</translation>
    </message>
</context>
<context>
    <name>BrokenPage</name>
    <message>
        <source>Catatan tidak dapat dibuka</source>
        <translation>The records cannot be opened</translation>
    </message>
    <message>
        <source>Lihat cadangan terakhir</source>
        <translation>Look at the last backup</translation>
    </message>
    <message>
        <source>Selamatkan berkas ini</source>
        <translation>Rescue this file</translation>
    </message>
    <message>
        <source>Akui berkas ini</source>
        <translation>Take this file as right</translation>
    </message>
    <message>
        <source>Pulihkan dari berkas cadangan…</source>
        <translation>Restore from a backup file…</translation>
    </message>
    <message>
        <source>Saya punya lembar pemulihan…</source>
        <translation>I have the recovery sheet…</translation>
    </message>
    <message>
        <source>Coba lagi</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Buka folder data</source>
        <translation>Open the data folder</translation>
    </message>
    <message>
        <source>Sebentar…</source>
        <translation>One moment…</translation>
    </message>
    <message>
        <source>Tidak ada cadangan yang utuh. Coba selamatkan berkas ini; tidak ada yang dihapus.</source>
        <translation>There is no whole backup. Try to rescue this file; nothing is deleted.</translation>
    </message>
    <message>
        <source>Pulihkan cadangan ini?</source>
        <translation>Restore this backup?</translation>
    </message>
    <message>
        <source>Pulihkan</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>Cadangan terakhir dipakai, lalu semua yang masih dapat dibuktikan dari berkas ini ditambahkan. Berkas ini sendiri disimpan dengan nama lain, tidak dihapus.</source>
        <translation>The last backup is used, and everything that can still be proved from this file is added. This file itself is kept under another name, not deleted.</translation>
    </message>
    <message>
        <source>Selamatkan berkas ini?</source>
        <translation>Rescue this file?</translation>
    </message>
    <message>
        <source>Selamatkan</source>
        <translation>Rescue</translation>
    </message>
    <message>
        <source>Hanya bila Anda sendiri menaruh berkas yang lebih lama di sini (misalnya dari cadangan Anda). Sejak itu berkas ini yang dianggap benar; angka yang diubah orang tetap ditolak.</source>
        <translation>Only if you put an older file here yourself (from a backup of your own, say). From then on this file counts as the right one; figures that somebody changed are still refused.</translation>
    </message>
    <message>
        <source>Akui berkas ini sebagai yang benar?</source>
        <translation>Take this file as the right one?</translation>
    </message>
    <message>
        <source>Akui</source>
        <translation>Take it</translation>
    </message>
    <message>
        <source>Selesai.</source>
        <translation>Done.</translation>
    </message>
    <message>
        <source>Belum berhasil. {why}</source>
        <translation>Not yet. {why}</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>Kartu</source>
        <translation>Cards</translation>
    </message>
    <message>
        <source>Kartu (KPJ)</source>
        <translation>Card (KPJ)</translation>
    </message>
    <message>
        <source>Perusahaan</source>
        <translation>Company</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Saldo</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>Kartu dan saldonya</source>
        <translation>Cards and their balances</translation>
    </message>
    <message>
        <source>Salin nomor KPJ</source>
        <translation>Copy the KPJ number</translation>
    </message>
    <message>
        <source>Dari mana angka ini?</source>
        <translation>Where does this figure come from?</translation>
    </message>
    <message>
        <source>iuran terakhir {month}</source>
        <translation>last contribution {month}</translation>
    </message>
    <message>
        <source>Status tidak disebut</source>
        <translation>Status not stated</translation>
    </message>
    <message>
        <source>Aktif</source>
        <translation>Active</translation>
    </message>
    <message>
        <source>Nonaktif</source>
        <translation>Not active</translation>
    </message>
    <message>
        <source>tetap</source>
        <translation>unchanged</translation>
    </message>
    <message>
        <source>naik {amount}</source>
        <translation>up {amount}</translation>
    </message>
    <message>
        <source>turun {amount}</source>
        <translation>down {amount}</translation>
    </message>
</context>
<context>
    <name>CareerCard</name>
    <message>
        <source>Peta karier</source>
        <translation>Career map</translation>
    </message>
    <message>
        <source>Tanpa iuran {first} sampai {last}.</source>
        <translation>No contributions from {first} to {last}.</translation>
    </message>
    <message>
        <source>Tidak ada catatan {first} sampai {last}.</source>
        <translation>No record from {first} to {last}.</translation>
    </message>
    <message>
        <source>Kartu {one} dan {two} sama-sama menerima iuran {first} sampai {last}.</source>
        <translation>Cards {one} and {two} both received contributions from {first} to {last}.</translation>
    </message>
    <message>
        <source>Jumlah semua kartu: {amount}</source>
        <translation>All cards together: {amount}</translation>
    </message>
    <message>
        <source>Belum ada kartu yang dikenal. Periksa saldo, atau impor lembar RSJHT.</source>
        <translation>No card is known yet. Check the balance, or import an RSJHT statement.</translation>
    </message>
    <message>
        <source>Perusahaan tidak diketahui</source>
        <translation>Company unknown</translation>
    </message>
    <message>
        <source>sekarang</source>
        <translation>now</translation>
    </message>
    <message>
        <source>{first} – {last}</source>
        <translation>{first} – {last}</translation>
    </message>
    <message>
        <source>≤ {month}</source>
        <translation>≤ {month}</translation>
    </message>
    <message>
        <source>tidak disebut portal lagi (digabung atau diklaim)</source>
        <translation>no longer named by the portal (merged or claimed)</translation>
    </message>
    <message>
        <source>Kartu lama yang masih berisi: {cards}</source>
        <translation>Old cards that still hold money: {cards}</translation>
    </message>
    <message>
        <source>1. Pastikan nama, NIK, dan tanggal lahir di semua kartu sama.</source>
        <translation>1. Make sure that name, NIK and date of birth are the same on all cards.</translation>
    </message>
    <message>
        <source>2. Siapkan KTP, semua nomor KPJ, dan surat keterangan berhenti bekerja dari perusahaan lama.</source>
        <translation>2. Have your KTP, all KPJ numbers and the letter of leaving from the former company ready.</translation>
    </message>
    <message>
        <source>3. Ajukan penggabungan saldo (amalgamasi) di kantor cabang atau aplikasi resmi; tanyakan 175.</source>
        <translation>3. Ask for the balances to be merged (amalgamasi) at a branch or in the official app; 175 can tell you more.</translation>
    </message>
    <message>
        <source>4. Periksa saldo lagi di sini: jumlahnya tidak boleh berkurang.</source>
        <translation>4. Check the balance here again: the sum must not have become less.</translation>
    </message>
</context>
<context>
    <name>ChangedLater</name>
    <message>
        <source>Berubah kemudian</source>
        <translation>Changed later</translation>
    </message>
    <message>
        <source>Yang kemudian berubah</source>
        <translation>What changed later</translation>
    </message>
    <message>
        <source>Program ini hanya membandingkan; apa sebabnya hanya portal atau kantor cabang yang tahu.</source>
        <translation>This program only compares; why, only the portal or the branch office knows.</translation>
    </message>
    <message>
        <source>… dan {count} lagi</source>
        <translation>… and {count} more</translation>
    </message>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Semula: {told}</source>
        <translation>First: {told}</translation>
    </message>
    <message>
        <source>Kemudian: {told}</source>
        <translation>Later: {told}</translation>
    </message>
    <message>
        <source>Kartu {kpj}</source>
        <translation>Card {kpj}</translation>
    </message>
    <message>
        <source>Iuran {month} hilang</source>
        <translation>The contribution of {month} is gone</translation>
    </message>
    <message>
        <source>Iuran {month} berubah {amount}</source>
        <translation>The contribution of {month} changed by {amount}</translation>
    </message>
    <message>
        <source>Saldo turun {amount}, tanpa klaim yang tercatat</source>
        <translation>The balance fell by {amount}, with no claim on record</translation>
    </message>
    <message>
        <source>Satu kartu tidak disebut lagi, saldo turun {amount}</source>
        <translation>A card is not told of any more, the balance fell by {amount}</translation>
    </message>
    <message>
        <source>Saldo {when} kini disebut lain, selisih {amount}</source>
        <translation>The balance of {when} is told differently now, by {amount}</translation>
    </message>
    <message>
        <source>tidak disebut</source>
        <translation>not told</translation>
    </message>
    <message>
        <source>{amount} ({source}, {day})</source>
        <translation>{amount} ({source}, {day})</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Isi setiap kolom</source>
        <translation>What each column holds</translation>
    </message>
    <message>
        <source>Program ini tidak menebak: beri tahu apa isi setiap kolom.</source>
        <translation>This program does not guess: say what each column holds.</translation>
    </message>
    <message>
        <source>Daftar ini berisi</source>
        <translation>This list holds</translation>
    </message>
    <message>
        <source>Saldo pada tanggal tertentu</source>
        <translation>Balances on certain days</translation>
    </message>
    <message>
        <source>Iuran atau upah setiap bulan</source>
        <translation>Contributions or wages month by month</translation>
    </message>
    <message>
        <source>Angka ditulis</source>
        <translation>Amounts are written</translation>
    </message>
    <message>
        <source>Tanggal ditulis</source>
        <translation>Dates are written</translation>
    </message>
    <message>
        <source>hari-bulan-tahun</source>
        <translation>day-month-year</translation>
    </message>
    <message>
        <source>bulan-hari-tahun</source>
        <translation>month-day-year</translation>
    </message>
    <message>
        <source>tahun-bulan-hari</source>
        <translation>year-month-day</translation>
    </message>
    <message>
        <source>Ingat untuk daftar dengan kepala kolom yang sama</source>
        <translation>Remember this for lists with the same header</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Baca daftar</source>
        <translation>Read the list</translation>
    </message>
    <message>
        <source>Pilih</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>Kolom {number}</source>
        <translation>Column {number}</translation>
    </message>
    <message>
        <source>Isi kolom {name}</source>
        <translation>What column {name} holds</translation>
    </message>
    <message>
        <source>Kolom</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>Tidak dipakai</source>
        <translation>Not used</translation>
    </message>
    <message>
        <source>Pilih dahulu apa isi daftar ini.</source>
        <translation>Choose first what this list holds.</translation>
    </message>
    <message>
        <source>Dua kolom diberi isi yang sama.</source>
        <translation>Two columns are said to hold the same.</translation>
    </message>
    <message>
        <source>tanggal dan saldo</source>
        <translation>date and balance</translation>
    </message>
    <message>
        <source>bulan, dan iuran atau upah</source>
        <translation>month, and contributions or wage</translation>
    </message>
    <message>
        <source>Tunjukkan kolom untuk {what}.</source>
        <translation>Point out the columns for {what}.</translation>
    </message>
    <message>
        <source>Pilih bagaimana angka ditulis.</source>
        <translation>Choose how amounts are written.</translation>
    </message>
    <message>
        <source>Pilih bagaimana tanggal ditulis.</source>
        <translation>Choose how dates are written.</translation>
    </message>
</context>
<context>
    <name>DemoStrip</name>
    <message>
        <source>Data contoh: orang dan angka rekaan, portal simulasi di komputer ini.</source>
        <translation>Sample data: invented people and figures, a simulated portal on this computer.</translation>
    </message>
    <message>
        <source>Keluar dari contoh</source>
        <translation>Leave the sample</translation>
    </message>
</context>
<context>
    <name>DropCover</name>
    <message>
        <source>Lepas untuk mengimpor</source>
        <translation>Let go to import</translation>
    </message>
</context>
<context>
    <name>EvidenceDialog</name>
    <message>
        <source>Dari mana angka ini?</source>
        <translation>Where does this figure come from?</translation>
    </message>
    <message>
        <source>Dibaca {when}, {source}. Begini tulisannya di halaman itu; angka yang diambil diberi tanda.</source>
        <translation>Read on {when}, {source}. This is what the page said; the figure that was taken is marked.</translation>
    </message>
    <message>
        <source>Bukti setiap angka</source>
        <translation>Evidence for each figure</translation>
    </message>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Ditulis sendiri oleh portal, dan sama dengan jumlah semua kartu.</source>
        <translation>Printed by the portal itself, and equal to the sum of all cards.</translation>
    </message>
    <message>
        <source>Dihitung program ini: jumlah saldo semua kartu di bawah.</source>
        <translation>Worked out by this program: the sum of all cards below.</translation>
    </message>
    <message>
        <source>Kartu {kpj}</source>
        <translation>Card {kpj}</translation>
    </message>
    <message>
        <source>Tempatnya di halaman tidak dicatat untuk pembacaan ini.</source>
        <translation>Its place on the page was not recorded for this reading.</translation>
    </message>
    <message>
        <source>Kata di halaman: “{label}”</source>
        <translation>Words on the page: “{label}”</translation>
    </message>
    <message>
        <source>Tempat di kode halaman: {path}</source>
        <translation>Place in the page&apos;s code: {path}</translation>
    </message>
</context>
<context>
    <name>FileCard</name>
    <message>
        <source>Ikutkan lagi</source>
        <translation>Include</translation>
    </message>
    <message>
        <source>Lewati</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>Kolom yang tidak dibaca dan tidak disimpan: {columns}</source>
        <translation>Columns that are not read and not kept: {columns}</translation>
    </message>
    <message>
        <source>Simpan juga, dengan tanda</source>
        <translation>Keep it all the same, marked</translation>
    </message>
    <message>
        <source>Di riwayat angka ini ditandai tidak cocok.</source>
        <translation>In the history this figure is marked as not adding up.</translation>
    </message>
    <message>
        <source>Tampilkan kata sandi</source>
        <translation>Show the password</translation>
    </message>
    <message>
        <source>Sembunyikan kata sandi</source>
        <translation>Hide the password</translation>
    </message>
    <message>
        <source>Kata sandi {file}</source>
        <translation>Password for {file}</translation>
    </message>
    <message>
        <source>Kata sandi berkas</source>
        <translation>Password of the file</translation>
    </message>
    <message>
        <source>Buka</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Tidak disimpan; dilupakan begitu pratinjau ini ditutup.</source>
        <translation>Not stored; forgotten as soon as this preview is closed.</translation>
    </message>
    <message>
        <source>Tunjukkan angkanya…</source>
        <translation>Point out the figure…</translation>
    </message>
    <message>
        <source>Laporan aman…</source>
        <translation>Safe report…</translation>
    </message>
    <message>
        <source>Kolom mana berisi apa, tidak dapat dipastikan dari daftar ini.</source>
        <translation>The list itself does not make certain which column holds what.</translation>
    </message>
    <message>
        <source>Jelaskan kolomnya…</source>
        <translation>Explain the columns…</translation>
    </message>
    <message>
        <source>Akun untuk {file}</source>
        <translation>Account for {file}</translation>
    </message>
    <message>
        <source>Pilih akun</source>
        <translation>Choose an account</translation>
    </message>
    <message>
        <source>Akun baru</source>
        <translation>New account</translation>
    </message>
    <message>
        <source>Berkas ini milik akun:</source>
        <translation>This file belongs to the account:</translation>
    </message>
    <message>
        <source>Lihat rinciannya</source>
        <translation>See the details</translation>
    </message>
    <message>
        <source>Lihat rincian {file}</source>
        <translation>See the details of {file}</translation>
    </message>
    <message>
        <source>Sembunyikan rincian</source>
        <translation>Hide the details</translation>
    </message>
</context>
<context>
    <name>ForgetAll</name>
    <message>
        <source>Terhapus untuk selamanya: semua akun dan pembacaan saldo, semua cadangan di folder program, PIN dan kunci di brankas sandi, dan catatan kegiatan. Tidak tersentuh: akun Anda di portal, berkas yang Anda ekspor, dan cadangan di folder lain.</source>
        <translation>Deleted for good: all accounts and balance readings, all backups in the program&apos;s folder, PINs and keys in the keyring, and the log. Not touched: your account at the portal, files you exported, and backups in other folders.</translation>
    </message>
    <message>
        <source>Lupakan semuanya?</source>
        <translation>Forget everything?</translation>
    </message>
    <message>
        <source>Lupakan semuanya</source>
        <translation>Forget everything</translation>
    </message>
    <message>
        <source>Pengaturan juga</source>
        <translation>The settings too</translation>
    </message>
    <message>
        <source>Saya mengerti bahwa ini tidak dapat dibatalkan</source>
        <translation>I understand that this cannot be undone</translation>
    </message>
</context>
<context>
    <name>HealthDialog</name>
    <message>
        <source>Kesehatan</source>
        <translation>Health</translation>
    </message>
    <message>
        <source>Salin</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Disalin, tanpa nama dan nominal</source>
        <translation>Copied, without names and amounts</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Belum punya akun portal</source>
        <translation>No portal account yet</translation>
    </message>
    <message>
        <source>Siapkan kartu peserta (KPJ, 11 angka), KTP, nomor ponsel, dan e-mail yang masih aktif. Satu nomor dan satu e-mail berlaku untuk satu akun.</source>
        <translation>Have your membership card (KPJ, 11 digits), your identity card (KTP), a working phone number and a working e-mail address at hand. One number and one address serve one account.</translation>
    </message>
    <message>
        <source>Di aplikasi JMO: pilih Buat Akun, jenis kepesertaan (PU, BPU, atau PMI), lalu isi NIK, nama, KPJ, dan tanggal lahir. Kode akan dikirim ke e-mail dan ponsel. Di portal, tautannya bernama Buat Akun atau Registrasi.</source>
        <translation>In the JMO app: choose Buat Akun (create an account) and your kind of membership (PU, BPU or PMI), then enter NIK, name, KPJ and date of birth. Codes are sent to your e-mail and phone. On the portal the link is called Buat Akun or Registrasi.</translation>
    </message>
    <message>
        <source>Dasar: panduan media 2020–2024. Urutan layar dapat berbeda hari ini.</source>
        <translation>Based on: guides in the press, 2020–2024. The screens may come in another order today.</translation>
    </message>
    <message>
        <source>PIN: dari mana, dan bila lupa</source>
        <translation>The PIN: where it comes from, and when it is forgotten</translation>
    </message>
    <message>
        <source>PIN dikirim lewat e-mail dan SMS sesudah pendaftaran di portal berhasil. Cari e-mail pendaftaran itu dahulu, juga di folder spam. Akun BPJSTKU atau JMO masuk dengan e-mail dan kata sandinya.</source>
        <translation>The PIN is sent by e-mail and SMS once you have registered on the portal. Look for that e-mail first, in the spam folder too. BPJSTKU and JMO accounts sign in with their e-mail and password.</translation>
    </message>
    <message>
        <source>Lupa kata sandi: di JMO pilih Lupa Kata Sandi, isi e-mail dan KPJ, lalu masukkan kode yang dikirim. Lupa e-mail akun: pilih Lupa Akun, isi KPJ dan NIK, lalu pilih kode lewat ponsel atau e-mail.</source>
        <translation>Password forgotten: in JMO choose Lupa Kata Sandi, enter e-mail and KPJ, then the code you are sent. Account e-mail forgotten: choose Lupa Akun, enter KPJ and NIK, then choose a code by phone or e-mail.</translation>
    </message>
    <message>
        <source>Cara memulihkan PIN portal yang lama tidak kami temukan di sumber mana pun; tanyakan ke 175. Jangan menebak: beberapa kali salah dapat mengunci akun. Program ini hanya mengirim PIN satu kali setiap Anda menekan tombol.</source>
        <translation>We found no source on how to recover the PIN of the older portal; ask 175. Do not guess: several wrong ones may lock the account. This program sends the PIN once each time you press the button, never again by itself.</translation>
    </message>
    <message>
        <source>Dasar: laman resmi yang dikutip media (November 2025); PIN lewat e-mail dan SMS: media 2020–2021.</source>
        <translation>Based on: the official page as quoted by the press (November 2025); PIN by e-mail and SMS: press, 2020–2021.</translation>
    </message>
    <message>
        <source>Nomor ponsel dan e-mail lama sudah tidak ada</source>
        <translation>The old phone number and e-mail are gone</translation>
    </message>
    <message>
        <source>Bila salah satunya masih ada, kode dapat dikirim ke yang masih ada itu. Bila keduanya hilang, datanglah ke kantor cabang dengan KTP dan kartu peserta untuk menggantinya.</source>
        <translation>If one of them still works, the code can be sent there. If both are gone, go to a branch office with your KTP and membership card to have them changed.</translation>
    </message>
    <message>
        <source>Tidak ada jalan lain yang resmi. Jangan membayar orang yang menawarkan “buka akun” lewat pesan.</source>
        <translation>There is no other official way. Do not pay people who offer by message to “open” your account.</translation>
    </message>
    <message>
        <source>Dasar: panduan media; sebaiknya pastikan berkas yang dibawa lewat 175.</source>
        <translation>Based on: guides in the press; better ask 175 which papers to bring.</translation>
    </message>
    <message>
        <source>Akun terkunci</source>
        <translation>Account locked</translation>
    </message>
    <message>
        <source>Berapa kali salah sampai akun terkunci tidak diumumkan. Karena itu program ini berhenti setelah satu penolakan dan pemeriksaan berkala tidak berjalan sampai Anda berhasil masuk sekali.</source>
        <translation>How many wrong attempts lock an account is not published. So this program stops after one refusal, and the regular checks rest until you have signed in successfully once.</translation>
    </message>
    <message>
        <source>Untuk membukanya, hubungi 175 atau kantor cabang dengan KTP dan kartu peserta.</source>
        <translation>To have it unlocked, contact 175 or a branch office with your KTP and membership card.</translation>
    </message>
    <message>
        <source>Dasar: tidak ada sumber resmi tentang batas salah; 175 dan kantor cabang adalah saluran resmi.</source>
        <translation>Based on: no official source on the number of attempts; 175 and the branch offices are official channels.</translation>
    </message>
    <message>
        <source>Portal meminta “Saya bukan robot” atau hal lain dari Anda</source>
        <translation>The portal asks “I am not a robot” or something else of you</translation>
    </message>
    <message>
        <source>Sejak sekitar 2022 halaman masuk portal SSO memakai kotak “Saya bukan robot”. Hanya orang yang boleh menjawabnya. Tekan Masuk di jendela portal: portal dibuka di jendela program ini, Anda masuk sendiri, lalu buka Lihat Saldo JHT. Saldo dibaca dari halaman itu dan disimpan bila Anda menekan Simpan.</source>
        <translation>Since about 2022 the log-in page of the SSO portal has a box “Saya bukan robot” (I am not a robot). Only a person may answer it. Press Sign in in the portal&apos;s window: the portal opens in a window of this program, you sign in yourself, then open Lihat Saldo JHT. The balance is read from that page and saved when you press Save.</translation>
    </message>
    <message>
        <source>Jendela itu hanya membuka portal. Nama pengguna dan kata sandi yang Anda simpan diisikan saat Anda menekan tombolnya, dan hanya Anda yang mengirimnya. Cookie dan riwayatnya hilang saat jendela ditutup.</source>
        <translation>That window opens the portal only. The user name and the password you kept are filled in when you press their buttons, and only you send them. Its cookies and history are gone when the window is closed.</translation>
    </message>
    <message>
        <source>Bila jendela itu tidak dapat dibuka, portal dibuka di peramban Anda: simpan halaman saldonya (Ctrl+S) dan jatuhkan ke jendela program ini. Saldo juga dapat dilihat di JMO: Jaminan Hari Tua &gt; Cek Saldo &gt; pilih kartu.</source>
        <translation>If that window cannot be opened, the portal opens in your browser: save its balance page (Ctrl+S) and drop it on this program&apos;s window. The balance can also be seen in JMO: Jaminan Hari Tua &gt; Cek Saldo &gt; choose a card.</translation>
    </message>
    <message>
        <source>Dasar: beberapa media 2022–2024. Apakah portal SSO masih melayani pekerja pada 2026 belum diketahui.</source>
        <translation>Based on: several press sources, 2022–2024. Whether the SSO portal still serves workers in 2026 is not known.</translation>
    </message>
    <message>
        <source>Saldo kosong atau tidak terlihat</source>
        <translation>The balance is empty or not shown</translation>
    </message>
    <message>
        <source>Tidak terlihat tidak sama dengan nol. Paling sering: kartu (KPJ) belum ditautkan ke akun setelah pindah kerja. Di JMO: Profil Saya &gt; Ubah Profil &gt; Tambah Kartu Peserta, lalu isi 11 angka KPJ.</source>
        <translation>Not shown is not the same as zero. Most often the card (KPJ) has not been linked to the account after a change of job. In JMO: Profil Saya &gt; Ubah Profil &gt; Tambah Kartu Peserta, then enter the 11 digits of the KPJ.</translation>
    </message>
    <message>
        <source>Sebab lain: klaim sedang diproses, klaim sudah dibayar (saldo menjadi nol), pendaftaran masih baru, atau portal sedang dirawat. Bila Anda tidak pernah mengajukan klaim, hubungi 175.</source>
        <translation>Other reasons: a claim is being processed, a claim was paid (the balance becomes zero), the registration is new, or the portal is under maintenance. If you never made a claim, contact 175.</translation>
    </message>
    <message>
        <source>Dasar: beberapa media 2023–2025.</source>
        <translation>Based on: several press sources, 2023–2025.</translation>
    </message>
    <message>
        <source>Punya beberapa kartu</source>
        <translation>Several cards</translation>
    </message>
    <message>
        <source>Setiap pindah kerja Anda mungkin mendapat KPJ baru. Saldo dicatat untuk setiap kartu; program ini menampilkan semuanya, dan jumlahnya harus cocok sebelum ditampilkan.</source>
        <translation>With each new job you may have been given a new KPJ. The balance is kept for each card; this program shows them all, and they must add up before anything is shown.</translation>
    </message>
    <message>
        <source>Di tempat kerja baru, berikan KPJ lama agar tidak dibuatkan yang baru. Beberapa kartu dapat digabung (amalgamasi); tanyakan syaratnya ke 175 atau kantor cabang.</source>
        <translation>In a new job, give your old KPJ so that no new one is made. Several cards can be merged (amalgamasi); ask 175 or a branch office for the conditions.</translation>
    </message>
    <message>
        <source>Dasar: saldo per kartu dari beberapa sumber; syarat penggabungan berbeda-beda di media, jadi tidak kami tulis.</source>
        <translation>Based on: a balance for each card, several sources; on the conditions for merging the press disagrees, so we do not state them.</translation>
    </message>
    <message>
        <source>Kapan iuran terlihat di saldo</source>
        <translation>When contributions show in the balance</translation>
    </message>
    <message>
        <source>Pemberi kerja menyetor iuran suatu bulan paling lambat tanggal 15 bulan berikutnya. Sesudah itu masih perlu waktu sampai tercatat, jadi bulan terakhir wajar bila belum terlihat.</source>
        <translation>Employers pay the contribution for a month by the 15th of the following month. It then takes some time to be recorded, so it is normal that the latest month does not show yet.</translation>
    </message>
    <message>
        <source>Bila iuran beberapa bulan belum terlihat, tanyakan ke HRD dan simpan slip gaji Anda. Denda keterlambatan menjadi tanggungan pemberi kerja, bukan Anda.</source>
        <translation>If several months do not show yet, ask your HR department and keep your payslips. The fee for late payment is borne by the employer, not by you.</translation>
    </message>
    <message>
        <source>Dasar: peraturan program jaminan sosial (tanggal 15, denda pemberi kerja): pasti. Lama pencatatan: tidak diumumkan.</source>
        <translation>Based on: the social security regulations (15th, employer&apos;s fee): certain. How long recording takes: not published.</translation>
    </message>
    <message>
        <source>Di mana klaim dilakukan</source>
        <translation>Where claims are made</translation>
    </message>
    <message>
        <source>Program ini tidak mengajukan klaim. Ada tiga jalan resmi: aplikasi JMO (untuk saldo sampai Rp 15 juta), Lapak Asik (lapakasik.bpjsketenagakerjaan.go.id), dan kantor cabang.</source>
        <translation>This program makes no claims. There are three official ways: the JMO app (for balances up to Rp 15 million), Lapak Asik (lapakasik.bpjsketenagakerjaan.go.id), and the branch offices.</translation>
    </message>
    <message>
        <source>Dasar: batas Rp 15 juta di JMO berlaku sejak Mei 2025 (media, terakhir dicek Januari 2026); batasnya dapat berubah.</source>
        <translation>Based on: the limit of Rp 15 million in JMO holds since May 2025 (press, last checked January 2026); it may change.</translation>
    </message>
    <message>
        <source>Jangan berikan NIK, KPJ, PIN, atau kode OTP</source>
        <translation>Never hand out NIK, KPJ, PIN or OTP codes</translation>
    </message>
    <message>
        <source>Ada yang menjual jasa “cek saldo” dan “buka blokir” lewat pesan. Dengan NIK, KPJ, dan kode OTP, saldo Anda dapat diklaim orang lain. Jangan berikan kepada siapa pun, juga yang mengaku petugas.</source>
        <translation>Some people sell “balance checks” and “unblocking” by message. With your NIK, KPJ and an OTP code somebody else can claim your balance. Give them to nobody, not even to people who say they are officials.</translation>
    </message>
    <message>
        <source>Program ini mengirim PIN hanya ke alamat portal itu sendiri, dengan sambungan terenkripsi. Bila portal mengarahkan ke alamat lain, program berhenti dan memberi tahu Anda.</source>
        <translation>This program sends the PIN only to the portal&apos;s own address, over an encrypted connection. If the portal leads to another address, the program stops and tells you.</translation>
    </message>
    <message>
        <source>Dasar: pemberitaan pencurian saldo JHT (2025) dan iklan jasa semacam itu.</source>
        <translation>Based on: news of JHT balances being stolen (2025), and advertisements for such services.</translation>
    </message>
    <message>
        <source>Siapa yang dapat dihubungi</source>
        <translation>Who can be contacted</translation>
    </message>
    <message>
        <source>Layanan resmi BPJS Ketenagakerjaan: telepon 175, kantor cabang, aplikasi JMO, dan situs www.bpjsketenagakerjaan.go.id.</source>
        <translation>Official services of BPJS Ketenagakerjaan: telephone 175, the branch offices, the JMO app, and the site www.bpjsketenagakerjaan.go.id.</translation>
    </message>
    <message>
        <source>Program ini bukan aplikasi resmi; 175 tidak dapat membantu soal program ini.</source>
        <translation>This program is not an official one; 175 cannot help with the program itself.</translation>
    </message>
    <message>
        <source>Dasar: situs resmi, banyak sumber: pasti.</source>
        <translation>Based on: the official site, many sources: certain.</translation>
    </message>
    <message>
        <source>RSJHT: dari mana rincian saldo tahunan didapat</source>
        <translation>RSJHT: where the yearly statement comes from</translation>
    </message>
    <message>
        <source>RSJHT (Rincian Saldo JHT) memuat saldo awal, iuran setiap bulan, pengembangan, dan saldo akhir satu tahun. Mintalah PDF-nya di kantor cabang atau ke HRD, atau kirim dan unduh dari aplikasi JMO bila menunya ada.</source>
        <translation>The RSJHT (Rincian Saldo JHT) holds the opening balance, each month&apos;s contributions, the growth and the closing balance of one year. Ask for the PDF at a branch office or from HR, or have it sent or download it in the JMO app if the menu is there.</translation>
    </message>
    <message>
        <source>Tarik PDF-nya ke jendela ini, beberapa tahun sekaligus bila ada. Foto dan hasil pindai tidak dapat dibaca: mintalah berkas aslinya, atau ketik saldo akhirnya.</source>
        <translation>Drag the PDF into this window, several years at once if you have them. Photos and scans cannot be read: ask for the original file, or type the closing balance.</translation>
    </message>
    <message>
        <source>Bila berkasnya meminta kata sandi, biasanya itu tanggal lahir; cara menulisnya ada di surat pengantarnya. Program ini tidak menyimpan kata sandi itu.</source>
        <translation>If the file asks for a password, it usually is the date of birth; the covering letter says how to write it. This program does not store that password.</translation>
    </message>
    <message>
        <source>Dasar: kewajiban memberi tahu saldo setahun sekali ada di PP 46/2015 pasal 22: pasti. Menu di JMO dan bentuk kata sandi: tidak diumumkan.</source>
        <translation>Ground: the duty to tell the balance once a year is in PP 46/2015 article 22: certain. The menu in JMO and the form of the password: not published.</translation>
    </message>
    <message>
        <source>Menyimpan halaman saldo dari peramban</source>
        <translation>Saving the balance page from the browser</translation>
    </message>
    <message>
        <source>Masuk sendiri ke portal di peramban, buka halaman saldo sampai angkanya tampil, lalu tekan Ctrl+S (di Mac: Cmd+S). Pilih “Halaman web, lengkap” atau “Halaman web, satu berkas”.</source>
        <translation>Sign in to the portal yourself in the browser, open the balance page until the figure shows, then press Ctrl+S (on a Mac: Cmd+S). Choose “Web page, complete” or “Web page, single file”.</translation>
    </message>
    <message>
        <source>Tarik berkas .html atau .mhtml itu ke jendela ini. Folder berakhiran “_files” di sebelahnya tidak diperlukan.</source>
        <translation>Drag that .html or .mhtml file into this window. The folder ending in “_files” beside it is not needed.</translation>
    </message>
    <message>
        <source>Hapus berkasnya setelah diimpor bila komputer dipakai bersama: di dalamnya ada nama dan nomor Anda.</source>
        <translation>Delete the file after importing if others use this computer: your name and numbers are in it.</translation>
    </message>
    <message>
        <source>Dasar: cara kerja peramban pada umumnya; halamannya dibaca dengan bukti yang sama seperti lewat portal.</source>
        <translation>Ground: how browsers usually work; the page is read with the same proof as through the portal.</translation>
    </message>
    <message>
        <source>Saldo lewat SMS atau pesan</source>
        <translation>The balance by SMS or message</translation>
    </message>
    <message>
        <source>Ada layanan SMS ke 2757 untuk Telkomsel, Indosat, dan XL: nomor didaftarkan dahulu, lalu kirim SALDO dan nomor peserta. Salin balasannya, lalu pilih Impor &gt; Tempel pesan.</source>
        <translation>There is an SMS service at 2757 for Telkomsel, Indosat and XL: register the number first, then send SALDO and the member number. Copy the reply, then choose Import &gt; Paste a message.</translation>
    </message>
    <message>
        <source>Yang dipakai hanya saldo, tanggal, dan nomor kartu. Pesan yang meminta NIK, PIN, atau kode OTP bukan dari layanan itu.</source>
        <translation>Only the balance, the date and the card number are used. A message asking for your NIK, PIN or an OTP code is not from that service.</translation>
    </message>
    <message>
        <source>Dasar: media sampai 2024. Bunyi balasannya tidak diumumkan, dan layanannya dapat berubah; pastikan lewat 175.</source>
        <translation>Ground: the press up to 2024. The wording of the reply is not published, and the service may change; make sure through 175.</translation>
    </message>
    <message>
        <source>Mengetik saldo yang terlihat di layar</source>
        <translation>Typing a balance seen on a screen</translation>
    </message>
    <message>
        <source>Di JMO: Jaminan Hari Tua &gt; Cek Saldo &gt; pilih kartu. Lalu di sini pilih Impor &gt; Ketik saldo, isi tanggal dan angkanya seperti tertulis.</source>
        <translation>In JMO: Jaminan Hari Tua &gt; Cek Saldo &gt; choose the card. Then choose Import &gt; Type a balance here, and enter the date and the figure as written.</translation>
    </message>
    <message>
        <source>Angka yang diketik ditandai “diketik sendiri”, agar selalu terlihat bedanya dengan angka dari portal atau RSJHT.</source>
        <translation>Typed figures are marked “typed by you”, so that they can always be told from figures of the portal or an RSJHT.</translation>
    </message>
    <message>
        <source>Dasar: panduan media tentang JMO 2023–2026.</source>
        <translation>Ground: guides to JMO in the press, 2023–2026.</translation>
    </message>
    <message>
        <source>Daftar sendiri (CSV) dan upah di slip gaji</source>
        <translation>Lists of your own (CSV) and the wage on your payslip</translation>
    </message>
    <message>
        <source>Simpan daftar Anda sebagai CSV: saldo dengan tanggalnya, atau bulan dengan iuran atau upahnya. Bila isi kolom tidak pasti, program bertanya sekali lalu mengingatnya.</source>
        <translation>Save your list as CSV: balances with their dates, or months with their contributions or wages. Where it is not certain what a column holds, the program asks once and remembers it.</translation>
    </message>
    <message>
        <source>Satu baris yang tidak terbaca membuat seluruh daftar ditolak: setengah daftar adalah daftar yang salah.</source>
        <translation>One row that cannot be read makes the whole list be refused: half a list is a wrong list.</translation>
    </message>
    <message>
        <source>Upah di slip gaji cukup dicatat saat berubah. Gunanya membandingkan upah itu dengan upah yang dilaporkan; bila berbeda, tanyakan ke HRD.</source>
        <translation>The wage on your payslip need only be noted when it changes. It serves to compare that wage with the reported one; if they differ, ask HR.</translation>
    </message>
    <message>
        <source>Dasar: cara kerja program ini; iuran JHT 3,7% dan 2% dari upah ada di peraturan: pasti.</source>
        <translation>Ground: how this program works; JHT contributions of 3.7% and 2% of the wage are in the regulations: certain.</translation>
    </message>
    <message>
        <source>Membatalkan impor</source>
        <translation>Undoing an import</translation>
    </message>
    <message>
        <source>Tidak ada yang disimpan sebelum Anda menekan Impor. Sesudahnya, setiap impor dapat dibatalkan sebagai satu kesatuan: tekan Ctrl+Z, atau pilih Batalkan di “Impor sebelumnya”. Yang dibatalkan dapat dikembalikan.</source>
        <translation>Nothing is stored before you press Import. After that each import can be undone as a whole: press Ctrl+Z, or choose Undo under “Earlier imports”. What was undone can be brought back.</translation>
    </message>
    <message>
        <source>Bila dua sumber berbeda, keduanya disimpan berdampingan dan ditunjukkan. Program ini tidak memilih diam-diam.</source>
        <translation>Where two sources differ, both are kept side by side and shown. This program does not choose in silence.</translation>
    </message>
    <message>
        <source>Dasar: cara kerja program ini.</source>
        <translation>Ground: how this program works.</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Bantuan</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Tersedia tanpa internet. Di bawah setiap jawaban tertulis dasarnya, karena tidak semua hal diumumkan resmi.</source>
        <translation>Available without internet. Each answer says what it is based on, because not everything is published officially.</translation>
    </message>
</context>
<context>
    <name>Hero</name>
    <message>
        <source>Dari mana angka ini?</source>
        <translation>Where does this figure come from?</translation>
    </message>
    <message>
        <source>Periksa sekarang</source>
        <translation>Check now</translation>
    </message>
    <message>
        <source>Batalkan</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Pemeriksaan berikutnya: {when}</source>
        <translation>Next check: {when}</translation>
    </message>
    <message>
        <source>Saldo JHT</source>
        <translation>JHT balance</translation>
    </message>
    <message>
        <source>Sedang diperiksa</source>
        <translation>Being checked</translation>
    </message>
    <message>
        <source>Belum terlihat</source>
        <translation>Not shown yet</translation>
    </message>
    <message>
        <source>Belum terbaca</source>
        <translation>Not read yet</translation>
    </message>
    <message>
        <source>Total belum diketahui</source>
        <translation>Total not known yet</translation>
    </message>
    <message>
        <source>Belum diperiksa</source>
        <translation>Not checked yet</translation>
    </message>
    <message>
        <source>Belum ada angka</source>
        <translation>No figure yet</translation>
    </message>
    <message>
        <source>Saldo pertama Anda akan muncul di sini.</source>
        <translation>Your first balance will appear here.</translation>
    </message>
    <message>
        <source>Belum ada angka yang pernah terbaca untuk akun ini.</source>
        <translation>No figure has been read for this account yet.</translation>
    </message>
    <message>
        <source>Kartu {kpj}: {amount} per {day}</source>
        <translation>Card {kpj}: {amount} as of {day}</translation>
    </message>
    <message>
        <source>per {as_of} menurut portal · diperiksa {checked} · {source} · {age}</source>
        <translation>as of {as_of} according to the portal · checked {checked} · {source} · {age}</translation>
    </message>
    <message>
        <source>per {checked} · {source} · {age}</source>
        <translation>as of {checked} · {source} · {age}</translation>
    </message>
    <message>
        <source>Angka ini sudah lama; periksa lagi untuk yang terbaru.</source>
        <translation>This figure is old; check again for the latest one.</translation>
    </message>
    <message>
        <source>Tidak berubah sejak {day}</source>
        <translation>Unchanged since {day}</translation>
    </message>
    <message>
        <source>Naik {amount} sejak {day}</source>
        <translation>Up {amount} since {day}</translation>
    </message>
    <message>
        <source>Turun {amount} sejak {day}</source>
        <translation>Down {amount} since {day}</translation>
    </message>
    <message>
        <source>Masuk di jendela portal</source>
        <translation>Sign in at the portal</translation>
    </message>
    <message>
        <source>Tampilkan nominal</source>
        <translation>Show amounts</translation>
    </message>
    <message>
        <source>Sembunyikan nominal</source>
        <translation>Hide amounts</translation>
    </message>
    <message>
        <source>Akun lain sedang diperiksa.</source>
        <translation>Another account is being checked.</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Riwayat saldo</source>
        <translation>Balance history</translation>
    </message>
    <message>
        <source>Tampilkan sebagai tabel</source>
        <translation>Show as a table</translation>
    </message>
    <message>
        <source>Tanggal</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Sumber</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Perubahan</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Saldo</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>Sembunyikan tabel</source>
        <translation>Hide the table</translation>
    </message>
</context>
<context>
    <name>HistoryChart</name>
    <message>
        <source>Belum ada pembacaan.</source>
        <translation>No readings yet.</translation>
    </message>
    <message>
        <source>{count}, dari {first_amount} pada {first_day} menjadi {last_amount} pada {last_day}.</source>
        <translation>{count}, from {first_amount} on {first_day} to {last_amount} on {last_day}.</translation>
    </message>
    <message>
        <source>Grafik riwayat saldo</source>
        <translation>Chart of the balance over time</translation>
    </message>
    <message>
        <source>Iuran per bulan</source>
        <translation>Contributions by month</translation>
    </message>
</context>
<context>
    <name>HistoryLater</name>
    <message>
        <source>berubah kemudian</source>
        <translation>changed later</translation>
    </message>
    <message>
        <source>kartu hilang</source>
        <translation>card gone</translation>
    </message>
    <message>
        <source>saldo turun</source>
        <translation>balance fell</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Riwayat</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Setiap angka yang pernah terbaca, dengan tanggal dan sumbernya.</source>
        <translation>Every figure that was ever read, with its date and its source.</translation>
    </message>
    <message>
        <source>Dari mana angka ini?</source>
        <translation>Where is this figure from?</translation>
    </message>
    <message>
        <source>Kenapa saldo berubah?</source>
        <translation>Why did the balance change?</translation>
    </message>
    <message>
        <source>Apa yang berubah kemudian?</source>
        <translation>What changed later?</translation>
    </message>
    <message>
        <source>Tahun yang ditampilkan</source>
        <translation>Year shown</translation>
    </message>
    <message>
        <source>Sumber yang ditampilkan</source>
        <translation>Source shown</translation>
    </message>
    <message>
        <source>Semua pembacaan</source>
        <translation>All readings</translation>
    </message>
    <message>
        <source>Belum ada riwayat. Periksa saldo, atau impor lembar RSJHT dan halaman tersimpan: semuanya tercatat di sini.</source>
        <translation>No history yet. Check the balance, or import RSJHT statements and saved pages: everything is recorded here.</translation>
    </message>
    <message>
        <source>Tersimpan</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>Tidak tersimpan</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>Membuka riwayat…</source>
        <translation>Opening the history…</translation>
    </message>
    <message>
        <source>Semua tahun</source>
        <translation>All years</translation>
    </message>
    <message>
        <source>Semua sumber</source>
        <translation>All sources</translation>
    </message>
    <message>
        <source>Total semua kartu belum diketahui: yang tercatat adalah saldo kartu satu per satu, dari hari yang berbeda. Pilih satu kartu di atas untuk melihatnya.</source>
        <translation>The total of all cards is not known: what is recorded are balances of single cards, from different days. Choose a card above to see it.</translation>
    </message>
    <message>
        <source>Setiap garis satu tahun: perubahan sejak awal tahun itu.</source>
        <translation>Each line is one year: the change since the beginning of that year.</translation>
    </message>
    <message>
        <source>Garis putus-putus: lebih dari dua bulan tanpa pembacaan.</source>
        <translation>Dashed line: more than two months without a reading.</translation>
    </message>
    <message>
        <source>Kotak: dari berkas atau diketik; bulatan: dari portal.</source>
        <translation>Squares: from files or typed; dots: from the portal.</translation>
    </message>
    <message>
        <source>Iuran per bulan hanya dikenal dari berkas, terakhir {month}.</source>
        <translation>Contributions by month are known from files only, the last of {month}.</translation>
    </message>
    <message>
        <source>Tanda −: ada yang diambil.</source>
        <translation>Sign −: something was taken out.</translation>
    </message>
    <message>
        <source>Tanda ▾: saldo turun.</source>
        <translation>Sign ▾: the balance fell.</translation>
    </message>
    <message>
        <source>Tanda !: berubah kemudian.</source>
        <translation>Sign !: changed later.</translation>
    </message>
    <message>
        <source>Saldo JHT, {name}</source>
        <translation>JHT balance, {name}</translation>
    </message>
</context>
<context>
    <name>HistorySaving</name>
    <message>
        <source>Saldo JHT (program tidak resmi), {day}. Setiap garis satu tahun, sejak awal tahun itu.</source>
        <translation>Saldo JHT (unofficial program), {day}. Each line is one year, from its own beginning.</translation>
    </message>
    <message>
        <source>Saldo JHT (program tidak resmi), {day}. Garis putus-putus: lama tanpa pembacaan.</source>
        <translation>Saldo JHT (unofficial program), {day}. Dashed line: long without a reading.</translation>
    </message>
</context>
<context>
    <name>HistoryTable</name>
    <message>
        <source>Riwayat saldo</source>
        <translation>Balance history</translation>
    </message>
    <message>
        <source>Salin baris</source>
        <translation>Copy rows</translation>
    </message>
    <message>
        <source>Dari mana angka ini?</source>
        <translation>Where is this figure from?</translation>
    </message>
    <message>
        <source>Apa yang berubah kemudian?</source>
        <translation>What changed later?</translation>
    </message>
    <message>
        <source>Kenapa saldo berubah?</source>
        <translation>Why did the balance change?</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Tanggal saldo</source>
        <translation>Date of the balance</translation>
    </message>
    <message>
        <source>Saldo</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>Bulan iuran</source>
        <translation>Contribution month</translation>
    </message>
    <message>
        <source>Iuran pemberi kerja</source>
        <translation>Employer&apos;s contribution</translation>
    </message>
    <message>
        <source>Iuran pekerja</source>
        <translation>Worker&apos;s contribution</translation>
    </message>
    <message>
        <source>Upah</source>
        <translation>Wage</translation>
    </message>
    <message>
        <source>Tanggal bayar</source>
        <translation>Day of payment</translation>
    </message>
    <message>
        <source>Tanggal catat</source>
        <translation>Day of posting</translation>
    </message>
    <message>
        <source>Rapel</source>
        <translation>Back pay (rapel)</translation>
    </message>
    <message>
        <source>Nomor kartu (KPJ)</source>
        <translation>Card number (KPJ)</translation>
    </message>
    <message>
        <source>Berkas ini terbaca, tetapi menyatakan tidak ada saldo.</source>
        <translation>This file was read, but it says that there is no balance.</translation>
    </message>
    <message>
        <source>Itu bukan saldo nol. Biasanya kartu belum ditautkan ke akun, atau klaim sedang diproses.</source>
        <translation>That is not a balance of zero. Usually the card is not linked to the account yet, or a claim is being processed.</translation>
    </message>
    <message>
        <source>Kata sandi itu tidak membuka berkas ini.</source>
        <translation>That password does not open this file.</translation>
    </message>
    <message>
        <source>Berkas ini dilindungi kata sandi.</source>
        <translation>This file is protected by a password.</translation>
    </message>
    <message>
        <source>Biasanya tanggal lahir, misalnya 17081990 atau 17-08-1990; cara menulisnya ada di e-mail atau surat pengantarnya.</source>
        <translation>Usually the date of birth, for example 17081990 or 17-08-1990; the e-mail or letter it came with says how to write it.</translation>
    </message>
    <message>
        <source>Berkasnya tidak ada lagi di tempat itu.</source>
        <translation>The file is no longer in that place.</translation>
    </message>
    <message>
        <source>Ini bukan berkas biasa.</source>
        <translation>This is no ordinary file.</translation>
    </message>
    <message>
        <source>Berkas ini kosong atau tidak memuat tulisan.</source>
        <translation>This file is empty or holds no text.</translation>
    </message>
    <message>
        <source>Berkas ini terlalu besar untuk sebuah rincian saldo.</source>
        <translation>This file is too large for a statement.</translation>
    </message>
    <message>
        <source>Program ini tidak diizinkan membuka berkas itu.</source>
        <translation>This program is not allowed to open that file.</translation>
    </message>
    <message>
        <source>Berkas ini berubah sejak pratinjau dibuat.</source>
        <translation>This file has changed since the preview was made.</translation>
    </message>
    <message>
        <source>Berkas ini terpotong di tengah.</source>
        <translation>This file is cut off in the middle.</translation>
    </message>
    <message>
        <source>Berkas ini rusak.</source>
        <translation>This file is damaged.</translation>
    </message>
    <message>
        <source>Berkas ini hanya gambar (hasil pindai atau foto).</source>
        <translation>This file is only a picture (a scan or a photo).</translation>
    </message>
    <message>
        <source>Ini bukan PDF, halaman tersimpan, pesan, atau daftar.</source>
        <translation>This is no PDF, saved page, message or list.</translation>
    </message>
    <message>
        <source>Cara berkas ini dilindungi tidak dikenal.</source>
        <translation>The way this file is protected is not known.</translation>
    </message>
    <message>
        <source>Membaca berkas ini terlalu lama, jadi dihentikan.</source>
        <translation>Reading this file took too long, so it was stopped.</translation>
    </message>
    <message>
        <source>Arsip ini memuat beberapa halaman.</source>
        <translation>This archive holds several pages.</translation>
    </message>
    <message>
        <source>Tidak ada rincian saldo yang dikenal di dalamnya.</source>
        <translation>There is no statement in it that is known.</translation>
    </message>
    <message>
        <source>Tidak ada halaman saldo di dalamnya.</source>
        <translation>There is no balance page in it.</translation>
    </message>
    <message>
        <source>Ini bukan daftar dengan kolom yang jelas.</source>
        <translation>This is no list with clear columns.</translation>
    </message>
    <message>
        <source>Daftar ini terlalu panjang.</source>
        <translation>This list is too long.</translation>
    </message>
    <message>
        <source>Daftar ini tidak mempunyai baris.</source>
        <translation>This list has no rows.</translation>
    </message>
    <message>
        <source>Satu baris daftar ini tidak dapat dibaca, jadi seluruh daftar tidak diambil.</source>
        <translation>One row of this list cannot be read, so none of it is taken.</translation>
    </message>
    <message>
        <source>Dua baris daftar ini bertentangan, jadi seluruh daftar tidak diambil.</source>
        <translation>Two rows of this list contradict each other, so none of it is taken.</translation>
    </message>
    <message>
        <source>Satu baris daftar ini ada di masa depan, jadi seluruh daftar tidak diambil.</source>
        <translation>One row of this list lies in the future, so none of it is taken.</translation>
    </message>
    <message>
        <source>Angkanya tidak dapat dibaca dengan pasti. Program ini tidak menebak.</source>
        <translation>Its figures cannot be read with certainty. This program does not guess.</translation>
    </message>
    <message>
        <source>Berkas ini tidak dapat dibaca.</source>
        <translation>This file cannot be read.</translation>
    </message>
    <message>
        <source>Perbaiki daftarnya, lalu tarik sekali lagi ke sini.</source>
        <translation>Mend the list, then drag it here once more.</translation>
    </message>
    <message>
        <source>Coba berkas aslinya dari JMO, e-mail, atau kantor cabang; atau ketik saldonya.</source>
        <translation>Try the original file from JMO, e-mail or a branch office; or type the balance.</translation>
    </message>
    <message>
        <source>Minta berkas aslinya, atau ketik saldo yang tertulis di sana.</source>
        <translation>Ask for the original file, or type the balance written there.</translation>
    </message>
    <message>
        <source>Tutup pratinjau, lalu tarik berkasnya sekali lagi.</source>
        <translation>Close the preview, then drag the file here once more.</translation>
    </message>
    <message>
        <source>Salin berkasnya ke folder Anda sendiri, lalu coba lagi.</source>
        <translation>Copy the file to a folder of your own, then try again.</translation>
    </message>
    <message>
        <source>Pilih halaman saldonya saja.</source>
        <translation>Choose the balance page alone.</translation>
    </message>
    <message>
        <source>Lihat “Dari mana berkasnya?” untuk berkas yang dikenal.</source>
        <translation>See “Where do the files come from?” for the files that are known.</translation>
    </message>
    <message>
        <source>Minta atau unduh berkasnya sekali lagi, lalu coba lagi.</source>
        <translation>Ask for the file or download it once more, then try again.</translation>
    </message>
    <message>
        <source>Catatan tidak dapat ditulis; tidak ada yang disimpan</source>
        <translation>The record cannot be written; nothing was stored</translation>
    </message>
    <message>
        <source>Ada berkas yang berubah; tidak ada yang disimpan</source>
        <translation>A file has changed; nothing was stored</translation>
    </message>
    <message>
        <source>Tutup pratinjau, lalu tarik berkasnya sekali lagi, agar yang disimpan sama dengan yang Anda lihat.</source>
        <translation>Close the preview and drag the file here once more, so that what is stored is what you saw.</translation>
    </message>
    <message>
        <source>Terlalu banyak berkas sekaligus</source>
        <translation>Too many files at once</translation>
    </message>
    <message>
        <source>Paling banyak 500 berkas; tarik sebagian dahulu.</source>
        <translation>At most 500 files; drag a part of them first.</translation>
    </message>
    <message>
        <source>Tidak ada berkas yang dikenal di folder itu</source>
        <translation>No known file in that folder</translation>
    </message>
    <message>
        <source>Dicari: PDF, halaman tersimpan (HTML, MHTML), TXT, dan CSV.</source>
        <translation>Looked for: PDF, saved pages (HTML, MHTML), TXT and CSV.</translation>
    </message>
    <message>
        <source>Hanya sebagian yang disimpan</source>
        <translation>Only a part was stored</translation>
    </message>
    <message>
        <source>Sisanya gagal di tengah jalan. Yang sudah tersimpan dapat dibatalkan di bawah.</source>
        <translation>The rest failed on the way. What is stored already can be undone below.</translation>
    </message>
    <message>
        <source>Pengimporan berhenti sebelum selesai</source>
        <translation>The import stopped before it was done</translation>
    </message>
    <message>
        <source>Tidak ada yang disimpan; yang tercatat sebelumnya tetap sama. Coba sekali lagi.</source>
        <translation>Nothing was stored; what was recorded before stands as it was. Try once more.</translation>
    </message>
    <message>
        <source>RSJHT</source>
        <translation>RSJHT</translation>
    </message>
    <message>
        <source>Halaman tersimpan</source>
        <translation>Saved page</translation>
    </message>
    <message>
        <source>SMS atau pesan</source>
        <translation>SMS or message</translation>
    </message>
    <message>
        <source>Daftar sendiri (CSV)</source>
        <translation>List of your own (CSV)</translation>
    </message>
    <message>
        <source>Upah di slip gaji</source>
        <translation>Wage on the payslip</translation>
    </message>
    <message>
        <source>Angka yang diketik</source>
        <translation>Typed figure</translation>
    </message>
    <message>
        <source>Berkas</source>
        <translation>File</translation>
    </message>
    <message>
        <source>KPJ {number}</source>
        <translation>KPJ {number}</translation>
    </message>
    <message>
        <source>Dilewati</source>
        <translation>Skipped</translation>
    </message>
    <message>
        <source>Perlu kata sandi</source>
        <translation>Needs a password</translation>
    </message>
    <message>
        <source>Tidak dapat dibaca</source>
        <translation>Cannot be read</translation>
    </message>
    <message>
        <source>Tanpa saldo</source>
        <translation>No balance</translation>
    </message>
    <message>
        <source>Perlu penjelasan kolom</source>
        <translation>Columns need explaining</translation>
    </message>
    <message>
        <source>Disimpan dengan tanda</source>
        <translation>Kept with a mark</translation>
    </message>
    <message>
        <source>Angkanya tidak cocok</source>
        <translation>Does not add up</translation>
    </message>
    <message>
        <source>Tidak dikenali</source>
        <translation>Not recognised</translation>
    </message>
    <message>
        <source>Akun mana?</source>
        <translation>Which account?</translation>
    </message>
    <message>
        <source>Berbeda dari yang tercatat</source>
        <translation>Differs from what is recorded</translation>
    </message>
    <message>
        <source>Sudah tercatat</source>
        <translation>Recorded already</translation>
    </message>
    <message>
        <source>Siap diimpor</source>
        <translation>Ready to import</translation>
    </message>
    <message>
        <source>tidak tertulis di berkas</source>
        <translation>not printed in the file</translation>
    </message>
    <message>
        <source>cocok</source>
        <translation>holds</translation>
    </message>
    <message>
        <source>tidak cocok</source>
        <translation>does not hold</translation>
    </message>
    <message>
        <source>Saldo akhir sama dengan jumlah rinciannya</source>
        <translation>The closing balance is the sum of its terms</translation>
    </message>
    <message>
        <source>Iuran setiap bulan sama dengan jumlah iuran</source>
        <translation>The months&apos; contributions add up to their sum</translation>
    </message>
    <message>
        <source>Kolom Jaminan Pensiun sama dengan jumlahnya</source>
        <translation>The pension columns add up to their sums</translation>
    </message>
    <message>
        <source>Iuran 3,7% dan 2% dari upah</source>
        <translation>Contributions of 3.7% and 2% of the wage</translation>
    </message>
    <message>
        <source>Bulan dan tanggal bayar sesuai tahunnya</source>
        <translation>Months and days of payment fit the year</translation>
    </message>
    <message>
        <source>Saldo awal sama dengan saldo akhir sebelumnya</source>
        <translation>The opening balance is the last closing balance</translation>
    </message>
    <message>
        <source>Angka di halaman terbukti sendiri</source>
        <translation>The page&apos;s figures prove themselves</translation>
    </message>
    <message>
        <source>{terms} = {sum}, tetapi tertulis {closing}: selisih {difference}.</source>
        <translation>{terms} = {sum}, but {closing} is printed: a difference of {difference}.</translation>
    </message>
    <message>
        <source>Tidak tertulis: {names}.</source>
        <translation>Not printed: {names}.</translation>
    </message>
    <message>
        <source>Saldo awal {year} adalah {opening}, tetapi saldo akhir tahun sebelumnya {closing}.</source>
        <translation>{year} opens with {opening}, but the year before closes with {closing}.</translation>
    </message>
    <message>
        <source>Saldo awal</source>
        <translation>Opening balance</translation>
    </message>
    <message>
        <source>Pengembangan saldo awal</source>
        <translation>Growth on the opening balance</translation>
    </message>
    <message>
        <source>Iuran</source>
        <translation>Contributions</translation>
    </message>
    <message>
        <source>Pengembangan iuran</source>
        <translation>Growth on contributions</translation>
    </message>
    <message>
        <source>Yang diambil</source>
        <translation>Taken out</translation>
    </message>
    <message>
        <source>Saldo akhir</source>
        <translation>Closing balance</translation>
    </message>
    <message>
        <source>upah</source>
        <translation>wage</translation>
    </message>
    <message>
        <source>rapel</source>
        <translation>back pay</translation>
    </message>
    <message>
        <source>iuran pemberi kerja</source>
        <translation>employer&apos;s contribution</translation>
    </message>
    <message>
        <source>iuran pekerja</source>
        <translation>worker&apos;s contribution</translation>
    </message>
    <message>
        <source>tanggal bayar</source>
        <translation>day of payment</translation>
    </message>
    <message>
        <source>tanggal catat</source>
        <translation>day of posting</translation>
    </message>
    <message>
        <source>angka</source>
        <translation>figure</translation>
    </message>
    <message>
        <source>{what}: {here} di berkas ini, {known} yang tercatat. Keduanya akan berdampingan.</source>
        <translation>{what}: {here} in this file, {known} on record. Both will stand side by side.</translation>
    </message>
    <message>
        <source>Masuk ke akun baru</source>
        <translation>Goes to a new account</translation>
    </message>
    <message>
        <source>Masuk ke akun {name}</source>
        <translation>Goes to the account {name}</translation>
    </message>
    <message>
        <source>berbeda dari yang tercatat</source>
        <translation>differs from what is recorded</translation>
    </message>
    <message>
        <source>rapel {amount}</source>
        <translation>back pay {amount}</translation>
    </message>
    <message>
        <source>dibayar {day}</source>
        <translation>paid {day}</translation>
    </message>
    <message>
        <source>upah {amount}</source>
        <translation>wage {amount}</translation>
    </message>
    <message>
        <source>Tutup pesan</source>
        <translation>Close this message</translation>
    </message>
    <message>
        <source>Tidak ada yang berubah: semuanya sudah tercatat.</source>
        <translation>Nothing has changed: all of it was recorded already.</translation>
    </message>
    <message>
        <source>Saldo dan riwayat kembali seperti sebelumnya.</source>
        <translation>Balance and history are as they were before.</translation>
    </message>
    <message>
        <source>Kembalikan impor</source>
        <translation>Bring the import back</translation>
    </message>
    <message>
        <source>Impor dibatalkan</source>
        <translation>Import undone</translation>
    </message>
    <message>
        <source>Batalkan impor (Ctrl+Z)</source>
        <translation>Undo the import (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Impor selesai</source>
        <translation>Import done</translation>
    </message>
</context>
<context>
    <name>ImportBody</name>
    <message>
        <source>Pilih berkas untuk diimpor</source>
        <translation>Choose files to import</translation>
    </message>
    <message>
        <source>Berkas saldo (*.pdf *.html *.htm *.mhtml *.mht *.txt *.csv)</source>
        <translation>Statements (*.pdf *.html *.htm *.mhtml *.mht *.txt *.csv)</translation>
    </message>
    <message>
        <source>Semua berkas (*)</source>
        <translation>All files (*)</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Impor</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Saldo dari berkas yang sudah Anda pegang, tanpa masuk ke portal. Tidak ada yang disimpan sebelum Anda menekan Impor.</source>
        <translation>Balances from files you already hold, without signing in to the portal. Nothing is stored before you press Import.</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message>
        <source>Membuka catatan…</source>
        <translation>Opening the records…</translation>
    </message>
    <message>
        <source>Buka kunci</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>Frasa sandi</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Frasa sandi itu salah.</source>
        <translation>That passphrase is wrong.</translation>
    </message>
    <message>
        <source>Frasa sandi baru</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>Paling sedikit 8 huruf. Tidak ada yang dapat memulihkannya untuk Anda.</source>
        <translation>At least 8 letters. Nobody can bring it back for you.</translation>
    </message>
    <message>
        <source>Frasa sandi sekali lagi</source>
        <translation>The passphrase once more</translation>
    </message>
    <message>
        <source>Pakai frasa sandi</source>
        <translation>Use the passphrase</translation>
    </message>
    <message>
        <source>Pulihkan dari berkas cadangan…</source>
        <translation>Restore from a backup file…</translation>
    </message>
    <message>
        <source>Saya punya lembar pemulihan…</source>
        <translation>I have the recovery sheet…</translation>
    </message>
    <message>
        <source>Lupa frasa sandi? Pakai lembar pemulihan…</source>
        <translation>Forgot the passphrase? Use the recovery sheet…</translation>
    </message>
    <message>
        <source>Simpan tanpa enkripsi</source>
        <translation>Keep it unencrypted</translation>
    </message>
    <message>
        <source>Cari brankas sandi lagi</source>
        <translation>Look for the keyring again</translation>
    </message>
    <message>
        <source>Terlalu pendek.</source>
        <translation>Too short.</translation>
    </message>
    <message>
        <source>Keduanya tidak sama.</source>
        <translation>The two are not the same.</translation>
    </message>
    <message>
        <source>Kunci dari lembar pemulihan</source>
        <translation>Key on the recovery sheet</translation>
    </message>
    <message>
        <source>Kunci itu tidak cocok, atau ada huruf yang salah ketik.</source>
        <translation>That key does not fit, or there is a slip in it.</translation>
    </message>
    <message>
        <source>Pakai kunci ini</source>
        <translation>Use this key</translation>
    </message>
    <message>
        <source>Coba brankas sandi lagi</source>
        <translation>Try the keyring again</translation>
    </message>
    <message>
        <source>Mulai catatan baru…</source>
        <translation>Begin a new record…</translation>
    </message>
    <message>
        <source>Mulai catatan baru?</source>
        <translation>Begin a new record?</translation>
    </message>
    <message>
        <source>Catatan yang terkunci tidak dihapus: berkasnya disimpan dengan nama lain di folder yang sama, dan dapat dipulihkan bila kuncinya ditemukan. Yang dibaca mulai sekarang masuk ke catatan baru yang kosong.</source>
        <translation>The locked record is not deleted: its file is kept under another name in the same folder, and can be restored if its key is found. What is read from now on goes into a new, empty record.</translation>
    </message>
    <message>
        <source>Mulai catatan baru</source>
        <translation>Begin a new record</translation>
    </message>
    <message>
        <source>Tampilkan</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Sembunyikan</source>
        <translation>Hide</translation>
    </message>
</context>
<context>
    <name>LockRecord</name>
    <message>
        <source>Kunci catatan</source>
        <translation>Lock the record</translation>
    </message>
    <message>
        <source>Kunci catatan ini?</source>
        <translation>Lock this record?</translation>
    </message>
    <message>
        <source>Catatan dan semua cadangannya dienkripsi; kuncinya disimpan di {keyring}. Tidak ada yang perlu diingat atau diketik.</source>
        <translation>The record and all its backups are encrypted; the key is kept in {keyring}. There is nothing to remember or to type.</translation>
    </message>
    <message>
        <source>Komputer ini tidak punya brankas sandi. Catatan dan semua cadangannya dienkripsi dengan frasa sandi, yang ditanyakan setiap kali program dibuka. Tidak ada yang dapat memulihkannya untuk Anda.</source>
        <translation>This computer has no keyring. The record and all its backups are encrypted with a passphrase, which is asked for each time the program opens. Nobody can bring it back for you.</translation>
    </message>
    <message>
        <source>Biarkan tanpa kunci</source>
        <translation>Leave it unlocked</translation>
    </message>
    <message>
        <source>Nanti</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Kunci</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Frasa sandi baru</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>Paling sedikit 8 huruf. Beberapa kata acak lebih baik dari satu kata sulit.</source>
        <translation>At least 8 letters. Several random words are better than one difficult one.</translation>
    </message>
    <message>
        <source>Frasa sandi sekali lagi</source>
        <translation>The passphrase once more</translation>
    </message>
    <message>
        <source>Tampilkan</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Sembunyikan</source>
        <translation>Hide</translation>
    </message>
    <message>
        <source>Terlalu pendek.</source>
        <translation>Too short.</translation>
    </message>
    <message>
        <source>Keduanya tidak sama.</source>
        <translation>The two are not the same.</translation>
    </message>
    <message>
        <source>Mengenkripsi…</source>
        <translation>Encrypting…</translation>
    </message>
    <message>
        <source>Catatan sedang dipakai (mungkin ada pemeriksaan berjalan). Coba lagi sebentar lagi.</source>
        <translation>The record is in use (a check may be running). Try again in a moment.</translation>
    </message>
    <message>
        <source>Penyimpanan komputer penuh; catatan tidak diubah. Kosongkan sedikit ruang, lalu coba lagi.</source>
        <translation>The disk is full; the record was not changed. Free some space, then try again.</translation>
    </message>
    <message>
        <source>Catatan tidak dapat dikunci sekarang, dan tidak diubah.</source>
        <translation>The record cannot be locked now, and was not changed.</translation>
    </message>
</context>
<context>
    <name>LockSettings</name>
    <message>
        <source>Kunci catatan</source>
        <translation>Lock of the record</translation>
    </message>
    <message>
        <source>Kunci catatan dan cadangannya…</source>
        <translation>Lock the record and its backups…</translation>
    </message>
    <message>
        <source>Lembar pemulihan…</source>
        <translation>Recovery sheet…</translation>
    </message>
    <message>
        <source>Kunci sendiri</source>
        <translation>Lock by itself</translation>
    </message>
    <message>
        <source>Bila selama itu tidak ada yang menyentuh jendela ini.</source>
        <translation>When nobody has touched this window for so long.</translation>
    </message>
    <message>
        <source>Kunci juga saat layar komputer ini dikunci</source>
        <translation>Lock also when this computer&apos;s screen is locked</translation>
    </message>
    <message>
        <source>Kunci sekarang (Ctrl+L)</source>
        <translation>Lock now (Ctrl+L)</translation>
    </message>
    <message>
        <source>Selama terkunci tidak ada yang ditampilkan, dan tidak ada yang diperiksa sendiri.</source>
        <translation>While it is locked nothing is shown, and nothing is checked by itself.</translation>
    </message>
    <message>
        <source>Lupakan semuanya…</source>
        <translation>Forget everything…</translation>
    </message>
    <message>
        <source>Catatan dan cadangannya dienkripsi. Tanpa kuncinya tidak ada yang dapat membacanya: simpan lembar pemulihan.</source>
        <translation>The record and its backups are encrypted. Without the key nobody can read them: save the recovery sheet.</translation>
    </message>
    <message>
        <source>Catatan ini tidak dienkripsi: siapa pun yang memegang komputer ini dapat membacanya.</source>
        <translation>This record is not encrypted: whoever holds this computer can read it.</translation>
    </message>
    <message>
        <source>Tidak pernah</source>
        <translation>Never</translation>
    </message>
    <message>
        <source>Setelah {minutes} menit</source>
        <translation>After {minutes} minutes</translation>
    </message>
</context>
<context>
    <name>Locking</name>
    <message>
        <source>Belum dilupakan</source>
        <translation>Not forgotten yet</translation>
    </message>
    <message>
        <source>Brankas sandi atau penyimpanan komputer menolak, jadi belum semuanya terhapus. Coba lagi.</source>
        <translation>The keyring or the disk refused, so not everything is deleted yet. Try again.</translation>
    </message>
</context>
<context>
    <name>MonthsTable</name>
    <message>
        <source>Bulan</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>Dibayar</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>Upah</source>
        <translation>Wage</translation>
    </message>
    <message>
        <source>Iuran JHT</source>
        <translation>JHT contributions</translation>
    </message>
    <message>
        <source>Bulan iuran</source>
        <translation>Contribution month</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Ganti nama akun</source>
        <translation>Rename the account</translation>
    </message>
    <message>
        <source>Nama akun</source>
        <translation>Account name</translation>
    </message>
    <message>
        <source>Hanya untuk membedakan akun di program ini.</source>
        <translation>Only to tell accounts apart in this program.</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>Needs</name>
    <message>
        <source>Perlu Anda</source>
        <translation>Needs you</translation>
    </message>
    <message>
        <source>Buka</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Periksa sekarang</source>
        <translation>Check now</translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>Tampilkan</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Sembunyikan</source>
        <translation>Hide</translation>
    </message>
    <message>
        <source>Paling sedikit 8 huruf. Tidak ada yang dapat memulihkannya untuk Anda.</source>
        <translation>At least 8 letters. Nobody can bring it back for you.</translation>
    </message>
    <message>
        <source>Frasa sandi baru</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>Frasa sandi sekali lagi</source>
        <translation>The passphrase once more</translation>
    </message>
    <message>
        <source>Terlalu pendek.</source>
        <translation>Too short.</translation>
    </message>
    <message>
        <source>Keduanya tidak sama.</source>
        <translation>The two are not the same.</translation>
    </message>
</context>
<context>
    <name>NoticeSettings</name>
    <message>
        <source>Pemberitahuan</source>
        <translation>Notices</translation>
    </message>
    <message>
        <source>Masing-masing hanya sekali. Yang memerlukan Anda juga tertulis di halaman Saldo.</source>
        <translation>Each comes once. What needs you also stands on the page Balance.</translation>
    </message>
    <message>
        <source>Saldo berubah</source>
        <translation>The balance changed</translation>
    </message>
    <message>
        <source>Iuran sebulan sudah terlihat</source>
        <translation>The contribution of a month can be seen</translation>
    </message>
    <message>
        <source>Iuran belum terlihat setelah tanggal 20</source>
        <translation>A contribution not seen after the 20th</translation>
    </message>
    <message>
        <source>PIN ditolak portal</source>
        <translation>The portal refused the PIN</translation>
    </message>
    <message>
        <source>Portal atau program memerlukan Anda</source>
        <translation>The portal or the program needs you</translation>
    </message>
    <message>
        <source>Sudah lama tidak berhasil diperiksa</source>
        <translation>No check has succeeded for a long time</translation>
    </message>
    <message>
        <source>Saatnya memeriksa akun yang memerlukan Anda</source>
        <translation>Time to check an account that needs you</translation>
    </message>
    <message>
        <source>Boleh menyebut nominal di pemberitahuan</source>
        <translation>Notices may name amounts</translation>
    </message>
</context>
<context>
    <name>PastImports</name>
    <message>
        <source>Impor sebelumnya</source>
        <translation>Earlier imports</translation>
    </message>
    <message>
        <source>Tampilkan semua</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>{when} (dibatalkan)</source>
        <translation>{when} (undone)</translation>
    </message>
    <message>
        <source>Kembalikan</source>
        <translation>Bring back</translation>
    </message>
    <message>
        <source>Batalkan</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message>
        <source>Tempel pesan</source>
        <translation>Paste a message</translation>
    </message>
    <message>
        <source>Isi SMS atau pesan</source>
        <translation>Text of the SMS or message</translation>
    </message>
    <message>
        <source>Tempel seluruh pesan di sini, termasuk tanggalnya bila ada.</source>
        <translation>Paste the whole message here, with its date if there is one.</translation>
    </message>
    <message>
        <source>Hanya saldo, tanggal, dan nomor kartu yang dipakai; pesannya sendiri tidak disimpan.</source>
        <translation>Only the balance, the date and the card number are used; the message itself is not stored.</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Baca pesan</source>
        <translation>Read the message</translation>
    </message>
</context>
<context>
    <name>Plural</name>
    <message numerus="yes">
        <source>%n hari lalu</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kartu</source>
        <translation>
            <numerusform>%n card</numerusform>
            <numerusform>%n cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saldo JHT, %n kartu</source>
        <translation>
            <numerusform>JHT balance, %n card</numerusform>
            <numerusform>JHT balance, %n cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pembacaan</source>
        <translation>
            <numerusform>%n reading</numerusform>
            <numerusform>%n readings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>NIK terdiri dari 16 angka; yang diketik baru %n.</source>
        <translation>
            <numerusform>A NIK has 16 digits; only %n was typed.</numerusform>
            <numerusform>A NIK has 16 digits; only %n were typed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kabar tentang saldo Anda</source>
        <translation>
            <numerusform>%n piece of news about your balance</numerusform>
            <numerusform>%n pieces of news about your balance</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n akun</source>
        <translation>
            <numerusform>%n account</numerusform>
            <numerusform>%n accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n berkas</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bulan</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saldo</source>
        <translation>
            <numerusform>%n balance</numerusform>
            <numerusform>%n balances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bulan baru</source>
        <translation>
            <numerusform>%n new month</numerusform>
            <numerusform>%n new months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bulan sudah tercatat</source>
        <translation>
            <numerusform>%n month recorded already</numerusform>
            <numerusform>%n months recorded already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bulan berbeda dari yang tercatat</source>
        <translation>
            <numerusform>%n month differs from what is recorded</numerusform>
            <numerusform>%n months differ from what is recorded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n berkas menunggu jawaban Anda</source>
        <translation>
            <numerusform>%n file waits for your answer</numerusform>
            <numerusform>%n files wait for your answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n berkas tidak ikut</source>
        <translation>
            <numerusform>%n file left out</numerusform>
            <numerusform>%n files left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Impor %n berkas</source>
        <translation>
            <numerusform>Import %n file</numerusform>
            <numerusform>Import %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n catatan</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PointingDesk</name>
    <message>
        <source>Mencari angka di halaman …</source>
        <translation>Looking for amounts on the page …</translation>
    </message>
    <message>
        <source>Tunjukkan angkanya</source>
        <translation>Point out the figure</translation>
    </message>
    <message>
        <source>Klik angkanya di halaman, atau pilih dengan Tab lalu Enter. Esc membatalkan.</source>
        <translation>Click the amount on the page, or choose it with Tab and then Enter. Esc cancels.</translation>
    </message>
    <message>
        <source>Yang mana saldo JHT Anda?</source>
        <translation>Which one is your JHT balance?</translation>
    </message>
    <message>
        <source>Angka itu belum terbukti</source>
        <translation>That amount is not proved</translation>
    </message>
    <message>
        <source>Ingat kata di samping angka ini?</source>
        <translation>Remember the words beside this amount?</translation>
    </message>
    <message>
        <source>Ingat</source>
        <translation>Remember</translation>
    </message>
    <message>
        <source>Di halaman ini tidak ada angka yang dapat ditunjuk.</source>
        <translation>There is no amount on this page that could be pointed at.</translation>
    </message>
    <message>
        <source>Diingat. Halaman ini dibaca sekali lagi.</source>
        <translation>Remembered. This page is read once more.</translation>
    </message>
    <message>
        <source>Tidak dapat diingat. Tidak ada yang berubah.</source>
        <translation>It cannot be remembered. Nothing has changed.</translation>
    </message>
</context>
<context>
    <name>PortalOutside</name>
    <message>
        <source>Jendela portal tidak terbuka</source>
        <translation>The portal&apos;s window did not open</translation>
    </message>
    <message>
        <source>Portal dibuka di peramban Anda. Masuklah di sana, buka saldo JHT, lalu simpan halamannya (Ctrl+S) atau unduh lembar RSJHT, dan jatuhkan berkasnya ke jendela program ini.</source>
        <translation>The portal was opened in your browser. Sign in there, open the JHT balance, then save its page (Ctrl+S) or download the RSJHT statement, and drop the file on this program&apos;s window.</translation>
    </message>
    <message>
        <source>Coba lagi</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Ke halaman Impor</source>
        <translation>To the page Impor</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Halaman</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>portal simulasi</source>
        <translation>simulated portal</translation>
    </message>
</context>
<context>
    <name>RecordStrip</name>
    <message>
        <source>Catatan ini belum terkunci: siapa pun yang memegang komputer ini dapat membacanya.</source>
        <translation>This record is not locked yet: whoever holds this computer can read it.</translation>
    </message>
    <message>
        <source>Kunci catatan…</source>
        <translation>Lock the record…</translation>
    </message>
    <message>
        <source>Catatan ini terkunci. Bila brankas sandi hilang atau frasa sandinya terlupa, hanya lembar pemulihan yang membukanya.</source>
        <translation>This record is locked. If the keyring is lost or the passphrase forgotten, only the recovery sheet opens it.</translation>
    </message>
    <message>
        <source>Ambil lembar pemulihan…</source>
        <translation>Get the recovery sheet…</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Lembar pemulihan</source>
        <translation>Recovery sheet</translation>
    </message>
    <message>
        <source>Inilah kunci catatan Anda. Siapa pun yang memegangnya dapat membaca catatan ini; tanpa kunci ini, dan bila brankas sandi atau frasa sandi hilang, tidak ada yang dapat membukanya. Cetak, lalu simpan bersama surat-surat penting.</source>
        <translation>This is the key of your record. Whoever holds it can read the record; without it, and if the keyring or the passphrase is lost, nobody can open it. Print it, then put it with your important papers.</translation>
    </message>
    <message>
        <source>Sebentar…</source>
        <translation>One moment…</translation>
    </message>
    <message>
        <source>Nanti</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Simpan PDF…</source>
        <translation>Save PDF…</translation>
    </message>
    <message>
        <source>Cetak…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>Sudah saya simpan</source>
        <translation>I have put it away</translation>
    </message>
    <message>
        <source>Lembar pemulihan tidak dapat dibuat sekarang. Coba lagi.</source>
        <translation>The recovery sheet cannot be made now. Try again.</translation>
    </message>
    <message>
        <source>Kunci yang sama sebagai kode QR</source>
        <translation>The same key as a QR code</translation>
    </message>
    <message>
        <source>Huruf-huruf kunci</source>
        <translation>The letters of the key</translation>
    </message>
    <message>
        <source>Tersimpan. Cetak lembar itu, simpan di tempat aman, lalu hapus berkasnya.</source>
        <translation>Saved. Print that sheet, put it away safely, then delete the file.</translation>
    </message>
    <message>
        <source>Lembar pemulihan tidak dapat ditulis di sana.</source>
        <translation>The recovery sheet cannot be written there.</translation>
    </message>
    <message>
        <source>Kunci catatan Saldo JHT. Untuk memakainya: buka program, pilih kunci dari lembar pemulihan, ketik huruf-huruf di atas. Simpan lembar ini bersama surat-surat penting; siapa pun yang memegangnya dapat membaca catatan itu.</source>
        <translation>The key of a Saldo JHT record. To use it: open the program, choose the key on the recovery sheet, type the letters above. Keep this sheet with your important papers; whoever holds it can read that record.</translation>
    </message>
    <message>
        <source>Saldo JHT: lembar pemulihan</source>
        <translation>Saldo JHT: recovery sheet</translation>
    </message>
</context>
<context>
    <name>RemoveAccount</name>
    <message>
        <source>Hapus {name} dari program ini?</source>
        <translation>Remove {name} from this program?</translation>
    </message>
    <message>
        <source>PIN di brankas sandi terhapus, dan tidak ada lagi yang diperiksa. Akun Anda di portal tidak berubah.</source>
        <translation>The PIN in the keyring is removed, and nothing is checked any more. Your account at the portal does not change.</translation>
    </message>
    <message>
        <source>Hapus akun</source>
        <translation>Remove the account</translation>
    </message>
    <message>
        <source>Simpan riwayat saldonya di komputer ini</source>
        <translation>Keep its history on this computer</translation>
    </message>
    <message>
        <source>Riwayatnya terhapus juga dari semua cadangan: yang lama dihapus, dan satu cadangan baru dibuat tanpa akun ini.</source>
        <translation>Its history is deleted from all backups too: the old ones go, and one new backup is made without this account.</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Laporan aman</source>
        <translation>Safe report</translation>
    </message>
    <message>
        <source>Laporan aman tentang halaman itu</source>
        <translation>A safe report of that page</translation>
    </message>
    <message>
        <source>Mengacak huruf dan angka halaman itu…</source>
        <translation>Scrambling the letters and digits of that page…</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Simpan laporan…</source>
        <translation>Save the report…</translation>
    </message>
    <message>
        <source>Berkas itu tidak dapat dibuka lagi. Tarik sekali lagi ke jendela ini, lalu buat laporannya.</source>
        <translation>That file cannot be opened any more. Drag it to this window once more, then make the report.</translation>
    </message>
    <message>
        <source>Halaman itu sudah dilupakan, demi keamanan Anda. Periksa lagi, lalu buat laporannya.</source>
        <translation>That page was forgotten, for your safety. Check again, then make the report.</translation>
    </message>
    <message>
        <source>Kiri: halaman itu seperti Anda lihat. Kanan: yang akan disimpan. Nama, nomor, dan jumlah diganti huruf dan angka lain; yang tetap hanya susunannya dan kata umum seperti “Saldo JHT”. Cara mengacaknya langsung dibuang: tidak ada yang dapat mengembalikannya.</source>
        <translation>Left: that page as you see it. Right: what will be saved. Names, numbers and amounts are replaced by other letters and digits; only its structure and common words such as “Saldo JHT” stay. How they were scrambled is thrown away at once: nobody can turn it back.</translation>
    </message>
    <message>
        <source>Program ini tidak mengirim apa pun: Anda sendiri yang memutuskan memberikannya kepada siapa.</source>
        <translation>This program sends nothing: you alone decide whom to give it to.</translation>
    </message>
    <message>
        <source>Halaman itu panjang; hanya bagian awalnya yang ikut.</source>
        <translation>That page is long; only its beginning is included.</translation>
    </message>
    <message>
        <source>{count} tempat lagi tidak ditampilkan di sini.</source>
        <translation>{count} more places are not shown here.</translation>
    </message>
    <message>
        <source>Simpan laporan</source>
        <translation>Save the report</translation>
    </message>
    <message>
        <source>Laporan tidak dapat ditulis. Periksa folder dan ruang kosong, atau pilih tempat lain.</source>
        <translation>The report cannot be written. Look at the folder and the free space, or choose another place.</translation>
    </message>
    <message>
        <source>Tersimpan: {path}</source>
        <translation>Saved: {path}</translation>
    </message>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Pulihkan dari cadangan</source>
        <translation>Restore from a backup</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Cadangan adalah berkas bernama saldo-jht-….backup, di komputer ini atau misalnya di flash disk. Isinya diperiksa dan ditunjukkan dulu. Catatan yang ada sekarang tidak dihapus.</source>
        <translation>A backup is a file called saldo-jht-….backup, on this computer or on a USB stick, for example. What it holds is looked through and shown first. The present record is not deleted.</translation>
    </message>
    <message>
        <source>Pilih berkas…</source>
        <translation>Choose a file…</translation>
    </message>
    <message>
        <source>Cadangan terakhir di komputer ini</source>
        <translation>Last backup on this computer</translation>
    </message>
    <message>
        <source>Frasa sandi itu salah.</source>
        <translation>That passphrase is wrong.</translation>
    </message>
    <message>
        <source>Cadangan ini dikunci dengan frasa sandi. Masukkan frasa sandi yang berlaku waktu cadangan itu dibuat.</source>
        <translation>This backup is locked with a passphrase. Type the one that was in use when it was made.</translation>
    </message>
    <message>
        <source>Buka cadangan</source>
        <translation>Open the backup</translation>
    </message>
    <message>
        <source>Tampilkan</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Sembunyikan</source>
        <translation>Hide</translation>
    </message>
    <message>
        <source>Frasa sandi</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Lupa? Pakai lembar pemulihan…</source>
        <translation>Forgotten? Use the recovery sheet…</translation>
    </message>
    <message>
        <source>Kunci cadangan ini tidak ada di komputer ini (atau berkas itu bukan cadangan Saldo JHT). Ketik huruf-huruf dari lembar pemulihannya.</source>
        <translation>The key of this backup is not on this computer (or the file is no backup of Saldo JHT). Type the letters on its recovery sheet.</translation>
    </message>
    <message>
        <source>Ketik huruf-huruf dari lembar pemulihan cadangan ini, lalu pilih frasa sandi baru: dengan itu catatan dibuka mulai sekarang.</source>
        <translation>Type the letters on the recovery sheet of this backup, then choose a new passphrase: from now on it opens the record.</translation>
    </message>
    <message>
        <source>Pakai kunci ini</source>
        <translation>Use this key</translation>
    </message>
    <message>
        <source>Kunci dari lembar pemulihan</source>
        <translation>Key on the recovery sheet</translation>
    </message>
    <message>
        <source>Pilih berkas lain…</source>
        <translation>Choose another file…</translation>
    </message>
    <message>
        <source>Pulihkan</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>Cadangan Saldo JHT</source>
        <translation>Backups of Saldo JHT</translation>
    </message>
    <message>
        <source>Semua berkas</source>
        <translation>All files</translation>
    </message>
    <message>
        <source>Pilih berkas cadangan</source>
        <translation>Choose a backup file</translation>
    </message>
    <message>
        <source>Memeriksa cadangan itu…</source>
        <translation>Looking through that backup…</translation>
    </message>
    <message>
        <source>Pakai lembar pemulihan…</source>
        <translation>Use the recovery sheet…</translation>
    </message>
    <message>
        <source>Mencoba kunci itu…</source>
        <translation>Trying that key…</translation>
    </message>
    <message>
        <source>Kunci itu tidak cocok, atau ada huruf yang salah ketik.</source>
        <translation>That key does not fit, or there is a slip in it.</translation>
    </message>
    <message>
        <source>Memulihkan… Ini dapat berlangsung beberapa menit; jangan cabut flash disk.</source>
        <translation>Restoring… This can take some minutes; do not unplug the USB stick.</translation>
    </message>
</context>
<context>
    <name>Roads</name>
    <message>
        <source>Dari mana berkasnya?</source>
        <translation>Where do the files come from?</translation>
    </message>
    <message>
        <source>Selengkapnya</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Selengkapnya: {topic}</source>
        <translation>More: {topic}</translation>
    </message>
    <message>
        <source>RSJHT (Rincian Saldo JHT), PDF</source>
        <translation>RSJHT (Rincian Saldo JHT), PDF</translation>
    </message>
    <message>
        <source>Rincian tahunan: dikirim lewat e-mail atau HRD, diunduh dari JMO, atau diminta di kantor cabang.</source>
        <translation>The yearly statement: sent by e-mail or HR, downloaded from JMO, or asked for at a branch office.</translation>
    </message>
    <message>
        <source>Halaman saldo yang disimpan</source>
        <translation>A saved balance page</translation>
    </message>
    <message>
        <source>Buka saldo di peramban Anda sendiri, tekan Ctrl+S, lalu tarik berkasnya ke sini.</source>
        <translation>Open the balance in your own browser, press Ctrl+S, then drag the file here.</translation>
    </message>
    <message>
        <source>SMS atau pesan balasan</source>
        <translation>An SMS or message in reply</translation>
    </message>
    <message>
        <source>Salin pesannya lalu tempel, atau simpan sebagai .txt.</source>
        <translation>Copy the message and paste it, or save it as .txt.</translation>
    </message>
    <message>
        <source>Angka di layar ponsel</source>
        <translation>A figure on the phone&apos;s screen</translation>
    </message>
    <message>
        <source>Ketik saldo dan tanggal yang Anda lihat di JMO.</source>
        <translation>Type the balance and the date you see in JMO.</translation>
    </message>
    <message>
        <source>Daftar sendiri (CSV) dan slip gaji</source>
        <translation>Lists of your own (CSV) and payslips</translation>
    </message>
    <message>
        <source>Daftar saldo atau iuran yang Anda catat sendiri; upah di slip gaji dipakai untuk membandingkan.</source>
        <translation>A list of balances or contributions you keep yourself; the wage on your payslips serves to compare.</translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message>
        <source>Tanggal</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Saldo</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>Perubahan</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Sumber</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>{source}, dijumlahkan</source>
        <translation>{source}, added up</translation>
    </message>
</context>
<context>
    <name>Running</name>
    <message>
        <source>Batalkan</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Menyimpan…</source>
        <translation>Storing…</translation>
    </message>
    <message>
        <source>Membaca {n} dari {of}</source>
        <translation>Reading {n} of {of}</translation>
    </message>
</context>
<context>
    <name>SafeReport</name>
    <message>
        <source>keterangan di kode halaman</source>
        <translation>note in the page&apos;s code</translation>
    </message>
    <message>
        <source>gaya tampilan</source>
        <translation>style of the page</translation>
    </message>
    <message>
        <source>nama bagian</source>
        <translation>name of a part</translation>
    </message>
    <message>
        <source>skrip atau komentar</source>
        <translation>script or comment</translation>
    </message>
    <message>
        <source>teks</source>
        <translation>text</translation>
    </message>
    <message>
        <source>Di halaman</source>
        <translation>On the page</translation>
    </message>
    <message>
        <source>Di laporan</source>
        <translation>In the report</translation>
    </message>
    <message>
        <source>(tidak ikut)</source>
        <translation>(left out)</translation>
    </message>
    <message>
        <source>Halaman dan laporannya, berdampingan</source>
        <translation>The page and its report, side by side</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Pengaturan</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Tampilan</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Ikuti sistem</source>
        <translation>Follow the system</translation>
    </message>
    <message>
        <source>Bahasa</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Terang</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Gelap</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Tema</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Sembunyikan nominal, nama, dan nomor (Ctrl+H)</source>
        <translation>Hide amounts, names and numbers (Ctrl+H)</translation>
    </message>
    <message>
        <source>Pemeriksaan berkala</source>
        <translation>Regular checks</translation>
    </message>
    <message>
        <source>Periksa sendiri</source>
        <translation>Check by itself</translation>
    </message>
    <message>
        <source>Saldo biasanya berubah sebulan sekali; setiap bulan sudah cukup.</source>
        <translation>The balance usually changes once a month; every month is enough.</translation>
    </message>
    <message>
        <source>Di antara kedua jam ini tidak ada yang terjadi dengan sendirinya; bila sama, tidak ada jam tenang.</source>
        <translation>Between these two hours nothing happens by itself; if they are the same, there are no quiet hours.</translation>
    </message>
    <message>
        <source>Jam tenang mulai</source>
        <translation>Quiet hours begin</translation>
    </message>
    <message>
        <source>Jam tenang sampai</source>
        <translation>Quiet hours end</translation>
    </message>
    <message>
        <source>Mulai</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Mulai bersama komputer (di baki sistem)</source>
        <translation>Start with the computer (in the tray)</translation>
    </message>
    <message>
        <source>Data Anda</source>
        <translation>Your data</translation>
    </message>
    <message>
        <source>Riwayat saldo dan pengaturan hanya tersimpan di folder ini:</source>
        <translation>Balance history and settings are kept in this folder only:</translation>
    </message>
    <message>
        <source>Buka folder</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>PIN tidak pernah ada di sana: hanya di brankas sandi, dan hanya bila Anda memintanya.</source>
        <translation>The PIN is never there: only in the keyring, and only if you ask for it.</translation>
    </message>
    <message>
        <source>Berikutnya: {when}</source>
        <translation>Next: {when}</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Masuk ke portal</source>
        <translation>Sign in to the portal</translation>
    </message>
    <message>
        <source>Masukkan PIN lagi</source>
        <translation>Enter the PIN again</translation>
    </message>
    <message>
        <source>Portal simulasi di komputer ini, dengan orang-orang rekaan. Tidak ada yang dikirim ke internet.</source>
        <translation>A simulated portal on this computer, with invented people. Nothing is sent to the internet.</translation>
    </message>
    <message>
        <source>Yang Anda ketik hanya dikirim ke alamat portal itu sendiri, satu kali setiap Anda menekan Masuk.</source>
        <translation>What you type is sent only to the portal&apos;s own address, once each time you press Sign in.</translation>
    </message>
    <message>
        <source>Akun contoh</source>
        <translation>Sample account</translation>
    </message>
    <message>
        <source>Pilih seseorang…</source>
        <translation>Choose somebody…</translation>
    </message>
    <message>
        <source>Kolom di bawah terisi sendiri; tidak perlu mengetik.</source>
        <translation>The fields below fill themselves in; no typing needed.</translation>
    </message>
    <message>
        <source>dua kartu, satu masih aktif</source>
        <translation>two cards, one still active</translation>
    </message>
    <message>
        <source>satu kartu</source>
        <translation>one card</translation>
    </message>
    <message>
        <source>tiga kartu, pernah mengambil 10 %</source>
        <translation>three cards, once took out 10 %</translation>
    </message>
    <message>
        <source>saldo nol setelah klaim</source>
        <translation>balance zero after a claim</translation>
    </message>
    <message>
        <source>belum ada kartu yang tertaut</source>
        <translation>no card linked yet</translation>
    </message>
    <message>
        <source>akun terkunci</source>
        <translation>account locked</translation>
    </message>
    <message>
        <source>portal meminta pengkinian data</source>
        <translation>portal asks for a data update</translation>
    </message>
    <message>
        <source>masih masuk di peramban lain</source>
        <translation>still signed in in another browser</translation>
    </message>
    <message>
        <source>kata sandi wajib diganti</source>
        <translation>password must be changed</translation>
    </message>
    <message>
        <source>portal meminta kode sekali pakai</source>
        <translation>portal asks for a one-time code</translation>
    </message>
    <message>
        <source>Portal</source>
        <translation>Portal</translation>
    </message>
    <message>
        <source>Belum pasti: {note}</source>
        <translation>Not certain (in Indonesian): {note}</translation>
    </message>
    <message>
        <source>NIK (16 angka di KTP)</source>
        <translation>NIK (16 digits on the identity card)</translation>
    </message>
    <message>
        <source>NIK atau e-mail</source>
        <translation>NIK or e-mail</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>PIN atau kata sandi portal</source>
        <translation>Portal PIN or password</translation>
    </message>
    <message>
        <source>Yang dipakai untuk masuk.</source>
        <translation>The one used to sign in.</translation>
    </message>
    <message>
        <source>PIN untuk melihat saldo</source>
        <translation>PIN to see the balance</translation>
    </message>
    <message>
        <source>Biasanya 6 angka; portal menanyakannya sesudah masuk.</source>
        <translation>Usually 6 digits; the portal asks for it after signing in.</translation>
    </message>
    <message>
        <source>Tampilkan kata sandi</source>
        <translation>Show the password</translation>
    </message>
    <message>
        <source>Sembunyikan kata sandi</source>
        <translation>Hide the password</translation>
    </message>
    <message>
        <source>Tampilkan PIN</source>
        <translation>Show the PIN</translation>
    </message>
    <message>
        <source>Sembunyikan PIN</source>
        <translation>Hide the PIN</translation>
    </message>
    <message>
        <source>Isi PIN atau kata sandi yang Anda pakai di portal.</source>
        <translation>Enter the PIN or password you use on the portal.</translation>
    </message>
    <message>
        <source>Portal ini menanyakan PIN sebelum saldo; isi di sini.</source>
        <translation>This portal asks for a PIN before the balance; enter it here.</translation>
    </message>
    <message>
        <source>Di mana PIN disimpan</source>
        <translation>Where the PIN is kept</translation>
    </message>
    <message>
        <source>Ingat di {keyring}</source>
        <translation>Remember in {keyring}</translation>
    </message>
    <message>
        <source>Ingat di brankas sandi komputer ini</source>
        <translation>Remember in this computer&apos;s keyring</translation>
    </message>
    <message>
        <source>Jangan simpan; tanyakan setiap kali</source>
        <translation>Do not keep it; ask each time</translation>
    </message>
    <message>
        <source>Komputer ini tidak menyediakan brankas sandi, jadi PIN tidak dapat diingat.</source>
        <translation>This computer offers no keyring, so the PIN cannot be remembered.</translation>
    </message>
    <message>
        <source>Brankas sandi sedang terkunci; buka dulu bila PIN ingin diingat.</source>
        <translation>The keyring is locked; unlock it first if the PIN is to be remembered.</translation>
    </message>
    <message>
        <source>Brankas sandi menolak permintaan program ini, jadi PIN tidak dapat diingat.</source>
        <translation>The keyring denied this program&apos;s request, so the PIN cannot be remembered.</translation>
    </message>
    <message>
        <source>Brankas sandi tidak menjawab, jadi PIN tidak dapat diingat sekarang.</source>
        <translation>The keyring does not answer, so the PIN cannot be remembered now.</translation>
    </message>
    <message>
        <source>Penyimpan sandi di komputer ini tidak terkunci, jadi tidak dipakai.</source>
        <translation>The password store of this computer is not locked, so it is not used.</translation>
    </message>
    <message>
        <source>PIN terkunci bersama sandi lain Anda, tidak pernah di berkas program ini. Dapat dilupakan kapan saja.</source>
        <translation>The PIN is locked away with your other passwords, never in a file of this program. It can be forgotten at any time.</translation>
    </message>
    <message>
        <source>PIN dipakai untuk satu pemeriksaan ini, lalu dilupakan. Pemeriksaan berkala tidak berjalan.</source>
        <translation>The PIN is used for this one check, then forgotten. Regular checks do not run.</translation>
    </message>
    <message>
        <source>Portal ini meminta orang, bukan program</source>
        <translation>This portal wants a person, not a program</translation>
    </message>
    <message>
        <source>Halaman masuknya meminta tanda “Saya bukan robot”, dan program ini tidak mengakalinya. Portal dibuka di jendela program ini: Anda masuk sendiri di sana, dan saldo dibaca dari halaman yang Anda buka.</source>
        <translation>Its log-in asks you to tick “Saya bukan robot” (I am not a robot), and this program does not get around that. The portal opens in a window of this program: you sign in there yourself, and the balance is read from the page you open.</translation>
    </message>
    <message>
        <source>Masuk di jendela portal</source>
        <translation>Sign in at the portal</translation>
    </message>
    <message>
        <source>Boleh kosong. Bila diingat, diisikan ke halaman portal saat Anda menekan tombolnya.</source>
        <translation>May be left empty. If it is remembered, it is filled into the portal&apos;s page when you press the button for it.</translation>
    </message>
    <message>
        <source>Selengkapnya di Bantuan</source>
        <translation>More in Help</translation>
    </message>
    <message>
        <source>Masuk</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Lupa PIN?</source>
        <translation>PIN forgotten?</translation>
    </message>
    <message>
        <source>Akun saya</source>
        <translation>My account</translation>
    </message>
    <message>
        <source>Akun {number}</source>
        <translation>Account {number}</translation>
    </message>
    <message>
        <source>Isi NIK atau e-mail yang terdaftar di portal.</source>
        <translation>Enter the NIK or e-mail registered with the portal.</translation>
    </message>
    <message>
        <source>NIK terdiri dari 16 angka; yang diketik lebih.</source>
        <translation>A NIK has 16 digits; more were typed.</translation>
    </message>
    <message>
        <source>Tanggal lahir di tengah NIK (angka ke-7 sampai ke-12) tidak mungkin; periksa lagi.</source>
        <translation>The date of birth inside the NIK (digits 7 to 12) is impossible; look again.</translation>
    </message>
    <message>
        <source>Alamat e-mail belum lengkap, misalnya nama@contoh.co.id.</source>
        <translation>The e-mail address is not complete; for example name@example.com.</translation>
    </message>
    <message>
        <source>Isi 16 angka NIK, atau alamat e-mail.</source>
        <translation>Enter the 16 digits of your NIK, or an e-mail address.</translation>
    </message>
    <message>
        <source>Portal ini masuk dengan e-mail, bukan NIK.</source>
        <translation>This portal signs in with an e-mail address, not with a NIK.</translation>
    </message>
    <message>
        <source>Portal ini masuk dengan NIK, bukan e-mail.</source>
        <translation>This portal signs in with a NIK, not with an e-mail address.</translation>
    </message>
</context>
<context>
    <name>StayWords</name>
    <message>
        <source>Tetap masuk di komputer ini</source>
        <translation>Stay signed in on this computer</translation>
    </message>
    <message>
        <source>Keluar dan lupakan</source>
        <translation>Sign out and forget</translation>
    </message>
    <message>
        <source>Tidak dicentang: cookie portal hilang saat jendela ini ditutup, dan Anda masuk lagi lain kali.</source>
        <translation>Not ticked: the portal&apos;s cookies are gone when this window closes, and you sign in again next time.</translation>
    </message>
    <message>
        <source>Cookie portal disimpan terenkripsi, kuncinya di {keyring}. Selama sesinya hidup, pengecekan terjadwal membaca saldo sendiri, paling sering sekali dalam enam jam; begitu portal meminta masuk, sesinya dilupakan dan Anda diingatkan.</source>
        <translation>The portal&apos;s cookies are kept encrypted, their key in {keyring}. While the session lives, scheduled checks read the balance by themselves, at most once in six hours; as soon as the portal asks to sign in, the session is forgotten and you are reminded.</translation>
    </message>
    <message>
        <source>brankas sandi</source>
        <translation>the keyring</translation>
    </message>
    <message>
        <source>brankas sandi komputer ini masih terkunci.</source>
        <translation>the keyring of this computer is still locked.</translation>
    </message>
    <message>
        <source>brankas sandi komputer ini tidak menjawab.</source>
        <translation>the keyring of this computer does not answer.</translation>
    </message>
    <message>
        <source>tidak ada brankas sandi yang dapat menjaga kuncinya di komputer ini.</source>
        <translation>there is no keyring on this computer that could guard its key.</translation>
    </message>
    <message>
        <source>pustaka enkripsi (sqlcipher3) belum terpasang.</source>
        <translation>the encryption library (sqlcipher3) is not installed.</translation>
    </message>
    <message>
        <source>folder datanya tidak dapat ditulisi.</source>
        <translation>its data folder cannot be written to.</translation>
    </message>
    <message>
        <source>Tetap masuk tidak ditawarkan: {why}</source>
        <translation>Staying signed in is not offered: {why}</translation>
    </message>
    <message>
        <source>Sesi portal sudah dilupakan di komputer ini.</source>
        <translation>The portal&apos;s session is forgotten on this computer.</translation>
    </message>
</context>
<context>
    <name>StepsView</name>
    <message>
        <source>Langkah {number} dari {all}: {name}</source>
        <translation>Step {number} of {all}: {name}</translation>
    </message>
    <message>
        <source>Memulai pemeriksaan</source>
        <translation>Beginning the check</translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source>Salin baris</source>
        <translation>Copy the row</translation>
    </message>
</context>
<context>
    <name>Taking</name>
    <message>
        <source>Gambar PNG</source>
        <translation>PNG picture</translation>
    </message>
    <message>
        <source>Gambar SVG</source>
        <translation>SVG picture</translation>
    </message>
    <message>
        <source>Simpan gambar</source>
        <translation>Save the picture</translation>
    </message>
    <message>
        <source>Ekspor</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Berkas tidak dapat ditulis. Periksa folder dan ruang kosong, atau pilih tempat lain.</source>
        <translation>The file could not be written. Look at the folder and the free space, or choose another place.</translation>
    </message>
</context>
<context>
    <name>TaughtSettings</name>
    <message>
        <source>Yang Anda ajarkan</source>
        <translation>What you taught</translation>
    </message>
    <message>
        <source>Kata-kata di samping saldo yang Anda tunjukkan, untuk portal yang halamannya belum dikenali. Tanpa angka dan tanpa nama; saldonya tetap harus terbukti setiap kali.</source>
        <translation>The words beside the balance that you pointed out, for a portal whose pages are not recognised yet. No figures and no names; the balance must still be proved every time.</translation>
    </message>
    <message>
        <source>Urungkan</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Yang Anda ajarkan tidak terbaca lagi; ajarkan sekali lagi. Berkasnya disisihkan: {path}</source>
        <translation>What you taught cannot be read any more; teach it once more. Its file was put aside: {path}</translation>
    </message>
    <message>
        <source>{portal}: “{label}” berarti {means}.</source>
        <translation>{portal}: “{label}” means {means}.</translation>
    </message>
    <message>
        <source>Lupakan</source>
        <translation>Forget</translation>
    </message>
    <message>
        <source>Lupakan “{label}”</source>
        <translation>Forget “{label}”</translation>
    </message>
    <message>
        <source>Ganti…</source>
        <translation>Change…</translation>
    </message>
    <message>
        <source>Ganti “{label}”</source>
        <translation>Change “{label}”</translation>
    </message>
    <message>
        <source>Tidak dapat dilupakan: folder datanya tidak boleh ditulisi. Beri izin menulis pada folder itu, lalu coba lagi.</source>
        <translation>It cannot be forgotten: the data folder cannot be written to. Allow writing to that folder, then try again.</translation>
    </message>
    <message>
        <source>“{label}” dilupakan. Bila halaman itu muncul lagi, tunjukkan angkanya sekali lagi.</source>
        <translation>“{label}” is forgotten. When that page comes again, point the figure out once more.</translation>
    </message>
</context>
<context>
    <name>TeachDialog</name>
    <message>
        <source>Tunjukkan angkanya</source>
        <translation>Point out the figure</translation>
    </message>
    <message>
        <source>Angka mana saldo JHT Anda?</source>
        <translation>Which figure is your JHT balance?</translation>
    </message>
    <message>
        <source>Mencari angka di halaman itu…</source>
        <translation>Looking for the figures on that page…</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Angka-angka di halaman itu</source>
        <translation>The figures on that page</translation>
    </message>
    <message>
        <source>Di halaman itu tidak ada angka rupiah yang dapat ditunjuk. Buka halaman saldonya di jendela portal.</source>
        <translation>There is no amount in rupiah on that page to point at. Open the page of the balance in the portal&apos;s window.</translation>
    </message>
    <message>
        <source>Program ini tidak menebak: tunjukkan angka saldo JHT seperti yang Anda lihat di portal. Yang diingat hanya kata-kata di sampingnya, dan angka itu tetap harus terbukti, sekarang dan pada setiap pemeriksaan.</source>
        <translation>This program does not guess: point out the figure of the JHT balance as you see it on the portal. Only the words beside it are remembered, and the figure must still be proved, now and at every check.</translation>
    </message>
    <message>
        <source>Ingat kata-kata ini</source>
        <translation>Remember these words</translation>
    </message>
    <message>
        <source>Halaman itu sudah dilupakan, demi keamanan Anda. Periksa lagi, lalu tunjukkan angkanya.</source>
        <translation>That page was forgotten, for your safety. Check again, then point out the figure.</translation>
    </message>
    <message>
        <source>Angka-angka di halaman itu tidak dapat dicari. Tutup, lalu coba sekali lagi.</source>
        <translation>The figures on that page cannot be looked for. Close this, then try once more.</translation>
    </message>
    <message>
        <source>Kolom: {words}</source>
        <translation>Column: {words}</translation>
    </message>
    <message>
        <source>Di belakangnya: {words}</source>
        <translation>Behind it: {words}</translation>
    </message>
    <message>
        <source>Di bawah judul: {words}</source>
        <translation>Under the heading: {words}</translation>
    </message>
    <message>
        <source>Angka lain di halaman itu, yang bukan saldo menurut halaman itu sendiri:</source>
        <translation>Other figures on that page, which the page itself does not call the balance:</translation>
    </message>
    <message>
        <source>dan {count} lagi</source>
        <translation>and {count} more</translation>
    </message>
    <message>
        <source>Tidak satu pun dari angka ini</source>
        <translation>None of these figures</translation>
    </message>
    <message>
        <source>Tidak ada yang disimpan, dan tidak ada yang ditebak. Saldonya mungkin di halaman lain: buka halaman itu di portal, atau impor lembar RSJHT.</source>
        <translation>Nothing is kept, and nothing is guessed. The balance may be on another page: open that page at the portal, or import an RSJHT statement.</translation>
    </message>
    <message>
        <source>Tidak ada yang disimpan. Pilih angka lain; bila tidak ada yang cocok, impor lembar RSJHT.</source>
        <translation>Nothing is kept. Choose another figure; if none fits, import an RSJHT statement.</translation>
    </message>
    <message>
        <source>Tidak dapat disimpan. Periksa ruang kosong dan folder datanya (lihat Pengaturan), lalu coba lagi.</source>
        <translation>It cannot be kept. Look at the free space and the data folder (see Settings), then try again.</translation>
    </message>
</context>
<context>
    <name>Told</name>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>Saldo yang ditampilkan</source>
        <translation>Balance shown</translation>
    </message>
    <message>
        <source>Bandingkan tahun</source>
        <translation>Compare years</translation>
    </message>
    <message>
        <source>Ekspor</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Semua kartu</source>
        <translation>All cards</translation>
    </message>
    <message>
        <source>Semua</source>
        <translation>All</translation>
    </message>
    <message>
        <source>{years} th</source>
        <translation>{years} y</translation>
    </message>
    <message>
        <source>Semua tahun</source>
        <translation>All years</translation>
    </message>
    <message>
        <source>{years} tahun terakhir</source>
        <translation>The last {years} years</translation>
    </message>
    <message>
        <source>Simpan gambar (PNG, SVG, PDF)…</source>
        <translation>Save the picture (PNG, SVG, PDF)…</translation>
    </message>
    <message>
        <source>Cetak gambar…</source>
        <translation>Print the picture…</translation>
    </message>
    <message>
        <source>Laporan PDF…</source>
        <translation>PDF report…</translation>
    </message>
    <message>
        <source>Lembar kerja XLSX…</source>
        <translation>XLSX workbook…</translation>
    </message>
    <message>
        <source>Tabel CSV…</source>
        <translation>CSV tables…</translation>
    </message>
    <message>
        <source>Cadangan lengkap JSON…</source>
        <translation>Complete JSON record…</translation>
    </message>
    <message>
        <source>Program pembukuan</source>
        <translation>Bookkeeping programs</translation>
    </message>
</context>
<context>
    <name>Total</name>
    <message>
        <source>Tambah berkas…</source>
        <translation>Add files…</translation>
    </message>
    <message>
        <source>Tutup pratinjau</source>
        <translation>Close the preview</translation>
    </message>
    <message>
        <source>Impor</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Belum ada yang dapat diimpor.</source>
        <translation>There is nothing that can be imported yet.</translation>
    </message>
    <message>
        <source>Semuanya sudah tercatat; tidak ada yang baru.</source>
        <translation>All of it is recorded already; there is nothing new.</translation>
    </message>
    <message>
        <source>saldo baru</source>
        <translation>new balances</translation>
    </message>
    <message>
        <source>Akan ditambahkan: {what}</source>
        <translation>Will be added: {what}</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Buka Saldo JHT</source>
        <translation>Open Saldo JHT</translation>
    </message>
    <message>
        <source>Batalkan pemeriksaan</source>
        <translation>Cancel the check</translation>
    </message>
    <message>
        <source>Sembunyikan nominal</source>
        <translation>Hide amounts</translation>
    </message>
    <message>
        <source>Tunda pengingat</source>
        <translation>Put reminders off</translation>
    </message>
    <message>
        <source>1 jam</source>
        <translation>1 hour</translation>
    </message>
    <message>
        <source>Sampai besok</source>
        <translation>Until tomorrow</translation>
    </message>
    <message>
        <source>Sampai minggu depan</source>
        <translation>Until next week</translation>
    </message>
    <message>
        <source>Pengaturan</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Bantuan</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Keluar</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>Periksa sekarang</source>
        <translation>Check now</translation>
    </message>
    <message>
        <source>Program tetap berjalan di sini. Pilih Keluar di menu ikon ini untuk mengakhirinya.</source>
        <translation>The program goes on here. Choose Quit in this icon&apos;s menu to end it.</translation>
    </message>
    <message>
        <source>Saldo JHT</source>
        <translation>Saldo JHT</translation>
    </message>
    <message>
        <source>Catatan terkunci</source>
        <translation>The record is locked</translation>
    </message>
    <message>
        <source>terakhir diperiksa {when}</source>
        <translation>last checked {when}</translation>
    </message>
    <message>
        <source>angka terlama: {when}</source>
        <translation>oldest figure: {when}</translation>
    </message>
    <message>
        <source>berikutnya {when}</source>
        <translation>next {when}</translation>
    </message>
    <message>
        <source>Perlu Anda: {what}</source>
        <translation>Needs you: {what}</translation>
    </message>
    <message>
        <source>Perlu Anda ({count}): {what}</source>
        <translation>Needs you ({count}): {what}</translation>
    </message>
    <message>
        <source>{name}: terkunci</source>
        <translation>{name}: locked</translation>
    </message>
    <message>
        <source>{read} dari {accounts}</source>
        <translation>{read} of {accounts}</translation>
    </message>
    <message>
        <source>{name} (dijeda)</source>
        <translation>{name} (paused)</translation>
    </message>
    <message>
        <source>{name}: belum ada angka</source>
        <translation>{name}: no figure yet</translation>
    </message>
    <message>
        <source>Pengingat ditunda sampai {when}: akhiri penundaan</source>
        <translation>Reminders are off until {when}: have them again</translation>
    </message>
    <message>
        <source>Saldo JHT (contoh)</source>
        <translation>Saldo JHT (sample)</translation>
    </message>
    <message>
        <source>{name}: sedang memeriksa</source>
        <translation>{name}: checking</translation>
    </message>
</context>
<context>
    <name>TrayCard</name>
    <message>
        <source>Saldo JHT</source>
        <translation>Saldo JHT</translation>
    </message>
    <message>
        <source>Periksa sekarang</source>
        <translation>Check now</translation>
    </message>
    <message>
        <source>Batalkan</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Buka</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Belum ada angka</source>
        <translation>No figure yet</translation>
    </message>
    <message>
        <source>Tidak berubah sejak {day}</source>
        <translation>Unchanged since {day}</translation>
    </message>
    <message>
        <source>Naik {amount} sejak {day}</source>
        <translation>Up {amount} since {day}</translation>
    </message>
    <message>
        <source>Turun {amount} sejak {day}</source>
        <translation>Down {amount} since {day}</translation>
    </message>
</context>
<context>
    <name>TypedDialog</name>
    <message>
        <source>Catat upah di slip gaji</source>
        <translation>Note the wage on your payslip</translation>
    </message>
    <message>
        <source>Ketik saldo</source>
        <translation>Type a balance</translation>
    </message>
    <message>
        <source>Upah sebulan, dan bulan sejak kapan upah itu berlaku. Catat lagi bila upahnya berubah.</source>
        <translation>The monthly wage, and the month from which it holds. Note it again when the wage changes.</translation>
    </message>
    <message>
        <source>Saldo seperti yang Anda lihat, dan tanggal Anda melihatnya.</source>
        <translation>The balance as you saw it, and the day you saw it.</translation>
    </message>
    <message>
        <source>Bulan-tahun, misalnya 01-2026</source>
        <translation>Month-year, for example 01-2026</translation>
    </message>
    <message>
        <source>Hari-bulan-tahun, misalnya 22-11-2026</source>
        <translation>Day-month-year, for example 22-11-2026</translation>
    </message>
    <message>
        <source>Sejak bulan</source>
        <translation>Since the month</translation>
    </message>
    <message>
        <source>Tanggal</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Upah sebulan</source>
        <translation>Monthly wage</translation>
    </message>
    <message>
        <source>Saldo</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>Misalnya 48.731.902 atau Rp 48.731.902,50</source>
        <translation>For example 48.731.902 or Rp 48.731.902,50</translation>
    </message>
    <message>
        <source>Nomor kartu (KPJ), bila ada</source>
        <translation>Card number (KPJ), if any</translation>
    </message>
    <message>
        <source>11 angka; kosongkan bila untuk semua kartu bersama.</source>
        <translation>11 digits; leave it empty for all cards together.</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Lihat pratinjau</source>
        <translation>See the preview</translation>
    </message>
    <message>
        <source>Itu bisa berarti dua jumlah. Tulis tanpa titik dan koma (1250), atau sampai sen (1.250,00).</source>
        <translation>That could mean two amounts. Write it without dot and comma (1250), or down to the sen (1.250,00).</translation>
    </message>
    <message>
        <source>Tulis angkanya lengkap, misalnya 48.731.902.</source>
        <translation>Write the whole figure, for example 48.731.902.</translation>
    </message>
    <message>
        <source>KPJ terdiri dari 11 angka.</source>
        <translation>A KPJ has 11 digits.</translation>
    </message>
    <message>
        <source>{amount} sejak {when}</source>
        <translation>{amount} since {when}</translation>
    </message>
    <message>
        <source>{amount} per {when}</source>
        <translation>{amount} as of {when}</translation>
    </message>
    <message>
        <source>Tulis bulan dan tahunnya, misalnya 01-2026; bukan bulan yang belum tiba.</source>
        <translation>Write the month and the year, for example 01-2026; not a month yet to come.</translation>
    </message>
    <message>
        <source>Tulis tanggalnya, misalnya 22-11-2026; bukan hari yang belum tiba.</source>
        <translation>Write the date, for example 22-11-2026; not a day yet to come.</translation>
    </message>
</context>
<context>
    <name>WaitingPage</name>
    <message>
        <source>Membuka catatan…</source>
        <translation>Opening the records…</translation>
    </message>
</context>
<context>
    <name>Ways</name>
    <message>
        <source>Tarik berkas ke sini</source>
        <translation>Drag files here</translation>
    </message>
    <message>
        <source>PDF, halaman tersimpan, pesan, atau CSV; beberapa sekaligus, juga folder. Berkasnya tidak diubah.</source>
        <translation>PDFs, saved pages, messages or CSV; several at once, folders too. The files are not changed.</translation>
    </message>
    <message>
        <source>Pilih berkas…</source>
        <translation>Choose files…</translation>
    </message>
    <message>
        <source>Tempel pesan…</source>
        <translation>Paste a message…</translation>
    </message>
    <message>
        <source>Ketik saldo…</source>
        <translation>Type a balance…</translation>
    </message>
    <message>
        <source>Catat upah…</source>
        <translation>Note a wage…</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Selamat datang</source>
        <translation>Welcome</translation>
    </message>
    <message>
        <source>Saldo JHT Anda, di komputer Anda</source>
        <translation>Your JHT balance, on your computer</translation>
    </message>
    <message>
        <source>Lihat saldo Jaminan Hari Tua dari setiap kartu, beserta tanggalnya, dengan sekali tekan.</source>
        <translation>See the balance of your old-age savings (Jaminan Hari Tua) on each card, with its date, at one press.</translation>
    </message>
    <message>
        <source>Mulai dengan akun saya</source>
        <translation>Begin with my account</translation>
    </message>
    <message>
        <source>Pilih akun contoh</source>
        <translation>Choose a sample account</translation>
    </message>
    <message>
        <source>Coba dengan data contoh</source>
        <translation>Try it with sample data</translation>
    </message>
    <message>
        <source>Sudah punya catatan di komputer lain? Cadangannya, dengan frasa sandi atau lembar pemulihan, cukup.</source>
        <translation>Do you have a record on another computer already? Its backup, with the passphrase or the recovery sheet, is enough.</translation>
    </message>
    <message>
        <source>Pulihkan dari cadangan…</source>
        <translation>Restore from a backup…</translation>
    </message>
    <message>
        <source>Bukan aplikasi resmi</source>
        <translation>Not an official program</translation>
    </message>
    <message>
        <source>Dibuat mandiri; tidak berhubungan dengan BPJS Ketenagakerjaan. Yang resmi: JMO, kantor cabang, dan 175.</source>
        <translation>Made independently; not connected with BPJS Ketenagakerjaan. Official are: JMO, the branch offices, and 175.</translation>
    </message>
    <message>
        <source>Hanya membaca</source>
        <translation>It only reads</translation>
    </message>
    <message>
        <source>Program ini membuka halaman saldo seperti Anda membukanya. Tidak ada klaim, perubahan data, atau pembayaran.</source>
        <translation>This program opens the balance page as you would. No claims, no changes of data, no payments.</translation>
    </message>
    <message>
        <source>Data tetap di sini</source>
        <translation>Your data stays here</translation>
    </message>
    <message>
        <source>Riwayat saldo tersimpan di komputer ini saja. Tidak ada server kami, tidak ada iklan, tidak ada pelacakan.</source>
        <translation>The balance history is kept on this computer only. No server of ours, no advertising, no tracking.</translation>
    </message>
    <message>
        <source>PIN hanya ke portal</source>
        <translation>The PIN goes to the portal only</translation>
    </message>
    <message>
        <source>PIN dikirim satu kali ke alamat portal sendiri, dan hanya disimpan bila Anda mau: di brankas sandi komputer.</source>
        <translation>The PIN is sent once, to the portal&apos;s own address, and is kept only if you wish: in the computer&apos;s keyring.</translation>
    </message>
</context>
<context>
    <name>WhyDialog</name>
    <message>
        <source>Kenapa saldo berubah?</source>
        <translation>Why did the balance change?</translation>
    </message>
    <message>
        <source>Dari {first} sampai {last}</source>
        <translation>From {first} to {last}</translation>
    </message>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Saldo {day}</source>
        <translation>Balance {day}</translation>
    </message>
    <message>
        <source>Tidak ada perubahan</source>
        <translation>No change</translation>
    </message>
    <message>
        <source>Iuran</source>
        <translation>Contributions</translation>
    </message>
    <message>
        <source>Pengembangan</source>
        <translation>Growth</translation>
    </message>
    <message>
        <source>Diambil (klaim)</source>
        <translation>Taken out (claim)</translation>
    </message>
    <message>
        <source>Belum dapat dijelaskan</source>
        <translation>Not explained yet</translation>
    </message>
    <message>
        <source>{part} (perkiraan)</source>
        <translation>{part} (estimate)</translation>
    </message>
    <message>
        <source>sisa setelah iuran; tanggal pengembangan dibukukan tidak diumumkan</source>
        <translation>what is left after the contributions; when growth is credited is not published</translation>
    </message>
    <message>
        <source>tidak ada iuran, pengembangan, atau klaim yang tercatat untuk jumlah ini</source>
        <translation>no contribution, growth or claim is recorded for this amount</translation>
    </message>
    <message>
        <source>Pengembangan setara {rate} % setahun (perkiraan)</source>
        <translation>Growth equal to {rate} % a year (estimate)</translation>
    </message>
    <message>
        <source>Pengembangan setara {rate} % setahun</source>
        <translation>Growth equal to {rate} % a year</translation>
    </message>
    <message>
        <source>Rincian iuran belum ada untuk: {months}. Impor lembar RSJHT tahun itu.</source>
        <translation>No contributions are known for: {months}. Import the RSJHT statement of that year.</translation>
    </message>
    <message>
        <source>Iuran yang dihitung</source>
        <translation>Contributions counted</translation>
    </message>
</context>
<context>
    <name>WindowContent</name>
    <message>
        <source>Saldo</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>Riwayat</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Impor</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Bantuan</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Pengaturan</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Saldo JHT (contoh)</source>
        <translation>Saldo JHT (sample)</translation>
    </message>
    <message>
        <source>Saldo JHT</source>
        <translation>Saldo JHT</translation>
    </message>
    <message>
        <source>brankas sandi komputer ini</source>
        <translation>this computer&apos;s keyring</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Saldo JHT - portal</source>
        <translation>Saldo JHT - portal</translation>
    </message>
    <message>
        <source>Catatan</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Isi nama pengguna</source>
        <translation>Fill in user name</translation>
    </message>
    <message>
        <source>Isi kata sandi</source>
        <translation>Fill in password</translation>
    </message>
    <message>
        <source>Isi PIN</source>
        <translation>Fill in PIN</translation>
    </message>
    <message>
        <source>Muat lagi</source>
        <translation>Load again</translation>
    </message>
    <message>
        <source>Buka di peramban</source>
        <translation>Open in the browser</translation>
    </message>
    <message>
        <source>Kata portal: “{words}”</source>
        <translation>The portal says: “{words}”</translation>
    </message>
    <message>
        <source>Membuka portal</source>
        <translation>Opening the portal</translation>
    </message>
    <message>
        <source>Tunggu sampai halamannya tampil.</source>
        <translation>Wait until its page is shown.</translation>
    </message>
    <message>
        <source>PIN ditolak portal</source>
        <translation>The portal refused the PIN</translation>
    </message>
    <message>
        <source>Periksa PIN Anda, lalu ketik sendiri sekali lagi.</source>
        <translation>Check your PIN, then type it once more yourself.</translation>
    </message>
    <message>
        <source>Portal meminta PIN</source>
        <translation>The portal asks for the PIN</translation>
    </message>
    <message>
        <source>Isi PIN, lalu tekan tombolnya di halaman.</source>
        <translation>Fill in the PIN, then press the button on the page.</translation>
    </message>
    <message>
        <source>Sesi di portal berakhir</source>
        <translation>The session at the portal is over</translation>
    </message>
    <message>
        <source>Masuk sekali lagi untuk melanjutkan.</source>
        <translation>Sign in once more to go on.</translation>
    </message>
    <message>
        <source>Portal sedang tidak melayani</source>
        <translation>The portal is out of service</translation>
    </message>
    <message>
        <source>Coba lagi nanti.</source>
        <translation>Try again later.</translation>
    </message>
    <message>
        <source>Saldo terbaca</source>
        <translation>Balance read</translation>
    </message>
    <message>
        <source>Cocokkan dengan halaman, lalu tekan Simpan.</source>
        <translation>Compare it with the page, then press Save.</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Angka ini tadi bergerak. Tekan Simpan hanya bila halaman menampilkannya sebagai angka akhir.</source>
        <translation>This figure moved a moment ago. Press Save only if the page shows it as its final figure.</translation>
    </message>
    <message>
        <source>Apakah ini angka akhirnya?</source>
        <translation>Is this the final figure?</translation>
    </message>
    <message>
        <source>Tekan Simpan, atau buka halaman lain untuk melengkapinya.</source>
        <translation>Press Save, or open further pages to complete it.</translation>
    </message>
    <message>
        <source>Bila angkanya tampak di halaman, program ini tidak dapat membuktikannya, jadi tidak menampilkannya.</source>
        <translation>If the page shows the figure, this program cannot prove it, so it does not show it.</translation>
    </message>
    <message>
        <source>Buka halaman saldo JHT</source>
        <translation>Open the page with the JHT balance</translation>
    </message>
    <message>
        <source>Cari “Lihat Saldo JHT” atau “Cek Saldo” di menu portal.</source>
        <translation>Look for “Lihat Saldo JHT” or “Cek Saldo” in the portal&apos;s menu.</translation>
    </message>
    <message>
        <source>Periksa nama pengguna dan kata sandi Anda. Beberapa kali salah dapat mengunci akun.</source>
        <translation>Check your user name and password. Several wrong ones can lock the account.</translation>
    </message>
    <message>
        <source>Portal menolak</source>
        <translation>The portal refused</translation>
    </message>
    <message>
        <source>Akun dikunci oleh portal</source>
        <translation>The portal locked the account</translation>
    </message>
    <message>
        <source>Hubungi 175 atau kantor cabang untuk membukanya.</source>
        <translation>Call 175 or go to a branch office to have it unlocked.</translation>
    </message>
    <message>
        <source>Centang kotaknya sendiri, lalu tekan tombol masuk di halaman.</source>
        <translation>Tick the box yourself, then press the log-in button on the page.</translation>
    </message>
    <message>
        <source>“Saya bukan robot” belum dicentang</source>
        <translation>“Saya bukan robot” is not ticked yet</translation>
    </message>
    <message>
        <source>Isi atau ketik data Anda, centang “Saya bukan robot”, lalu tekan tombol masuk di halaman. Program ini tidak menekannya.</source>
        <translation>Fill in or type your data, tick “Saya bukan robot”, then press the log-in button on the page. This program does not press it.</translation>
    </message>
    <message>
        <source>Masuk, lalu buka Lihat Saldo JHT</source>
        <translation>Sign in, then open Lihat Saldo JHT</translation>
    </message>
    <message>
        <source>Ketik kode dari SMS atau e-mail di halaman. Jangan berikan kepada siapa pun.</source>
        <translation>Type the code from the SMS or e-mail on the page. Give it to nobody.</translation>
    </message>
    <message>
        <source>Portal meminta kode sekali pakai</source>
        <translation>The portal asks for a one-time code</translation>
    </message>
    <message>
        <source>Bacalah pertanyaannya di halaman dan jawab sendiri.</source>
        <translation>Read its question on the page and answer it yourself.</translation>
    </message>
    <message>
        <source>Akun Anda masih terbuka di tempat lain</source>
        <translation>Your account is still open elsewhere</translation>
    </message>
    <message>
        <source>Portal meminta kata sandi baru</source>
        <translation>The portal asks for a new password</translation>
    </message>
    <message>
        <source>Hanya Anda yang menentukannya, di halaman ini.</source>
        <translation>Only you decide on it, on this page.</translation>
    </message>
    <message>
        <source>Portal meminta pengkinian data</source>
        <translation>The portal asks for a data update</translation>
    </message>
    <message>
        <source>Isi sendiri di halaman, atau lewat aplikasi JMO.</source>
        <translation>Fill it in yourself on the page, or in the JMO app.</translation>
    </message>
    <message>
        <source>Portal meminta Anda sendiri</source>
        <translation>The portal asks for you yourself</translation>
    </message>
    <message>
        <source>Bacalah halamannya dan jawab sendiri.</source>
        <translation>Read the page and answer it yourself.</translation>
    </message>
    <message>
        <source>Ini bukan saldo nol: biasanya kartu (KPJ) belum ditautkan ke akun.</source>
        <translation>This is not a balance of zero: usually no card (KPJ) is linked to the account yet.</translation>
    </message>
    <message>
        <source>Portal tidak menampilkan saldo</source>
        <translation>The portal shows no balance</translation>
    </message>
    <message>
        <source>Buka setiap kartu</source>
        <translation>Open each card</translation>
    </message>
    <message>
        <source>Saldo setiap kartu dikumpulkan selagi Anda membukanya.</source>
        <translation>The balance of each card is collected as you open it.</translation>
    </message>
    <message>
        <source>Angkanya tidak dapat dibaca dengan pasti, jadi tidak ditampilkan. Program ini tidak menebak.</source>
        <translation>The figure cannot be read with certainty, so it is not shown. This program does not guess.</translation>
    </message>
    <message>
        <source>Saldo di halaman ini belum terbaca</source>
        <translation>The balance on this page could not be read</translation>
    </message>
    <message>
        <source>Program menunggu sepuluh detik sampai angkanya tidak berubah lagi.</source>
        <translation>The program waits ten seconds until it no longer changes.</translation>
    </message>
    <message>
        <source>Angka di halaman ini bergerak</source>
        <translation>The figure on this page moves</translation>
    </message>
    <message>
        <source>Saldo tersimpan</source>
        <translation>Balance saved</translation>
    </message>
    <message>
        <source>Tutup jendela ini. Sesi portal tetap tersimpan, terenkripsi.</source>
        <translation>Close this window. The portal&apos;s session stays kept, encrypted.</translation>
    </message>
    <message>
        <source>Keluarlah dari portal dengan tombolnya di halaman, lalu tutup jendela ini.</source>
        <translation>Log out with the button on the page, then close this window.</translation>
    </message>
    <message>
        <source>Yang sudah Anda isi di halaman ini belum dikirim, dan hilang bila halaman ini ditinggalkan.</source>
        <translation>What you have filled in on this page was not sent yet, and is lost when the page is left.</translation>
    </message>
    <message>
        <source>Tinggalkan halaman ini?</source>
        <translation>Leave this page?</translation>
    </message>
    <message>
        <source>Tinggalkan</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>Halaman ini tidak menjawab</source>
        <translation>This page does not answer</translation>
    </message>
    <message>
        <source>Program ini tetap berjalan. Muat lagi, atau tutup jendela ini.</source>
        <translation>This program goes on. Load again, or close this window.</translation>
    </message>
    <message>
        <source>Tidak ada yang hilang. Muat lagi, atau buka portal di peramban dan simpan halaman saldonya untuk diimpor.</source>
        <translation>Nothing is lost. Load again, or open the portal in the browser and save its balance page to import it.</translation>
    </message>
    <message>
        <source>Halaman portal berhenti</source>
        <translation>The portal&apos;s page stopped</translation>
    </message>
    <message>
        <source>Periksa sambungan internet Anda, lalu muat lagi.</source>
        <translation>Check your connection, then load again.</translation>
    </message>
    <message>
        <source>Portal tidak dapat dihubungi</source>
        <translation>The portal cannot be reached</translation>
    </message>
    <message>
        <source>Sertifikat keamanan {host} tidak sah, jadi halaman itu tidak dibuka. Coba dari jaringan lain.</source>
        <translation>The security certificate of {host} is not valid, so that page is not opened. Try from another network.</translation>
    </message>
    <message>
        <source>Sambungan tidak aman</source>
        <translation>The connection is not secure</translation>
    </message>
    <message>
        <source>Tidak ada halaman saldo sebesar ini. Buka halaman lain.</source>
        <translation>No balance page is that large. Open another page.</translation>
    </message>
    <message>
        <source>Halaman ini terlalu besar untuk dibaca</source>
        <translation>This page is too large to be read</translation>
    </message>
    <message>
        <source>Nama pengguna diisikan. Periksa, lalu lanjutkan sendiri.</source>
        <translation>The user name is filled in. Check it, then go on yourself.</translation>
    </message>
    <message>
        <source>Diisikan. Tekan tombol masuk di halaman sendiri.</source>
        <translation>Filled in. Press the log-in button on the page yourself.</translation>
    </message>
    <message>
        <source>Tidak diisikan: formulir ini mengirim isinya ke luar portal.</source>
        <translation>Not filled in: this form sends what is typed outside the portal.</translation>
    </message>
    <message>
        <source>Tidak diisikan: formulir ini menaruh isinya di alamat, yang tidak aman.</source>
        <translation>Not filled in: this form puts what is typed into the address, which is not safe.</translation>
    </message>
    <message>
        <source>Tidak diisikan: ini bukan halaman masuk portal.</source>
        <translation>Not filled in: this is not the portal&apos;s log-in page.</translation>
    </message>
    <message>
        <source>Tidak diisikan: tidak ada satu tempat yang jelas untuk itu di halaman ini.</source>
        <translation>Not filled in: there is no single clear place for it on this page.</translation>
    </message>
    <message>
        <source>Tidak ada yang tersimpan untuk akun ini di brankas sandi. Ketik sendiri di halaman.</source>
        <translation>The keyring holds nothing for this account. Type it on the page yourself.</translation>
    </message>
    <message>
        <source>Brankas sandi masih terkunci. Buka kuncinya, atau ketik sendiri di halaman.</source>
        <translation>The keyring is still locked. Unlock it, or type on the page yourself.</translation>
    </message>
    <message>
        <source>Brankas sandi tidak dapat dipakai sekarang. Ketik sendiri di halaman.</source>
        <translation>The keyring cannot be used now. Type on the page yourself.</translation>
    </message>
    <message>
        <source>Halaman ingin membuka {host}. Itu di luar portal, jadi tidak dibuka.</source>
        <translation>The page wanted to open {host}. That is outside the portal, so it was not opened.</translation>
    </message>
    <message>
        <source>Halaman berkata: “{text}”</source>
        <translation>The page says: “{text}”</translation>
    </message>
    <message>
        <source>Halaman portal bertanya</source>
        <translation>The portal&apos;s page asks</translation>
    </message>
    <message>
        <source>Unduhan {name} tidak diambil: hanya lembar saldo (PDF) dari portal.</source>
        <translation>The download {name} was not taken: only balance statements (PDF) of the portal are.</translation>
    </message>
    <message>
        <source>Lembar dari portal sedang dibaca …</source>
        <translation>Reading the statement from the portal …</translation>
    </message>
    <message>
        <source>Lembar itu terkunci dengan kata sandi. Unduh lewat peramban, lalu buka di halaman Impor.</source>
        <translation>That statement is locked with a password. Download it with the browser, then open it on the page Impor.</translation>
    </message>
    <message>
        <source>Lembar dari portal: {message}</source>
        <translation>Statement from the portal: {message}</translation>
    </message>
    <message>
        <source>Lembar dari portal tidak terbaca.</source>
        <translation>The statement from the portal could not be read.</translation>
    </message>
    <message>
        <source>Riwayat dan isian hilang saat jendela ini ditutup; cookie portal tetap tersimpan, terenkripsi.</source>
        <translation>History and what was typed are gone when this window closes; the portal&apos;s cookies stay, encrypted.</translation>
    </message>
    <message>
        <source>Cookie, riwayat, dan isian hilang saat jendela ini ditutup.</source>
        <translation>Cookies, history and what was typed are gone when this window is closed.</translation>
    </message>
    <message>
        <source>Halaman portal juga memuat bagian dari: {hosts}.</source>
        <translation>The portal&apos;s pages also load parts from: {hosts}.</translation>
    </message>
    <message>
        <source>Tidak dimuat dari luar portal: {hosts}.</source>
        <translation>Not loaded from outside the portal: {hosts}.</translation>
    </message>
    <message>
        <source>Terbaca</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>dari {cards}</source>
        <translation>of {cards}</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Cocokkan dengan angka di halaman. Simpan ke riwayat akun {name}?</source>
        <translation>Compare it with the figure on the page. Save it to the history of {name}?</translation>
    </message>
    <message>
        <source>Angka ini tadi bergerak di halaman. Apakah ini angka akhirnya? Simpan ke riwayat akun {name}?</source>
        <translation>This figure moved on the page a moment ago. Is it the final figure? Save it to the history of {name}?</translation>
    </message>
    <message>
        <source>Tersimpan dengan buktinya. Anda dapat keluar dari portal dan menutup jendela ini.</source>
        <translation>Saved with its evidence. You can log out of the portal and close this window.</translation>
    </message>
    <message>
        <source>Belum tersimpan: {why}</source>
        <translation>Not saved: {why}</translation>
    </message>
    <message>
        <source>Kartu ini belum pernah terlihat pada akun {name}. Pastikan Anda masuk dengan akun yang benar.</source>
        <translation>These cards were never seen in the account {name}. Make sure that you signed in with the right one.</translation>
    </message>
    <message>
        <source>Kartu ini tercatat pada akun {other}. Angka ini tidak disimpan ke akun {name}.</source>
        <translation>These cards are recorded for the account {other}. This figure is not saved to the account {name}.</translation>
    </message>
    <message>
        <source>Tutup jendela</source>
        <translation>Close the window</translation>
    </message>
</context>
<context>
    <name>backups</name>
    <message>
        <source>Isinya: {readings}, dari {first} sampai {last}.</source>
        <translation>It holds {readings}, from {first} to {last}.</translation>
    </message>
    <message>
        <source>Di sini belum ada catatan, jadi tidak ada yang akan hilang.</source>
        <translation>There is no record here yet, so nothing will be lost.</translation>
    </message>
    <message>
        <source>Catatan yang ada di sini tidak dapat dibuka, jadi tidak dapat dikatakan apa yang belum ada di cadangan. Bila kuncinya ditemukan, ia dapat dipulihkan dengan cara yang sama.</source>
        <translation>The record that is here cannot be opened, so nobody can say what the backup does not have yet. Once its key is found, it can be restored in the same way.</translation>
    </message>
    <message>
        <source>Berkas sekarang tidak terbaca, jadi tidak dapat dikatakan apa yang belum ada di cadangan.</source>
        <translation>The present file cannot be read, so nobody can say what the backup does not have yet.</translation>
    </message>
    <message>
        <source>Belum ada di cadangan: {count}.</source>
        <translation>Not in the backup yet: {count}.</translation>
    </message>
    <message>
        <source>Berkas sekarang disimpan dengan nama lain, tidak dihapus.</source>
        <translation>The present file is kept under another name, not deleted.</translation>
    </message>
    <message>
        <source>Berkas itu bukan cadangan yang utuh: rusak, terpotong, atau bukan dari program ini. Tidak ada yang diubah.</source>
        <translation>That file is no whole backup: damaged, cut off, or not of this program. Nothing was changed.</translation>
    </message>
    <message>
        <source>Isi cadangan itu diubah di luar program ini, jadi tidak dipakai. Tidak ada yang diubah.</source>
        <translation>Something in that backup was changed outside this program, so it is not used. Nothing was changed.</translation>
    </message>
    <message>
        <source>Cadangan itu dibuat oleh versi yang lebih baru. Perbarui program ini, lalu coba lagi.</source>
        <translation>That backup was made by a newer version. Update this program, then try again.</translation>
    </message>
    <message>
        <source>Penyimpanan komputer penuh; tidak ada yang diubah. Kosongkan sedikit ruang, lalu coba lagi.</source>
        <translation>The computer&apos;s disk is full; nothing was changed. Free some space, then try again.</translation>
    </message>
    <message>
        <source>Berkas itu tidak dapat dibaca, atau folder data tidak boleh ditulisi. Tidak ada yang diubah.</source>
        <translation>That file cannot be read, or the data folder may not be written to. Nothing was changed.</translation>
    </message>
    <message>
        <source>Catatan sedang dipakai (mungkin ada pemeriksaan berjalan). Coba lagi sebentar lagi.</source>
        <translation>The record is in use (perhaps a check is running). Try again in a moment.</translation>
    </message>
    <message>
        <source>Pustaka enkripsi (SQLCipher) tidak terpasang, jadi cadangan ini tidak dapat dibuka.</source>
        <translation>The encryption library (SQLCipher) is not installed, so this backup cannot be opened.</translation>
    </message>
    <message>
        <source>Brankas sandi yang memegang kuncinya tidak memberikannya. Buka brankas itu, lalu coba lagi; atau pakai lembar pemulihan.</source>
        <translation>The keyring that holds its key does not give it. Unlock that keyring, then try again; or use the recovery sheet.</translation>
    </message>
    <message>
        <source>Cadangan itu tidak dapat dibaca. Tidak ada yang diubah.</source>
        <translation>That backup cannot be read. Nothing was changed.</translation>
    </message>
</context>
<context>
    <name>cannot</name>
    <message>
        <source>Jendela portal memerlukan QtWebEngine, yang belum terpasang: uv sync --extra browser.</source>
        <translation>The portal&apos;s window needs QtWebEngine, which is not installed: uv sync --extra browser.</translation>
    </message>
    <message>
        <source>Jendela portal tidak dapat dibuka oleh pengguna root.</source>
        <translation>The portal&apos;s window cannot be opened by the user root.</translation>
    </message>
    <message>
        <source>Akun itu tidak ada, atau tidak punya portal di sini.</source>
        <translation>There is no such account, or it has no portal here.</translation>
    </message>
    <message>
        <source>Jendela portal berhenti tiba-tiba.</source>
        <translation>The portal&apos;s window stopped all of a sudden.</translation>
    </message>
</context>
<context>
    <name>failures</name>
    <message>
        <source>Dibatalkan</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Pemeriksaan terakhir tidak selesai</source>
        <translation>The last check did not finish</translation>
    </message>
    <message>
        <source>PIN ditolak portal</source>
        <translation>The portal refused the PIN</translation>
    </message>
    <message>
        <source>Akun dikunci oleh portal</source>
        <translation>The portal has locked the account</translation>
    </message>
    <message>
        <source>Sesi portal yang disimpan sudah berakhir</source>
        <translation>The portal&apos;s session that was kept has ended</translation>
    </message>
    <message>
        <source>Sesi di portal berakhir lebih dulu</source>
        <translation>The portal ended the session too soon</translation>
    </message>
    <message>
        <source>Portal sedang pemeliharaan</source>
        <translation>The portal is under maintenance</translation>
    </message>
    <message>
        <source>Sambungan ke portal tidak aman</source>
        <translation>The connection to the portal is not safe</translation>
    </message>
    <message>
        <source>Portal tidak dapat dihubungi</source>
        <translation>The portal cannot be reached</translation>
    </message>
    <message>
        <source>Belum ada saldo yang terlihat</source>
        <translation>No balance is shown yet</translation>
    </message>
    <message>
        <source>Tampilan portal belum dikenali</source>
        <translation>The portal&apos;s page is not recognised</translation>
    </message>
    <message>
        <source>Dihentikan demi keamanan Anda</source>
        <translation>Stopped for your safety</translation>
    </message>
    <message>
        <source>Ada yang salah di program ini</source>
        <translation>Something went wrong in this program</translation>
    </message>
    <message>
        <source>Portal meminta kata sandi baru</source>
        <translation>The portal wants a new password</translation>
    </message>
    <message>
        <source>Portal meminta pengkinian data</source>
        <translation>The portal wants your data updated</translation>
    </message>
    <message>
        <source>Akun Anda masih terbuka di tempat lain</source>
        <translation>Your account is still open somewhere else</translation>
    </message>
    <message>
        <source>Portal meminta kode sekali pakai</source>
        <translation>The portal asks for a one-time code</translation>
    </message>
    <message>
        <source>Portal meminta Anda sendiri</source>
        <translation>The portal wants you in person</translation>
    </message>
    <message>
        <source>Brankas sandi masih terkunci</source>
        <translation>The keyring is still locked</translation>
    </message>
    <message>
        <source>PIN belum disimpan</source>
        <translation>No PIN is kept</translation>
    </message>
    <message>
        <source>Brankas sandi tidak dapat dipakai</source>
        <translation>The keyring cannot be used</translation>
    </message>
    <message>
        <source>Tunjukkan angkanya, atau simpan laporan aman untuk pembuat program ini.</source>
        <translation>Point out the figure, or save a safe report for the makers of this program.</translation>
    </message>
    <message>
        <source>Coba sekali lagi, lalu tunjukkan angkanya; atau impor lembar RSJHT.</source>
        <translation>Try once more, then point out the figure; or import an RSJHT statement.</translation>
    </message>
    <message>
        <source>Laporan aman…</source>
        <translation>Safe report…</translation>
    </message>
    <message>
        <source>Tunjukkan angkanya…</source>
        <translation>Point out the figure…</translation>
    </message>
    <message>
        <source>Buka Impor</source>
        <translation>Open Import</translation>
    </message>
    <message>
        <source>Pemeriksaan dibatalkan, atau program tertutup di tengah jalan.</source>
        <translation>The check was cancelled, or the program was closed on the way.</translation>
    </message>
    <message>
        <source>Pemeriksaan otomatis dihentikan agar akun tidak terkunci. Pastikan NIK atau e-mail dan PIN benar, lalu masukkan sekali lagi.</source>
        <translation>The automatic checks rest so that the account is not locked. Make sure that NIK or e-mail and PIN are right, then enter them once more.</translation>
    </message>
    <message>
        <source>Program ini tidak mencoba lagi. Mintalah akun dibuka lewat 175 atau kantor cabang (bawa KTP dan kartu peserta); setelah itu masukkan PIN.</source>
        <translation>This program does not try again. Have the account unlocked through 175 or a branch office (bring KTP and membership card); then enter the PIN.</translation>
    </message>
    <message>
        <source>Portal mengakhiri sesi sebelum saldo terbaca. Biasanya cukup dicoba sekali lagi.</source>
        <translation>The portal ended the session before the balance was read. Usually trying once more is enough.</translation>
    </message>
    <message>
        <source>Periksa sambungan internet. Bila situs lain terbuka, portalnya yang sedang tidak menjawab.</source>
        <translation>Look at your internet connection. If other sites open, it is the portal that does not answer.</translation>
    </message>
    <message>
        <source>Portal menjawab, tetapi tidak menampilkan saldo untuk akun ini. Ini bukan saldo nol: biasanya kartu (KPJ) belum ditautkan, atau klaim sedang diproses.</source>
        <translation>The portal answered, but shows no balance for this account. This is not a balance of zero: usually the card (KPJ) is not linked yet, or a claim is being processed.</translation>
    </message>
    <message>
        <source>Halaman terbuka, tetapi angkanya tidak dapat dibaca dengan pasti. Program ini tidak menebak.</source>
        <translation>The page opened, but its figures cannot be read with certainty. This program does not guess.</translation>
    </message>
    <message>
        <source>PIN yang tersimpan sudah pernah ditolak portal, jadi tidak dikirim lagi. Masukkan PIN yang baru.</source>
        <translation>The portal has refused the kept PIN before, so it was not sent again. Enter the new PIN.</translation>
    </message>
    <message>
        <source>Sertifikat keamanan portal tidak sah, jadi tidak ada yang dikirim. Jangan masuk lewat jaringan ini; coba dari jaringan lain.</source>
        <translation>The portal&apos;s security certificate is not valid, so nothing was sent. Do not sign in over this network; try another one.</translation>
    </message>
    <message>
        <source>Portal tidak menjawab pada waktunya. Coba lagi nanti.</source>
        <translation>The portal did not answer in time. Try again later.</translation>
    </message>
    <message>
        <source>Kode dikirim ke ponsel atau e-mail Anda dan hanya boleh diketik di portal atau JMO. Jangan berikan kepada siapa pun.</source>
        <translation>The code is sent to your phone or e-mail and may only be typed into the portal or JMO. Give it to nobody.</translation>
    </message>
    <message>
        <source>Anda menghentikan pemeriksaan ini sebelum selesai.</source>
        <translation>You stopped this check before it was done.</translation>
    </message>
    <message>
        <source>Layanan sedang dirawat atau terlalu ramai; ini bukan kesalahan Anda. Coba lagi beberapa jam lagi.</source>
        <translation>The service is under maintenance or overloaded; this is not your fault. Try again in a few hours.</translation>
    </message>
    <message>
        <source>Portal mengarahkan ke alamat yang tidak aman atau bukan miliknya, jadi program berhenti. Tidak ada yang dikirim ke sana. Untuk sementara lihat saldo di aplikasi JMO, atau impor lembar RSJHT.</source>
        <translation>The portal pointed to an address that is not safe or not its own, so the program stopped. Nothing was sent there. For now look at the balance in the JMO app, or import an RSJHT statement.</translation>
    </message>
    <message>
        <source>Tekan tombolnya untuk masuk lagi di jendela portal. Sesi yang lama sudah dilupakan; tidak ada yang dikirim.</source>
        <translation>Press the button to sign in again in the portal&apos;s window. The old session is forgotten; nothing was sent.</translation>
    </message>
    <message>
        <source>Halaman portal menampilkan kartu yang belum dikenal pada akun ini, jadi angkanya tidak disimpan. Bukalah jendela portal dan periksa sendiri.</source>
        <translation>The portal&apos;s page shows cards that are not known in this account, so their figure was not stored. Open the portal&apos;s window and look for yourself.</translation>
    </message>
    <message>
        <source>Angka di halaman portal bergerak ketika dibuka, jadi tidak disimpan tanpa Anda. Bukalah jendela portal, tunggu sampai angkanya berhenti, lalu simpan.</source>
        <translation>The figure on the portal&apos;s page moved when it was opened, so it was not saved without you. Open the portal&apos;s window, wait until it stands still, then save it.</translation>
    </message>
    <message>
        <source>Portal mengarahkan ke alamat tanpa pengaman (https), jadi program berhenti. Coba lagi besok; untuk sementara lihat saldo di aplikasi JMO.</source>
        <translation>The portal pointed to an unprotected address (no https), so the program stopped. Try again tomorrow; for now look at the balance in the JMO app.</translation>
    </message>
    <message>
        <source>Portal mengarahkan ke alamat di luar portal, jadi program berhenti. Tidak ada yang dikirim ke sana. Coba lagi besok; untuk sementara lihat saldo di aplikasi JMO.</source>
        <translation>The portal pointed to an address outside the portal, so the program stopped. Nothing was sent there. Try again tomorrow; for now look at the balance in the JMO app.</translation>
    </message>
    <message>
        <source>Portal memperlakukan PIN dengan cara yang tidak aman, jadi program berhenti. Jangan ulangi di sini: lihat saldo di aplikasi JMO, atau impor lembar RSJHT.</source>
        <translation>The portal handles the PIN in an unsafe way, so the program stopped. Do not repeat it here: look at the balance in the JMO app, or import an RSJHT statement.</translation>
    </message>
    <message>
        <source>Halaman portal terlalu besar untuk dibaca. Lihat saldo di portal, atau impor lembar RSJHT.</source>
        <translation>The portal&apos;s page is too big to be read. Look at the balance at the portal, or import an RSJHT statement.</translation>
    </message>
    <message>
        <source>Kata-kata yang pernah Anda tunjukkan tidak lagi berada di tempatnya di halaman portal, jadi tidak ada angka yang diambil. Tunjukkan angkanya sekali lagi, atau lupakan kata-katanya di Pengaturan.</source>
        <translation>The words that you pointed out are no longer in their place on the portal&apos;s page, so no figure was taken. Point out the figure once more, or forget the words in Settings.</translation>
    </message>
    <message>
        <source>Kata-kata yang pernah Anda tunjukkan kini berada di samping angka lain, atau di samping dua angka; program ini tidak memilih. Tunjukkan angkanya sekali lagi, atau lupakan kata-katanya di Pengaturan.</source>
        <translation>The words that you pointed out now stand beside another figure, or beside two; this program does not choose. Point out the figure once more, or forget the words in Settings.</translation>
    </message>
    <message>
        <source>Angka yang pernah Anda tunjukkan ada di halaman, tetapi halaman itu tidak lagi membuktikannya. Program ini tidak menebak: tunjukkan sekali lagi, atau lihat saldonya di portal.</source>
        <translation>The figure that you once pointed out is on the page, but the page does not prove it any more. This program does not guess: point it out once more, or see the balance on the portal.</translation>
    </message>
    <message>
        <source>Akun ini dihapus saat pemeriksaan berjalan, jadi hasilnya tidak disimpan. Bila tidak disengaja, tambahkan akunnya lagi.</source>
        <translation>This account was removed while the check ran, so its result was not kept. If that was not meant, add the account again.</translation>
    </message>
    <message>
        <source>Portal ingin memastikan yang masuk adalah orang (“Saya bukan robot”). Program ini tidak mengakalinya: masuklah sendiri di jendela portal, dan saldo dibaca dari halaman yang Anda buka.</source>
        <translation>The portal wants to be sure that a person signs in (“I am not a robot”). This program does not get around that: sign in yourself in the portal&apos;s window, and the balance is read from the page you open.</translation>
    </message>
    <message>
        <source>Buka portal di peramban, ganti kata sandinya di sana, lalu masukkan kata sandi yang baru di sini.</source>
        <translation>Open the portal in a browser, change the password there, then enter the new one here.</translation>
    </message>
    <message>
        <source>Lakukan pengkinian data di aplikasi JMO atau di portal. Setelah selesai, periksa lagi dari sini.</source>
        <translation>Update your data in the JMO app or on the portal. When that is done, check again from here.</translation>
    </message>
    <message>
        <source>Keluarlah dari portal di peramban atau perangkat lain, tunggu sebentar, lalu coba lagi.</source>
        <translation>Sign out of the portal in the other browser or device, wait a little, then try again.</translation>
    </message>
    <message>
        <source>Portal meminta sesuatu yang hanya boleh dijawab pemilik akun. Buka portal di peramban untuk melihatnya.</source>
        <translation>The portal asks something only the account&apos;s owner may answer. Open the portal in a browser to see it.</translation>
    </message>
    <message>
        <source>Buka kuncinya dengan sandi komputer Anda, lalu coba lagi; atau masukkan PIN untuk sekali ini.</source>
        <translation>Unlock it with your computer&apos;s password, then try again; or enter the PIN for this once.</translation>
    </message>
    <message>
        <source>Tidak ada PIN tersimpan untuk akun ini. Masukkan PIN untuk memeriksa.</source>
        <translation>No PIN is kept for this account. Enter the PIN to check.</translation>
    </message>
    <message>
        <source>Komputer ini tidak menyediakan brankas sandi. Masukkan PIN setiap kali memeriksa.</source>
        <translation>This computer offers no keyring. Enter the PIN each time you check.</translation>
    </message>
    <message>
        <source>Brankas sandi menolak permintaan. Izinkan saat ditanya, atau masukkan PIN untuk sekali ini.</source>
        <translation>The keyring denied the request. Allow it when asked, or enter the PIN for this once.</translation>
    </message>
    <message>
        <source>Penyimpan sandi di komputer ini tidak terkunci, jadi tidak dipakai. Masukkan PIN setiap kali memeriksa.</source>
        <translation>The password store of this computer is not locked, so it is not used. Enter the PIN each time you check.</translation>
    </message>
    <message>
        <source>Brankas sandi tidak menjawab. Coba lagi, atau masukkan PIN untuk sekali ini.</source>
        <translation>The keyring does not answer. Try again, or enter the PIN for this once.</translation>
    </message>
    <message>
        <source>Penyimpanan komputer penuh, jadi hasilnya tidak dapat disimpan. Kosongkan sedikit ruang, lalu coba lagi.</source>
        <translation>The disk is full, so the result cannot be stored. Free some space, then try again.</translation>
    </message>
    <message>
        <source>Catatan sedang dipakai program lain. Tunggu sebentar, lalu coba lagi.</source>
        <translation>The record is in use by another program. Wait a moment, then try again.</translation>
    </message>
    <message>
        <source>Sebagian program ini tidak ada atau rusak. Pasang ulang; catatan Anda tidak tersentuh.</source>
        <translation>A part of this program is missing or broken. Install it again; your record is untouched.</translation>
    </message>
    <message>
        <source>Berkas catatan rusak. Tidak ada yang dihapus atau dikirim. Lihat dahulu cadangan terakhir; bila tidak ada, selamatkan yang masih terbaca dari berkas ini.</source>
        <translation>The file of your record is damaged. Nothing was deleted or sent. Look at the last backup first; if there is none, rescue what can still be read from this file.</translation>
    </message>
    <message>
        <source>Ini kesalahan program, bukan Anda. Coba lagi; bila berulang, laporkan (Pengaturan &gt; Kesehatan &gt; Salin).</source>
        <translation>This is the program&apos;s fault, not yours. Try again; if it happens again, report it (Settings &gt; Health &gt; Copy).</translation>
    </message>
    <message>
        <source>Catatan dibuat oleh versi yang lebih baru. Perbarui program ini.</source>
        <translation>The records were made by a newer version. Update this program.</translation>
    </message>
    <message>
        <source>Folder data program tidak boleh ditulisi. Buka foldernya (di sini atau di Pengaturan), beri izin menulis, lalu coba lagi.</source>
        <translation>The program&apos;s data folder must not be written into. Open the folder (here or in Settings), allow writing, then try again.</translation>
    </message>
    <message>
        <source>Ada yang mengubah catatan di luar program ini, jadi angkanya tidak ditampilkan. Tidak ada yang dihapus. Pulihkan cadangan, atau jalankan main.py ledger verify untuk melihat apa yang berubah.</source>
        <translation>Something changed the history outside this program, so its figures are not shown. Nothing was deleted. Restore a backup, or run main.py ledger verify to see what was changed.</translation>
    </message>
    <message>
        <source>Berkas catatan tidak terbuka dengan kuncinya: permulaannya rusak, atau ada berkas lain di tempatnya. Tidak ada yang dihapus. Pulihkan cadangan, atau selamatkan berkas ini.</source>
        <translation>The record does not open with its key: its beginning is damaged, or another file is in its place. Nothing was deleted. Restore a backup, or rescue this file.</translation>
    </message>
    <message>
        <source>Angka terakhir ({day}) tetap tersimpan.</source>
        <translation>The last figure ({day}) is still here.</translation>
    </message>
    <message>
        <source>Dicoba lagi otomatis {when}.</source>
        <translation>Tried again automatically on {when}.</translation>
    </message>
    <message>
        <source>Coba lagi</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Masukkan PIN lagi</source>
        <translation>Enter the PIN again</translation>
    </message>
    <message>
        <source>Bantuan PIN</source>
        <translation>Help with the PIN</translation>
    </message>
    <message>
        <source>Cara membuka akun</source>
        <translation>How to unlock it</translation>
    </message>
    <message>
        <source>Masuk di jendela portal</source>
        <translation>Sign in at the portal</translation>
    </message>
    <message>
        <source>Bantuan</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Mengapa kosong?</source>
        <translation>Why is it empty?</translation>
    </message>
    <message>
        <source>Masukkan PIN</source>
        <translation>Enter the PIN</translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message>
        <source>hari ini</source>
        <translation>today</translation>
    </message>
    <message>
        <source>kemarin</source>
        <translation>yesterday</translation>
    </message>
</context>
<context>
    <name>health</name>
    <message>
        <source>Akun</source>
        <translation>Accounts</translation>
    </message>
    <message>
        <source>Komputer ini</source>
        <translation>This computer</translation>
    </message>
    <message>
        <source>Semua alamat yang pernah dihubungi</source>
        <translation>Every host ever contacted</translation>
    </message>
    <message>
        <source>Versi</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>Akun {number}</source>
        <translation>Account {number}</translation>
    </message>
    <message>
        <source>belum pernah berhasil</source>
        <translation>has never succeeded</translation>
    </message>
    <message>
        <source>Berikutnya</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Pemeriksaan terakhir</source>
        <translation>Last check</translation>
    </message>
    <message>
        <source>belum diketahui</source>
        <translation>not known yet</translation>
    </message>
    <message>
        <source>ada</source>
        <translation>there</translation>
    </message>
    <message>
        <source>tidak ada</source>
        <translation>none</translation>
    </message>
    <message>
        <source>{clock}; jam portal berbeda {seconds} detik saat terakhir dihubungi</source>
        <translation>{clock}; the portal&apos;s clock differed by {seconds} seconds when last contacted</translation>
    </message>
    <message>
        <source>Brankas sandi</source>
        <translation>Keyring</translation>
    </message>
    <message>
        <source>Baki sistem</source>
        <translation>System tray</translation>
    </message>
    <message>
        <source>Pemberitahuan</source>
        <translation>Notices</translation>
    </message>
    <message>
        <source>Mulai bersama komputer</source>
        <translation>Starts with the computer</translation>
    </message>
    <message>
        <source>ya</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>tidak</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Ruang penyimpanan</source>
        <translation>Disk space</translation>
    </message>
    <message>
        <source>Berkas program</source>
        <translation>The program&apos;s files</translation>
    </message>
    <message>
        <source>Jam</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>lewat layanan pemberitahuan desktop</source>
        <translation>by the desktop&apos;s notification service</translation>
    </message>
    <message>
        <source>lewat ikon di baki sistem</source>
        <translation>by the icon in the tray</translation>
    </message>
    <message>
        <source>tidak dapat ditampilkan; lihat halaman Saldo</source>
        <translation>cannot be shown; see the page Balance</translation>
    </message>
    <message>
        <source>belum pernah diperlukan</source>
        <translation>not needed yet</translation>
    </message>
    <message>
        <source>terakhir {last}, {visits} kali, dikirim {sent}, diterima {received}</source>
        <translation>last {last}, {visits} times, sent {sent}, received {received}</translation>
    </message>
</context>
<context>
    <name>lock</name>
    <message>
        <source>Menunggu brankas sandi…</source>
        <translation>Waiting for the keyring…</translation>
    </message>
    <message>
        <source>Bagaimana catatan Anda disimpan?</source>
        <translation>How shall your record be kept?</translation>
    </message>
    <message>
        <source>Kunci catatan tidak ditemukan</source>
        <translation>The key of the record was not found</translation>
    </message>
    <message>
        <source>Catatan terkunci</source>
        <translation>The record is locked</translation>
    </message>
    <message>
        <source>Kunci catatan ada di brankas sandi komputer ini, yang belum menjawab. Mungkin ia menanyakan sesuatu di layar.</source>
        <translation>The key of the record is in this computer&apos;s keyring, which has not answered yet. It may be asking something on the screen.</translation>
    </message>
    <message>
        <source>Angka dan nama tidak ditampilkan, dan tidak ada pemeriksaan sampai Anda membuka kuncinya. Bila orang lain akan memakai komputer ini, tutup juga programnya (Ctrl+Q): terkunci saja belum menghapus semua yang pernah dibuka.</source>
        <translation>No figures and no names are shown, and nothing is checked until you unlock it. If somebody else is going to use this computer, close the program too (Ctrl+Q): locking alone does not yet erase everything that was opened.</translation>
    </message>
    <message>
        <source>Catatan ini dienkripsi. Masukkan frasa sandinya untuk membukanya.</source>
        <translation>This record is encrypted. Type its passphrase to open it.</translation>
    </message>
    <message>
        <source>Komputer ini tidak punya brankas sandi untuk menyimpan kunci catatan. Pilih frasa sandi, yang ditanyakan setiap kali program dibuka, atau simpan catatan tanpa enkripsi: siapa pun yang memegang komputer ini lalu dapat membacanya.</source>
        <translation>This computer has no keyring to keep the key of the record in. Choose a passphrase, which is asked for each time the program opens, or keep the record unencrypted: whoever holds this computer can then read it.</translation>
    </message>
    <message>
        <source>Brankas sandi yang memegang kunci catatan terkunci. Buka brankas itu, lalu coba lagi.</source>
        <translation>The keyring that holds the key of the record is locked. Unlock it, then try again.</translation>
    </message>
    <message>
        <source>Brankas sandi menolak memberikan kunci catatan. Izinkan bila ditanya, lalu coba lagi.</source>
        <translation>The keyring refused to give the key of the record. Allow it when asked, then try again.</translation>
    </message>
    <message>
        <source>Penyimpan sandi komputer ini tidak aman, jadi tidak dipakai untuk kunci catatan.</source>
        <translation>The password store of this computer is not safe, so it is not used for the key of the record.</translation>
    </message>
    <message>
        <source>Pustaka enkripsi (SQLCipher) tidak terpasang, jadi catatan ini tidak dapat dibuka.</source>
        <translation>The encryption library (SQLCipher) is not installed, so this record cannot be opened.</translation>
    </message>
    <message>
        <source>Catatan ini dienkripsi, dan brankas sandi tidak punya kuncinya. Tidak ada yang dihapus. Masukkan kunci dari lembar pemulihan Anda.</source>
        <translation>This record is encrypted, and the keyring does not have its key. Nothing was deleted. Type the key on your recovery sheet.</translation>
    </message>
    <message>
        <source>Brankas sandi yang memegang kunci catatan tidak menjawab. Coba lagi.</source>
        <translation>The keyring that holds the key of the record does not answer. Try again.</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>Portal menunjukkan saldo nol. Itu wajar bila iuran pertama belum tercatat; bila Anda sudah lama bekerja, tanyakan ke bagian HRD atau 175.</source>
        <translation>The portal shows a balance of zero. That is normal while the first contribution is not recorded yet; if you have worked for long, ask your HR department or 175.</translation>
    </message>
    <message>
        <source>Saldo menjadi nol setelah sebelumnya ada isinya. Itu wajar bila klaim Anda sudah dibayarkan; bila Anda tidak mengajukan klaim, segera hubungi 175.</source>
        <translation>The balance became zero after it was not. That is normal if your claim has been paid; if you made no claim, contact 175 at once.</translation>
    </message>
    <message>
        <source>Portal tidak menampilkan saldo untuk akun ini. Ini bukan saldo nol: biasanya kartu (KPJ) belum ditautkan ke akun, atau klaim sedang diproses.</source>
        <translation>The portal shows no balance for this account. This is not a balance of zero: usually the card (KPJ) is not linked to the account yet, or a claim is being processed.</translation>
    </message>
    <message>
        <source>Halaman portal terbuka, tetapi angkanya tidak dapat dibaca dengan pasti. Program ini tidak menebak.</source>
        <translation>The portal&apos;s page opened, but its figures cannot be read with certainty. This program does not guess.</translation>
    </message>
    <message>
        <source>Yang diketahui baru saldo kartu satu per satu, dari hari yang berbeda. Totalnya disebut bila semua kartu punya angka pada hari yang sama, atau setelah saldo diperiksa.</source>
        <translation>Only balances of single cards are known, from different days. Their total is said once all cards have a figure for the same day, or after the balance was checked.</translation>
    </message>
    <message>
        <source>Belum pernah diperiksa. Tekan Periksa sekarang untuk melihat saldo.</source>
        <translation>Never checked. Press Check now to see the balance.</translation>
    </message>
    <message>
        <source>Menghubungi portal</source>
        <translation>Contacting the portal</translation>
    </message>
    <message>
        <source>Masuk</source>
        <translation>Signing in</translation>
    </message>
    <message>
        <source>Membuka saldo</source>
        <translation>Opening the balance</translation>
    </message>
    <message>
        <source>Membaca</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>Menyimpan</source>
        <translation>Storing</translation>
    </message>
    <message>
        <source>dari portal</source>
        <translation>from the portal</translation>
    </message>
    <message>
        <source>dari jendela portal</source>
        <translation>from the portal window</translation>
    </message>
    <message>
        <source>dari berkas RSJHT</source>
        <translation>from a statement (RSJHT)</translation>
    </message>
    <message>
        <source>dari halaman yang disimpan</source>
        <translation>from a saved page</translation>
    </message>
    <message>
        <source>dari SMS</source>
        <translation>from an SMS</translation>
    </message>
    <message>
        <source>diketik sendiri</source>
        <translation>typed by you</translation>
    </message>
    <message>
        <source>Penerima Upah (PU)</source>
        <translation>Wage earner (PU)</translation>
    </message>
    <message>
        <source>Bukan Penerima Upah (BPU)</source>
        <translation>Self-employed (BPU)</translation>
    </message>
    <message>
        <source>Pekerja Migran (PMI)</source>
        <translation>Migrant worker (PMI)</translation>
    </message>
    <message>
        <source>Catatan tidak dapat dipakai</source>
        <translation>The records cannot be used</translation>
    </message>
    <message>
        <source>Saldo terbaca, tetapi brankas sandi tidak dapat menyimpan PIN. Lain kali PIN akan ditanyakan lagi.</source>
        <translation>The balance was read, but the keyring could not keep the PIN. Next time the PIN will be asked for again.</translation>
    </message>
    <message>
        <source>PIN tidak tersimpan</source>
        <translation>The PIN was not kept</translation>
    </message>
    <message>
        <source>Saldo terbaca</source>
        <translation>Balance read</translation>
    </message>
</context>
<context>
    <name>notices</name>
    <message>
        <source>Buka</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Periksa sekarang</source>
        <translation>Check now</translation>
    </message>
    <message>
        <source>Ingatkan besok</source>
        <translation>Remind me tomorrow</translation>
    </message>
    <message>
        <source>Saldo JHT berubah</source>
        <translation>Your JHT balance changed</translation>
    </message>
    <message>
        <source>Iuran {month} sudah terlihat</source>
        <translation>The contribution of {month} can be seen</translation>
    </message>
    <message>
        <source>Iuran {month} belum terlihat</source>
        <translation>The contribution of {month} cannot be seen yet</translation>
    </message>
    <message>
        <source>Belum berhasil diperiksa sejak {day}</source>
        <translation>No check has succeeded since {day}</translation>
    </message>
    <message>
        <source>Saatnya memeriksa saldo</source>
        <translation>Time to check the balance</translation>
    </message>
    <message>
        <source>Portal sudah mencatatnya pada kartu Anda.</source>
        <translation>The portal has recorded it on your card.</translation>
    </message>
    <message>
        <source>Portal belum menampilkannya pada kartu Anda. Bila bulan depan masih begitu, tanyakan HRD.</source>
        <translation>The portal does not show it on your card yet. If that is still so next month, ask HR.</translation>
    </message>
    <message>
        <source>Tekan Periksa sekarang.</source>
        <translation>Press Check now.</translation>
    </message>
    <message>
        <source>Angka terakhir tetap tersimpan.</source>
        <translation>The last figure is kept.</translation>
    </message>
    <message>
        <source>Terakhir diperiksa {age}. Akun ini hanya dapat diperiksa bersama Anda.</source>
        <translation>Last checked {age}. This account can only be checked with you.</translation>
    </message>
    <message>
        <source>Pemeriksaan otomatis dihentikan agar akun tidak terkunci. Ubah PIN, lalu periksa sekali.</source>
        <translation>Automatic checks have stopped so that the account is not locked. Change the PIN, then check once.</translation>
    </message>
    <message>
        <source>Pemeriksaan otomatis menunggu Anda. Buka untuk melihat langkahnya.</source>
        <translation>Automatic checks wait for you. Open to see what to do.</translation>
    </message>
    <message>
        <source>Buka untuk melihat angkanya.</source>
        <translation>Open to see the figure.</translation>
    </message>
</context>
<context>
    <name>schedule</name>
    <message>
        <source>menunggu Anda. Setelah Anda masuk dan saldo terbaca sekali, jadwal berjalan lagi.</source>
        <translation>waiting for you. Once you have signed in and the balance was read, the schedule goes on.</translation>
    </message>
    <message>
        <source>Setiap bulan</source>
        <translation>Every month</translation>
    </message>
    <message>
        <source>Setiap minggu</source>
        <translation>Every week</translation>
    </message>
    <message>
        <source>Setiap hari</source>
        <translation>Every day</translation>
    </message>
    <message>
        <source>Tidak pernah</source>
        <translation>Never</translation>
    </message>
    <message>
        <source>Sudah waktunya memeriksa sendiri, sejak {day}.</source>
        <translation>It is time to check it yourself, since {day}.</translation>
    </message>
    <message>
        <source>Hari pengingat: {day}.</source>
        <translation>Day of the reminder: {day}.</translation>
    </message>
    <message>
        <source>{when}, menurut jadwal.</source>
        <translation>{when}, by the schedule.</translation>
    </message>
    <message>
        <source>{when}, karena komputer mati atau tidur pada waktunya.</source>
        <translation>{when}, because the computer was off or asleep at its time.</translation>
    </message>
    <message>
        <source>{when}, karena pemeriksaan terakhir terhalang.</source>
        <translation>{when}, because the last check was prevented.</translation>
    </message>
    <message>
        <source>{when}, sekali lagi, karena pemeriksaan terakhir tidak selesai.</source>
        <translation>{when}, once more, because the last check did not finish.</translation>
    </message>
    <message>
        <source>segera, karena akun ini belum pernah diperiksa.</source>
        <translation>soon, because this account has never been checked.</translation>
    </message>
    <message>
        <source>segera setelah komputer tersambung ke listrik, paling lambat {when}.</source>
        <translation>as soon as the computer is plugged in, {when} at the latest.</translation>
    </message>
    <message>
        <source>segera setelah ada jaringan tanpa kuota, paling lambat {when}.</source>
        <translation>as soon as there is a network without a quota, {when} at the latest.</translation>
    </message>
    <message>
        <source>segera setelah komputer tersambung ke jaringan, paling lambat {when}.</source>
        <translation>as soon as the computer is online, {when} at the latest.</translation>
    </message>
    <message>
        <source>tidak ada, karena akun ini dibuat dari berkas, tanpa portal.</source>
        <translation>none, because this account was made from files, without a portal.</translation>
    </message>
    <message>
        <source>tidak ada; program hanya memeriksa saat Anda menekan Periksa sekarang.</source>
        <translation>none; the program checks only when you press Check now.</translation>
    </message>
    <message>
        <source>tidak ada, karena pemeriksaan berkala akun ini sedang dijeda.</source>
        <translation>none, because regular checks of this account are paused.</translation>
    </message>
    <message>
        <source>tidak ada, karena PIN tidak disimpan; hanya Anda yang dapat memulai pemeriksaan.</source>
        <translation>none, because the PIN is not kept; only you can start a check.</translation>
    </message>
    <message>
        <source>tidak ada, karena portal ini meminta Anda sendiri setiap kali masuk.</source>
        <translation>none, because this portal asks for you in person each time.</translation>
    </message>
    <message>
        <source>dihentikan agar akun tidak terkunci. Masukkan PIN dan periksa sekali, lalu jadwal berjalan lagi.</source>
        <translation>stopped so that the account is not locked. Enter the PIN and check once; then the schedule goes on.</translation>
    </message>
    <message>
        <source>{when}, enam jam setelah pemeriksaan otomatis yang terakhir.</source>
        <translation>{when}, six hours after the last automatic check.</translation>
    </message>
    <message>
        <source>{when}, setelah pemeriksaan yang mungkin masih berjalan.</source>
        <translation>{when}, after the check that may still be running.</translation>
    </message>
    <message>
        <source>{when}, setelah jaringan sempat tersambung.</source>
        <translation>{when}, after the network has had time to connect.</translation>
    </message>
    <message>
        <source>{when}, setelah jam tenang.</source>
        <translation>{when}, after the quiet hours.</translation>
    </message>
</context>
<context>
    <name>teach</name>
    <message>
        <source>Menurut halaman: saldo awal</source>
        <translation>The page says: opening balance</translation>
    </message>
    <message>
        <source>Menurut halaman: iuran</source>
        <translation>The page says: contributions</translation>
    </message>
    <message>
        <source>Menurut halaman: hasil pengembangan</source>
        <translation>The page says: growth</translation>
    </message>
    <message>
        <source>Menurut halaman: klaim atau pengambilan</source>
        <translation>The page says: a claim or a withdrawal</translation>
    </message>
    <message>
        <source>Menurut halaman: jumlah lain (upah, batas, rekening)</source>
        <translation>The page says: another amount (wages, a limit, a bank account)</translation>
    </message>
    <message>
        <source>Menurut halaman: perkiraan, simulasi, atau batas</source>
        <translation>The page says: an estimate, a simulation or a limit</translation>
    </message>
    <message>
        <source>Milik program lain, bukan JHT</source>
        <translation>Another program&apos;s, not JHT&apos;s</translation>
    </message>
    <message>
        <source>Menurut halaman: bukan saldo JHT</source>
        <translation>The page says: not the JHT balance</translation>
    </message>
    <message>
        <source>Terbaca {amount}. Terbukti karena {why}.</source>
        <translation>Read: {amount}. Proved, because {why}.</translation>
    </message>
    <message>
        <source>saldo awal, iuran, dan pengembangan di halaman ini berjumlah tepat sama</source>
        <translation>the opening balance, contributions and growth on this page add up to exactly that</translation>
    </message>
    <message>
        <source>saldo semua kartu berjumlah sama dengan total yang ditulis portal</source>
        <translation>the balances of all cards add up to the total that the portal prints</translation>
    </message>
    <message>
        <source>riwayat di halaman ini berakhir pada angka yang sama</source>
        <translation>the history on this page ends at the same figure</translation>
    </message>
    <message>
        <source>halaman ini menyebut saldo JHT, dan setiap angka lain di dalamnya sudah diketahui artinya (bukan saldo)</source>
        <translation>this page speaks of the JHT balance, and the meaning of every other figure on it is known (none is the balance)</translation>
    </message>
    <message>
        <source>Belum terbukti: {why}</source>
        <translation>Not proved: {why}</translation>
    </message>
    <message>
        <source>halaman ini sendiri tidak menyebut saldo JHT, dan itu tidak dapat diajarkan.</source>
        <translation>this page itself does not speak of the JHT balance, and that cannot be taught.</translation>
    </message>
    <message>
        <source>ada angka lain di halaman ini yang artinya belum diketahui.</source>
        <translation>there are other figures on this page whose meaning is not known.</translation>
    </message>
    <message>
        <source>kata-kata yang sama berada di samping dua angka yang berbeda.</source>
        <translation>the same words stand beside two different figures.</translation>
    </message>
    <message>
        <source>tidak ada kata di sampingnya yang dapat diingat.</source>
        <translation>there are no words beside it that could be remembered.</translation>
    </message>
    <message>
        <source>kata di sampingnya memuat nama, dan nama tidak pernah disimpan.</source>
        <translation>the words beside it hold a name, and names are never kept.</translation>
    </message>
    <message>
        <source>dari kata-kata di sampingnya, angka ini tidak dapat ditemukan lagi dengan pasti.</source>
        <translation>by the words beside it, this figure could not be found again for certain.</translation>
    </message>
    <message>
        <source>halaman ini sudah terbaca tanpa perlu diajarkan. Periksa lagi.</source>
        <translation>this page can be read without being taught. Check again.</translation>
    </message>
    <message>
        <source>halaman ini terbaca sendiri, tetapi kata yang dahulu Anda ajarkan menghalanginya. Lupakan kata itu di Pengaturan.</source>
        <translation>this page can be read by itself, but words that you taught before are in the way. Forget those words in Settings.</translation>
    </message>
    <message>
        <source>ada yang bertentangan dengan angka ini di halaman yang sama, dan itu tidak dapat diajarkan.</source>
        <translation>something on the same page contradicts this figure, and that cannot be taught.</translation>
    </message>
    <message>
        <source>saldo awal, iuran, dan pengembangan di halaman ini tidak berjumlah sama dengan angka ini.</source>
        <translation>the opening balance, contributions and growth on this page do not add up to this figure.</translation>
    </message>
    <message>
        <source>kartu-kartu di halaman ini tidak berjumlah sama dengan totalnya, atau tidak semuanya tampil.</source>
        <translation>the cards on this page do not add up to its total, or not all of them are shown.</translation>
    </message>
    <message>
        <source>portal menyembunyikan atau belum menampilkan angka saldonya.</source>
        <translation>the portal hides the balance, or does not show it yet.</translation>
    </message>
    <message>
        <source>angkanya ditulis sehingga bisa berarti dua jumlah.</source>
        <translation>the figure is written so that it could be two amounts.</translation>
    </message>
    <message>
        <source>halaman ini tidak sampai utuh.</source>
        <translation>this page did not arrive whole.</translation>
    </message>
    <message>
        <source>halaman ini berkata tidak ada saldo.</source>
        <translation>this page says that there is no balance.</translation>
    </message>
    <message>
        <source>halaman ini hanya perkiraan atau contoh.</source>
        <translation>this page is only an estimate or an example.</translation>
    </message>
    <message>
        <source>Yang disimpan: di {portal}, kata “{label}” {place} berarti {means}. Tanpa angka, tanpa nama.</source>
        <translation>What is kept: at {portal}, the words “{label}” {place} mean {means}. No figures, no names.</translation>
    </message>
    <message>
        <source>jumlah saldo JHT semua kartu</source>
        <translation>the JHT balance of all cards together</translation>
    </message>
    <message>
        <source>saldo JHT</source>
        <translation>the JHT balance</translation>
    </message>
    <message>
        <source>di depan angka pada baris yang sama</source>
        <translation>before the figure in its row</translation>
    </message>
    <message>
        <source>di kepala kolom</source>
        <translation>in the head of its column</translation>
    </message>
    <message>
        <source>di atas angka</source>
        <translation>above the figure</translation>
    </message>
    <message>
        <source>di bawah angka</source>
        <translation>below the figure</translation>
    </message>
    <message>
        <source>sebagai nama isian</source>
        <translation>as the name of its field</translation>
    </message>
    <message>
        <source>sebelum angka</source>
        <translation>before the figure</translation>
    </message>
    <message>
        <source>halaman tersimpan</source>
        <translation>saved pages</translation>
    </message>
</context>
</TS>
