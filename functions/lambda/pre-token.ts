/** Cognito asks before it issues tokens (pre-token generation, version 2): role and region go into both of them. */
import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';
import { staffClaims } from './staff-claims.ts';

export const handler = async (event: PreTokenGenerationV2TriggerEvent): Promise<PreTokenGenerationV2TriggerEvent> => {
  const { groupConfiguration, userAttributes } = event.request;
  const claims = staffClaims(groupConfiguration.groupsToOverride ?? [], userAttributes['custom:region']);
  const generation = { claimsToAddOrOverride: claims ? { ...claims } : {} };
  event.response = {
    claimsAndScopeOverrideDetails: { idTokenGeneration: generation, accessTokenGeneration: generation },
  };
  return event;
};
