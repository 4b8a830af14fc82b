/** A report while it is written: what the fields hold, what is sent, and how it compares with what is stored. */
import type { ActingStatus } from '../../../functions/platform/base-schema.ts';
import type { Answer } from '../../shared/api.ts';

export type ReportShown = Answer<'GET /api/sessions/:session/report'>;

export const textFields = ['purpose', 'results', 'followUp', 'closing'] as const;
export type TextFieldName = (typeof textFields)[number];

/** As the API takes them, see activity-report-schema.ts; its schemas have no place in a page. */
export const longest: Record<TextFieldName, number> = { purpose: 3000, results: 4000, followUp: 3000, closing: 1000 };
export const longestCaption = 160;
export const mostPhotos = 8;
export const photoLimits = { longestSide: 1600, maxBytes: 250 * 1024 };

export interface SignerDraft {
  office: string;
  acting: ActingStatus;
  name: string;
  titlesBefore: string;
  titlesAfter: string;
  rank: string;
}

export interface PhotoDraft {
  id: string;
  caption: string;
}

export interface Draft extends Record<TextFieldName, string> {
  /** The version that it was begun on. */
  version: number;
  signer: SignerDraft;
  photos: PhotoDraft[];
}

const signerDraft = (signer: ReportShown['signer']): SignerDraft => ({
  office: signer?.office ?? '',
  acting: signer?.acting ?? 'DEFINITIVE',
  name: signer?.name ?? '',
  titlesBefore: signer?.titlesBefore ?? '',
  titlesAfter: signer?.titlesAfter ?? '',
  rank: signer?.rank ?? '',
});

/** Photos that were uploaded and never named are put at the end, so that none lies where nobody sees it. */
export const draftOf = (report: ReportShown): Draft => {
  const named = new Set(report.photos.map(({ id }) => id));
  const unnamed = report.stored.filter((id) => !named.has(id));
  return {
    version: report.version,
    purpose: report.purpose ?? '',
    results: report.results ?? '',
    followUp: report.followUp ?? '',
    closing: report.closing ?? '',
    signer: signerDraft(report.signer),
    photos: [
      ...report.photos.map(({ id, caption = '' }) => ({ id, caption })),
      ...unnamed.map((id) => ({ id, caption: '' })),
    ],
  };
};

const told = <Name extends string>(name: Name, text: string) =>
  (text.trim() === '' ? {} : { [name]: text.trim() }) as Partial<Record<Name, string>>;

const signerOf = ({ office, acting, name, titlesBefore, titlesAfter, rank }: SignerDraft) =>
  office.trim() === ''
    ? {}
    : {
        signer: {
          office: office.trim(),
          acting,
          ...told('name', name),
          ...told('titlesBefore', titlesBefore),
          ...told('titlesAfter', titlesAfter),
          ...told('rank', rank),
        },
      };

/** What is sent. */
export const inputOf = (draft: Draft) => ({
  version: draft.version,
  ...told('purpose', draft.purpose),
  ...told('results', draft.results),
  ...told('followUp', draft.followUp),
  ...told('closing', draft.closing),
  ...signerOf(draft.signer),
  photos: draft.photos.map(({ id, caption }) => ({ id, ...told('caption', caption) })),
});

/** Whether saving would change anything; the version alone does not. */
export const differs = (draft: Draft, report: ReportShown): boolean => {
  const { version: _, ...mine } = inputOf(draft);
  const { version: __, ...theirs } = inputOf({
    ...draftOf(report),
    photos: report.photos.map(({ id, caption = '' }) => ({ id, caption })),
  });
  return JSON.stringify(mine) !== JSON.stringify(theirs);
};

/** The same words on top of another version: photos that are gone are named no more, and those of others are kept. */
export const onto = (draft: Draft, latest: ReportShown): Draft => {
  const stored = new Set(latest.stored);
  const mine = draft.photos.filter(({ id }) => stored.has(id));
  const known = new Set(mine.map(({ id }) => id));
  return {
    ...draft,
    version: latest.version,
    photos: [...mine, ...draftOf(latest).photos.filter(({ id }) => !known.has(id))],
  };
};

export const moved = (photos: readonly PhotoDraft[], from: number, by: -1 | 1): PhotoDraft[] => {
  const list = [...photos];
  const [photo] = list.splice(from, 1);
  if (photo) list.splice(from + by, 0, photo);
  return list;
};

/** A name without an office cannot be printed as a signature block. */
export const lacksOffice = ({ office, name }: SignerDraft): boolean => office.trim() === '' && name.trim() !== '';
