/** Units and invitations as long as real ones: Lahat's own roster, as the product reads it, repeated to the wanted number. */
import { BatchWriteItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Invitation } from '../../functions/invitations/invitation-schema.ts';
import { tableName } from '../../functions/local/server.ts';
import { makeUnitId } from '../../functions/platform/ids.ts';
import { invitationKey, unitKey } from '../../functions/platform/keys.ts';
import { regions } from '../../functions/regions/regions.ts';
import type { Unit } from '../../functions/roster/unit-schema.ts';
import { readCases } from '../demo/read-case.ts';
import { lahat } from '../support/fixtures.ts';
