/** The headline as a picture for a chat group: 1080 × 1350, figures only. */
import { number } from '../../shared/format.ts';
import { type PartLook, partLooks } from './parts-bar.tsx';
import { type ShareContent, t } from './share-content.ts';

export const cardSize = { width: 1080, height: 1350 };

const margin = 84;
const inner = cardSize.width - 2 * margin;
/** The same as in tokens.css; a canvas reads no custom properties. */
const colour = {
  paper: '#fff',
  wash: '#f5f7f8',
  ink: '#16191d',
  soft: '#4a5158',
  line: '#6b737a',
  accent: '#0b4f6c',
  info: '#1d4f91',
  warn: '#7a4b00',
};
const family = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

type Pen = CanvasRenderingContext2D;
interface Line {
  size: number;
  weight?: 400 | 600 | 700;
  colour?: string;
}

const setFont = (pen: Pen, { size, weight = 400, colour: ink = colour.ink }: Line): void => {
  pen.font = `${weight} ${size}px ${family}`;
  pen.fillStyle = ink;
};

/** Broken at spaces; what does not fit in so many lines ends in an ellipsis. */
const linesOf = (pen: Pen, text: string, width: number, most: number): string[] => {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && pen.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  kept[most - 1] = `${kept[most - 1]?.replace(/[\s,.–-]+$/, '')}…`;
  return kept;
};

/** Answers where the next line begins. */
const write = (pen: Pen, text: string, y: number, line: Line, { x = margin, width = inner, most = 2 } = {}): number => {
  setFont(pen, line);
  const step = Math.round(line.size * 1.24);
  const lines = linesOf(pen, text, width, most);
  for (const [index, words] of lines.entries()) pen.fillText(words, x, y + line.size + index * step);
  return y + lines.length * step;
};

/** One line, as large as it may be and still fit. */
const writeFitting = (pen: Pen, text: string, y: number, line: Line, x: number, width: number): void => {
  let { size } = line;
  setFont(pen, line);
  while (size > 16 && pen.measureText(text).width > width) {
    size -= 2;
    setFont(pen, { ...line, size });
  }
  pen.fillText(text, x, y + line.size);
};

const tile = (side: number, draw: (pen: Pen) => void): HTMLCanvasElement => {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: side, height: side });
  const pen = canvas.getContext('2d');
  if (pen) {
    pen.fillStyle = colour.paper;
    pen.fillRect(0, 0, side, side);
    draw(pen);
  }
  return canvas;
};

/** Solid, hatched, dotted: as on the page. */
const fillOf = (pen: Pen, look: PartLook): string | CanvasPattern => {
  if (look === 'inPerson') return colour.accent;
  const drawn =
    look === 'acting'
      ? tile(16, (ink) => {
          ink.strokeStyle = colour.info;
          ink.lineWidth = 6;
          ink.beginPath();
          for (const from of [-16, 0, 16]) {
            ink.moveTo(from - 2, 18);
            ink.lineTo(from + 18, -2);
          }
          ink.stroke();
        })
      : tile(14, (ink) => {
          ink.fillStyle = colour.warn;
          ink.beginPath();
          ink.arc(7, 7, 4, 0, Math.PI * 2);
          ink.fill();
        });
  return pen.createPattern(drawn, 'repeat') ?? colour.soft;
};

const box = (pen: Pen, look: PartLook, x: number, y: number, width: number, height: number): void => {
  pen.fillStyle = fillOf(pen, look);
  pen.fillRect(x, y, width, height);
  pen.strokeStyle = colour.ink;
  pen.lineWidth = 2;
  pen.strokeRect(x + 1, y + 1, Math.max(0, width - 2), height - 2);
};

const bar = (pen: Pen, { parts, whole }: ShareContent, y: number): void => {
  const height = 44;
  pen.fillStyle = colour.paper;
  pen.strokeStyle = colour.line;
  pen.lineWidth = 2;
  pen.strokeRect(margin + 1, y + 1, inner - 2, height - 2);
  let x = margin;
  for (const look of partLooks) {
    const width = whole ? (parts[look] / whole) * inner : 0;
    if (width > 0) box(pen, look, x, y, width, height);
    x += width;
  }
};

const partRows = (pen: Pen, { parts }: ShareContent, y: number): number => {
  for (const [index, look] of partLooks.entries()) {
    const top = y + index * 56;
    box(pen, look, margin, top + 6, 34, 34);
    write(pen, t(look), top, { size: 34, colour: colour.soft }, { x: margin + 54, most: 1 });
    setFont(pen, { size: 38, weight: 700 });
    pen.textAlign = 'right';
    pen.fillText(number(parts[look]), margin + inner, top + 36);
    pen.textAlign = 'left';
  }
  return y + partLooks.length * 56;
};

const question = (pen: Pen, of: ShareContent['absent'], x: number, y: number, width: number, height: number): void => {
  pen.fillStyle = colour.wash;
  pen.fillRect(x, y, width, height);
  pen.fillStyle = colour.accent;
  pen.fillRect(x, y, 8, height);
  writeFitting(pen, of.word, y + 20, { size: 32, colour: colour.soft }, x + 36, width - 56);
  writeFitting(pen, of.value, y + 66, { size: 84, weight: 700 }, x + 36, width - 56);
};

export const drawCard = (pen: Pen, content: ShareContent): void => {
  const { width, height } = cardSize;
  pen.textBaseline = 'alphabetic';
  pen.fillStyle = colour.paper;
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = colour.accent;
  pen.fillRect(0, 0, width, 132);
  writeFitting(pen, content.regency, 38, { size: 46, weight: 700, colour: colour.paper }, margin, inner);
  const title: Line = { size: 50, weight: 700 };
  setFont(pen, title);
  // A title of one line stands a little lower, so that it does not leave a hole above the figure.
  const top = linesOf(pen, content.title, inner, 2).length === 1 ? 212 : 172;
  const y = write(pen, content.title, top, title);
  write(pen, content.when, y + 6, { size: 34, colour: colour.soft }, { most: 1 });
  setFont(pen, { size: 210, weight: 700, colour: colour.accent });
  pen.fillText(content.share, margin - 8, 572);
  writeFitting(pen, content.sentence, 618, { size: 42, weight: 600 }, margin, inner);
  bar(pen, content, 694);
  partRows(pen, content, 764);
  const half = (inner - 32) / 2;
  question(pen, content.absent, margin, 962, half, 196);
  question(pen, content.notYet, margin + half + 32, 962, half, 196);
  const conflicts = t('conflicts', { n: number(content.conflicts) });
  if (content.conflicts) writeFitting(pen, conflicts, 1172, { size: 28, colour: colour.warn }, margin, inner);
  writeFitting(pen, t('data', { time: content.dataAt }), 1220, { size: 30, weight: 600 }, margin, inner);
  writeFitting(pen, t('frozen'), 1264, { size: 26, colour: colour.soft }, margin, inner);
};

export const makeCard = async (content: ShareContent): Promise<Blob> => {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, cardSize);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('this browser draws no pictures');
  drawCard(pen, content);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture was not made'))), 'image/png'),
  );
};
