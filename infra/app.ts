/** `cdk synth`, `cdk deploy`: the stage named by `-c stage=…`, with the pages that `npm run build` left in web/dist. */
import { App } from 'aws-cdk-lib/core';
import { findBuiltPages } from './built-pages.ts';
import { addStacks } from './stacks.ts';
import { stageOf } from './stages.ts';

const app = new App();
addStacks(app, stageOf(app.node.tryGetContext('stage')), findBuiltPages());
