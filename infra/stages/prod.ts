/** The stage that people use. Write your own values here; `npm run capacity` says which quotas and how many instances your regencies need. */
import type { Stage } from './stage.ts';

export const prod: Stage = {
  name: 'prod',
  region: 'ap-southeast-3',
  domain: 'hadir.example',
  certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000',
  signInPrefix: 'hadir-example',
  alarmEmail: 'operator@hadir.example',
  monthlyBudgetUsd: 100,
  logDays: 90,
  requestsPerSecond: 1000,
  burst: 1000,
  liveHoldSeconds: 8,
  // Of the 1,000 instances of an account: 250 remain for papers, projection and mails.
  hotInstances: 200,
  attendeeInstances: 200,
  staffInstances: 350,
  formerSealKeys: [],
};
