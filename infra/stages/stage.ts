/** What differs between stages, and what each value must look like: a wrong or missing one ends the synthesis with a sentence. */
import * as z from 'zod';
import { FormerKey, formerKeyIn, mostFormerKeys, mostOfFormerKeys } from '../../functions/seals/former-keys.ts';
import { PublicKey } from '../../functions/seals/seal-schema.ts';

/** A text of this form; `sentence` also answers for one that is missing. */
const text = (form: RegExp, sentence: string) => z.string(sentence).regex(form, sentence);

const whole = (least: number, most: number, why = '') => {
  const sentence = `must be a whole number from ${least} to ${most}${why}`;
  return z.int(sentence).min(least, sentence).max(most, sentence);
};

const publicKeys = z
  .array(
    z
      .string()
      .refine(
        (key) => PublicKey.safeParse(key).success,
        'must be an Ed25519 key as GET /api/seal-keys names it, "302a3005…"',
      ),
    'must be a list of public keys; [] while there was one key only',
  )
  .refine((keys) => new Set(keys).size === keys.length, 'must not name a key twice');

const movedKeys = z
  .array(
    z
      .string()
      .refine(
        (key) => FormerKey.safeParse(key).success,
        'must be an Ed25519 key and the regencies that came with it, "302a3005…@16.04", as the import prints it',
      ),
    'must be a list of public keys',
  )
  .refine(
    (keys) => new Set(keys.map((key) => formerKeyIn(key).publicKey)).size === keys.length,
    'must not name a key twice',
  );

/** What the emulator of a rehearsal cannot do, and its stacks therefore leave out; infra/README.md says what each would have been. */
export const leftOut = ['web', 'sign-in-style', 'metric-math', 'budget'] as const;

const Emulator = z.strictObject({
  /** Where it answers, as the functions reach it. */
  endpoint: z.url('must be the address of the emulator, "http://127.0.0.1:4566"'),
  leavesOut: z.array(z.enum(leftOut)),
});

const StageValues = z.strictObject({
  name: z.enum(['dev', 'prod', 'rehearsal']),
  region: z.literal(
    'ap-southeast-3',
    'must be "ap-southeast-3" (Jakarta): PP 71/2019 keeps public-scope data in Indonesia',
  ),
  domain: text(
    /^(?=.{4,200}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/,
    'must be a host name in lower case, such as "hadir.lahatkab.go.id"',
  ),
  certificateArn: text(
    /^arn:aws:acm:us-east-1:\d{12}:certificate\/[0-9a-f-]{36}$/,
    'must be the ARN of an ACM certificate for the domain in us-east-1, where CloudFront looks for it',
  ),
  /** Chosen once: a pool has one address, and CloudFormation would make another before it removes the former. */
  signInPrefix: text(
    /^(?!.*(aws|amazon|cognito))[a-z0-9]([a-z0-9-]{1,61}[a-z0-9])$/,
    'must be 3 to 63 lower-case letters, digits and hyphens, without "aws", "amazon" or "cognito"; it is part of the sign-in address and unique in the region',
  ),
  /** Who is told when something is wrong, and when the month costs more than was planned. Confirms a mail of Amazon SNS once. */
  alarmEmail: text(
    /^[^\s@]+@([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i,
    'must be the e-mail address that alarms go to, such as "operator@lahatkab.go.id"',
  ),
  /** US dollars a month, by what `npm run capacity` says of your regencies; a mail comes at 80 % of it and when the forecast exceeds it. */
  monthlyBudgetUsd: whole(1, 1_000_000, ' (US dollars a month)'),
  logDays: z.union([z.literal(30), z.literal(90), z.literal(180), z.literal(365)], 'must be 30, 90, 180 or 365'),
  /**
   * Until AWS was asked for more, an account in Jakarta has 2,500 requests/s, whatever is written here: Service Quotas, Amazon API Gateway,
   * "Throttle rate" (L-8A5B8E43). `npm run capacity` says how many to ask for and what to write.
   */
  requestsPerSecond: whole(
    1,
    100_000,
    ': above 2,500 only what AWS granted to your account in Jakarta ("Throttle rate")',
  ),
  /** How many may come at once. An account in Jakarta has 1,250 until its rate is raised; AWS then raises this with it. */
  burst: whole(1, 50_000, ': above 1,250 only what AWS granted to your account in Jakarta with its rate'),
  /**
   * How long a live board's question is held while nothing changes; 0: it is answered at once and asked again after 2 seconds. A held
   * request occupies one of the account's Lambda instances (1,000 unless AWS was asked for more): on the morning of the whole country, 508
   * regencies with three boards open each would occupy 1,524 and lock out everything else, where unheld they are 762 requests/s of some
   * 16 ms, 12 instances. So: some seconds for a province or less, 0 for the country, and 0 as long as a new account has its 10 instances, which
   * ten open boards would hold.
   */
  liveHoldSeconds: whole(0, 20, ': API Gateway answers for us after 30 seconds'),
  /**
   * How many of the account's Lambda instances (1,000; in a new account 10 until AWS is asked) are kept for doors alone: others cannot
   * take them, and doors take no more. Left out: none are kept. Together with the next two 100 less than the account's at most.
   */
  hotInstances: whole(1, 10_000).optional(),
  /** The same for attendees, readers and signing. */
  attendeeInstances: whole(1, 10_000).optional(),
  /**
   * How many instances of the staff API may run at once, which are then kept for it. Left out: no bound, so that a script which asks for live
   * figures may hold all that are not kept for doors and attendees.
   */
  staffInstances: whole(1, 10_000).optional(),
  /**
   * How many requests one address may send in five minutes before AWS WAF refuses it; left out: no such rule (it costs some 6 US dollars a
   * month and 0.60 a million requests). A hall reaches us by one address: 500 phones open a page, its files and a code, some 20 requests
   * each, and doors and pages after them.
   * It stands at the public address only: the API's own host, which AWS gives it, answers everybody who knows its name (output `ApiDomain`).
   * `requestsPerSecond` holds for both ways.
   */
  requestsPerAddress: whole(
    20_000,
    2_000_000,
    ': fewer than 20,000 in five minutes would lock out a full hall behind one address',
  ).optional(),
  /** Where e-mails come from. Its domain is an identity verified in Amazon SES in the region. Left out: none are sent. */
  mailFrom: text(
    /^[a-z0-9._+-]{1,64}@([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/,
    'must be an address in lower case, such as "undangan@lahatkab.go.id", whose domain is verified in Amazon SES',
  ).optional(),
  /**
   * The public keys that seals were signed with before the current one, the oldest first. One more here makes a new key at the next
   * deployment, and its first head announces it.
   */
  formerSealKeys: publicKeys,
  /**
   * The public keys of other installations whose sessions were imported here (`npm run admin -- import` prints them): their seals are taken as
   * good and sealed on, in the regencies behind the `@`, since somebody else can still sign with them. They make no key of this stage.
   */
  movedSealKeys: movedKeys.optional(),
  /**
   * How many read and write units a second the table is ready for at once; left out: what a new one is, 12,000 and 4,000, and later twice the
   * most that it ever had. For a morning that asks for more (`npm run capacity` says so), written some days before it: AWS charges for it
   * once. It can be raised and not lowered. A table has 40,000 of each until AWS was asked for more.
   */
  warmThroughput: z
    .strictObject({
      reads: whole(12_000, 1_000_000, ' read units/s; a new table has 12,000'),
      writes: whole(4000, 1_000_000, ' write units/s; a new table has 4,000'),
    })
    .optional(),
  /**
   * After a restore of the whole table: the table that was restored, which the functions then use instead of the one that this stage made.
   * See "Restore the whole table" in infra/README.md.
   */
  restoredTable: z
    .strictObject({
      name: text(/^[A-Za-z0-9_.-]{3,255}$/, 'must be the name of the restored table'),
      streamArn: text(
        /^arn:aws:dynamodb:ap-southeast-3:\d{12}:table\/[A-Za-z0-9_.-]+\/stream\/.+$/,
        'must be the ARN of the restored table’s stream (KEYS_ONLY)',
      ),
    })
    .optional(),
  /** Of a rehearsal only. */
  emulator: Emulator.optional(),
});

const Stage = StageValues.refine(
  ({ formerSealKeys, movedSealKeys = [] }) => [...formerSealKeys, ...movedSealKeys].join(',').length < mostOfFormerKeys,
  {
    path: ['movedSealKeys'],
    message: `and formerSealKeys must name ${mostFormerKeys} keys at most together, fewer where they name regencies: Lambda takes no more; leave out those of regencies that were erased here`,
  },
);
export type Stage = z.infer<typeof Stage>;

/** What a part of a stage is called in CloudFormation. */
export const idOf = ({ name }: Pick<Stage, 'name'>, part: string): string => `hadir-${name}-${part}`;

/** The address that people reach. */
export const originOf = ({ domain }: Stage): string => `https://${domain}`;

/**
 * What still has the value that this repository came with, and so is nobody's: such a stage can be synthesized and looked at, but not deployed.
 * One that is left would be seen late or not at all: alarms would go to an address that is not there.
 */
export const examplesLeft = ({ domain, certificateArn, signInPrefix, alarmEmail, mailFrom = '' }: Stage): string[] =>
  Object.entries({
    domain: domain.endsWith('.example'),
    certificateArn: certificateArn.includes(':123456789012:'),
    signInPrefix: signInPrefix.endsWith('-example'),
    alarmEmail: alarmEmail.endsWith('.example'),
    mailFrom: mailFrom.endsWith('.example'),
  }).flatMap(([name, isExample]) => (isExample ? [name] : []));

/** Whether a rehearsal leaves this out. */
export const leavesOut = ({ emulator }: Stage, part: (typeof leftOut)[number]): boolean =>
  emulator?.leavesOut.includes(part) ?? false;

const sentenceOf = (file: string, { path, message, ...issue }: z.core.$ZodIssue): string =>
  issue.code === 'unrecognized_keys'
    ? `${file}: there is no value named ${issue.keys.join(', ')}; remove it.`
    : `${file}: ${path.join('.')} ${message}.`;

/** Throws a sentence for every wrong value: which one, of which stage, and what to write instead. */
export const checkStage = (stage: unknown, name: string): Stage => {
  const result = Stage.safeParse(stage);
  if (result.success) return result.data;
  throw new Error(result.error.issues.map((issue) => sentenceOf(`infra/stages/${name}.ts`, issue)).join('\n'));
};
