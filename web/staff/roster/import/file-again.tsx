/** After a reload the file is gone from this page: it is asked for once more, and why is said. */
import { ChooseFile, PlanProblem, Reading } from './choose-file.tsx';
import { t } from './texts.ts';
import type { ReadAgain } from './use-read-again.ts';

export const FileAgain = ({ file, readAgain: { plan, give, answered } }: { file: string; readAgain: ReadAgain }) => (
  <div class="stack form">
    <p>{answered ? t('askFileText') : t('askFileNote')}</p>
    <PlanProblem plan={plan} />
    {plan.busy ? <Reading file={plan.file?.name ?? file} /> : <ChooseFile onFile={give} hint="" />}
  </div>
);
