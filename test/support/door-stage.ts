/** A door at work on a played server, for tests that load it anew, take its network and break its answers. */
import type { Door, LogEntry, ScanInput } from '../../web/door/core/door.ts';
import { loadDoor, pairDevice } from '../../web/door/core/pairing.ts';
import {
  anEntry,
  idOf,
  type KitOptions,
  kitPorts,
  newDbName,
  type PlayedServer,
  playServer,
  tokenOf,
} from './door-kit.ts';
import { makeVirtualTime, type VirtualTime } from './virtual-time.ts';

export const pairingAddress = `https://hadir.test/pintu/#${'A'.repeat(39)}`;

export interface DoorStage {
  time: VirtualTime;
  server: PlayedServer;
  dbName: string;
  pair: (changes?: Partial<KitOptions>) => Promise<Door>;
  /** The page is loaded anew: nothing but the storage is left. */
  reload: (door: Door, changes?: Partial<KitOptions>) => Promise<Door>;
  options: (changes?: Partial<KitOptions>) => KitOptions;
  offline: () => void;
  online: () => void;
  end: () => void;
}

export const byCode = (n: number, version = 1): ScanInput => ({ target: { code: tokenOf(n, version) }, who: 'roster' });

export const logged = (door: Door, nonce: string): LogEntry => {
  const found = door.log.value.find((each) => each.nonce === nonce);
  if (!found) throw new Error('not in the log');
  return found;
};

/** With five invitations on the server's list. */
export const openDoorStage = async (): Promise<DoorStage> => {
  const time = makeVirtualTime(Date.parse('2024-06-27T01:00:00Z'));
  const server = playServer(time);
  const dbName = newDbName();
  for (let n = 0; n < 5; n += 1) server.entries.set(idOf(n), await anEntry(n));
  const doors: Door[] = [];
  const options: DoorStage['options'] = (changes = {}) => ({ time, api: server.api, dbName, ...changes });
  const started = async (found: Awaited<ReturnType<typeof pairDevice | typeof loadDoor>>): Promise<Door> => {
    if (found.kind !== 'door') throw new Error(`no door: ${JSON.stringify(found)}`);
    doors.push(found.door);
    await time.settle();
    return found.door;
  };
  return {
    time,
    server,
    dbName,
    options,
    pair: async (changes) => started(await pairDevice(pairingAddress, kitPorts(options(changes)))),
    reload: async (door, changes) => {
      door.stop();
      return started(await loadDoor(kitPorts(options(changes))));
    },
    offline: () => {
      server.mishap = () => 'drop';
    },
    online: () => {
      server.mishap = () => undefined;
    },
    end: () => {
      for (const door of doors) door.stop();
      time.stop();
    },
  };
};
