import type { UnitClass } from './model.ts';
import type { Random } from './random.ts';

/** Invented people: common given names put together at random, with the titles and ranks their office would have. */
export interface Holder {
  name: string;
  nip: string;
  rank: string;
  phone: string;
}

const MALE =
  `Ahmad Muhammad Abdul Agung Andi Arif Bambang Budi Darmawan Dedi Edi Eko Fahmi Fauzan Firman Gunawan Hadi Hamdani Hendra
Heri Ibrahim Ilham Indra Irwan Iskandar Iwan Jamaludin Joko Junaedi Khairul Lukman Mahmud Ma’ruf Mulyadi Mustafa Nasrullah Nugroho
Rahmat Rifa’i Ridwan Rizal Rudi Ruslan Saiful Samsul Slamet Sofyan Sukarno Supriyadi Suharto Sutrisno Syafi’i Syahrul Taufik Tri Umar
Usman Wahyu Wawan Yusuf Zainal Zulkarnain`.split(/\s+/);

const FEMALE =
  `Aisyah Anita Asmawati Ayu Citra Dewi Dian Eka Elly Endang Erna Fatimah Fitri Halimah Hartini Herawati Ida Indah Kartika
Kurnia Laila Lestari Lilis Maimunah Mariana Marlina Maryam Masitah Mega Nani Ningsih Novita Nur Nur’aini Puji Puspita Ratna Rina Rosmala
Rosidah Rukmini Sari Siti Sri Sulastri Sumiati Suryani Susilawati Tuti Umi Wahyuni Widya Yanti Yuliana Yusnita Zubaidah`.split(
    /\s+/,
  );

const LAST =
  `Abidin Achmadi Adiputra Alamsyah Anshori Arifin Asmoro Azhari Basuki Burhanuddin Cahyono Djauhari Efendi Fadillah
Firdaus Fitrah Gumilar Halim Hamzah Harahap Hasanudin Hermawan Hidayat Husin Idris Irawan Ismail Jauhari Kadir Kurniawan Kusuma Latif
Mahendra Makmur Mansur Marzuki Maulana Muchtar Muslim Nasution Nuryadin Oktavian Pranata Prasetya Pratama Purnama Ramadhan Rasyid Romli
Rusdi Sanjaya Saputra Setiadi Siregar Sobri Subekti Sudrajat Sulaiman Suryadi Syahputra Syarif Tamrin Wibisono Wijaya Yahya Yulianto
Zaini Zakaria`.split(/\s+/);

/** Heads with one name only, as there are in every roster. */
const SINGLE = {
  male: 'Sahabadi Suparman Mulyono Sarkowi Maryono Tugiman Jumadi Wagiman Kasmir Lukmi Darsono'.split(' '),
  female: 'Nurlela Hasnah Rusmini Paridah Samsinar Kartini Nurbaiti'.split(' '),
};

/** Titles after the name, by the kind of office. */
const DEGREES: Record<UnitClass, readonly string[]> = {
  OPD: [
    'S.E., M.M.',
    'S.H., M.H.',
    'S.Sos., M.Si.',
    'S.T., M.T.',
    'M.Si.',
    'S.P., M.P.',
    'S.STP., M.Si.',
    'S.Kom., M.M.',
  ],
  KECAMATAN: ['S.STP., M.Si.', 'S.Sos.', 'S.IP., M.Si.', 'S.E.', 'S.H.'],
  KELURAHAN: ['S.Sos.', 'S.IP.', 'S.E.', 'S.H.', ''],
  DESA: [''],
  PUSKESMAS: ['S.K.M.', 'S.Kep., Ners', 'S.K.M., M.Kes.', 'A.Md.Keb.', 'S.Tr.Keb.'],
  TK: ['S.Pd.'],
  SD: ['S.Pd.', 'S.Pd.SD', 'S.Pd.', 'S.Pd., M.Pd.', 'M.Pd.', 'A.Ma.Pd.'],
  SMP: ['S.Pd.', 'S.Pd., M.Pd.', 'M.Pd.', 'S.Pd., M.M.', 'S.Ag.'],
  SMA: ['S.Pd., M.Pd.', 'M.Pd.', 'S.Pd., M.M.', 'S.Si., M.Pd.'],
  BUMD: ['S.E., M.M.', 'S.T.', 'S.H.'],
};

const RANKS: Record<UnitClass, readonly string[]> = {
  OPD: ['Pembina Utama Muda (IV/c)', 'Pembina Tk. I (IV/b)', 'Pembina Tk. I, IV/b', 'Pembina Utama Madya (IV/d)'],
  KECAMATAN: ['Pembina (IV/a)', 'Pembina Tk. I (IV/b)'],
  KELURAHAN: ['Penata Tk. I (III/d)', 'Penata (III/c)'],
  DESA: [''],
  PUSKESMAS: ['Penata Tk. I (III/d)', 'Pembina (IV/a)', 'Penata / III.c'],
  TK: ['Pembina (IV/a)'],
  SD: ['Pembina (IV/a)', 'Penata Tk. I (III/d)', 'Pembina Tk. I (IV/b)', 'Pembina, IV/a'],
  SMP: ['Pembina (IV/a)', 'Pembina Tk. I (IV/b)'],
  SMA: ['Pembina Tk. I (IV/b)', 'Pembina (IV/a)'],
  BUMD: [''],
};

export interface PeopleOptions {
  random: Random;
  /** Share of names typed in capitals. */
  capitals: number;
  /** Last names of the region, mixed in. */
  localNames: readonly string[];
}

/** Returns a function that makes one more person, never the same name or number twice. */
export function peopleOf({ random, capitals, localNames }: PeopleOptions): (unitClass: UnitClass) => Holder {
  const names = new Set<string>();
  const numbers = new Set<string>();

  const fresh = (taken: Set<string>, make: () => string): string => {
    let value = make();
    while (taken.has(value)) value = make();
    taken.add(value);
    return value;
  };

  return (unitClass) => {
    const female = random.chance(unitClass === 'SD' || unitClass === 'PUSKESMAS' ? 0.55 : 0.25);
    const born = random.int(1965, 1985);
    const bare = fresh(names, () => bareName(random, female, localNames));
    const written = random.chance(capitals) ? bare.toUpperCase() : bare;
    const contract = (unitClass === 'SD' || unitClass === 'PUSKESMAS') && random.chance(0.04);
    // Directors of regional enterprises are not civil servants: no NIP, no rank.
    const nip = unitClass === 'BUMD' ? '' : fresh(numbers, () => employeeNumber(random, { born, female, contract }));
    return {
      name: withTitles(random, written, { unitClass, female, born }),
      nip,
      rank: contract ? 'IX' : random.pick(RANKS[unitClass]),
      phone: phone(random),
    };
  };
}

/** The way people type it: 8-6-1-3, as on paper. */
export function spaced(nip: string): string {
  return nip.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, '$1 $2 $3 $4');
}

function bareName(random: Random, female: boolean, localNames: readonly string[]): string {
  if (random.chance(0.04)) return random.pick(female ? SINGLE.female : SINGLE.male);
  const first = random.pick(female ? FEMALE : MALE);
  const last = random.chance(0.3) ? random.pick(localNames) : random.pick(LAST);
  if (!random.chance(0.25)) return `${first} ${last}`;
  const middle = random.pick(female ? FEMALE : MALE);
  return middle === first ? `${first} ${last}` : `${first} ${middle} ${last}`;
}

function withTitles(
  random: Random,
  name: string,
  { unitClass, female, born }: { unitClass: UnitClass; female: boolean; born: number },
): string {
  const pilgrim = random.chance(0.2) ? (female ? 'Hj. ' : 'H. ') : '';
  if (unitClass === 'PUSKESMAS' && random.chance(0.45))
    return `${random.pick(['dr.', 'dr.', 'drg.'])} ${pilgrim}${name}`;
  // The degree "Drs." (f. "Dra.") was no longer given to those born later.
  const old = unitClass !== 'PUSKESMAS' && born < 1970 && random.chance(0.5);
  if (old) return `${female ? 'Dra.' : 'Drs.'} ${pilgrim}${name}, ${random.pick(['M.Si.', 'M.M.', 'M.Pd.'])}`;
  const degree = random.pick(DEGREES[unitClass]);
  return `${pilgrim}${name}${degree === '' ? '' : `, ${degree}`}`;
}

/**
 * A NIP, or the number of a contract employee (PPPK) whose 13th and 14th digits are a code and not a month. The
 * sequence begins at 900, which real appointments of one month and sex hardly reach.
 */
function employeeNumber(
  random: Random,
  { born, female, contract }: { born: number; female: boolean; contract: boolean },
): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const birth = `${born}${two(random.int(1, 12))}${two(random.int(1, 28))}`;
  const appointed = contract
    ? `${random.int(2021, 2023)}21`
    : `${Math.max(1990, born + random.int(23, 32))}${two(random.int(1, 12))}`;
  return `${birth}${appointed}${female ? 2 : 1}${random.int(900, 999)}`;
}

/** Mobile numbers with four noughts in the middle, in the three ways people type them; some left empty. */
function phone(random: Random): string {
  if (random.chance(0.15)) return '';
  const national = `8${random.pick(['12', '13', '21', '52', '53', '78', '57'])}0000${random.int(1000, 9999)}`;
  return random.pick([`0${national}`, `0${national}`, `62${national}`, `+62${national}`]);
}
