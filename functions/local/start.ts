/** `npm start`: the product on this machine, over a data folder that stays. */
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { makeSesClient, makeSesSender } from '../messages/mail-ses.ts';
import { startServer } from './server.ts';

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8787),
  /** Loopback unless told otherwise: the laptop's issuer is for one machine. */
  HOST: z.string().default('127.0.0.1'),
  HADIR_DATA: z.string().default('.data'),
  /**
   * `requests` writes a line for each request to the terminal, as API Gateway does in AWS. Otherwise only what failed or was turned away:
   * a hall that checks in would push the address that people look for off the screen.
   */
  HADIR_LOG: z.enum(['faults', 'requests']).default('faults'),
  /** Figures for Prometheus on 127.0.0.1, whatever HOST says. Off unless told: who starts Hadir twice would meet a second port in use. */
  METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  HADIR_ORIGIN: z.url().optional(),
  /** See mail.ts. */
  HADIR_MAIL_FROM: z.email().optional(),
  HADIR_MAIL_REGION: z.string().default('ap-southeast-3'),
});

const readSettings = () => {
  try {
    const { values } = parseArgs({ options: { data: { type: 'string' } } });
    return { values, environment: Environment.parse(process.env) };
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
    process.stderr.write(`Hadir tidak dinyalakan; perbaiki dulu: / Hadir was not started; first mend:\n${why}\n`);
    process.exit(1);
  }
};

const { values, environment } = readSettings();
const { HADIR_MAIL_FROM: mailFrom, HADIR_MAIL_REGION: mailRegion } = environment;
const server = await startServer({
  dataDir: values.data ?? environment.HADIR_DATA,
  port: environment.PORT,
  host: environment.HOST,
  logRequests: environment.HADIR_LOG === 'requests',
  ...(environment.METRICS_PORT !== undefined && { metricsPort: environment.METRICS_PORT }),
  ...(environment.HADIR_ORIGIN && { origin: environment.HADIR_ORIGIN.replace(/\/$/, '') }),
  ...(mailFrom && { sendMail: makeSesSender(makeSesClient(mailRegion), mailFrom) }),
  log: (line) => process.stderr.write(`${line}\n`),
}).catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
const setUp = await server.issuer.firstRunUrl();
process.stdout.write(
  setUp
    ? `Hadir: ${server.origin}\nBelum ada akun. Buat akun penyelenggara pertama di:\nNo account yet. Create the first organiser at:\n  ${setUp}\n`
    : `Hadir: ${server.origin}/staf/\n`,
);

if (server.metrics) process.stdout.write(`Metrics: ${server.metrics}\n`);

let closing = false;
const stop = () => {
  if (closing) process.exit(1);
  closing = true;
  server.close().then(() => process.exit(0));
};
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
