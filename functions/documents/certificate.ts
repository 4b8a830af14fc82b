/**
 * A certificate of what stands for one person: one page with the name without titles (rule 10), the office as it was held on the day, every
 * record as what it is, and the QR of its public check. Until it is sealed it is a receipt, and says so.
 */
import { presenceOf } from '../coverage/coverage-rules.ts';
import type { UnitPresence } from '../coverage/coverage-schema.ts';
import { officeAsHeld } from '../invitations/addressee.ts';
import type { Invitation, Signature } from '../invitations/invitation-schema.ts';
import { splitTitles } from '../roster/person-name.ts';
import type { SealHead } from '../seals/seal-schema.ts';
import type { Session } from '../sessions/session-schema.ts';
import type { Certified, Standing } from './certificate-rules.ts';
import { drawQr } from './draw-qr.ts';
import { fitted, type Size } from './eight-up.ts';
import { drawToFit } from './fit-page.ts';
import { drawLetterhead } from './letterhead.ts';
import { dayInWords } from './number-words.ts';
import { figure, inGroups, kindWords, methodWord, momentOf, unitWithDistrict, venueLine } from './paper-words.ts';
import { hairline, makePdf, mm, type Pdf, paper, type Style, soft } from './pdf.ts';
import type { RegencyOnPaper } from './regency-on-paper.ts';
import { dotted } from './signature-block.ts';

export interface CertificateMaterial {
  regency: RegencyOnPaper;
  session: Session;
  invitation: Invitation;
  person: Certified;
  standing: Standing;
  /** The last head, where everything that is certified is under it. */
  seal: SealHead | undefined;
  /** Of the public check, as its QR holds it. */
  check: string;
  at: Date;
}

const accent = '#0b4f6c';
const amber = '#fdf0d5';
const column = { x: mm(26), width: paper.width - mm(52) };
const centred = { ...column, align: 'center' } as const;
const body: Style = { size: 10.5 };
const fine: Style = { size: 9, color: soft };
const nameSizes: readonly Size[] = [
  [26, 1],
  [22, 1],
  [18, 2],
  [14, 4],
];

const drawFrame = (pdf: Pdf): void => {
  const inset = mm(11);
  const edge = (by: number, width: number) =>
    pdf.frame(by, by, paper.width - 2 * by, paper.height - 2 * by, { width, color: accent });
  pdf.aside(() => {
    edge(inset, 1.6);
    edge(inset + 3.2, 0.5);
  });
};

const inOneBreath = new Intl.ListFormat('id', { type: 'conjunction' });

/** `KEHADIRAN DAN PENANDATANGANAN`: what stands, in two or three words. */
const subtitleOf = ({ attendance, signature, symbolic, witness }: Standing): string =>
  inOneBreath
    .format(
      [
        attendance && (attendance.mode === 'ONLINE' ? 'keikutsertaan daring' : 'kehadiran'),
        signature && 'penandatanganan',
        symbolic && 'tanda tangan simbolis',
        witness && 'kesaksian',
      ].filter((word) => word !== undefined),
    )
    .toUpperCase();

const drawTitle = (pdf: Pdf, { standing, seal }: CertificateMaterial, top: number): number => {
  let y = top;
  pdf.tag('H1', () => {
    const title = seal ? 'SERTIFIKAT' : 'TANDA TERIMA';
    y = pdf.text(title, { ...centred, y, size: 28, bold: true, color: accent });
    y = pdf.text(subtitleOf(standing), { ...centred, y, size: 10.5, bold: true, color: soft });
  });
  return y + mm(7);
};

const nameOf = ({ person, invitation }: CertificateMaterial): string => {
  if (person.name !== undefined) return person.name;
  return invitation.erasedAt === undefined ? dotted(52) : '(nama dihapus atas permintaan)';
};

const drawPerson = (pdf: Pdf, material: CertificateMaterial, top: number): number => {
  const { person, invitation, regency } = material;
  let y = top;
  pdf.tag('P', () => {
    y = pdf.text(material.seal ? 'diberikan kepada' : 'atas nama', { ...centred, y, ...body, color: soft }) + mm(2);
  });
  const { size, lines } = fitted(pdf, nameOf(material), { width: column.width, sizes: nameSizes, bold: true });
  pdf.tag('H2', () => {
    y = pdf.text(lines.join('\n'), { ...centred, y, size, bold: true }) + mm(1.5);
  });
  const unit = unitWithDistrict(invitation, regency.labels);
  const isTold = `${person.office} ${person.own ?? ''}`.toLowerCase().includes(unit.toLowerCase());
  const office = person.isDelegate ? [person.own ?? '', `mewakili ${person.office}`] : [person.office];
  pdf.tag('P', () => {
    for (const line of office.filter((text) => text !== '')) y = pdf.text(line, { ...centred, y, size: 12.5 });
    if (!isTold) y = pdf.text(unit, { ...centred, y, ...body, color: soft });
  });
  return y + mm(6);
};

const drawSession = (pdf: Pdf, { session }: CertificateMaterial, top: number): number => {
  const { kind, title, occasion, organizer, zone, startsAt } = session;
  const what = `dalam ${kindWords[kind]} “${title}”${occasion === undefined ? '' : `, ${occasion}`}`;
  const text = `${what}, yang diselenggarakan oleh ${organizer} pada hari ${dayInWords(zone, startsAt)}, bertempat di ${venueLine(session)}, dengan catatan sebagai berikut:`;
  let y = top;
  pdf.tag('P', () => {
    y = pdf.text(text, { ...centred, y, ...body });
  });
  return y + mm(6);
};

type Row = [label: string, text: string, note?: string];

/** Rule 2, as the person is told: `hadir sebagai Plt.`, where it is known as what. */
const presenceWord = ({ holder }: Invitation, presence: UnitPresence): string => {
  if (presence === 'DELEGATED') return 'hadir sebagai wakil';
  if (presence !== 'ACTING') return 'hadir sendiri';
  const acting = officeAsHeld('', holder?.acting).trim();
  return acting === '' ? 'dihadiri Pj/Pjs/Plt/Plh' : `hadir sebagai ${acting}`;
};

const notTheHead = 'Bukan pengganti tanda tangan kepala unit.';

const attendanceRow = ({ session, invitation, standing: { attendance } }: CertificateMaterial): Row[] => {
  if (!attendance) return [];
  const moment = momentOf(session.zone, attendance.at);
  const presence = presenceOf({ ...invitation, checkIn: attendance });
  if (presence === 'ONLINE') return [['Daring', moment, 'Mengikuti dari jauh; bukan kehadiran di tempat.']];
  const text = `${moment}; ${presenceWord(invitation, presence)}`;
  if (attendance.mode === 'BACK_ENTERED') return [['Hadir', text, 'Dicatat susulan dari daftar hadir kertas.']];
  return [['Hadir', text]];
};

const heardRow = ({ session, standing: { heard } }: CertificateMaterial): Row[] => {
  if (!heard) return [];
  const { reader, startedAt } = heard;
  // A reader's name is written in one line; rule 10 keeps titles off certificates.
  const { name } = splitTitles(reader.name);
  return [['Hadir saat pembacaan', `Dibacakan oleh ${name}, ${reader.office}; ${momentOf(session.zone, startedAt)}`]];
};

const signed = ({ zone, pledge }: Session, signature: Pick<Signature, 'at' | 'method' | 'sheet'>): string =>
  `“${pledge?.title ?? ''}”, ${momentOf(zone, signature.at)}, ${signature.method === 'PAPER' ? 'pada' : 'melalui'} ${methodWord(signature)}`;

const hashOf = ({ hash }: Signature): string => `SHA-256 naskah: ${hash.slice(0, 8)} ${hash.slice(8, 16)}…`;

/** A symbolic signature or a witness's may be given by somebody whom the office sent. */
const through = ({ signer }: Signature): string => (signer ? `, oleh wakil: ${signer.name ?? dotted(24)}` : '');

/** Of the person's own signature nobody else is the signer. */
const bare = ({ signer: _, ...signature }: Signature): Signature => signature;

const signatureRows = ({ session, standing, person }: CertificateMaterial): Row[] => {
  const binding = person.isDelegate
    ? `Mengikat yang bersangkutan sendiri, bukan ${person.office}.`
    : 'Persetujuan elektronik yang mengikat yang bersangkutan.';
  const row = (label: string, signature: Signature | undefined, note: string): Row[] =>
    signature ? [[label, signed(session, signature) + through(signature), `${note}\n${hashOf(signature)}`]] : [];
  return [
    ...row('Menandatangani', standing.signature && bare(standing.signature), binding),
    ...row('Tanda tangan simbolis', standing.symbolic, notTheHead),
    ...row('Saksi', standing.witness, notTheHead),
  ];
};

const labelWidth = mm(40);

const drawRecords = (pdf: Pdf, material: CertificateMaterial, top: number): number => {
  const { x, width } = column;
  const at = { x: x + labelWidth, width: width - labelWidth };
  let y = top;
  const rule = () => pdf.line([x, y], [x + width, y], { width: 0.4, color: hairline });
  for (const [label, text, note] of [...attendanceRow(material), ...heardRow(material), ...signatureRows(material)]) {
    rule();
    const first = y + mm(1.6);
    pdf.tag('P', () => {
      pdf.text(label, { x, y: first, width: labelWidth - mm(2), size: 10, bold: true });
      y = pdf.text(text, { ...at, y: first, size: 10 });
      if (note !== undefined) y = pdf.text(note, { ...at, y, ...fine });
    });
    y += mm(1.6);
  }
  rule();
  return y;
};

const qrSide = mm(42);
const footTop = paper.height - mm(19) - mm(45);

const sealText = ({ session, seal }: CertificateMaterial): [title: string, text: string] => {
  if (seal)
    return [
      'Sudah disegel',
      `Akar ${inGroups(seal.root).split('\n')[0]}…\nsegel nomor ${seal.number}, ${figure(seal.size)} catatan, ${momentOf(session.zone, seal.at)}`,
    ];
  const why =
    session.state === 'CLOSED'
      ? 'Catatan ini menunggu segel berikutnya; unduh lagi sesudah disegel.'
      : 'Catatan disegel ketika kegiatan ditutup; unduh lagi sesudah itu untuk sertifikatnya.';
  return ['SEMENTARA, belum disegel', why];
};

const howToCheck =
  'Periksa keaslian: pindai kode ini atau buka alamatnya. Halaman itu menunjukkan apa yang tercatat, sejak kapan, dan di bawah akar mana.';

const drawFoot = (pdf: Pdf, material: CertificateMaterial): void => {
  const { check, seal } = material;
  const y = footTop;
  const draw = () => drawQr(pdf, check, column.x - mm(3), y, qrSide);
  pdf.tag('Figure', draw, 'Kode QR pemeriksaan');
  pdf.link(column.x, y, qrSide, qrSide, check);
  const x = column.x + qrSide + mm(2);
  const at = { x, width: column.x + column.width - x };
  const [title, text] = sealText(material);
  if (!seal) {
    const height = mm(3) + pdf.height(title, at.width, { size: 11, bold: true }) + pdf.height(text, at.width, fine);
    pdf.box(x - mm(2), y + mm(1.5), at.width + mm(2), height, amber);
  }
  pdf.tag('P', () => {
    let below = pdf.text(title, { ...at, y: y + mm(3), size: 11, bold: true, color: seal ? accent : '#1a1a1a' });
    below = pdf.text(text, { ...at, y: below, ...fine }) + mm(2.5);
    below = pdf.text(howToCheck, { ...at, y: below, ...fine }) + mm(1);
    // The code on a line of its own: a break within it would look like a blank.
    pdf.text(check.replace('/v/', '/v/\n'), { ...at, y: below, ...fine });
  });
};

/** `air` stands between the parts, so that a short certificate fills its page. */
const drawRecorded = (pdf: Pdf, material: CertificateMaterial, air: number): number => {
  const below = drawLetterhead(pdf, material.regency.letterhead, { ...column, y: mm(20) });
  const person = drawTitle(pdf, material, below + air);
  const session = drawPerson(pdf, material, person + air);
  const records = drawSession(pdf, material, session + air);
  return drawRecords(pdf, material, records + air);
};
const airs = 4;

const drawCertificate = (pdf: Pdf, material: CertificateMaterial): void => {
  pdf.page();
  drawFrame(pdf);
  pdf.section(material.seal ? 'Sertifikat' : 'Tanda terima', () => {
    drawToFit(pdf, { bottom: footTop - mm(4), airs, most: mm(8) }, (pen, air) => drawRecorded(pen, material, air));
    drawFoot(pdf, material);
  });
};

export const certificateOf = (material: CertificateMaterial): Promise<Uint8Array> =>
  makePdf(`${material.seal ? 'Sertifikat' : 'Tanda terima'}: ${material.session.title}`, material.at, async (pdf) =>
    drawCertificate(pdf, material),
  );

/** One page each, in one file; of one session. */
export const certificatesOf = (materials: readonly CertificateMaterial[]): Promise<Uint8Array> => {
  const [first] = materials;
  if (!first) throw new Error('no certificates to draw');
  return makePdf(`Sertifikat: ${first.session.title}`, first.at, async (pdf) => {
    for (const material of materials) {
      await pdf.pause();
      drawCertificate(pdf, material);
    }
  });
};
