import { useRegency } from '../frame/staff.ts';
import { SettingsForm } from './settings-form.tsx';

/** Names, zone and letterhead are read anew everywhere at the next visit; the form itself stays as it was typed. */
export const SettingsPage = () => {
  const regency = useRegency();
  return <SettingsForm regency={regency.code} current={regency} onSaved={() => undefined} />;
};
