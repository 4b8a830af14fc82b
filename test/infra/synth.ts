/** The stacks of a stage for tests: with cdk.json's own flags, and without bundling unless a test runs the bundles. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { App } from 'aws-cdk-lib/core';
import { builtFiles } from '../../infra/built-pages.ts';
import { addStacks, type Stacks } from '../../infra/stacks.ts';
import { type Stage, stages } from '../../infra/stages.ts';

type Part = keyof Stacks;

export interface Synthesized {
  stacks: Stacks;
  template: (part: Part) => Template;
  warnings: (part: Part) => string[];
}

const flags = (): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8')).context;

/** A folder that looks like built pages. */
export const placeholderPages = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'hadir-pages-'));
  for (const entry of builtFiles) writeFileSync(join(folder, entry), '<!doctype html>');
  return folder;
};

/** An app that writes into `outdir`; `bundled` runs esbuild as a deployment does, `validated` checks the templates as one does. */
export const makeApp = (options: { outdir?: string; bundled?: boolean; validated?: boolean } = {}): App =>
  new App({
    ...(options.outdir !== undefined && { outdir: options.outdir }),
    // CDK's check of the templates against CloudFormation's rules takes 6 s; one test has it.
    builtinCloudFormationValidation: options.validated ?? false,
    context: { ...flags(), ...(!options.bundled && { 'aws:cdk:bundling-stacks': [] }) },
  });

const synthesizeWith = (stage: Stage, pages: string | undefined): Synthesized => {
  const stacks = addStacks(makeApp(), stage, pages);
  const warnings = (part: Part) => Annotations.fromStack(stacks[part]).findWarning('*', Match.anyValue());
  return {
    stacks,
    template: (part) => Template.fromStack(stacks[part]),
    warnings: (part) => warnings(part).map(({ entry }) => String(entry.data)),
  };
};

export const synthesize = (stage: Stage = stages.prod): Synthesized => synthesizeWith(stage, placeholderPages());

/** Production before anybody has built its pages. */
export const synthesizeWithoutPages = (): Synthesized => synthesizeWith(stages.prod, undefined);
