/** Titles (gelar) and ranks that Indonesian officials write around a name, as lists. Compared without dots and case. */

/** Letters only, in capitals: how a title is looked up. */
export const titleKey = (text: string): string => text.replace(/[^\p{L}]/gu, '').toUpperCase();

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

const academicBefore = words('Prof. Drs. Dra. dr. Dr. drg. drh. Ir. Ns. apt. Apt. Bdn. Psi. Ph.D.');
const religiousBefore = words(
  'H. Hj. K.H. KH. Kyai Kiai Ust. Ustadz Ustaz Ustadzah Tgk. Teungku TGH. Tuanku Buya Pdt. Rm.',
);
const civilBefore = words('Ny. Bpk. Bapak Ibu Sdr. Sdri. Alm. Almh.');
const ranksBefore = words(`
  Jenderal Letjen Mayjen Brigjen Kolonel Letkol Mayor Kapten Lettu Letda Peltu Pelda Serma Serka Sertu Serda Kopka Koptu Kopda
  Laksamana Laksda Laksma Marsekal Marsda Marsma Komjen Irjen Kombes AKBP Kompol AKP Iptu Ipda Aiptu Aipda Bripka
  Brigpol Brigadir Briptu Bripda Jaksa`);

/** Corps and branch, right after a rank: `Letkol Inf`, `Brigjen Pol.`. */
const branches = words(
  'Inf. Arm. Kav. Czi. Cpl. Arh. Cke. Cba. Chb. Caj. Cku. Ckm. Ctp. Cpm. Chk. Pol. Mar. Laut Pnb. Lek. Tek. Sus. Pom. Pas. Pnr.',
);

/** Degrees after a name that are also written without dots: the letters decide. */
const degrees = words(`
  S.Pd. S.Pd.I. S.Pd.SD. S.Pd.K. S.Pd.Ing. S.Si. S.H. S.H.I. S.HI. S.E. S.E.I. S.E.Sy. S.T. S.TP. S.TP S.P. S.Pt. S.Pi. S.Hut. S.Sos.
  S.Sos.I. S.IP. S.I.P. S.STP. S.S.T.P. S.IK. S.I.K. S.I.Kom. S.Kom. S.Kep. S.K.M. S.KM. S.Kes. S.Keb. S.Farm. S.Gz. S.Psi. S.Ag. S.Fil.
  S.Th. S.Th.I. S.Hum. S.S. S.Sn. S.Or. S.Ked. S.KG. S.Ars. S.PWK. S.AP. S.A.P. S.Ak. S.Akun. S.Stat. S.Mat. S.Tr. S.Tr.Keb. S.Tr.Kep.
  S.Tr.IP. S.Tr.Kes. S.Tr.Gz. S.ST. S.S.T. SST. S.ST.Pi. S.Gz. S.Adm. S.Ant. S.Li. S.Im. S.Ikom.
  M.Pd. M.Pd.I. M.Si. M.M. M.H. M.H.I. M.Hum. M.T. M.Kes. M.K.M. M.KM. M.Kom. M.AP. M.A.P. M.IP. M.I.P. M.Sos. M.Ag. M.P. M.Ak. M.Ed.
  M.Sc. M.Eng. M.Ec.Dev. M.Keb. M.Kep. M.Farm. M.Psi. M.Tr.IP. M.Tr.A.P. M.Pi. M.Pt. M.Hut. M.Ling. M.PWK. M.Kn. M.E. M.E.Sy. M.Th.
  M.Biomed. M.Epid. M.MRS. MARS. M.A.R.S. M.P.H. M.B.A. M.P.A. M.P.P. M.Stat. M.Ars. M.Sn. M.Li. M.Or. M.T.I. M.I.Kom. M.M.Pd. M.Adm. M.Dev.
  A.Md. A.Md.Keb. A.Md.Kep. A.Md.Kes. A.Md.Gz. A.Md.Pd. A.Md.Farm. A.Md.Kom. A.Md.KG. A.Md.AK. A.Ma. A.Ma.Pd. A.Ma.Pust. A.P. A.KS. A.Ptnh. B.A. B.Sc. B.Eng.
  D.E.A. Ph.D. Sp.A. Sp.B. Sp.OG. Sp.PD. Sp.P. Sp.M. Sp.N. Sp.An. Sp.JP. Sp.KK. Sp.KJ. Sp.Rad. Sp.PK. Sp.THT. Sp.OT. Sp.U. Sp.S. Sp.KG.
  Ners Ns. Apt. apt. Akt. CA. CPA. QIA. CGCAE CFrA CRMP CRGP CGRM CHRM CHCM CIAE CPMA CSEP CIISA CISA CHRMP CPPM CTT MCE M.C.E. MH.Kes. Gr. Lc. Psikolog Dipl. Cand. Dt.`);

const rankKeys = new Set(ranksBefore.map(titleKey));
const before = new Map(
  [...academicBefore, ...religiousBefore, ...civilBefore, ...ranksBefore].map((title) => [titleKey(title), title]),
);
const branchKeys = new Map(branches.map((title) => [titleKey(title), title]));
const after = new Map(degrees.map((title) => [titleKey(title), title]));

/** The usual spelling of a title before a name, or undefined. */
export const titleBefore = (text: string): string | undefined => before.get(titleKey(text));

/** A rank of the forces or the police, after which a corps or branch may stand. */
export const isRank = (text: string): boolean => rankKeys.has(titleKey(text));

/** A corps or a branch, which is a title only after a rank. */
export const branchOf = (text: string): string | undefined => branchKeys.get(titleKey(text));

/** The usual spelling of a degree after a name, or undefined. */
export const titleAfter = (text: string): string | undefined => after.get(titleKey(text));

/** Looks like a degree that no list has: dotted (`S.Xyz.`), or an international certificate (`CXYZ`). */
export const seemsDegree = (text: string): boolean =>
  /^(S|M|A|D|B|Sp|SS|SST)\.\s?\p{L}{1,6}(\.\p{L}{1,5})*\.?$/iu.test(text) ||
  /^C[A-Z][A-Za-z]?[A-Z]{1,4}\.?$/.test(text);

/** The letters of `typed`, with the case that `usual` has; dots and spaces stay as typed. */
export const withCaseOf = (typed: string, usual: string): string => {
  const letters = [...usual].filter((char) => /\p{L}/u.test(char));
  return [...typed].map((char) => (/\p{L}/u.test(char) ? (letters.shift() ?? char) : char)).join('');
};
