/**
 * Whether this process can do its work: what /api/ready answers. /api/health says only that it runs.
 *
 * What was found is kept for some seconds, and whoever asks meanwhile waits for the same answer: asking often is no way to load the engine.
 */
import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { readinessKey } from './keys.ts';
import type { TokenKeys } from './signed-code.ts';

export interface Readiness {
  engine: 'ok' | 'unreachable';
  tokenKeys: 'ok' | 'missing';
  /**
   * Absent: it has not answered this process yet; once it has, its public half is kept, and only a seal that fails tells of a key that went
   * away later. Doors, attendees and reports work without; what is closed meanwhile is sealed when it is back.
   */
  sealKey: 'ok' | 'absent';
  clock: 'ok' | 'wrong';
}

export const isReady = ({ engine, tokenKeys, clock }: Readiness): boolean =>
  engine === 'ok' && tokenKeys === 'ok' && clock === 'ok';

export interface ReadinessPorts {
  /** One strongly consistent read; answers by how much the engine's clock is ahead of this machine's, in milliseconds. */
  readEngine: () => Promise<number>;
  tokenKeys: TokenKeys;
  sealer: { keys: () => Promise<unknown> };
  /** The machine's own clock, not one that a demonstration has set. */
  now: () => Date;
}

/** A door waits longer than this for no answer; an engine that takes longer serves nobody. */
const withinMs = 2_000;
/** A probe every five or ten seconds sees each change, and no number of them costs more than a read in five seconds. */
const keptMs = 5_000;
/** As far as a request's signature may be off before AWS refuses it (SigV4). */
const clockToleranceMs = 5 * 60_000;
/** No clock that is right shows an earlier time to this code. A machine whose battery is empty starts years before it. */
const writtenAfter = Date.parse('2026-01-01T00:00:00Z');

const within = async <T>(work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), withinMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

/** One read unit. The client keeps by how much its clock is off, for its signatures. */
export const makeReadEngine = (client: DynamoDBClient, table: string) => async (): Promise<number> => {
  const command = new GetItemCommand({ TableName: table, Key: marshall(readinessKey), ConsistentRead: true });
  await client.send(command, { abortSignal: AbortSignal.timeout(withinMs) });
  return client.config.systemClockOffset;
};

const look = async ({ readEngine, tokenKeys, sealer, now }: ReadinessPorts): Promise<Readiness> => {
  const [engine, sealKey] = await Promise.allSettled([within(readEngine()), within(sealer.keys())]);
  const off = engine.status === 'fulfilled' ? Math.abs(engine.value) : 0;
  return {
    engine: engine.status === 'fulfilled' ? 'ok' : 'unreachable',
    tokenKeys: tokenKeys.secrets.has(tokenKeys.current) ? 'ok' : 'missing',
    sealKey: sealKey.status === 'fulfilled' ? 'ok' : 'absent',
    clock: off <= clockToleranceMs && now().getTime() >= writtenAfter ? 'ok' : 'wrong',
  };
};

export const makeReadiness = (ports: ReadinessPorts): (() => Promise<Readiness>) => {
  let kept: { from: number; answer: Promise<Readiness> } | undefined;
  return () => {
    const at = ports.now().getTime();
    // Also renewed where the clock was set back.
    if (!kept || Math.abs(at - kept.from) >= keptMs) kept = { from: at, answer: look(ports) };
    return kept.answer;
  };
};
