/** The stacks of a stage for tests: with cdk.json's own flags, and without bundling unless a test runs the bundles. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { App } from 'aws-cdk-lib/core';
import { afterAll } from 'vitest';
import { builtFiles } from '../../infra/built-pages.ts';
import { addStacks, type Stacks } from '../../infra/stacks.ts';
import type { Stage } from '../../infra/stages/stage.ts';
import { stages } from '../../infra/stages/stages.ts';

export type Part = keyof Stacks;

export interface Synthesized {
  stacks: Stacks;
  /** Those that this stage has. */
  parts: readonly Part[];
  template: (part: Part) => Template;
  warnings: (part: Part) => string[];
  /** The stacks that hold functions of the product, as one template: what is said of all functions is said once. */
  work: () => Template;
}

/** The parts whose functions the product runs. */
const workParts = ['api', 'documents', 'projector', 'mail', 'reminders'] as const satisfies readonly Part[];

/** Several templates as one; two resources of the same logical id would hide each other, so that is an error. */
export const merged = (templates: readonly Template[]): Template => {
  const Resources: Record<string, unknown> = {};
  for (const template of templates)
    for (const [id, resource] of Object.entries(template.toJSON().Resources ?? {})) {
      if (id in Resources) throw new Error(`two stacks have a resource ${id}`);
      Resources[id] = resource;
    }
  return Template.fromJSON({ Resources });
};

const flags = (): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8')).context;

/** A folder that looks like built pages; one for all tests, as nothing in it ever changes. */
export const placeholderPages = (): string => {
  const folder = fileURLToPath(new URL('../../.cache/placeholder-pages', import.meta.url));
  mkdirSync(folder, { recursive: true });
  for (const entry of builtFiles)
    if (!existsSync(join(folder, entry))) writeFileSync(join(folder, entry), '<!doctype html>');
  return folder;
};

const written: string[] = [];
afterAll(() => {
  for (const folder of written) rmSync(folder, { recursive: true, force: true });
});
const temporary = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'hadir-synth-'));
  written.push(folder);
  return folder;
};

/** An app that writes into `outdir`, or where nothing is left of it; `bundled` runs esbuild as a deployment does, `validated` checks the templates as one does. */
export const makeApp = (options: { outdir?: string; bundled?: boolean; validated?: boolean } = {}): App =>
  new App({
    outdir: options.outdir ?? temporary(),
    // CDK's check of the templates against CloudFormation's rules takes 6 s; one test has it.
    builtinCloudFormationValidation: options.validated ?? false,
    context: { ...flags(), ...(!options.bundled && { 'aws:cdk:bundling-stacks': [] }) },
  });

const synthesizeWith = (stage: Stage, pages: string | undefined): Synthesized => {
  const stacks = addStacks(makeApp(), stage, pages);
  const stackOf = (part: Part) => {
    const stack = stacks[part];
    if (stack === undefined) throw new Error(`this stage has no ${part} stack`);
    return stack;
  };
  const template = (part: Part) => Template.fromStack(stackOf(part));
  const warnings = (part: Part) => Annotations.fromStack(stackOf(part)).findWarning('*', Match.anyValue());
  return {
    stacks,
    parts: (Object.keys(stacks) as Part[]).filter((part) => stacks[part] !== undefined),
    template,
    work: () => merged(workParts.filter((part) => stacks[part] !== undefined).map(template)),
    warnings: (part) => warnings(part).map(({ entry }) => String(entry.data)),
  };
};

export const synthesize = (stage: Stage = stages.prod): Synthesized => synthesizeWith(stage, placeholderPages());

/** Production before anybody has built its pages. */
export const synthesizeWithoutPages = (): Synthesized => synthesizeWith(stages.prod, undefined);
