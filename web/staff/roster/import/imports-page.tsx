/** Where an import starts: a file, and below it the imports before, each with what can still be done about it. */
import './import.css';
import { PageHeader } from '../../../shared/ui/index.ts';
import { may, useStaff } from '../../frame/staff.ts';
import { ChooseFile, PlanProblem, Reading } from './choose-file.tsx';
import { EarlierImports } from './earlier-imports.tsx';
import { t } from './texts.ts';
import { usePlanFile } from './use-plan-file.ts';

const NewImport = () => {
  const plan = usePlanFile();
  return (
    <div class="stack form">
      <PlanProblem plan={plan} />
      {plan.busy ? <Reading file={plan.file?.name ?? ''} /> : <ChooseFile onFile={(file) => void plan.send(file)} />}
    </div>
  );
};

export const ImportsPage = () => {
  const organizer = may.organize(useStaff());
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={organizer ? t('lead') : t('readOnly')}
        up={{ href: '/staf/unit', label: t('back') }}
      />
      <div class="stack-wide">
        {organizer && <NewImport />}
        <EarlierImports organizer={organizer} />
      </div>
    </>
  );
};
