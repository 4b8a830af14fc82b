/** Workbooks (XLSX): the one place that knows the library. Texts stay texts, so that a spreadsheet neither rounds a NIP nor drops a nought. */
import writeXlsxFile, { type CellObject, type Row } from 'write-excel-file/node';

export interface WorkbookColumn {
  title: string;
  /** In characters. */
  width: number;
}

export interface WorkbookSheet {
  /** At most 31 characters, without `: \ / ? * [ ]`. */
  name: string;
  /** Above the head of the table, each in a row of its own; the first one is the title. */
  lines: readonly string[];
  columns: readonly WorkbookColumn[];
  rows: readonly (readonly (string | number)[])[];
  /** Draws a line around every cell and makes the rows so high, in points, for forms that are signed by hand. */
  rowHeight?: number;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no place for them
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

const line = { borderStyle: 'thin', borderColor: '#8a8a8a' } as const;

const cellOf = (value: string | number, style: Partial<CellObject>): CellObject =>
  typeof value === 'number'
    ? { value, type: Number, ...style }
    : { value: value.replace(unwritable, ''), type: String, wrap: true, ...style };

const rowsOf = ({ lines, columns, rows, rowHeight }: WorkbookSheet): Row[] => {
  const style: Partial<CellObject> = {
    alignVertical: 'top',
    ...line,
    ...(rowHeight !== undefined && { height: rowHeight }),
  };
  const head: Partial<CellObject> = { fontWeight: 'bold', backgroundColor: '#e8ecf1', alignVertical: 'top', ...line };
  return [
    ...lines.map(
      (text, index): Row => [{ ...cellOf(text, index === 0 ? { fontWeight: 'bold', fontSize: 14 } : {}), wrap: false }],
    ),
    columns.map(({ title }) => cellOf(title, head)),
    ...rows.map((row) => row.map((value) => cellOf(value, style))),
  ];
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", "''");

type Features = NonNullable<NonNullable<Parameters<typeof writeXlsxFile>[1]>['features']>;

/** The head of each table on every sheet of paper, as wide as the paper is. */
const printed = (sheets: readonly WorkbookSheet[]): Features[number] => ({
  files: {
    transform: {
      'xl/workbook.xml': {
        transform: (xml) => {
          const names = sheets.map(({ name, lines }, index) => {
            const row = lines.length + 1;
            return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${escaped(name)}'!$${row}:$${row}</definedName>`;
          });
          return xml.replace('</sheets>', `</sheets><definedNames>${names.join('')}</definedNames>`);
        },
      },
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml) =>
          xml
            .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
            .replace(/<pageSetup ([^>]*?)\/?>/, '<pageSetup paperSize="9" fitToWidth="1" fitToHeight="0" $1/>'),
      },
    },
  },
});

export const workbookOf = async (sheets: readonly WorkbookSheet[]): Promise<Uint8Array> =>
  writeXlsxFile(
    sheets.map((sheet) => ({
      sheet: sheet.name,
      data: rowsOf(sheet),
      columns: sheet.columns.map(({ width }) => ({ width })),
      stickyRowsCount: sheet.lines.length + 1,
      orientation: 'landscape' as const,
    })),
    { features: [printed(sheets)] },
  ).toBuffer();
