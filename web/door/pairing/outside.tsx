/** Everything before the desk: why there can be no door here, which code, the question, and what this device is already. */
import type { ApiProblemCode } from '../../shared/api-problem.ts';
import type { Door } from '../core/door.ts';
import { AlreadyPage } from './already-page.tsx';
import { AskPage } from './ask-page.tsx';
import { CodePage } from './code-page.tsx';
import { NoDoorPage, type NoDoorReason } from './no-door-page.tsx';

export type Standing = { kind: 'none' } | { kind: 'no-door'; why: NoDoorReason } | { kind: 'already'; door: Door };

export interface OutsideProps {
  standing: Standing;
  code: string | undefined;
  onCode: (code: string | undefined) => void;
  /** Resolves with what went wrong; without anything when the device is a door. */
  pair: (code: string) => Promise<ApiProblemCode | undefined>;
  /** The old door is left; the code can be used. */
  onLeft: () => void;
  retry: () => void;
}

export const Outside = ({ standing, code, onCode, pair, onLeft, retry }: OutsideProps) => {
  const forget = (): void => onCode(undefined);
  if (standing.kind === 'no-door') return <NoDoorPage why={standing.why} retry={retry} />;
  if (standing.kind === 'already') return <AlreadyPage door={standing.door} onKeep={forget} onLeft={onLeft} />;
  if (!code) return <CodePage onCode={onCode} />;
  return (
    <AskPage
      pair={async () => {
        const problem = await pair(code);
        if (!problem) forget();
        return problem;
      }}
      onCancel={forget}
    />
  );
};
