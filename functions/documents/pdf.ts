/**
 * Pages of a PDF: the one place that knows pdfkit. Lengths are in points (1/72 inch) from the page's upper left corner; {@link mm}
 * makes them from millimetres. The same content at the same time gives the same bytes.
 */
import { setImmediate } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import fonts from './fonts.generated.json' with { type: 'json' };

export const mm = (millimetres: number): number => (millimetres * 72) / 25.4;
export const paper = { width: mm(210), height: mm(297) };
/** The same sheet lying on its side. */
const lying = { width: paper.height, height: paper.width };
export type Point = [x: number, y: number];

export interface Style {
  size: number;
  bold?: boolean;
  color?: string;
}
export interface Placed extends Style {
  x: number;
  y: number;
  width: number;
  align?: 'left' | 'center' | 'right' | 'justify';
}
type Tag = 'H1' | 'H2' | 'P' | 'Figure';

export interface Pdf {
  /** Of every page of the document. */
  readonly sheet: { width: number; height: number };
  page(): void;
  /** Between recipients or pages: on a laptop the doors' scans wait in the same process, and have their turn then. */
  pause(): Promise<void>;
  /** What is drawn within belongs to one recipient; `name` stands in the reader's list of bookmarks. */
  section(name: string, draw: () => void): void;
  /** A name in the reader's list of bookmarks, for what begins here. */
  bookmark(name: string): void;
  /** What is drawn within is one thing for a screen reader. */
  tag(tag: Tag, draw: () => void, alt?: string): void;
  /** What is drawn within repeats or adorns: a screen reader passes it over. */
  aside(draw: () => void): void;
  /** Draws on every page there is, once all of them are there; only where the document was begun as `numbered`. */
  onEveryPage(draw: (page: number, pages: number) => void): void;
  /** The text in lines no wider than `width`; a word that is too long is broken. */
  wrap(text: string, width: number, style: Style): string[];
  /** Draws a text in as many lines as it needs; answers the y below it. */
  text(text: string, at: Placed): number;
  height(text: string, width: number, style: Style): number;
  line(from: [number, number], to: [number, number], options?: { width?: number; color?: string }): void;
  box(x: number, y: number, width: number, height: number, color: string): void;
  frame(x: number, y: number, width: number, height: number, line: { width: number; color: string }): void;
  /** Rectangles of a grid whose cells are `unit` wide, as one filled path, so that no seams show between them. */
  cells(x: number, y: number, unit: number, cells: readonly [column: number, row: number, length: number][]): void;
  /** Lines through points of a grid whose cells are `unit` wide, as a pen draws them. */
  strokes(x: number, y: number, unit: number, lines: readonly (readonly Point[])[]): void;
  link(x: number, y: number, width: number, height: number, address: string): void;
  /** A PNG or JPEG as large as fits into the box, in its middle. The same bytes are in the file once, however often they are drawn. */
  picture(bytes: Uint8Array, x: number, y: number, width: number, height: number): void;
}

export const ink = '#1a1a1a';
export const soft = '#555555';
export const hairline = '#8a8a8a';

/** Of a line to the size of its letters. */
const leading = 1.32;
export const lineHeight = ({ size }: Style): number => size * leading;

const regular = Buffer.from(fonts.regular, 'base64');
const bold = Buffer.from(fonts.bold, 'base64');

const latin =
  /[^\n\u0020-\u007e\u00a0-\u00ff\u0131\u0152\u0153\u02bb\u02bc\u02c6\u02da\u02dc\u2000-\u200a\u2010-\u2027\u2030-\u205e\u20ac\u2122]/gu;

/** What is pasted from a word processor brings: tabs, line separators, blanks that the faces lack. */
const otherBlanks = /[\t\v\f\r\u0085\u1680\u2028\u2029\u202f\u205f\u3000]/gu;
/** Zero width, direction, soft hyphens: nothing to be seen. */
const unseen = /\p{Cf}/gu;

/** Letters that the faces lack are printed without their marks, and as a question mark where there is nothing below them. */
export const printable = (text: string): string =>
  text
    .normalize('NFC')
    .replace(otherBlanks, ' ')
    .replace(unseen, '')
    .replace(latin, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, '').replace(latin, '?'));

const broken = (word: string, fits: (part: string) => boolean): string[] => {
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (part !== '' && !fits(part + letter)) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
};

const wrapped = (text: string, fits: (part: string) => boolean): string[] => {
  const single = text.replace(/ +/g, ' ');
  // Most cells of a table: measured once, not word by word.
  if (fits(single)) return [single];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ +/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const parts = broken(word, fits);
    line = parts.pop() ?? '';
    lines.push(...parts);
  }
  return [...lines, line];
};

/** Texts whose lines are remembered: those of some rows. */
const mostWraps = 500;

const makePages = (doc: PDFKit.PDFDocument, sheet: Pdf['sheet']): Pdf => {
  // pdfkit puts a picture that is given as bytes into the file anew for each time it is drawn.
  const pictures = new Map<Uint8Array, PDFKit.Mixins.ImageSrc>();
  const pictureOf = (bytes: Uint8Array): PDFKit.Mixins.ImageSrc => {
    const { openImage } = doc as unknown as { openImage: (bytes: Buffer) => PDFKit.Mixins.ImageSrc };
    const picture = pictures.get(bytes) ?? openImage.call(doc, Buffer.from(bytes));
    pictures.set(bytes, picture);
    return picture;
  };
  const root = doc.struct('Document');
  doc.addStructure(root);
  let open: { add: (child: PDFKit.PDFStructureElement) => unknown } = root;

  const useFont = ({ size, bold = false }: Style) => doc.font(bold ? 'bold' : 'regular').fontSize(size);
  const wrapNow = (text: string, width: number): string[] => {
    // A tenth of a point of grace: what was measured to fit must not be broken by rounding.
    const fits = (part: string) => doc.widthOfString(part) <= width + 0.1;
    return printable(text)
      .split('\n')
      .flatMap((paragraph) => wrapped(paragraph.trim(), fits));
  };
  /** A row is measured before it is drawn; the lines found then are drawn. */
  const found = new Map<string, string[]>();
  const wrap: Pdf['wrap'] = (text, width, style) => {
    useFont(style);
    const key = `${style.size} ${style.bold ?? false} ${width} ${text}`;
    const known = found.get(key);
    if (known) return [...known];
    const lines = wrapNow(text, width);
    if (found.size >= mostWraps) found.clear();
    found.set(key, lines);
    return [...lines];
  };
  const spread = (line: string, width: number): number => {
    const spaces = line.split(' ').length - 1;
    return spaces > 0 ? (width - doc.widthOfString(line)) / spaces : 0;
  };
  const offset = (line: string, { width, align }: Placed): number => {
    if (align !== 'center' && align !== 'right') return 0;
    return (width - doc.widthOfString(line)) / (align === 'center' ? 2 : 1);
  };

  return {
    sheet,
    pause: setImmediate,
    page: () => {
      // What is being tagged when a page ends goes on being that on the next one.
      if (doc.page) doc.continueOnNewPage();
      else doc.addPage();
    },
    section: (name, draw) => {
      doc.outline.addItem(printable(name));
      const section = doc.struct('Sect');
      root.add(section);
      open = section;
      draw();
      section.end();
      open = root;
    },
    bookmark: (name) => {
      doc.outline.addItem(printable(name));
    },
    aside: (draw) => {
      doc.markContent('Artifact', { type: 'Pagination' });
      draw();
      doc.endMarkedContent();
    },
    onEveryPage: (draw) => {
      const { count } = doc.bufferedPageRange();
      for (let page = 0; page < count; page += 1) {
        doc.switchToPage(page);
        draw(page + 1, count);
      }
    },
    tag: (tag, draw, alt) => {
      open.add(doc.struct(tag, alt === undefined ? {} : { alt: printable(alt) }, draw));
    },
    wrap,
    text: (text, at) => {
      const lines = wrap(text, at.width, at);
      const height = lineHeight(at);
      doc.fillColor(at.color ?? ink);
      for (const [index, line] of lines.entries()) {
        const justified = at.align === 'justify' && index < lines.length - 1;
        doc.text(line, at.x + offset(line, at), at.y + index * height, {
          lineBreak: false,
          ...(justified && { wordSpacing: spread(line, at.width) }),
        });
      }
      return at.y + lines.length * height;
    },
    height: (text, width, style) => wrap(text, width, style).length * lineHeight(style),
    line: ([x1, y1], [x2, y2], { width = 0.5, color = ink } = {}) => {
      doc.lineWidth(width).strokeColor(color).moveTo(x1, y1).lineTo(x2, y2).stroke();
    },
    box: (x, y, width, height, color) => {
      doc.rect(x, y, width, height).fill(color);
    },
    frame: (x, y, width, height, line) => {
      doc.lineWidth(line.width).strokeColor(line.color).rect(x, y, width, height).stroke();
    },
    cells: (x, y, unit, cells) => {
      doc.save().translate(x, y).scale(unit);
      for (const [column, row, length] of cells) doc.rect(column, row, length, 1);
      doc.fill('#000000').restore();
    },
    strokes: (x, y, unit, lines) => {
      doc.save().translate(x, y).scale(unit);
      doc
        .lineWidth(0.7 / unit)
        .strokeColor(ink)
        .lineCap('round')
        .lineJoin('round');
      for (const line of lines) {
        const [first, ...rest] = line;
        if (!first) continue;
        doc.moveTo(...first);
        // A dot is a line to where it began.
        for (const point of rest.length ? rest : [first]) doc.lineTo(...point);
      }
      doc.stroke().restore();
    },
    link: (x, y, width, height, address) => {
      doc.link(x, y, width, height, address);
    },
    picture: (bytes, x, y, width, height) => {
      doc.image(pictureOf(bytes), x, y, { fit: [width, height], align: 'center', valign: 'center' });
    },
  };
};

interface Sheets {
  /** Pages are kept until the last is drawn, since each says how many there are. */
  numbered?: boolean;
  landscape?: boolean;
}

/** The bytes of a document; `at` is when it is made. */
export const makePdf = async (
  title: string,
  at: Date,
  draw: (pdf: Pdf) => Promise<void>,
  { numbered = false, landscape = false }: Sheets = {},
): Promise<Uint8Array> => {
  const sheet = landscape ? lying : paper;
  const doc = new PDFDocument({
    size: [sheet.width, sheet.height],
    bufferPages: numbered,
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'id-ID',
    displayTitle: true,
    // None to begin with: the usual one, Helvetica, is read from a file that a bundle does not have; and a face that is given here is
    // opened anew for each text that is set in it. The types know names only.
    font: null as unknown as string,
    info: { Title: printable(title), Creator: 'Hadir', Producer: 'Hadir', CreationDate: at, ModDate: at },
  });
  doc.registerFont('regular', regular).registerFont('bold', bold);
  const chunks: Buffer[] = [];
  const done = new Promise<void>((resolve, reject) => {
    doc
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .on('end', resolve)
      .on('error', reject);
  });
  await draw(makePages(doc, sheet));
  doc.end();
  await done;
  return Buffer.concat(chunks);
};
