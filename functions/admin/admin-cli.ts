/** `npm run admin -- export|import|erase|recompute|rotate-keys`: the command line's parsing and words; what is done is in a file for each command. */
import { randomBytes } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { KeysUnreadable } from '../local/keys-unreadable.ts';
import { addFormerSealKeys, hasSealKey, loadSealer, replaceSealKey } from '../local/seal-keys.ts';
import { hasTokenKeys } from '../local/token-keys.ts';
import { RegencyCode } from '../platform/base-schema.ts';
import { eraseRegency } from './erase-regency.ts';
import { exportRegency } from './export-regency.ts';
import { importRegency } from './import-regency.ts';
import { type OpenEngine, openEngine, type Place } from './open-engine.ts';
import { recomputeRegency } from './recompute-regency.ts';
import { Refusal } from './refusal.ts';
import {
  eraseText,
  exportText,
  importText,
  recomputeText,
  rotatedSealText,
  rotatedTokenText,
  stageSealText,
  withdrawnTokenText,
} from './reports.ts';
import { publicKeyInKms } from './rotate-seal-key.ts';
import { rotateTokenKey, withdrawTokenKey } from './rotate-token-key.ts';
import { laptopTokenKeys, secretTokenKeys, type TokenKeyHolder } from './token-key-holders.ts';
import { usage } from './usage.ts';
import { failureText, refusalText } from './words.ts';

export interface Output {
  out: (text: string) => void;
  err: (text: string) => void;
}

const options = {
  data: { type: 'string' },
  table: { type: 'string' },
  region: { type: 'string', default: 'ap-southeast-3' },
  endpoint: { type: 'string' },
  secret: { type: 'string' },
  'seal-key': { type: 'string' },
  regency: { type: 'string' },
  all: { type: 'boolean', default: false },
  to: { type: 'string' },
  'with-keys': { type: 'string' },
  from: { type: 'string' },
  keys: { type: 'string' },
  yes: { type: 'string' },
  export: { type: 'string' },
  'without-export': { type: 'boolean', default: false },
  withdraw: { type: 'string' },
} as const;

const parse = (argv: string[]) => {
  try {
    return parseArgs({ args: argv, options, allowPositionals: true, tokens: true });
  } catch {
    return undefined;
  }
};
type Values = NonNullable<ReturnType<typeof parse>>['values'];

/** Ends with code 2 and the usage: what was asked is not understood, or says too little. */
class NotUnderstood extends Error {}
const need = <T>(value: T | undefined): T => {
  if (value === undefined) throw new NotUnderstood();
  return value;
};
const mustBe = (holds: boolean): void => {
  if (!holds) throw new NotUnderstood();
};

/** One of both, said aloud: nobody should erase a place that they did not name. */
const placeOf = ({ data, table, region, endpoint }: Values): Place => {
  mustBe((data === undefined) !== (table === undefined));
  return data === undefined ? { table: need(table), region, endpoint } : { data };
};

const holderOf = ({ data, secret, region, endpoint }: Values): TokenKeyHolder | undefined => {
  mustBe(data === undefined || secret === undefined);
  if (data !== undefined) return laptopTokenKeys(data);
  return secret === undefined ? undefined : secretTokenKeys(secret, { region, ...(endpoint && { endpoint }) });
};

const codeOf = (code: string | undefined): string | undefined => {
  mustBe(code === undefined || RegencyCode.safeParse(code).success);
  return code;
};

const now = () => new Date();
const secondsSince = (start: number): number => (performance.now() - start) / 1000;

const over = async <T>(place: Place, mayBeNew: boolean, work: (engine: OpenEngine) => Promise<T>): Promise<T> => {
  const engine = await openEngine(place, mayBeNew);
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
};

type Run = (values: Values, output: Output) => Promise<number>;

interface Command {
  run: Run;
  /** Beside where: what else it understands. Whatever else is written is not passed over: `export --from` means nothing that an export does. */
  takes: readonly (keyof typeof options)[];
}

const runExport: Run = async (values, { out }) => {
  const { to, 'with-keys': keysTo, all } = values;
  const regency = codeOf(values.regency);
  mustBe(all !== (regency !== undefined));
  const request = { regency, to: need(to), keysTo };
  const start = performance.now();
  const archive = await over(placeOf(values), false, ({ items }) =>
    exportRegency({ items, tokenKeys: holderOf(values), now }, request),
  );
  out(exportText(archive, { ...request, seconds: secondsSince(start) }));
  return 0;
};

const runImport: Run = async (values, { out, err }) => {
  const { data, keys: keysFrom, all } = values;
  const regency = codeOf(values.regency);
  mustBe(!all || regency === undefined);
  const request = { from: need(values.from), keysFrom, regency, all };
  const start = performance.now();
  const imported = await over(placeOf(values), true, ({ items, stores }) =>
    importRegency({ items, stores, tokenKeys: holderOf(values), now }, request),
  );
  // Also where a seal is broken: what is signed with a key that nobody knows would look broken for another reason.
  const facts = {
    seconds: secondsSince(start),
    keysAsked: keysFrom !== undefined,
    sealKeysKnown: data === undefined ? undefined : await addFormerSealKeys(data, imported.archive.sealKeyRegencies),
  };
  const isWhole = imported.seals.broken.length === 0;
  (isWhole ? out : err)(importText(imported, facts));
  return isWhole ? 0 : 1;
};

const runErase: Run = async (values, { out }) => {
  const { yes, export: archive, 'without-export': without } = values;
  const regency = need(codeOf(values.regency));
  mustBe(yes === regency && without !== (archive !== undefined));
  const erased = await over(placeOf(values), false, ({ items, stores }) =>
    eraseRegency({ items, stores, now }, { regency, archive }),
  );
  out(eraseText(erased, regency, values.data === undefined));
  return 0;
};

const runRecompute: Run = async (values, { out, err }) => {
  const { data } = values;
  const regency = need(codeOf(values.regency));
  const done = await over(placeOf(values), false, async ({ stores }) => {
    const sealer = data === undefined ? undefined : await loadSealer(data);
    return recomputeRegency({ stores, sealer, randomBytes, now }, regency);
  });
  const isWhole = done.failed.length === 0;
  (isWhole ? out : err)(recomputeText(done, regency));
  return isWhole ? 0 : 1;
};

/** A folder whose name was mistyped is given no keys: that would look like a rotation, and the keys that were meant would go on. */
const requireKeysIn = async (data: string, hasKeys: (data: string) => Promise<boolean>): Promise<void> => {
  if (!(await hasKeys(data))) throw new Refusal('FOLDER_MISSING', data);
};

const runRotateToken: Run = async (values, { out }) => {
  const { data, withdraw, yes } = values;
  // As it is told by a rotation, and twice: what was printed with it is void.
  mustBe(yes === withdraw && (withdraw === undefined || /^\d{1,3}$/.test(withdraw)));
  const holder = holderOf(values);
  if (!holder) throw new Refusal('SECRET_NEEDED');
  if (data !== undefined) await requireKeysIn(data, hasTokenKeys);
  const isAws = data === undefined;
  if (withdraw === undefined) out(rotatedTokenText(await rotateTokenKey(holder, randomBytes), isAws));
  else {
    const id = Number(withdraw);
    out(withdrawnTokenText(id, await withdrawTokenKey(holder, id, randomBytes), isAws));
  }
  return 0;
};

const runRotateSeal: Run = async (values, { out }) => {
  const { data, region, 'seal-key': sealKey } = values;
  mustBe((data === undefined) !== (sealKey === undefined));
  if (data === undefined) out(stageSealText(await publicKeyInKms(need(sealKey), region)));
  else {
    await requireKeysIn(data, hasSealKey);
    out(rotatedSealText(await replaceSealKey(data)));
  }
  return 0;
};

const where: readonly (keyof typeof options)[] = ['data', 'table', 'region', 'endpoint', 'secret'];

const commands: Record<string, Command> = {
  export: { run: runExport, takes: ['regency', 'all', 'to', 'with-keys'] },
  import: { run: runImport, takes: ['from', 'keys', 'regency', 'all'] },
  erase: { run: runErase, takes: ['regency', 'yes', 'export', 'without-export'] },
  recompute: { run: runRecompute, takes: ['regency'] },
  'rotate-keys token': { run: runRotateToken, takes: ['withdraw', 'yes'] },
  'rotate-keys seal': { run: runRotateSeal, takes: ['seal-key'] },
};

type Parsed = NonNullable<ReturnType<typeof parse>>;

/** @throws NotUnderstood where it names no command, or what that command does not take */
const commandOf = ({ positionals, tokens }: Parsed): Command => {
  const name = positionals.join(' ');
  const command = need(Object.hasOwn(commands, name) ? commands[name] : undefined);
  const known = new Set<string>([...where, ...command.takes]);
  mustBe(tokens.every((token) => token.kind !== 'option' || known.has(token.name)));
  return command;
};

type Failure = Error & { code?: string };

/** Name and code; of what only says that the engine or KMS did not do it, those of what happened. */
const namesOf = (failure: Failure): [name: string, code: string] => {
  const { name, code = name } = failure.cause instanceof Error ? (failure.cause as Failure) : failure;
  return [name, code];
};

/** Runs the command line and answers the exit code: 0 done, 1 refused or broken off, 2 not understood. */
export const run = async (argv: string[], output: Output): Promise<number> => {
  try {
    const parsed = need(parse(argv));
    return await commandOf(parsed).run(parsed.values, output);
  } catch (error) {
    if (error instanceof NotUnderstood) {
      output.err(usage);
      return 2;
    }
    if (error instanceof KeysUnreadable) output.err(refusalText('OWN_KEYS_UNREADABLE', [error.file]));
    else if (error instanceof Refusal) output.err(refusalText(error.code, error.facts));
    else output.err(failureText(...namesOf(error as Failure)));
    return 1;
  }
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = await run(process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
}
