/** The stage for trying things: small bounds, short logs. Write your own values here. */
import type { Stage } from './stage.ts';

export const dev: Stage = {
  name: 'dev',
  region: 'ap-southeast-3',
  domain: 'hadir-dev.example',
  certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000',
  signInPrefix: 'hadir-dev-example',
  alarmEmail: 'operator@hadir.example',
  monthlyBudgetUsd: 20,
  logDays: 30,
  requestsPerSecond: 50,
  burst: 100,
  // A new account runs 10 Lambda instances, and here none are kept for doors: boards ask again instead of holding some.
  liveHoldSeconds: 0,
  formerSealKeys: [],
};
