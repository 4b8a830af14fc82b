/** The stacks of a stage and what they hand to each other. */
import { Annotations, type App, Tags } from 'aws-cdk-lib/core';
import { ApiStack } from './api-stack.ts';
import { DataStack } from './data-stack.ts';
import { IdentityStack } from './identity-stack.ts';
import { idOf, isExample, originOf, type Stage } from './stages.ts';
import { WebStack } from './web-stack.ts';

export interface Stacks {
  data: DataStack;
  identity: IdentityStack;
  api: ApiStack;
  web: WebStack;
}

/** `pages` is the folder of the built pages; without it the web stack says so and leaves them out. */
export const addStacks = (app: App, stage: Stage, pages: string | undefined): Stacks => {
  const common = { stage, env: { region: stage.region } };
  const id = (part: string) => idOf(stage, part);

  const data = new DataStack(app, id('data'), common);
  const identity = new IdentityStack(app, id('identity'), common);
  const { issuer, clientId, signInOrigins } = identity;
  const { table, tokenKeys, sealKeys } = data;
  const api = new ApiStack(app, id('api'), {
    ...common,
    table,
    tokenKeys,
    sealKey: sealKeys.current,
    issuer,
    clientId,
  });
  const web = new WebStack(app, id('web'), { ...common, apiDomain: api.domain, signInOrigins, pages });

  Tags.of(app).add('hadir:stage', stage.name);
  if (isExample(stage)) {
    const origin = originOf(stage);
    Annotations.of(web).addWarningV2(
      'hadir:example-values',
      `Stage ${stage.name} still has the example address ${origin}. Before deploying, write your own domain, certificate and sign-in prefix in infra/stages.ts.`,
    );
  }
  return { data, identity, api, web };
};
