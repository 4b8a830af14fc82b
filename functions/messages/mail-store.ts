/** The outbox in the table: each step of a mail is one conditional write on the state that it leaves. */
import { mailKey, sessionPartition } from '../platform/keys.ts';
import type { Page } from '../platform/page.ts';
import type { Condition, Item, Table } from '../platform/table.ts';
import { deferral, furthestLeaseMs, type LinkKeys, leaseMs, overlookedAfterMs } from './mail-rules.ts';
import { Mail, type MailFailure } from './mail-schema.ts';

/** What makes a mail that mail. */
export type MailName = Pick<Mail, 'session' | 'invitation' | 'purpose' | 'occasion'>;

export interface MailStore {
  /**
   * Owes a mail, also one that FAILED: that one has certainly not gone. Where `links` says which links open, also one that went, or may have,
   * with a link that does not. False when it is owed, under way, done or in doubt already.
   */
  owe(mail: Mail, links?: LinkKeys): Promise<boolean>;
  /** Owes a mail that was never owed; false where it was, whatever became of it: nobody asks for an automatic reminder again. */
  oweOnce(mail: Mail): Promise<boolean>;
  /**
   * Writes a waiting mail again as it is, so that whoever follows the table hears of it once more, if it waited long: its sender
   * may have been given up, or have had no rights. False when it does not wait, or not long.
   */
  remindSender(name: MailName, now: Date): Promise<boolean>;
  get(name: MailName): Promise<Mail | undefined>;
  page(session: string, page: { limit: number; cursor?: string | undefined }): Promise<Page<Mail>>;
  all(session: string): Promise<Mail[]>;
  /** QUEUED -> SENDING, before the mail leaves with a link of this key. False: another sender has it. */
  claim(name: MailName, claim: Required<Pick<Mail, 'attempt' | 'linkKey'>>, now: Date): Promise<boolean>;
  /** SENDING -> SENT. Of an attempt that still has it; so are the next three. */
  sent(name: MailName, attempt: string, now: Date): Promise<boolean>;
  /** SENDING -> FAILED */
  refused(name: MailName, attempt: string, now: Date): Promise<boolean>;
  /** SENDING -> QUEUED: it has certainly not gone, and is tried again later. */
  defer(mail: Mail, attempt: string, now: Date): Promise<boolean>;
  /** SENDING -> UNCERTAIN: it may have gone. Also of another's attempt, once its lease is over, or where it has none or no clock of ours gave it. */
  uncertain(name: MailName, now: Date, attempt?: string): Promise<boolean>;
  /** QUEUED -> FAILED: what it was to say does not hold any more. */
  dropped(name: MailName, failure: MailFailure, now: Date): Promise<boolean>;
}

const keyOf = ({ session, invitation, purpose, occasion }: MailName) =>
  mailKey(session, invitation, `${purpose}#${occasion}`);

/** What belongs to the state that a mail is in, and goes with it. */
const passing = ['leaseUntil', 'attempt', 'notBefore', 'failure'] as const;

const inState = (state: Mail['state']): Required<Pick<Condition, 'expression' | 'values'>> => ({
  expression: '#state = :from',
  values: { ':from': state },
});
const ofAttempt = (attempt: string) => ({
  expression: '#state = :from AND #attempt = :attempt',
  values: { ':from': 'SENDING', ':attempt': attempt },
});

/** Operands that the engine takes in one IN. */
const mostOperands = 100;

/** FAILED; or gone, or perhaps gone, with a link that opens nothing any more (the same as {@link hasDeadLink}). In brackets: it holds ORs. */
const mayBeOwedAgain = (links: LinkKeys | undefined): { expression: string; values: Item } => {
  if (!links) return { expression: '#state = :failed', values: { ':failed': 'FAILED' } };
  const keys = links.open.map((key, index) => [`:key${index}`, key] as const);
  const parts = Array.from({ length: Math.ceil(keys.length / mostOperands) }, (_, part) =>
    keys.slice(part * mostOperands, (part + 1) * mostOperands).map(([name]) => name),
  );
  const isOther = parts.map((names) => ` AND NOT #linkKey IN (${names.join(', ')})`).join('');
  return {
    expression: `(#state = :failed OR (#state IN (:sent, :uncertain) AND attribute_exists(#linkKey)${isOther} AND #since <= :until))`,
    values: {
      ':failed': 'FAILED',
      ':sent': 'SENT',
      ':uncertain': 'UNCERTAIN',
      ':until': links.until,
      ...Object.fromEntries(keys),
    },
  };
};

export const makeMailStore = (table: Table): MailStore => {
  /** Into another state, with what belongs to it; what belonged to an attempt is taken away with the attempt. */
  const move = async (
    name: MailName,
    to: Mail['state'],
    now: Date,
    condition: { expression: string; values: Item },
    facts: Partial<Mail> = {},
  ): Promise<boolean> => {
    const set: Partial<Mail> = { state: to, since: now.toISOString(), ...facts };
    const fields = Object.entries(set);
    // What waits is claimed anew, with the key of then.
    const cleared = [...passing, ...(to === 'QUEUED' ? (['linkKey'] as const) : [])].filter((field) => !(field in set));
    const after = await table.update(keyOf(name), {
      expression: `SET ${fields.map(([field]) => `#${field} = :set_${field}`).join(', ')}${
        cleared.length ? ` REMOVE ${cleared.map((field) => `#${field}`).join(', ')}` : ''
      }`,
      condition: condition.expression,
      names: {
        '#state': 'state',
        ...(condition.expression.includes('#attempt') && { '#attempt': 'attempt' }),
        ...(condition.expression.includes('#leaseUntil') && { '#leaseUntil': 'leaseUntil' }),
        ...Object.fromEntries([...fields.map(([field]) => field), ...cleared].map((field) => [`#${field}`, field])),
      },
      values: {
        ...condition.values,
        ...Object.fromEntries(fields.map(([field, value]) => [`:set_${field}`, value])),
      },
      returns: 'ALL_OLD',
    });
    return after !== undefined;
  };

  const oweOnce: MailStore['oweOnce'] = (mail) =>
    table.put({ ...keyOf(mail), ...mail }, { expression: 'attribute_not_exists(pk)' });

  return {
    oweOnce,
    owe: async (mail, links) =>
      (await oweOnce(mail)) || move(mail, 'QUEUED', new Date(mail.since), mayBeOwedAgain(links), { deferrals: 0 }),
    remindSender: (name, now) => {
      const before = new Date(now.getTime() - overlookedAfterMs).toISOString();
      return move(name, 'QUEUED', now, {
        expression: '#state = :from AND #since <= :before',
        values: { ':from': 'QUEUED', ':before': before },
      });
    },
    get: async (name) => {
      const item = await table.get(keyOf(name), { consistent: true });
      return item && Mail.parse(item);
    },
    page: async (session, page) => {
      const { items, next } = await table.queryPage({ pk: sessionPartition(session), prefix: 'MAIL#' }, page);
      return { items: items.map((item) => Mail.parse(item)), next };
    },
    all: async (session) =>
      (await table.queryAll({ pk: sessionPartition(session), prefix: 'MAIL#', consistent: true })).map((item) =>
        Mail.parse(item),
      ),
    claim: (name, { attempt, linkKey }, now) =>
      move(name, 'SENDING', now, inState('QUEUED'), {
        attempt,
        linkKey,
        leaseUntil: new Date(now.getTime() + leaseMs).toISOString(),
      }),
    sent: (name, attempt, now) => move(name, 'SENT', now, ofAttempt(attempt)),
    refused: (name, attempt, now) => move(name, 'FAILED', now, ofAttempt(attempt), { failure: 'REFUSED' }),
    defer: (mail, attempt, now) =>
      move(mail, 'QUEUED', now, ofAttempt(attempt), {
        deferrals: mail.deferrals + 1,
        notBefore: new Date(now.getTime() + deferral(mail.deferrals)).toISOString(),
      }),
    uncertain: (name, now, attempt) =>
      move(
        name,
        'UNCERTAIN',
        now,
        attempt === undefined
          ? {
              expression:
                '#state = :from AND (attribute_not_exists(#leaseUntil) OR #leaseUntil <= :now OR #leaseUntil > :furthest)',
              values: {
                ':from': 'SENDING',
                ':now': now.toISOString(),
                ':furthest': new Date(now.getTime() + furthestLeaseMs).toISOString(),
              },
            }
          : ofAttempt(attempt),
      ),
    dropped: (name, failure, now) => move(name, 'FAILED', now, inState('QUEUED'), { failure }),
  };
};
