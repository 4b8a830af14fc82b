/** The reminder of what a unit undertook, in Indonesian, to be copied or opened in WhatsApp. It holds no number and no link. */
import { longDay } from '../platform/long-day.ts';
import type { FollowUp, FollowUpKind } from './follow-up-schema.ts';

const kinds: Record<FollowUpKind, string> = {
  UNDERSTANDING: 'pemahaman',
  SUPERVISION: 'pengawasan',
  ENFORCEMENT: 'penegakan',
  OUTREACH: 'sosialisasi',
};

/** More than this make no message that anybody reads; the rest is told as a number. */
const told = 10;
/** Of a text in the list; the whole of it is in the console. An address that is too long is cut by whoever opens it. */
const textLength = 160;

const shortened = (text: string): string => {
  const oneLine = text.replace(/\s+/g, ' ');
  return oneLine.length <= textLength ? oneLine : `${oneLine.slice(0, textLength - 1).trimEnd()}…`;
};

type Due = Pick<FollowUp, 'kind' | 'text' | 'due'>;

const lineOf = ({ kind, text, due }: Due, index: number, today: string): string =>
  `${index + 1}. ${shortened(text)} (${kinds[kind]}; jatuh tempo ${longDay(due)}${due < today ? ', sudah lewat' : ''})`;

export interface Reminding {
  /** `Yth. Camat Lahat`; undefined where nobody in particular is written to. */
  addressee: string | undefined;
  /** The unit, or the regency as a whole. */
  who: string;
  /** In the order in which they are due. */
  followUps: readonly Due[];
  /** The institution that asks. */
  from: string;
  today: string;
}

export const reminderMessage = ({ addressee, who, followUps, from, today }: Reminding): string => {
  const more = followUps.length - told;
  return [
    ...(addressee === undefined ? [] : [addressee, '']),
    `Kami mengingatkan tindak lanjut yang telah disepakati untuk ${who}:`,
    ...followUps.slice(0, told).map((followUp, index) => lineOf(followUp, index, today)),
    ...(more > 0 ? [`Selain itu masih ada ${more} tindak lanjut lain.`] : []),
    '',
    'Mohon dilaksanakan, lalu kabari kami tanggal pelaksanaan dan hasilnya.',
    '',
    'Terima kasih.',
    from,
  ].join('\n');
};

/** Without a number the sender picks who gets it. */
export const whatsAppLink = (text: string): string => `https://wa.me/?text=${encodeURIComponent(text)}`;
