/** One import, from what is unclear about its file to what became of it. */
import './import.css';
import { useRoute } from 'preact-iso';
import { api } from '../../../shared/api.ts';
import { dateTimeIn } from '../../../shared/format.ts';
import { PageHeader, WhenLoaded } from '../../../shared/ui/index.ts';
import { useLoad } from '../../../shared/use-load.ts';
import { useRegency } from '../../frame/staff.ts';
import { ImportSteps } from './import-steps.tsx';
import { t } from './texts.ts';
import { useBy } from './use-by.ts';

export const ImportPage = () => {
  const { code, zone } = useRegency();
  const by = useBy();
  const id = useRoute().params.import ?? '';
  const loaded = useLoad(`${code} ${id}`, (signal) =>
    api('GET /api/regencies/:regency/imports/:import', { params: { regency: code, import: id }, signal }),
  );
  const shown = loaded.data;
  return (
    <>
      <PageHeader
        title={shown ? t('importTitle', { file: shown.file }) : t('title')}
        lead={shown && t('readAt', { when: dateTimeIn(zone, shown.plannedAt), who: by(shown.plannedBy) })}
        up={{ href: '/staf/unit/impor', label: t('backToImports') }}
      />
      <WhenLoaded loaded={loaded} lines={8}>
        {(data) => <ImportSteps key={data.id} read={data} reload={loaded.reload} />}
      </WhenLoaded>
    </>
  );
};
