/** The projector behind the table's stream: it keeps figures and totals, and seals what changes in closed sessions. */
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Duration, Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { sealEnvironment, tableEnvironment } from './environment.ts';
import { sealKeyCalls, tableCalls, tableWrites } from './grants.ts';
import { NodeHandler } from './node-handler.ts';
import type { Stage } from './stages/stage.ts';
import { type Followed, followStream } from './table-stream.ts';

export interface ProjectorStackProps extends StackProps {
  stage: Stage;
  table: ITableV2;
  sealKey: IKey;
}

export class ProjectorStack extends Stack {
  readonly projector: NodeHandler;
  readonly followed: Followed;

  constructor(scope: Construct, id: string, { stage, table, sealKey, ...props }: ProjectorStackProps) {
    super(scope, id, { ...props, description: 'Hadir: figures, totals and seals' });

    this.projector = new NodeHandler(this, 'Projector', {
      stage,
      entry: 'projector',
      description:
        'Recomputes the coverage of the sessions that changed and the totals above it, and seals the closed ones',
      memoryMb: {
        is: 1769,
        because:
          'With it comes one whole CPU. Sealing 22,000 invitations (88,000 records) took 7.3 s of one and 310 MB above the 100 that it starts with; four sessions are taken at a time.',
      },
      timeoutSeconds: {
        is: 120,
        because:
          'Four of the largest sessions in one batch: figures and seal of each take some 12 s, one after the other on one CPU; and 8 s are waited where the API is sealing the same session.',
      },
      environment: { ...tableEnvironment(table), ...sealEnvironment(stage, sealKey) },
    });
    this.projector.allow(tableCalls.projector, table.tableArn);
    this.projector.allowPartitions(tableWrites.projector, table.tableArn);
    this.projector.allow(sealKeyCalls, sealKey.keyArn);

    this.followed = followStream(this, {
      handler: this.projector,
      table,
      mapping: 'Stream',
      failures: 'ProjectorFailures',
      // Invitations, conflicts, head counts, denials, readings, sessions. The others (units, doors, letters, and the coverage and seals
      // that the projector itself writes) do not wake it: a door's contact every half minute must not.
      about: [
        ['S#', ['I#', 'C#', 'HC#', 'D#', 'PR#']],
        ['R#', ['S#']],
      ],
      // Two seconds of check-ins at a door become one computation; "live" figures are as old as that at most.
      window: Duration.seconds(2),
      batchSize: 1000,
      patience: { attempts: 10 },
    });
  }
}
