/**
 * Answers are believed in their own form only: in a hall, a portal or a gateway answers in the server's place with whatever it
 * likes, and what is learned from an answer is written to this device.
 */
import { ApiProblem } from '../../shared/api-problem.ts';
import type { BatchAnswer, ContactAnswer, ListPage, PairAnswer } from './ports.ts';

type Fields = Record<string, unknown>;

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !(value instanceof Blob) ? (value as Fields) : {};
const isTime = (value: unknown): boolean => typeof value === 'string' && Number.isFinite(Date.parse(value));
export const isSession = (value: unknown, id?: string): boolean => {
  const session = fieldsOf(value);
  return typeof session.id === 'string' && typeof session.state === 'string' && (id === undefined || session.id === id);
};

/** The answer, or ANSWER_UNREADABLE, which is as good as none. */
const only =
  <T>(isOurs: (fields: Fields) => boolean) =>
  (answer: T): T => {
    if (isOurs(fieldsOf(answer))) return answer;
    throw new ApiProblem('ANSWER_UNREADABLE');
  };

export const readPair = only<PairAnswer>(
  ({ door, session, receivedAt }) => typeof fieldsOf(door).id === 'string' && isSession(session) && isTime(receivedAt),
);
export const readContact = (session: string) =>
  only<ContactAnswer>(
    ({ receivedAt, answeredAt, session: told }) => isTime(receivedAt) && isTime(answeredAt) && isSession(told, session),
  );
export const readPage = only<ListPage>(
  ({ items, next, asOf }) => Array.isArray(items) && (next === null || typeof next === 'string') && isTime(asOf),
);
export const readBatch = only<BatchAnswer>(({ answers }) => Array.isArray(answers));
