/** The wordings that the product ships as data; a regency adds its own and new versions. */
import { unitClasses } from '../roster/unit-class.ts';
import type { Eligibility, PledgeTextInput } from './pledge-schema.ts';

/** Every class that counts; whether a class is headed by civil servants decides the rest. */
const everyClass: Eligibility['classes'] = unitClasses.filter(({ counted }) => counted).map(({ code }) => code);

export const officialTexts: readonly { id: string; text: PledgeTextInput }[] = [
  {
    id: 'ikrar-netralitas-2024',
    text: {
      form: 'IKRAR',
      title: 'Ikrar Netralitas Pegawai Aparatur Sipil Negara {instance}',
      opening: 'Dalam rangka menyukseskan pelaksanaan {election} Tahun {year} kami berikrar:',
      points: [
        'Menjaga dan menegakkan prinsip netralitas Pegawai ASN di instansi masing-masing dalam melaksanakan fungsi pelayanan publik baik sebelum, selama, maupun sesudah pelaksanaan {election} Tahun {year}.',
        'Menghindari konflik kepentingan, tidak melakukan praktik-praktik intimidasi dan ancaman kepada Pegawai ASN dan seluruh elemen masyarakat serta tidak memihak kepada pasangan calon tertentu.',
        'Menggunakan media sosial secara bijak dan tidak menyebarkan ujaran kebencian serta berita bohong.',
        'Menolak politik uang dan segala jenis pemberian dalam bentuk apapun.',
      ],
      closing:
        'Demikian ikrar ini kami buat dan dilaksanakan dengan penuh integritas dan rasa tanggung jawab dalam rangka mewujudkan netralitas pegawai ASN yang bermartabat, beretika dan demokratis demi terwujudnya persatuan dan kesatuan NKRI.',
      source:
        'Ikrar netralitas Pegawai ASN dalam Pemilu dan Pemilihan Tahun 2024, disusun dari naskah resmi berbagai daerah yang hampir sama bunyinya; dasar: UU 20/2023 Pasal 9 ayat (2) dan Pasal 24 ayat (1) huruf d',
      eligibility: { classes: everyClass, staff: 'ASN' },
    },
  },
  {
    id: 'pakta-integritas-netralitas',
    text: {
      form: 'PAKTA',
      title: 'Pakta Integritas Netralitas {instance}',
      opening: 'Dalam rangka {election} Tahun {year}, saya menyatakan:',
      points: [
        'Tidak menjadi anggota atau pengurus partai politik.',
        'Tidak memberikan dukungan kepada calon atau pasangan calon dengan cara apa pun.',
        'Tidak mengikuti kegiatan kampanye atau mengerahkan pegawai lain untuk mengikutinya.',
        'Tidak menggunakan fasilitas, anggaran, dan program pemerintah untuk kepentingan calon mana pun.',
        'Tidak membuat keputusan atau tindakan yang menguntungkan atau merugikan salah satu calon.',
        'Tidak menyebarkan atau menanggapi materi dukungan kepada calon di media sosial.',
        'Tidak mengadakan pertemuan, ajakan, imbauan, seruan, atau pemberian barang yang mengarah kepada keberpihakan kepada calon mana pun.',
      ],
      closing:
        'Apabila saya melanggar pernyataan ini, saya bersedia menerima sanksi sesuai peraturan perundang-undangan.',
      source:
        'Contoh pakta integritas dengan tujuh larangan, disusun menurut UU 7/2017 Pasal 280 dan 283, Keputusan Bersama 22 September 2022, dan SE Menteri PANRB 1/2023 (pegawai non-ASN); sesuaikan dengan naskah daerah',
      eligibility: { classes: everyClass, staff: 'ASN_AND_NON_ASN' },
    },
  },
];
