import { useState } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { PageHeader, WhenLoaded } from '../../shared/ui/index.ts';
import { useLoad } from '../../shared/use-load.ts';
import { type RegencyShown, useRegency } from '../frame/staff.ts';
import { SettingsEmblem } from './settings-emblem.tsx';
import { SettingsForm } from './settings-form.tsx';
import { t } from './settings-texts.ts';

/** What was saved here counts as read, so that saving again rests on it; the form itself stays as it was typed. */
const Settings = ({ read, reload }: { read: RegencyShown; reload: () => void }) => {
  const [current, setCurrent] = useState(read);
  return (
    <div class="stack-wide">
      <div>
        <SettingsForm regency={current.code} current={current} onSaved={setCurrent} reload={reload} />
      </div>
      <SettingsEmblem regency={current.code} />
    </div>
  );
};

/** Read anew at each visit: other pages and people change them too. Names and zone elsewhere follow at the next start. */
export const SettingsPage = () => {
  const { code } = useRegency();
  const loaded = useLoad(`${code} settings`, (signal) =>
    api('GET /api/regencies/:regency', { params: { regency: code }, signal }),
  );
  return (
    <>
      {!loaded.data && <PageHeader title={t('title')} />}
      <WhenLoaded loaded={loaded}>
        {(read) => <Settings key={read.version} read={read} reload={loaded.reload} />}
      </WhenLoaded>
    </>
  );
};
