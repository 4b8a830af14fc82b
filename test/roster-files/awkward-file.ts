/**
 * What an awkward roster and what has to come out of it are written as, by hand:
 * `row | unit | office | holder | NIP | district | issues`, a column left out where it is not what the file is about.
 */
export interface AwkwardFile {
  what: string;
  make: () => Promise<Buffer> | Buffer;
  /** What of each row is compared, in this order. */
  shows: readonly Shown[];
  rows: readonly string[];
  sheet?: string;
}
export type Shown =
  | 'unit'
  | 'class'
  | 'office'
  | 'holder'
  | 'acting'
  | 'nip'
  | 'district'
  | 'village'
  | 'code'
  | 'phone'
  | 'email'
  | 'letter'
  | 'parent'
  | 'issues';

export const nip = (number: number): string => `19740505200412100${number}`;
/** The same number, as it is printed in letters. */
export const spaced = (number: number): string => `19740505 200412 1 00${number}`;
export const titles = ['NO', 'NAMA', 'NIP', 'JABATAN', 'UNIT KERJA', 'KECAMATAN'];
