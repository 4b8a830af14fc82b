/** What watches over a deployment: alarms with somebody to tell, a dashboard, empty queues of failures. */
import type { Deployed } from './deploy.ts';
import type { Emulator } from './emulator.ts';
import type { Transcript } from './transcript.ts';

interface Alarm {
  AlarmName: string;
  AlarmActions: string[];
  AlarmDescription?: string;
}

export const checkWatch = (transcript: Transcript, { ask }: Emulator) =>
  transcript.step(
    'alarms, each with somebody to tell, and a dashboard',
    async () => {
      const { MetricAlarms } = (await ask('cloudwatch', 'describe_alarms')) as { MetricAlarms: Alarm[] };
      if (MetricAlarms.length === 0) throw new Error('there is no alarm');
      for (const { AlarmName, AlarmActions, AlarmDescription } of MetricAlarms)
        if (AlarmActions.length === 0 || !AlarmDescription) throw new Error(`${AlarmName} tells nobody, or nothing`);
      const { DashboardEntries } = await ask('cloudwatch', 'list_dashboards');
      if (DashboardEntries.length === 0) throw new Error('there is no dashboard');
      return MetricAlarms.length;
    },
    (count) => `${count} alarms`,
  );

/** After the session: nothing was given up. */
export const checkFailures = (transcript: Transcript, { ask }: Emulator, { outputs }: Deployed) =>
  transcript.step(
    'the queues of failures are empty',
    async () => {
      const queues = Object.values(outputs).flatMap((stack) =>
        Object.entries(stack).flatMap(([name, url]) => (/FailuresUrl$/.test(name) ? [url] : [])),
      );
      if (queues.length === 0) throw new Error('no stack puts out a queue of failures');
      for (const QueueUrl of queues) {
        const asked = { QueueUrl, AttributeNames: ['ApproximateNumberOfMessages'] };
        const { Attributes } = await ask('sqs', 'get_queue_attributes', asked);
        if (Attributes.ApproximateNumberOfMessages !== '0') throw new Error(`${QueueUrl} is not empty`);
      }
      return queues.length;
    },
    (count) => `${count} queues`,
  );
