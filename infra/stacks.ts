/** The stacks of a stage and what they hand to each other. */
import { type App, Tags } from 'aws-cdk-lib/core';
import { AlarmsStack } from './alarms-stack.ts';
import { ApiStack } from './api-stack.ts';
import { DataStack } from './data-stack.ts';
import { DocumentsStack } from './documents-stack.ts';
import { GlobalStack, globalRegion } from './global-stack.ts';
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
  /** The only one outside Indonesia. Not in a rehearsal whose emulator cannot do it. */
  global: GlobalStack | undefined;
}

/** The address that people reach, and what AWS has for it in one place of the world. */
const addEdge = (
  app: App,
  stage: Stage,
  props: Pick<WebStackProps, 'apiDomain' | 'signInOrigins' | 'pages'>,
): Pick<Stacks, 'web' | 'global'> => {
  const global = leavesOut(stage, 'global')
    ? undefined
    : new GlobalStack(app, idOf(stage, 'global'), { stage, env: { region: globalRegion } });
  const web = leavesOut(stage, 'web')
    ? undefined
    : new WebStack(app, idOf(stage, 'web'), {
        stage,
        env: { region: stage.region },
        ...props,
        webAcl: global?.webAcl,
      });
  // A rule that is taken out of the stage is let go by CloudFront before it is deleted.
  if (web && global && global.webAcl === undefined) global.addStackDependency(web);
  return { web, global };
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
  const { web, global } = addEdge(app, stage, { apiDomain: api.domain, signInOrigins, pages });
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

  Tags.of(app).add('hadir:stage', stage.name);
  return { data, keys, identity, api, documents, projector, mail, reminders, web, alarms, global };
};
