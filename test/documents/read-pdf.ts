/** Reads a PDF by another program than the one that wrote it: PDFium, which Chrome prints with. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { pngOf } from '../support/pictures.ts';
import { readQr } from '../support/read-qr.ts';

const library = PDFiumLibrary.init();

export interface PdfRead {
  /** The text of each page, white space folded. */
  texts: string[];
  /** The page as a screen of so many dots to an inch shows it, in RGBA. */
  render: (page: number, dpi: number) => Promise<ImageData>;
  close: () => void;
}

export const readPdf = async (bytes: Uint8Array): Promise<PdfRead> => {
  const document = await (await library).loadDocument(bytes);
  const pages = [...document.pages()];
  return {
    texts: pages.map((page) => page.getText().replace(/\s+/g, ' ').trim()),
    render: async (page, dpi) => {
      if (!pages[page]) throw new Error(`there is no page ${page}`);
      // Opened anew: drawing closes it.
      const drawn = await document.getPage(page).render({ scale: dpi / 72, render: async ({ data }) => data });
      return {
        data: new Uint8ClampedArray(drawn.data),
        width: drawn.width,
        height: drawn.height,
        colorSpace: 'srgb',
      } as ImageData;
    },
    close: () => document.destroy(),
  };
};

/** The texts of every QR that the door's own decoder finds on a page, in any order. */
export const codesOn = async (pdf: PdfRead, page: number, dpi: number): Promise<string[]> =>
  readQr(await pdf.render(page, dpi));

/** Where the tests leave the papers' pages as pictures. */
export const papersFolder = join(import.meta.dirname, '../../.cache/papers');

/** Leaves pages as `<name>-<page>.png`, for people to look at: those whose places are told, otherwise the first and the last one. */
export const keepPages = async (name: string, pdf: PdfRead, pages?: readonly number[]): Promise<void> => {
  await mkdir(papersFolder, { recursive: true });
  for (const page of new Set(pages ?? [0, pdf.texts.length - 1]))
    await writeFile(join(papersFolder, `${name}-${page + 1}.png`), pngOf(await pdf.render(page, 70)));
};
