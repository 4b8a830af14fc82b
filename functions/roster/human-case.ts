/**
 * Typed in capitals, shown as people write: names of persons and of units. Mixed case is somebody's choice and is
 * kept.
 */

const isOneCase = (text: string): boolean => !/\p{Ll}/u.test(text) || !/\p{Lu}/u.test(text);

const capitalised = (letters: string): string => letters.charAt(0).toUpperCase() + letters.slice(1).toLowerCase();

/** A run of letters, an apostrophe between two of them included: `MA'RUF`, `A.R.` is two runs. */
const letterRun = /\p{L}+(['’`]\p{L}+)*/gu;

const smallInNames = new Set(['BIN', 'BINTI']);
const romanNumeral = /^(II|III|IV|VI|VII|VIII|IX|XI|XII|XIII|XIV|XV|XVI)$/;

/** `SAHABADI` -> `Sahabadi`, `M. YUSUF` -> `M. Yusuf`, `MA'RUF` -> `Ma'ruf`; `McDonald` stays. */
export const humanName = (name: string): string => {
  if (!isOneCase(name)) return name;
  return name.replace(letterRun, (run, _apostrophe, at: number) => {
    const upper = run.toUpperCase();
    if (at > 0 && smallInNames.has(upper)) return upper.toLowerCase();
    return romanNumeral.test(upper) ? upper : capitalised(run);
  });
};

const smallInUnits = new Set('DAN DI KE DARI PADA YANG UNTUK SERTA DENGAN SE'.split(' '));

/** Acronyms that have a vowel; those without one (BPBD, DPMPTSP) tell themselves. */
const acronyms = new Set(
  (
    'RSUD RSU RSJ RSIA RSJD UPTD UPT UPTB SD SDN SDLB SDIT SMP SMPN SMPIT SMA SMAN SMK SMKN SLB SLBN TK TKN PAUD SKB KB BLUD DPRD OPD SKPD ASN PNS PUPR PU ' +
    'KUA UMKM UKM KUKM BUMD PDAM BKAD BPKAD BPKPAD BPAD BAPPEDALITBANG BNN KPU PDI TNI POLRI RI ULP IPAL LPSE UPTSP DPUPR DPU DISPMD BPSDM PUSDIKLAT LAPAS IKM IT ' +
    'PT CV'
  ).split(' '),
);
for (const readAsWord of ['BAPPEDALITBANG', 'DISPMD', 'PUSDIKLAT', 'LAPAS', 'POLRI']) acronyms.delete(readAsWord);

const unitRoman = /^(?=[IVX])(X{0,3})(IX|IV|V?I{0,3})$/;

const unitWord = (word: string, at: number): string => {
  const bare = word.replace(/[^\p{L}\d]/gu, '').toUpperCase();
  if (at > 0 && smallInUnits.has(bare)) return word.toLowerCase();
  const stays =
    acronyms.has(bare) || /\d/.test(bare) || unitRoman.test(bare) || (bare.length > 1 && !/[AEIOUY]/.test(bare));
  return stays && bare !== 'DR' ? word.toUpperCase() : word.replace(letterRun, capitalised);
};

/** `SD NEGERI 1 LAHAT` -> `SD Negeri 1 Lahat`, `RSUD LAHAT` -> `RSUD Lahat`; mixed case stays. */
export const humanUnitName = (name: string): string =>
  isOneCase(name)
    ? name
        .split(' ')
        .map((word, at) => unitWord(word, at))
        .join(' ')
    : name;
