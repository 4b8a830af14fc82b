/** The stages and what differs between them. Whoever deploys writes their own values here; see {@link checkStage}. */
import * as z from 'zod';
import { PublicKey } from '../functions/seals/seal-schema.ts';

const Stage = z.object({
  name: z.enum(['dev', 'prod']),
  region: z.literal(
    'ap-southeast-3',
    'must be "ap-southeast-3" (Jakarta): PP 71/2019 keeps public-scope data in Indonesia',
  ),
  domain: z
    .string()
    .regex(
      /^(?=.{4,200}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/,
      'must be a host name in lower case, such as "hadir.lahatkab.go.id"',
    ),
  certificateArn: z
    .string()
    .regex(
      /^arn:aws:acm:us-east-1:\d{12}:certificate\/[0-9a-f-]{36}$/,
      'must be the ARN of an ACM certificate for the domain in us-east-1, where CloudFront looks for it',
    ),
  signInPrefix: z
    .string()
    .regex(
      /^(?!.*(aws|amazon|cognito))[a-z0-9]([a-z0-9-]{1,61}[a-z0-9])$/,
      'must be 3 to 63 lower-case letters, digits and hyphens, without "aws", "amazon" or "cognito"; it is part of the sign-in address and unique in the region',
    ),
  logDays: z.union([z.literal(30), z.literal(90), z.literal(180), z.literal(365)], 'must be 30, 90, 180 or 365'),
  /** API Gateway's own quota in Jakarta is 2,500 requests/s for the account. */
  requestsPerSecond: z.int().min(1).max(2500, 'must be 1 to 2500'),
  burst: z.int().min(1).max(1250, 'must be 1 to 1250'),
  /**
   * How long a live board's question is held while nothing changes; 0: it is answered at once and asked again after 2 seconds. A held
   * request occupies one of the account's Lambda instances (1,000 unless AWS was asked for more): on the morning of the whole country, 508
   * regencies with three boards open each would occupy 1,524 and lock out everything else, where unheld they are 762 requests/s of some
   * 30 ms, 23 instances. So: some seconds for a province or less, 0 for the country.
   */
  liveHoldSeconds: z.int().min(0).max(20, 'must be 0 to 20: API Gateway answers for us after 30 seconds'),
  /**
   * How many instances of the staff API may run at once; the doors' function has what remains of the account's (1,000, in a new account fewer;
   * 100 must remain). Left out: no bound, so that a script which asks for live figures may hold them all, and doors are refused.
   */
  staffInstances: z.int().min(1, 'must be 1 to 10000').max(10_000, 'must be 1 to 10000').optional(),
  /** Where e-mails come from. Its domain is an identity verified in Amazon SES in the region. Left out: none are sent. */
  mailFrom: z
    .string()
    .regex(
      /^[a-z0-9._+-]{1,64}@([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/,
      'must be an address in lower case, such as "undangan@lahatkab.go.id", whose domain is verified in Amazon SES',
    )
    .optional(),
  /**
   * The public keys that seals were signed with before the current one, the oldest first. One more here makes a new key at the next
   * deployment, and its first head announces it.
   */
  formerSealKeys: z
    .array(
      z
        .string()
        .refine(
          (key) => PublicKey.safeParse(key).success,
          'must be an Ed25519 key as GET /api/seal-keys names it, "302a3005…"',
        ),
    )
    .refine((keys) => new Set(keys).size === keys.length, 'must not name a key twice'),
});
export type Stage = z.infer<typeof Stage>;
export type StageName = Stage['name'];

/** What a part of a stage is called in CloudFormation. */
export const idOf = ({ name }: Pick<Stage, 'name'>, part: string): string => `hadir-${name}-${part}`;

/** The address that people reach. */
export const originOf = ({ domain }: Stage): string => `https://${domain}`;

export const stages: Record<StageName, Stage> = {
  dev: {
    name: 'dev',
    region: 'ap-southeast-3',
    domain: 'hadir-dev.example',
    certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000',
    signInPrefix: 'hadir-dev-example',
    logDays: 30,
    requestsPerSecond: 50,
    burst: 100,
    liveHoldSeconds: 8,
    formerSealKeys: [],
  },
  prod: {
    name: 'prod',
    region: 'ap-southeast-3',
    domain: 'hadir.example',
    certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000',
    signInPrefix: 'hadir-example',
    logDays: 90,
    requestsPerSecond: 1000,
    burst: 1000,
    liveHoldSeconds: 8,
    staffInstances: 500,
    formerSealKeys: [],
  },
};

/** Whether nobody has written their own values yet: it can be synthesized and looked at, but not deployed. */
export const isExample = ({ domain }: Stage): boolean => domain.endsWith('.example');

/** Throws a sentence for every wrong value: which one, of which stage, and what to write instead. */
export const checkStage = (stage: unknown, name: string): Stage => {
  const result = Stage.safeParse(stage);
  if (result.success) return result.data;
  const sentences = result.error.issues.map(
    ({ path, message }) => `infra/stages.ts, ${name}: ${path.join('.')} ${message}.`,
  );
  throw new Error(sentences.join('\n'));
};

/** The stage asked for by `-c stage=prod`; dev unless told otherwise. */
export const stageOf = (asked: unknown = 'dev'): Stage => {
  const names = Object.keys(stages);
  if (typeof asked !== 'string' || !names.includes(asked)) {
    throw new Error(`There is no stage "${asked}". Write -c stage=dev or -c stage=prod.`);
  }
  return checkStage(stages[asked as StageName], asked);
};
