/** The words of answers and of groups of guests, as officials say them. */
import type { AnswerKind, GuestGroup } from '../../../functions/invitations/answer-schema.ts';
import { type Pair, pick } from '../../shared/i18n.ts';

const answers: Record<AnswerKind | 'NOT_YET', Pair> = {
  ATTENDING: ['Hadir', 'Attending'],
  DELEGATED: ['Diwakili', 'By a delegate'],
  UNABLE: ['Berhalangan', 'Cannot come'],
  NOT_YET: ['Belum menjawab', 'No answer yet'],
};
export const answerName = (kind: AnswerKind | 'NOT_YET'): string => pick(answers[kind]);

const groups: Record<GuestGroup, Pair> = {
  FORKOPIMDA: ['Forkopimda', 'Forkopimda'],
  VERTICAL: ['Instansi vertikal', 'State offices'],
  PROVINCE: ['Pemerintah provinsi', 'Provincial government'],
  SPEAKER: ['Narasumber', 'Speakers'],
  COMMUNITY: ['Tokoh masyarakat', 'Community figures'],
  OTHER: ['Lainnya', 'Others'],
};
export const guestGroups = Object.keys(groups) as GuestGroup[];
export const guestGroupName = (group: GuestGroup): string => pick(groups[group]);
