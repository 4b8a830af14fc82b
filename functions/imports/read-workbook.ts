/** What a workbook says of its sheets: their names, whether they are shown, and which part of the archive each is. */
import { RosterUnreadable } from './sheet.ts';
import { inflateEntry, listZip } from './zip.ts';

export interface WorkbookSheet {
  name: string;
  hidden: boolean;
  /** The part's path in the archive. */
  path: string;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const charOf = (entity: string): string => {
  const code = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
};

/** The text that XML stands for. */
export const xmlText = (xml: string): string =>
  xml.replace(/&(#x[\da-f]+|#\d+|amp|lt|gt|quot|apos);/gi, (_, entity: string) =>
    entity.startsWith('#') ? charOf(entity) : (entities[entity.toLowerCase()] ?? ''),
  );

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return found === null ? undefined : xmlText(found[1] ?? found[2] ?? '');
};

/** A tag that is not closed ends at the next one: searched to the end from each, it would take the square of the length. */
const tags = (xml: string, name: string): string[] => xml.match(new RegExp(`<(?:\\w+:)?${name}\\s[^<>]*>`, 'g')) ?? [];

const partOf = (zip: Buffer, path: string): string => {
  const entry = listZip(zip).find(({ name }) => name.toLowerCase() === path);
  if (!entry) throw new RosterUnreadable('NOT_A_WORKBOOK');
  return inflateEntry(zip, entry).toString('utf8');
};

/** Targets are told from `xl/`, unless they begin at the root. */
const pathOf = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`);

/** The sheets in the order of their tabs. The archive has been checked, see checkDirectory. */
export const workbookSheets = (zip: Buffer): WorkbookSheet[] => {
  const targets = new Map(
    tags(partOf(zip, 'xl/_rels/workbook.xml.rels'), 'Relationship').map((tag) => [
      attribute(tag, 'Id') ?? '',
      attribute(tag, 'Target') ?? '',
    ]),
  );
  return tags(partOf(zip, 'xl/workbook.xml'), 'sheet').map((tag) => ({
    name: attribute(tag, 'name') ?? '',
    hidden: /^(hidden|veryHidden)$/.test(attribute(tag, 'state') ?? ''),
    path: pathOf(targets.get(/\s\w+:id\s*=\s*["']([^"']*)/.exec(tag)?.[1] ?? '') ?? ''),
  }));
};
