/** From a morning to what happens in each second of it: actions, requests, units, instances. Functions of values. */
import { boardFlows, type Figures, newsOf, projectorFlows } from './figures-rules.ts';
import {
  arrivalsASecond,
  contactSeconds,
  doorsOf,
  type Flow,
  hallOf,
  listSeconds,
  msOf,
  type PhaseName,
  pagePollSeconds,
  readOf,
  rememberedSeconds,
  signaturesASecond,
} from './hall-rules.ts';
import { durations, type FunctionName, memoryMb } from './measured-durations.ts';
import { type ActionName, type Hall, invitationBytes, type Units, unitsOf } from './measured-units.ts';
import type { Morning } from './morning-rules.ts';

export const steadyFlows = (morning: Morning): Flow[] => {
  const doors = morning.regencies * doorsOf(morning);
  const contact = doors / contactSeconds;
  const list = doors / listSeconds(morning.invited);
  return [
    { what: 'door makes contact', action: 'doorContact', mean: contact, peak: contact, requests: 1 },
    { what: 'door asks what is new', action: 'doorDelta', mean: list, peak: list, requests: 1 },
  ];
};

/** Of calls so many a second on `instances` processes, how many meet one that does not remember. */
const forgottenShare = (aSecond: number, instances: number): number =>
  1 / (1 + (aSecond / Math.max(1, instances)) * rememberedSeconds);

const instancesFor = (flows: readonly Flow[], hall: Hall, by: FunctionName): number =>
  flows
    .filter(({ action }) => durations[action].by === by)
    .reduce((sum, flow) => sum + (flow.peak * msOf(flow, hall)) / 1000, 0);

/** What each process has to ask again because it did not serve that door, or that session, in the last half minute. */
const coldFlow = (morning: Morning, hall: Hall, flows: readonly Flow[]): Flow => {
  const known = flows.filter(({ action }) => ['checkIn', 'checkInOfTen', 'doorContact', 'doorDelta'].includes(action));
  const sum = (kind: 'mean' | 'peak'): number => known.reduce((total, flow) => total + flow[kind] * flow.requests, 0);
  const ofDoor = (kind: 'mean' | 'peak') => sum(kind) / Math.max(1, morning.regencies) / doorsOf(morning);
  const instances = Math.ceil(instancesFor(flows, hall, 'hot'));
  const asked = (kind: 'mean' | 'peak'): number => sum(kind) * forgottenShare(ofDoor(kind), instances);
  return {
    what: 'door or session not remembered',
    action: 'coldDoor',
    mean: asked('mean'),
    peak: asked('peak'),
    requests: 0,
  };
};

/** Of what people do: it swells to the peak with them. */
const flowOf =
  (peak: number) =>
  (what: string, action: ActionName, mean: number, requests = 1): Flow => ({
    what,
    action,
    mean,
    peak: mean * peak,
    requests,
  });

const doorPhase = (morning: Morning, hall: Hall): Flow[] => {
  const { regencies, byPhone, waitMinutes, answerLate, peak, scansPerBatch } = morning;
  const came = arrivalsASecond(morning) * regencies;
  const flow = flowOf(peak);
  const phones = came * byPhone;
  const polls = Math.floor((waitMinutes * 60) / pagePollSeconds);
  const flows = [
    flow('link opened', 'view', phones),
    flow('page asks again', 'view', phones * polls),
    flow('QR drawn', 'qr', phones),
    flow('invitation answered', 'answer', phones * answerLate),
    flow('scan sent', scansPerBatch > 1 ? 'checkInOfTen' : 'checkIn', came, 1 / scansPerBatch),
    ...steadyFlows(morning),
  ];
  return [...flows, coldFlow(morning, hall, flows)];
};

/** A signer by link opens the pledge, and sees the page again afterwards. */
const signingPhase = (morning: Morning, hall: Hall): Flow[] => {
  const { regencies, signByLink, peak } = morning;
  const signed = signaturesASecond(morning) * regencies;
  const flow = flowOf(peak);
  const byLink = signed * signByLink;
  const flows = [
    flow('pledge opened, page seen again', 'view', byLink * 2),
    flow('signed by link', 'signByLink', byLink),
    flow('signed at the table', 'signAtTable', signed - byLink),
    ...steadyFlows(morning),
  ];
  const table = signed - byLink;
  const forgotten =
    table * forgottenShare(table / Math.max(1, regencies), Math.ceil(instancesFor(flows, hall, 'attendee')));
  return [...flows, coldFlow(morning, hall, flows), flow('signing table not remembered', 'coldTable', forgotten, 0)];
};

export interface Phase {
  name: PhaseName;
  hall: Hall;
  flows: readonly Flow[];
  figures: Figures;
}

export const phaseOf = (morning: Morning, name: PhaseName): Phase => {
  const hall = hallOf(morning, name);
  const changes = name === 'doors' ? arrivalsASecond(morning) : signaturesASecond(morning);
  const news = newsOf(morning, hall, changes);
  const own = name === 'doors' ? doorPhase(morning, hall) : signingPhase(morning, hall);
  const flows = morning.regencies === 0 ? [] : [...own, ...boardFlows(morning, news), ...projectorFlows(news)];
  return { name, hall, flows, figures: news.peak };
};

const sumOf = (flows: readonly Flow[], each: (flow: Flow) => number): number =>
  flows.reduce((sum, flow) => sum + each(flow), 0);

export const requestsASecond = ({ flows }: Phase, kind: 'mean' | 'peak'): number =>
  sumOf(flows, (flow) => flow[kind] * flow.requests);

export const unitsASecond = ({ flows, hall }: Phase, kind: 'mean' | 'peak'): Pick<Units, 'read' | 'write'> => ({
  read: sumOf(flows, (flow) => flow[kind] * readOf(flow.action, hall)),
  write: sumOf(flows, (flow) => flow[kind] * unitsOf[flow.action](hall).write),
});

export interface Instances {
  /** At the peak, when all are warm. */
  warm: number;
  /** When none is, and the peak comes at once. */
  cold: number;
}

/** Each instance has one request at a time. A cold one begins its first by starting. */
export const instancesOf = (
  { flows, hall, figures }: Phase,
  morning: Morning,
  coldStartMs: Record<FunctionName, number>,
): Record<FunctionName, Instances> => {
  const of = (by: FunctionName): Instances => {
    const own = flows.filter(({ action }) => durations[action].by === by);
    const warm = sumOf(own, (flow) => (flow.peak * msOf(flow, hall)) / 1000);
    const asked = sumOf(own, (flow) => flow.peak * flow.requests);
    return { warm: Math.ceil(warm), cold: Math.ceil(warm + (asked * coldStartMs[by]) / 1000) };
  };
  // One a shard, whatever there is to do.
  const projector = figures.perSecond > 0 ? Math.min(morning.shards, morning.regencies) : 0;
  const names = Object.keys(memoryMb) as FunctionName[];
  const all = Object.fromEntries(names.map((by) => [by, of(by)])) as Record<FunctionName, Instances>;
  return { ...all, projector: { warm: projector, cold: projector } };
};

/** Of the session that is one partition key: all that reads and writes of it, and the largest read at once. */
export const partitionOf = ({ flows, hall }: Phase, { regencies }: Morning) => {
  const units = (kind: 'read' | 'write'): number =>
    regencies === 0
      ? 0
      : sumOf(
          flows.filter(({ action }) => !['totals', 'regencyCoverage'].includes(action)),
          (flow) =>
            (flow.peak * (kind === 'read' ? readOf(flow.action, hall) : unitsOf[flow.action](hall).write)) / regencies,
        );
  return { read: units('read'), write: units('write'), atOnce: regencies === 0 ? 0 : invitationBytes(hall) / 4096 };
};
