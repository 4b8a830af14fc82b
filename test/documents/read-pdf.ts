/** Reads a PDF by another program than the one that wrote it: PDFium, which Chrome prints with. */
import { PDFiumLibrary } from '@hyzyla/pdfium';
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
