/** What a month costs, service by service. Sessions are taken to be held one by one: held together they are counted less often. */
import { type Phase, phaseOf, steadyFlows } from './demand-rules.ts';
import { boardFlows } from './figures-rules.ts';
import { doorsOf, type Flow, hallOf, msOf } from './hall-rules.ts';
import { durations, memoryMb } from './measured-durations.ts';
import { type ActionName, bytes, invitationBytes, leavesOf, unitsOf } from './measured-units.ts';
import type { Morning } from './morning-rules.ts';
import { costOf } from './prices.ts';

/** Chosen figures that are no options: they move little. */
export const chosen = {
  /** Before the day each invited head opens the link twice, and half of them answer. */
  viewsBefore: 2,
  answered: 0.5,
  /** Pages of the console beside the boards, for each session. */
  consolePages: 200,
  /** Signatures of the key for each session: the closing, and addenda of those who sign later. */
  headsASession: 5,
  /** An attendee's page with what it loads (budget 40 kB of scripts, 15 of styles), a door's with its decoder, the console's. */
  pageBytes: { attendee: 70_000, door: 700_000, console: 400_000 },
  pageFiles: { attendee: 6, door: 14, console: 20 },
  /** Of an answer of the API, compressed; the list of doors is counted by its entries. */
  answerBytes: 1500,
  listEntryBytes: 120,
  /** One access log line, and what Lambda writes of an invocation. */
  logBytes: 900,
  /** Of a stage that sends mails: 28 alarms, one of which looks at two metrics and is charged as two. */
  alarms: 29,
  /** Beside the keys of seals: the one that alarms are encrypted with. */
  otherKeys: 1,
  /** DynamoDB bills so much more for each item that it stores. */
  itemOverheadBytes: 100,
  freeActiveUsers: 10_000,
  /** Pages and their versions in the bucket. */
  bucketGb: 0.1,
} as const;

interface Event {
  action: ActionName;
  count: number;
  requests: number;
  ms: number;
}

const steadyActions: readonly ActionName[] = ['doorContact', 'doorDelta', 'look', 'regencyCoverage', 'coldDoor'];

/** What one session makes happen, from its invitations to its seal. */
export const sessionEvents = (morning: Morning): Event[] => {
  const alone: Morning = { ...morning, regencies: 1, shards: 1 };
  const hall = hallOf(alone, 'signing');
  const event = (action: ActionName, count: number, requests = count): Event => ({
    action,
    count,
    requests,
    ms: msOf({ what: '', action, mean: 0, peak: 0, requests: 0 }, hall),
  });
  const ofFlow =
    (seconds: number) =>
    (flow: Flow): Event => ({
      action: flow.action,
      count: flow.mean * seconds,
      requests: flow.mean * flow.requests * seconds,
      ms: msOf(flow, hall),
    });
  const [arriving, signing] = [alone.minutes * 60, alone.signMinutes * 60];
  const quiet = Math.max(0, alone.hours * 3600 - arriving - signing);
  const still = { batchSeconds: 0, everySeconds: Number.POSITIVE_INFINITY, perSecond: 0 };
  const during = (phase: Phase, seconds: number): Event[] => phase.flows.map(ofFlow(seconds));
  const quietFlows = [...steadyFlows(alone), ...boardFlows(alone, { mean: still, peak: still })];
  const { invited, mails, byPhone } = morning;
  return [
    event('inviteAll', 1),
    event('mailOwed', mails),
    event('mailSent', invited * mails, 0),
    event('view', invited * chosen.viewsBefore),
    event('qr', invited * byPhone),
    event('answer', invited * chosen.answered),
    event('open', 1),
    event('doorList', doorsOf(morning)),
    ...during(phaseOf(alone, 'doors'), arriving),
    ...during(phaseOf(alone, 'signing'), signing),
    ...quietFlows.filter(({ action }) => steadyActions.includes(action)).map(ofFlow(quiet)),
    event('invitationsPage', chosen.consolePages),
    event('close', 1),
  ];
};

/** What one session leaves in the table, in bytes as AWS bills them. */
export const sessionBytes = (morning: Morning): number => {
  const hall = hallOf(morning, 'signing');
  const { invited, mails } = morning;
  const lists = [bytes.coverage, bytes.coverageDay, bytes.roster, bytes.rosterRule];
  const items = invited * (1 + mails) + leavesOf(hall) / 128 + lists.length + doorsOf(morning);
  return (
    invitationBytes(hall) +
    invited * mails * bytes.mail +
    leavesOf(hall) * bytes.leaf +
    lists.reduce((sum, { own, each }) => sum + own + each * invited, 0) +
    items * chosen.itemOverheadBytes
  );
};

export const storedGb = (morning: Morning): number => {
  const { regencies, invited, sessionsAMonth, keepMonths } = morning;
  const register = invited * (bytes.unit + chosen.itemOverheadBytes);
  return (regencies * (register + sessionsAMonth * keepMonths * sessionBytes(morning))) / 1024 ** 3;
};

export interface MonthlyCount {
  sessions: number;
  requests: number;
  invocations: number;
  gbSeconds: number;
  read: number;
  write: number;
}

export const monthlyCount = (morning: Morning): MonthlyCount => {
  const sessions = morning.regencies * morning.sessionsAMonth;
  const hall = hallOf({ ...morning, regencies: 1 }, 'signing');
  const events = sessionEvents(morning);
  const sum = (each: (event: Event) => number): number =>
    sessions * events.reduce((total, one) => total + each(one), 0);
  return {
    sessions,
    requests: sum(({ requests }) => requests),
    // Totals are made in the invocation that made the coverage; a held board's looks in one.
    invocations: sum(({ action, count, requests }) =>
      action === 'recompute' || action === 'mailSent' ? count : requests,
    ),
    gbSeconds: sum(({ action, count, ms }) => (count * ms * memoryMb[durations[action].by]) / 1024 / 1000),
    read: sum(({ action, count }) => count * (unitsOf[action](hall).read + unitsOf[action](hall).empty)),
    write: sum(({ action, count }) => count * unitsOf[action](hall).write),
  };
};

export interface CostLine {
  service: string;
  what: string;
  usd: number;
}

const line = (service: string, what: string, usd: number): CostLine => ({ service, what, usd });

/** Gigabytes and files that readers load in a month. */
const loaded = (morning: Morning, count: MonthlyCount) => {
  const { invited, regentPages, boards, staff, regencies } = morning;
  const { pageBytes, pageFiles } = chosen;
  const pages = [
    ['attendee', count.sessions * invited * chosen.viewsBefore],
    ['door', count.sessions * doorsOf(morning)],
    ['console', count.sessions * (boards + regentPages) + regencies * staff * 10],
  ] as const;
  const lists = count.sessions * doorsOf(morning) * invited * chosen.listEntryBytes;
  const answers = count.requests * chosen.answerBytes;
  return {
    gb: pages.reduce((sum, [name, times]) => sum + times * pageBytes[name], lists + answers) / 1e9,
    files: pages.reduce((sum, [name, times]) => sum + times * pageFiles[name], 0),
  };
};

/** In the order of the services; fixed costs are those of one installation, whoever uses it. */
export const monthlyCost = (morning: Morning): CostLine[] => {
  const count = monthlyCount(morning);
  const stored = storedGb(morning);
  const { gb, files } = loaded(morning, count);
  const users = Math.max(0, morning.regencies * morning.staff - chosen.freeActiveUsers);
  const mails = count.sessions * morning.invited * morning.mails;
  return [
    line('DynamoDB', 'writes', costOf('tableWrite', count.write)),
    line('DynamoDB', 'reads', costOf('tableRead', count.read)),
    line('DynamoDB', 'storage', costOf('tableStorage', stored)),
    line('DynamoDB', 'point-in-time recovery', costOf('tableBackup', stored)),
    line('DynamoDB', 'stream (read by Lambda, which is free)', 0),
    line('Lambda', 'GB-seconds', costOf('lambdaGbSecond', count.gbSeconds)),
    line('Lambda', 'invocations', costOf('lambdaRequest', count.invocations)),
    line('API Gateway', 'requests', costOf('gatewayRequest', count.requests)),
    line('CloudFront', 'transfer', costOf('transferOut', gb)),
    line('CloudFront', 'requests', costOf('edgeRequest', count.requests + files)),
    line('KMS', 'keys', costOf('key', morning.sealKeys + chosen.otherKeys)),
    line('KMS', 'signatures', costOf('keySignature', count.sessions * chosen.headsASession)),
    line('Secrets Manager', 'secret and its reads', costOf('secret', 1) + costOf('secretRead', count.requests / 1000)),
    line('Cognito', 'active users above 10,000', costOf('activeUser', users)),
    line('CloudWatch', 'logs', costOf('logs', (count.requests * chosen.logBytes) / 1e9)),
    line('CloudWatch', 'alarms and dashboard', costOf('alarm', chosen.alarms) + costOf('dashboard', 1)),
    line('SES', 'e-mails', costOf('mail', mails)),
    line('S3', 'pages', costOf('pageStorage', chosen.bucketGb)),
  ];
};

export const totalOf = (lines: readonly CostLine[]): number => lines.reduce((sum, { usd }) => sum + usd, 0);
