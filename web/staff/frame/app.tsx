/** The console from the outside in: signed in or not, then the regency, then the page of the address. */
import { LogOut } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { LocationProvider, useLocation } from 'preact-iso';
import { api } from '../../shared/api.ts';
import { type Staff, signIn, signOut } from '../../shared/sign-in.ts';
import { Button, EmptyState, Frame, Loading, ProblemNotice } from '../../shared/ui/index.ts';
import { useLoad } from '../../shared/use-load.ts';
import { SettingsForm } from '../roster/settings-form.tsx';
import { Pages } from './pages.tsx';
import { SignInPage } from './sign-in-page.tsx';
import { isAbove, may, RegencyProvider, StaffProvider } from './staff.ts';
import { roleName, t } from './texts.ts';

const menu = (staff: Staff): [href: string, label: string][] => {
  if (isAbove(staff)) return [['/staf/cakupan', t('coverage')]];
  const sessions: [string, string] = ['/staf/kegiatan', t('sessions')];
  const coverage: [string, string] = ['/staf/cakupan', t('coverage')];
  // What a head of region asks first: who was not there.
  const items = staff.role === 'regent' ? [coverage, sessions] : [sessions, coverage];
  if (staff.role !== 'operator') {
    items.push(['/staf/tindak-lanjut', t('followUps')]);
    items.push(['/staf/unit', t('units')]);
    items.push(['/staf/naskah', t('texts')]);
  }
  if (may.organize(staff)) items.push(['/staf/pengaturan', t('settings')]);
  return items;
};

/** Pages that hang under another one's word in the menu. */
const under: Record<string, readonly string[]> = {
  '/staf/cakupan': ['/staf/provinsi'],
  '/staf/tindak-lanjut': ['/staf/nihil'],
};

const isCurrent = (href: string, path: string): boolean =>
  [href, ...(under[href] ?? [])].some((from) => path === from || path.startsWith(`${from}/`));

const Menu = ({ staff }: { staff: Staff }) => {
  const { path } = useLocation();
  const here = menu(staff).find(([href]) => isCurrent(href, path))?.[0];
  const current = useRef<HTMLAnchorElement>(null);
  // On a phone the menu is longer than the screen is wide: where one is must be seen.
  useEffect(() => current.current?.scrollIntoView({ block: 'nearest', inline: 'center' }), [here]);
  return (
    <>
      {menu(staff).map(([href, label]) => (
        <a
          key={href}
          href={href}
          ref={href === here ? current : null}
          aria-current={href === here ? 'page' : undefined}
        >
          {label}
        </a>
      ))}
    </>
  );
};

const Account = ({ staff }: { staff: Staff }) => (
  <>
    <span class="small account">
      <span class="strong">{staff.name}</span>
      <span class="soft">
        {staff.role === 'nation' ? roleName(staff.role) : `${roleName(staff.role)} · ${staff.region}`}
      </span>
    </span>
    <Button look="quiet" icon={<LogOut class="icon" aria-hidden="true" />} onClick={() => void signOut()}>
      {t('signOut')}
    </Button>
  </>
);

/** Loads the regency's settings; a new regency is set up first, since zone and letterhead are on everything. */
const WithRegency = ({ staff, children }: { staff: Staff; children: ComponentChildren }) => {
  const loaded = useLoad(staff.region, (signal) =>
    api('GET /api/regencies/:regency', { params: { regency: staff.region }, signal }),
  );
  const { data, problem, reload } = loaded;
  if (data) return <RegencyProvider value={data}>{children}</RegencyProvider>;
  if (problem?.code === 'REGENCY_UNKNOWN') {
    if (may.organize(staff))
      return <SettingsForm regency={staff.region} current={undefined} onSaved={reload} reload={reload} />;
    return (
      <EmptyState title={t('notRegistered')}>
        <p>{t('notRegisteredText')}</p>
      </EmptyState>
    );
  }
  return problem ? <ProblemNotice problem={problem} retry={reload} /> : <Loading />;
};

const SignedIn = ({ staff }: { staff: Staff }) => (
  <StaffProvider value={staff}>
    <Frame home="/staf/" nav={<Menu staff={staff} />} aside={<Account staff={staff} />}>
      {isAbove(staff) ? (
        <Pages />
      ) : (
        <WithRegency staff={staff}>
          <Pages />
        </WithRegency>
      )}
    </Frame>
  </StaffProvider>
);

/** The router starts only after the sign-in, which may still replace the address. */
export const App = () => {
  const state = signIn.value;
  if (state.status === 'in') {
    return (
      <LocationProvider scope="/staf">
        <SignedIn staff={state.staff} />
      </LocationProvider>
    );
  }
  return (
    <Frame home="/staf/" narrow>
      {state.status === 'starting' ? <Loading /> : <SignInPage state={state} />}
    </Frame>
  );
};
