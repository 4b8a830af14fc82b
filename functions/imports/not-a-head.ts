/** Offices that head no unit, as lists of all employees have them. */

/** The second in a unit, and parts of a unit that are none themselves. `Kepala Bagian` heads one: `Kepala Bagian Hukum`. */
const below =
  /^(sekretaris(?! (daerah|dprd|dewan|kpu))|sekdes|sekcam|sekdis|sekban|wakil|wadir|(kepala )?sub[ -]?(bagian|bag|bidang|bid|seksi)|kepala (bidang|seksi|tata usaha|tu|urusan|dusun|lingkungan|instalasi|ruang(an)?)|kabid|kasi|kasie|kasubb?ag|kasubb?id|kaur|kadus|ktu)\b/i;

/** Functional and other posts. `Staf Ahli Bupati` is an office of its own. */
const posts =
  /^(staf(?! ahli)|guru|analis|pengawas|bendahara|operator|pengadministrasi|pengelola|penelaah|penata|pranata|penyuluh|penyusun|perencana|perawat|bidan|dokter|apoteker|auditor|arsiparis|ajudan|sopir|pengemudi|pramu\w*)\b/i;

/** Heads are often named by their post and the unit that they head beside it: `Guru Ahli Madya / Kepala Sekolah`. */
const alsoHeads = /.\b(kepala (sekolah|sd|smp|tk|puskesmas|uptd?)|kepsek|direktur)\b/i;

/** Whether somebody with this office heads no unit; without an office nothing is known. Any `Plt.` has been taken off. */
export const isNotHead = (office: string): boolean =>
  below.test(office) || (posts.test(office) && !alsoHeads.test(office));
