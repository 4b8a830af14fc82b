/** The stacks of a stage and what they hand to each other. */
import { type App, type Stack, Tags } from 'aws-cdk-lib/core';
import { AlarmsStack } from './alarms-stack.ts';
import { ApiStack } from './api-stack.ts';
import { BudgetStack } from './budget-stack.ts';
import { DataStack } from './data-stack.ts';
import { DocumentsStack } from './documents-stack.ts';
import { EdgeStack } from './edge-stack.ts';
import { IdentityStack } from './identity-stack.ts';
import { KeysStack } from './keys-stack.ts';
import { MailStack } from './mail-stack.ts';
import { ProjectorStack } from './projector-stack.ts';
import { RemindersStack } from './reminders-stack.ts';
import { idOf, leavesOut, type Stage } from './stages/stage.ts';
import { WebStack, type WebStackProps } from './web-stack.ts';

export interface Stacks {
  data: DataStack;
  keys: KeysStack;
  identity: IdentityStack;
  api: ApiStack;
  documents: DocumentsStack;
  projector: ProjectorStack;
  /** Where the stage says which address mails come from. */
  mail: MailStack | undefined;
  /** The same. */
  reminders: RemindersStack | undefined;
  /** Not in a rehearsal whose emulator cannot do it. */
  web: WebStack | undefined;
  alarms: AlarmsStack;
  /** Outside Indonesia. Where the stage says how much one address may ask for, and `web` is there to bear the rule. */
  edge: EdgeStack | undefined;
  /** Outside Indonesia. Not in a rehearsal whose emulator cannot do it. */
  budget: BudgetStack | undefined;
}

/** Where AWS has what there is once for the whole world. */
const worldRegion = 'us-east-1';

/** The address that people reach, and the rule at its edge. */
const addWeb = (
  app: App,
  stage: Stage,
  props: Pick<WebStackProps, 'apiDomain' | 'signInOrigins' | 'pages'>,
): Pick<Stacks, 'web' | 'edge'> => {
  if (leavesOut(stage, 'web')) return { web: undefined, edge: undefined };
  const { requestsPerAddress } = stage;
  const edge =
    requestsPerAddress === undefined
      ? undefined
      : new EdgeStack(app, idOf(stage, 'edge'), { stage, env: { region: worldRegion }, requestsPerAddress });
  const env = { region: stage.region };
  return { web: new WebStack(app, idOf(stage, 'web'), { stage, env, ...props, webAcl: edge?.webAcl }), edge };
};

/** After all others: where AWS refuses a budget, everything else stands. */
const addBudget = (app: App, stage: Stage, others: readonly (Stack | undefined)[]): BudgetStack | undefined => {
  if (leavesOut(stage, 'budget')) return undefined;
  const budget = new BudgetStack(app, idOf(stage, 'budget'), { stage, env: { region: worldRegion } });
  for (const other of others) if (other) budget.addStackDependency(other);
  return budget;
};

/** `pages` is the folder of the built pages; without it the web stack says so and leaves them out. */
export const addStacks = (app: App, stage: Stage, pages: string | undefined): Stacks => {
  const common = { stage, env: { region: stage.region } };
  const id = (part: keyof Stacks) => idOf(stage, part);

  const data = new DataStack(app, id('data'), common);
  const keys = new KeysStack(app, id('keys'), common);
  const identity = new IdentityStack(app, id('identity'), common);
  const { table } = data;
  const { tokenKeys } = keys;
  const sealKey = keys.sealKeys.current;
  const { signIn, signInOrigins } = identity;

  const api = new ApiStack(app, id('api'), { ...common, table, tokenKeys, sealKey, signIn });
  const { httpApi } = api;
  const documents = new DocumentsStack(app, id('documents'), { ...common, table, tokenKeys, signIn, httpApi });
  const projector = new ProjectorStack(app, id('projector'), { ...common, table, sealKey });
  const { mailFrom } = stage;
  const mail =
    mailFrom === undefined ? undefined : new MailStack(app, id('mail'), { ...common, table, tokenKeys, mailFrom });
  const reminders = mail && new RemindersStack(app, id('reminders'), { ...common, table });
  const { web, edge } = addWeb(app, stage, { apiDomain: api.domain, signInOrigins, pages });
  const alarms = new AlarmsStack(app, id('alarms'), {
    ...common,
    table,
    signIn,
    hot: api.hot,
    attendee: api.attendee,
    staff: api.staff,
    documents: documents.documents,
    projector: projector.projector,
    preToken: identity.preToken,
    mailer: mail?.mailer,
    reminders: reminders?.reminders,
    httpStage: api.httpStage,
    accessLogs: api.accessLogs,
    failures: {
      projector: projector.followed.failures,
      ...(mail && { mailer: mail.followed.failures }),
      ...(reminders && { reminders: reminders.failures }),
    },
  });

  const others = { data, keys, identity, api, documents, projector, mail, reminders, web, alarms, edge };
  const budget = addBudget(app, stage, Object.values(others));
  Tags.of(app).add('hadir:stage', stage.name);
  return { ...others, budget };
};
