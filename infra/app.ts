/** `cdk synth`, `cdk deploy`: the stage named by `-c stage=…`, with the pages that `npm run build` left in web/dist. */
import { App } from 'aws-cdk-lib/core';
import { findBuiltPages } from './built-pages.ts';
import { checkRules } from './nag.ts';
import { addStacks } from './stacks.ts';
import { stageOf } from './stages/stages.ts';

const app = new App();
const told = (name: string): unknown => app.node.tryGetContext(name);
const stage = stageOf({
  stage: told('stage'),
  emulator: told('emulator'),
  requestsPerSecond: told('requestsPerSecond'),
  example: told('example'),
});
addStacks(app, stage, findBuiltPages());
checkRules(app);
