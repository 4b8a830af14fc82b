/** What must never be lost: the table. */
import { AttributeType, type ITableV2, StreamViewType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { Stage } from './stages/stage.ts';

export interface DataStackProps extends StackProps {
  stage: Stage;
}

export class DataStack extends Stack {
  /** The table that the functions use. */
  readonly table: ITableV2;

  constructor(scope: Construct, id: string, { stage, ...props }: DataStackProps) {
    super(scope, id, { ...props, terminationProtection: stage.name === 'prod', description: 'Hadir: the table' });

    const { warmThroughput: warm } = stage;
    const table = new TableV2(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      // Keys are all that the projector needs; names and NIPs do not travel through the stream, its filters or its queue.
      dynamoStream: StreamViewType.KEYS_ONLY,
      // The key that AWS keeps in our account rather than DynamoDB's own: its use shows in CloudTrail. It costs nothing by the month, and a use
      // (three cents for 10,000) is rare, as DynamoDB remembers the table's key for minutes.
      encryption: TableEncryptionV2.awsManagedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      timeToLiveAttribute: 'ttl',
      ...(warm && { warmThroughput: { readUnitsPerSecond: warm.reads, writeUnitsPerSecond: warm.writes } }),
      deletionProtection: true,
      // Kept when a first deployment fails, too: its deletion protection would make the rollback fail.
      removalPolicy: RemovalPolicy.RETAIN,
    });
    // CDK's own types do not hold under exactOptionalPropertyTypes.
    this.table = this.restored(stage) ?? (table as ITableV2);
    // Other stacks name them; when a restored table takes its place, they still do while this stack is being deployed.
    for (const value of [table.tableName, table.tableArn, table.tableStreamArn]) this.exportValue(value);

    // What others go by: the functions' grants, and an operator who restores, exports or erases. There is no bucket for exports of the whole
    // table: it would hold every name and NIP a second time, for which the erasing of a regency (UU PDP 27/2022) would have to reach as well,
    // in a form that no engine of ours reads. The last 35 days are kept beside the table; longer, `npm run admin -- export` writes a file of
    // one regency or of all, wherever its owner wants it, which both engines take back with its seals valid.
    new CfnOutput(this, 'TableName', { value: this.table.tableName });
    new CfnOutput(this, 'TableArn', { value: this.table.tableArn });
  }

  /** The table that an operator restored beside ours, when the stage names one; ours stays as it is. */
  private restored({ restoredTable }: Stage): ITableV2 | undefined {
    if (restoredTable === undefined) return undefined;
    const { name, streamArn } = restoredTable;
    return TableV2.fromTableAttributes(this, 'RestoredTable', { tableName: name, tableStreamArn: streamArn });
  }
}
