/** A table over pages, read by PDFium. */
import { expect, test } from 'vitest';
import { startFlow } from '../../functions/documents/flow.ts';
import { makePdf } from '../../functions/documents/pdf.ts';
import { drawTable } from '../../functions/documents/table.ts';
import { readPdf } from './read-pdf.ts';

const columns = [{ title: 'Kelas', width: 100 }];

test('the sums never stand alone on a page', async () => {
  for (let count = 9; count <= 16; count += 1) {
    const rows = Array.from({ length: count }, (_, index) => ({ cells: [`Baris ${index + 1}`], height: 60 }));
    const bytes = await makePdf('Tabel', new Date(0), async (pdf) => {
      await drawTable(pdf, startFlow(pdf, { numbered: false }), columns, [
        ...rows,
        { cells: ['Jumlah'], bold: true, height: 60 },
      ]);
    });
    const pdf = await readPdf(bytes);
    expect(pdf.texts.at(-1)).toMatch(new RegExp(`Baris ${count} Jumlah`));
    pdf.close();
  }
});
