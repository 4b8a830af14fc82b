/** The stages there are, and which one is asked for. */
import { dev } from './dev.ts';
import { prod } from './prod.ts';
import { rehearsalAt } from './rehearsal.ts';
import { checkStage, examplesLeft, type Stage } from './stage.ts';

/** Those that are deployed to AWS. */
export const stages = { dev, prod } as const satisfies Record<string, Stage>;

export interface Asked {
  /** `-c stage=prod`; dev unless told otherwise. */
  stage?: unknown;
  /** `-c emulator=http://127.0.0.1:4566`: where the rehearsal's emulator answers. */
  emulator?: unknown;
  /** `-c requestsPerSecond=900`: what a later deployment of the rehearsal changes. */
  requestsPerSecond?: unknown;
  /** `-c example=allowed`: a synthesis to look at, which `npm run synth` asks for. */
  example?: unknown;
}

/** Throws a sentence where a value is still that of the example. */
export const refuseExamples = (stage: Stage): void => {
  const left = examplesLeft(stage);
  if (left.length > 0)
    throw new Error(
      `infra/stages/${stage.name}.ts: ${left.join(', ')} ${left.length > 1 ? 'are' : 'is'} still the example’s. Before deploying, write your own there; to look at the example only, add -c example=allowed.`,
    );
};

/** The stage asked for, its values checked; throws a sentence for each wrong one, and for one that still has its example values. */
export const stageOf = ({ stage: asked = 'dev', emulator, requestsPerSecond, example }: Asked = {}): Stage => {
  const changes = requestsPerSecond === undefined ? {} : { requestsPerSecond: Number(requestsPerSecond) };
  if (asked === 'rehearsal') return checkStage(rehearsalAt(String(emulator ?? ''), changes), asked);
  if (asked !== 'dev' && asked !== 'prod')
    throw new Error(`There is no stage "${asked}". Write -c stage=dev or -c stage=prod.`);
  const stage = checkStage(stages[asked], asked);
  if (example !== 'allowed') refuseExamples(stage);
  return stage;
};
