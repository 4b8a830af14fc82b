/** What the tables of repeated writes are made with: their type, the ways to call, and what a call needs before it. */
import type { endpoints } from '../../functions/endpoints.ts';
import { type As, as, type Reply, type TestApi } from './api.ts';
import { makeDevice, pairedDoor, type TestDoor } from './doors.ts';
import { pledgeVariables, type Scenario, sessionBody } from './scenario.ts';

type Endpoints = typeof endpoints;
/** Every route that is not read-only. */
export type Write = { [E in keyof Endpoints]: Endpoints[E]['method'] extends 'GET' ? never : E }[keyof Endpoints];

export interface Repeat {
  /** Why calling it again is harmless. */
  because: string;
  until?: 'draft' | 'published' | 'open';
  call: (s: Scenario) => Promise<Reply>;
  /** What the second answer says where it differs from the first. */
  again?: { status?: number } & Record<string, unknown>;
}

/** Some of the writes, and nothing that is none. */
export type SomeRepeats = Partial<Record<Write, Repeat[]>>;

export const key = 'the client names the intended write by an Idempotency-Key, from which the new id is made';
export const version = 'it replaces one version only, so the second is refused';
export const whole = 'it replaces the whole of what the path names';
export const nonce = 'the nonce names the intended write, and the first write of it stands';

export const regency = '/api/regencies/16.04';
export const operator = as('operator');
export const unit = { class: 'OPD', name: 'Dinas Baru', office: 'Kepala Dinas Baru', holder: null };
export const pledge = {
  text: 'ikrar-netralitas-2024',
  version: 1,
  variables: pledgeVariables,
  classes: ['OPD'],
};

const wave = {
  id: 'pagi',
  label: 'Pagi',
  startsAt: '2024-06-27T08:00:00+07:00',
  endsAt: '2024-06-27T10:00:00+07:00',
};

/** The API is asked for at each call: the tables are read before it has started. */
export const makeRepeatStage = (api: () => TestApi) => {
  const send = (method: string, path: string, body?: unknown, key?: string, caller: As | null = as('organizer')) =>
    api().call(caller, method, path, body, key === undefined ? {} : { 'idempotency-key': key });

  const doors = new Map<string, TestDoor>();
  /** A scenario's paired door: the second call meets the door of the first. */
  const doorOf = async (s: Scenario): Promise<TestDoor> => {
    const known = doors.get(s.session) ?? (await pairedDoor(api(), s.session));
    doors.set(s.session, known);
    return known;
  };

  const prepared = new WeakSet<Scenario>();
  /** What a call needs before it, made the first time only. */
  const once = async (s: Scenario, prepare: () => Promise<unknown>): Promise<void> => {
    if (prepared.has(s)) return;
    prepared.add(s);
    await prepare();
  };

  return {
    api,
    send,
    /** One device, so that a repeated pairing is the same device's. */
    device: makeDevice(),
    doorOf,
    once,
    /** A plan with a wave. */
    withWave: (s: Scenario) =>
      once(s, async () => {
        const { version: before } = (await send('GET', s.base)).body;
        return send('PUT', s.base, { ...sessionBody({ pledge, waves: [wave] }), version: before });
      }),
    /** An address for a unit's holder. */
    withAddress: (s: Scenario) =>
      once(s, async () => {
        const path = `${regency}/units/${s.id('Dinas A')}`;
        const to = { change: 'REPLACE', holder: { name: 'Siti Aminah', email: 'siti@lahat.example' } };
        return send('POST', `${path}/holder`, { version: (await send('GET', path)).body.version, to });
      }),
  };
};

export type RepeatStage = ReturnType<typeof makeRepeatStage>;
