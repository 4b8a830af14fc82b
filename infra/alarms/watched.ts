/** What the alarms and the dashboard look at, as the other stacks hand it over. */
import type { HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { SignIn } from '../environment.ts';
import type { NodeHandler } from '../node-handler.ts';
import type { Stage } from '../stages/stage.ts';

export interface Watched {
  stage: Stage;
  /** Doors, and the code of the venue. */
  hot: NodeHandler;
  attendee: NodeHandler;
  staff: NodeHandler;
  documents: NodeHandler;
  projector: NodeHandler;
  preToken: NodeHandler;
  /** Where the stage sends mails. */
  mailer?: NodeHandler | undefined;
  reminders?: NodeHandler | undefined;
  httpStage: HttpStage;
  accessLogs: ILogGroup;
  table: ITableV2;
  /** The queues of what was given up, by whose they are. */
  failures: Readonly<Record<string, IQueue>>;
  signIn: SignIn;
}

/** Every function of the stage, by its name in alarms and graphs. */
export const functionsOf = (watched: Watched): Readonly<Record<string, NodeHandler>> => {
  const { hot, attendee, staff, documents, projector, preToken, mailer, reminders } = watched;
  const always = { hot, attendee, staff, documents, projector, 'pre-token': preToken };
  return { ...always, ...(mailer && { mailer }), ...(reminders && { reminders }) };
};
