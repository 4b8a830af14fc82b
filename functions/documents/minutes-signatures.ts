/** The signature blocks at the end: whoever read, the witnesses, and the session letter's signer (rule 10). What is unknown is a dotted line. */

import { officeAsHeld } from '../invitations/addressee.ts';
import { longDay } from '../platform/long-day.ts';
import { dayIn } from '../platform/time.ts';
import { readingsHeld } from '../pledges/presence-at-reading-rules.ts';
import { showsNipAndRank } from '../pledges/signature-block-rules.ts';
import { fullName } from '../roster/person-name.ts';
import type { MinutesMaterial, Writing } from './minutes-material.ts';
import { body, dayOf } from './minutes-opening.ts';
import { placeOf } from './paper-words.ts';
import { lineHeight, mm, type Pdf } from './pdf.ts';
import { dotted } from './signature-block.ts';

interface Block {
  caption: string;
  office: string;
  name: string;
  /** Below the name: rank where it is known, and a line for the number, which is filled in by hand. */
  below: string[];
}

const strong = { ...body, bold: true };
const room = mm(20);
const width = mm(76);
const gap = mm(6);
const numberLine = `NIP/NRP ${dotted(34)}`;

/** Whoever read or witnessed several times signs once. */
const onceEach = <P extends { name: string; office: string }>(people: readonly P[]): P[] => [
  ...new Map(people.map((person) => [`${person.name}\n${person.office}`, person])).values(),
];

const signerBlock = ({ session }: MinutesMaterial): Block => {
  const signer = session.letter?.signer;
  if (!signer) return { caption: 'Mengetahui,', office: dotted(42), name: dotted(42), below: [numberLine] };
  const { office, acting, name, titlesBefore, titlesAfter, rank } = signer;
  const titles = { ...(titlesBefore && { titlesBefore }), ...(titlesAfter && { titlesAfter }) };
  return {
    caption: 'Mengetahui,',
    office: `${officeAsHeld(office, acting)},`,
    name: name === undefined ? dotted(42) : fullName({ name, ...titles }),
    below: showsNipAndRank(office) ? [...(rank === undefined ? [] : [rank]), numberLine] : [],
  };
};

const blocksOf = (material: MinutesMaterial): Block[] => {
  const held = readingsHeld(material.readings);
  const readers = onceEach(held.map(({ reader }) => reader));
  const witnesses = onceEach(held.flatMap((reading) => reading.witnesses));
  const block = (caption: string, { name, office }: { name: string; office: string }): Block => ({
    caption,
    office: `${office},`,
    name,
    below: showsNipAndRank(office) ? [numberLine] : [],
  });
  return [
    ...readers.map((reader, index) => block(readers.length > 1 ? `Pembaca ${index + 1}` : 'Pembaca', reader)),
    ...witnesses.map((witness, index) => block(witnesses.length > 1 ? `Saksi ${index + 1}` : 'Saksi', witness)),
    signerBlock(material),
  ];
};

const upperHeight = (pdf: Pdf, { caption, office }: Block): number =>
  pdf.height(caption, width, body) + pdf.height(office, width, body);
const lowerHeight = (pdf: Pdf, { name, below }: Block): number =>
  pdf.height(name, width, strong) + below.length * lineHeight(body);

/** Blocks beside each other have their names on one line. */
const drawPair = (pdf: Pdf, pair: readonly Block[], xs: readonly number[], y: number): number => {
  const nameY = y + Math.max(...pair.map((block) => upperHeight(pdf, block))) + room;
  for (const [index, { caption, office, name, below }] of pair.entries()) {
    const at = { x: xs[index] ?? 0, width };
    pdf.tag('P', () => {
      pdf.text(office, { ...at, y: pdf.text(caption, { ...at, y, ...body }), ...body });
      let next = pdf.text(name, { ...at, y: nameY, ...strong });
      for (const line of below) next = pdf.text(line, { ...at, y: next, ...body });
    });
  }
  return nameY + Math.max(...pair.map((block) => lowerHeight(pdf, block)));
};

/** Two beside each other; the signer of the letter at the right, as on letters. */
const pairsOf = (material: MinutesMaterial): Block[][] => {
  const blocks = blocksOf(material);
  return Array.from({ length: Math.ceil(blocks.length / 2) }, (_, index) => blocks.slice(2 * index, 2 * index + 2));
};

const pairHeight = (pdf: Pdf, pair: readonly Block[]): number =>
  room + Math.max(...pair.map((block) => upperHeight(pdf, block) + lowerHeight(pdf, block)));

/** Of what must stay with the closing sentence. */
export const firstPairHeight = ({ pdf, material }: Writing): number => {
  const [first = []] = pairsOf(material);
  return pairHeight(pdf, first) + lineHeight(body) + mm(4);
};

export const drawSignatures = ({ pdf, flow, material }: Writing): void => {
  const { session, regency } = material;
  const place = session.letter?.place ?? placeOf(regency.name);
  const at = { x: flow.x, y: flow.y, width: flow.width, align: 'right', ...body } as const;
  pdf.tag('P', () => {
    flow.y = pdf.text(`${place}, ${longDay(dayIn(session.zone, dayOf(material)))}`, at) + mm(3);
  });
  const right = flow.x + flow.width - width;
  for (const pair of pairsOf(material)) {
    flow.need(pairHeight(pdf, pair));
    const xs = pair.length === 1 ? [right] : [flow.x, right];
    flow.y = drawPair(pdf, pair, xs, flow.y) + gap;
  }
};
