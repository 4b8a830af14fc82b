/** The Lambdas' environment, parsed once at start: a missing or wrong value ends the start and is named. */
import * as z from 'zod';

const TableEnvironment = z.object({
  /** Set by Lambda itself. */
  AWS_REGION: z.string().min(1),
  HADIR_TABLE: z.string().min(3),
});

const ApiEnvironment = TableEnvironment.extend({
  HADIR_ORIGIN: z.url().regex(/[^/]$/),
  HADIR_ISSUER: z.url().regex(/[^/]$/),
  /** Where the issuer's key set is, when it is not where Cognito keeps it: a rehearsal's emulator. */
  HADIR_JWKS_URI: z.url().optional(),
  HADIR_CLIENT_ID: z.string().min(1),
  /** The ARN of the secret, never the secret: environments are shown to whoever may describe a function. */
  HADIR_TOKEN_KEYS_SECRET: z.string().min(1),
  /** Where e-mails come from; without it none are sent. */
  HADIR_MAIL_FROM: z.email().optional(),
  /** How long a question for live figures is held. Below what API Gateway and the function itself wait; without it none is held. */
  HADIR_LIVE_HOLD_SECONDS: z.coerce.number().int().min(0).max(20).default(0),
});

const MailerEnvironment = ApiEnvironment.pick({
  AWS_REGION: true,
  HADIR_TABLE: true,
  HADIR_ORIGIN: true,
  HADIR_TOKEN_KEYS_SECRET: true,
}).extend({ HADIR_MAIL_FROM: z.email() });

export type Environment = Record<string, string | undefined>;

export interface TableConfig {
  region: string;
  table: string;
}

export interface ApiConfig extends TableConfig {
  /** The address that people reach, without a slash at the end. */
  origin: string;
  issuer: string;
  jwksUri: string;
  clientId: string;
  tokenKeysSecret: string;
  /** Whether e-mails are sent by this deployment. */
  sendsMail: boolean;
  /** How long a question for live figures is held; 0: not at all. */
  liveHoldMs: number;
}

export interface MailerConfig extends TableConfig, Pick<ApiConfig, 'origin' | 'tokenKeysSecret'> {
  mailFrom: string;
}

export const readTableConfig = (environment: Environment): TableConfig => {
  const { AWS_REGION: region, HADIR_TABLE: table } = TableEnvironment.parse(environment);
  return { region, table };
};

export const readApiConfig = (environment: Environment): ApiConfig => {
  const parsed = ApiEnvironment.parse(environment);
  return {
    ...readTableConfig(environment),
    origin: parsed.HADIR_ORIGIN,
    issuer: parsed.HADIR_ISSUER,
    // Where Cognito keeps its key set.
    jwksUri: parsed.HADIR_JWKS_URI ?? `${parsed.HADIR_ISSUER}/.well-known/jwks.json`,
    clientId: parsed.HADIR_CLIENT_ID,
    tokenKeysSecret: parsed.HADIR_TOKEN_KEYS_SECRET,
    sendsMail: parsed.HADIR_MAIL_FROM !== undefined,
    liveHoldMs: parsed.HADIR_LIVE_HOLD_SECONDS * 1000,
  };
};

export const readMailerConfig = (environment: Environment): MailerConfig => {
  const parsed = MailerEnvironment.parse(environment);
  return {
    ...readTableConfig(environment),
    origin: parsed.HADIR_ORIGIN,
    tokenKeysSecret: parsed.HADIR_TOKEN_KEYS_SECRET,
    mailFrom: parsed.HADIR_MAIL_FROM,
  };
};
