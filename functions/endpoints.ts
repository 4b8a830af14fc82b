/** Every route of the product, by name: for the OpenAPI document, the access test and the web client's types. */
import * as activityReports from './activity-reports/activity-report-endpoints.ts';
import * as checkIn from './check-in/check-in-endpoints.ts';
import * as conflicts from './conflicts/conflict-endpoints.ts';
import * as coverage from './coverage/coverage-endpoints.ts';
import * as documents from './documents/document-endpoints.ts';
import * as devices from './doors/device-endpoints.ts';
import * as doors from './doors/door-endpoints.ts';
import * as followUps from './follow-ups/follow-up-endpoints.ts';
import * as imports from './imports/import-endpoints.ts';
import * as attendee from './invitations/attendee-endpoints.ts';
import * as calendar from './invitations/calendar-endpoints.ts';
import * as invitations from './invitations/invitation-endpoints.ts';
import * as messages from './messages/message-endpoints.ts';
import * as nilStatements from './nil-statements/nil-statement-endpoints.ts';
import type { Wire } from './platform/endpoint.ts';
import * as system from './platform/system-endpoints.ts';
import * as pledges from './pledges/pledge-endpoints.ts';
import * as pledgeTexts from './pledges/text-endpoints.ts';
import * as regencies from './regencies/regency-endpoints.ts';
import * as units from './roster/unit-endpoints.ts';
import * as seals from './seals/seal-endpoints.ts';
import * as sessions from './sessions/session-endpoints.ts';
import * as venueCodes from './venue/venue-code-endpoints.ts';
import * as venue from './venue/venue-endpoints.ts';

export const endpoints = {
  ...system,
  ...regencies,
  ...units,
  ...imports,
  ...sessions,
  ...invitations,
  ...attendee,
  ...calendar,
  ...messages,
  ...documents,
  ...checkIn,
  ...devices,
  ...doors,
  ...venueCodes,
  ...venue,
  ...conflicts,
  ...pledges,
  ...pledgeTexts,
  ...seals,
  ...coverage,
  ...followUps,
  ...nilStatements,
  ...activityReports,
};

type All = (typeof endpoints)[keyof typeof endpoints];
/** The API's types by `METHOD path`; imported by the web client as types only. */
export type Api = { [E in All as `${E['method']} ${E['path']}`]: Wire<E> };
