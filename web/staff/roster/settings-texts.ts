import { dictionary } from '../../shared/i18n.ts';

export const t = dictionary({
  title: ['Pengaturan daerah', 'Settings of the regency'],
  firstTitle: ['Siapkan daerah Anda', 'Set up your regency'],
  firstLead: [
    'Cukup sekali. Zona waktu dan kop surat dipakai pada setiap kegiatan dan cetakan.',
    'Only once. The time zone and the letterhead appear on every session and print.',
  ],
  code: ['Kode wilayah Kemendagri', 'Kemendagri region code'],
  name: ['Nama daerah', 'Name of the regency'],
  nameHint: ['Misalnya: Kabupaten Lahat', 'For example: Kabupaten Lahat'],
  zone: ['Zona waktu', 'Time zone'],
  letterhead: ['Kop surat', 'Letterhead'],
  letterheadHint: ['Satu sampai empat baris, baris pertama paling atas.', 'One to four lines, the topmost first.'],
  address: ['Alamat pada kop surat', 'Address in the letterhead'],
  district: ['Sebutan kecamatan di daerah ini', 'What a district is called here'],
  districtHint: ['Misalnya: Kecamatan, Distrik, Kapanewon', 'For example: Kecamatan, Distrik, Kapanewon'],
  village: ['Sebutan desa di daerah ini', 'What a village is called here'],
  villageHint: ['Misalnya: Desa, Pekon, Nagari, Gampong', 'For example: Desa, Pekon, Nagari, Gampong'],
  classes: ['Sebutan kelas unit yang lain', 'What other classes of units are called'],
  classesHint: [
    'Isi hanya yang disebut lain di daerah ini. Sebutan kecamatan dan desa sudah diatur di atas.',
    'Fill in only what is called otherwise here. Districts and villages are set above.',
  ],
  save: ['Simpan pengaturan', 'Save settings'],
  saved: ['Pengaturan tersimpan.', 'Settings saved.'],
  readAnew: ['Muat ulang pengaturan', 'Reload the settings'],
  nameMissing: ['Isi nama daerah.', 'Enter the name of the regency.'],
  letterheadMissing: ['Isi kop surat, satu sampai empat baris.', 'Enter the letterhead, one to four lines.'],
});
