/** The morning that is asked about, and its sentence for every wrong value. */
import * as z from 'zod';

const share = (what: string) =>
  z.coerce
    .number(`${what} must be a share from 0 to 1`)
    .min(0, `${what} must be a share from 0 to 1`)
    .max(1, `${what} must be a share from 0 to 1`);
const count = (what: string, least = 0, most = 10_000_000) => {
  const sentence = `${what} must be a whole number from ${least} to ${most}`;
  return z.coerce.number(sentence).int(sentence).min(least, sentence).max(most, sentence);
};
const amount = (what: string, least: number, most: number) => {
  const sentence = `${what} must be a number from ${least} to ${most}`;
  return z.coerce.number(sentence).min(least, sentence).max(most, sentence);
};

/** Each with the value that stands where nothing is said, and why it is that. */
export const Morning = z.strictObject({
  /** How many hold their session at the same time; 508 are autonomous (DOMAIN.md, section 4). */
  regencies: count('--regencies', 0, 10_000),
  invited: count('--invited', 1, 100_000),
  /** In which those who come arrive. */
  minutes: amount('--minutes', 1, 1440),
  /** "90 % of the roster inside 20 minutes" (DOMAIN.md, section 4). */
  come: share('--come').default(0.9),
  /** The busiest moment against the mean. Arrivals rise evenly to the middle of the minutes and fall evenly: twice. */
  peak: amount('--peak', 1, 100).default(2),
  /** 0: as many as the peak needs at fifteen people a minute each, one every four seconds. */
  doors: count('--doors', 0, 10_000).default(0),
  /** Scans that a door sends in one request. It sends each at once, so more only after it was without a signal. */
  scansPerBatch: count('--scans-per-batch', 1, 200).default(1),
  /** Of those who come, who show the code on a phone; the others bring a printed card. */
  byPhone: share('--by-phone').default(0.8),
  /** How long such a page is open before its owner is let in; it asks again every half minute. */
  waitMinutes: amount('--wait-minutes', 0, 120).default(2),
  /** Of those with a phone, who answer the invitation only now. */
  answerLate: share('--answer-late').default(0.1),
  /** Of those who came, who sign afterwards, in how many minutes, and how many of them on their phone and not at the table. */
  sign: share('--sign').default(0.95),
  signMinutes: amount('--sign-minutes', 1, 1440).default(30),
  signByLink: share('--sign-by-link').default(0.5),
  /** Live boards open for each session (stages/stage.ts counts three), and of them regent's pages, which ask for the report as well. */
  boards: count('--boards', 0, 1000).default(3),
  regentPages: count('--regent-pages', 0, 1000).default(1),
  /** The stage's `liveHoldSeconds`. */
  liveHoldSeconds: amount('--live-hold-seconds', 0, 20).default(8),
  /** Parts of the table's stream, each followed by one projector: a new on-demand table has about four partitions (4,000 writes/s). */
  shards: count('--shards', 1, 10_000).default(4),
  /** Regencies in one province, of 38. */
  regenciesInProvince: count('--regencies-in-province', 1, 100).default(13),
  /** How long doors and boards stay open on the day. */
  hours: amount('--hours', 0.1, 24).default(4),
  sessionsAMonth: amount('--sessions-a-month', 0, 100).default(1),
  /** What is stored and reported reaches back so far. */
  keepMonths: count('--keep-months', 1, 120).default(12),
  /** E-mails to each invited office: invitation and reminder. 0: none are sent. */
  mails: count('--mails', 0, 10).default(0),
  /** Of a regency, who sign in to the console in a month. */
  staff: count('--staff', 0, 1000).default(5),
  /** Keys that seals are or were signed with. */
  sealKeys: count('--seal-keys', 1, 100).default(1),
});
export type Morning = z.infer<typeof Morning>;
export type MorningInput = z.input<typeof Morning>;

/** `liveHoldSeconds` as it is typed: `live-hold-seconds`. */
export const flagOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Throws one sentence for each wrong value. */
export const readMorning = (input: unknown): Morning => {
  const result = Morning.safeParse(input);
  if (result.success) return result.data;
  const sentence = ({ code, path, message, ...issue }: z.core.$ZodIssue): string => {
    if (code === 'unrecognized_keys')
      return `There is no option ${(issue as unknown as { keys: string[] }).keys.join(', ')}`;
    return path.length > 0 ? message : 'Say which morning: --regencies 508 --invited 470 --minutes 20';
  };
  throw new RangeError(result.error.issues.map((issue) => `${sentence(issue)}.`).join('\n'));
};
