/** Which page stands at which address; each is its own chunk, loaded when it is first shown. */

import { useEffect } from 'preact/hooks';
import { lazy, Route, Router, useLocation } from 'preact-iso';
import { Loading } from '../../shared/ui/index.ts';
import { NotFound } from './not-found.tsx';
import { isAbove, useStaff } from './staff.ts';

const SessionsPage = lazy(() => import('../sessions/sessions-page.tsx').then((module) => module.SessionsPage));
const NewSessionPage = lazy(() => import('../sessions/form-page.tsx').then((module) => module.NewSessionPage));
const EditSessionPage = lazy(() => import('../sessions/form-page.tsx').then((module) => module.EditSessionPage));
const SessionPage = lazy(() => import('../sessions/session-page.tsx').then((module) => module.SessionPage));
const InvitationsPage = lazy(() =>
  import('../invitations/invitations-page.tsx').then((module) => module.InvitationsPage),
);
const MessagesPage = lazy(() =>
  import('../invitations/messages/messages-page.tsx').then((module) => module.MessagesPage),
);
const DocumentsPage = lazy(() => import('../documents/documents-page.tsx').then((module) => module.DocumentsPage));
const ReportPage = lazy(() => import('../activity-report/report-page.tsx').then((module) => module.ReportPage));
const PledgePage = lazy(() => import('../pledge/pledge-page.tsx').then((module) => module.PledgePage));
const SealPage = lazy(() => import('../seal/seal-page.tsx').then((module) => module.SealPage));
const TextsPage = lazy(() => import('../texts/texts-page.tsx').then((module) => module.TextsPage));
const TextPage = lazy(() => import('../texts/text-page.tsx').then((module) => module.TextPage));
const NewTextPage = lazy(() => import('../texts/text-form-pages.tsx').then((module) => module.NewTextPage));
const NewVersionPage = lazy(() => import('../texts/text-form-pages.tsx').then((module) => module.NewVersionPage));
const EditTextPage = lazy(() => import('../texts/text-form-pages.tsx').then((module) => module.EditTextPage));
const DoorsPage = lazy(() => import('../doors/doors-page.tsx').then((module) => module.DoorsPage));
const ConflictsPage = lazy(() => import('../conflicts/conflicts-page.tsx').then((module) => module.ConflictsPage));
const BackEntryPage = lazy(() => import('../back-entry/back-entry-page.tsx').then((module) => module.BackEntryPage));
const SessionCoveragePage = lazy(() =>
  import('../coverage/session-coverage-page.tsx').then((module) => module.SessionCoveragePage),
);
const VenueScreenPage = lazy(() => import('../venue/screen-page.tsx').then((module) => module.VenueScreenPage));
const VenuePrintPage = lazy(() => import('../venue/print-page.tsx').then((module) => module.VenuePrintPage));
const SigningTablePage = lazy(() => import('../signing/table-page.tsx').then((module) => module.SigningTablePage));
const SigningOrderPage = lazy(() => import('../signing/order-page.tsx').then((module) => module.SigningOrderPage));
const LiveBoardPage = lazy(() => import('../coverage/live-board-page.tsx').then((module) => module.LiveBoardPage));
const CoveragePage = lazy(() => import('../coverage/coverage-page.tsx').then((module) => module.CoveragePage));
const CoverageUnitsPage = lazy(() => import('../coverage/units-page.tsx').then((module) => module.CoverageUnitsPage));
const CoverageUnitPage = lazy(() => import('../coverage/unit-page.tsx').then((module) => module.CoverageUnitPage));
const FollowUpsPage = lazy(() => import('../follow-ups/follow-ups-page.tsx').then((module) => module.FollowUpsPage));
const NewFollowUpPage = lazy(() => import('../follow-ups/new-page.tsx').then((module) => module.NewFollowUpPage));
const RemindersPage = lazy(() => import('../follow-ups/reminders-page.tsx').then((module) => module.RemindersPage));
const NilStatementsPage = lazy(() =>
  import('../nil-statements/nil-statements-page.tsx').then((module) => module.NilStatementsPage),
);
const NewNilStatementPage = lazy(() =>
  import('../nil-statements/new-page.tsx').then((module) => module.NewNilStatementPage),
);
const ProvincePage = lazy(() => import('../coverage/province-page.tsx').then((module) => module.ProvincePage));
const UnitsPage = lazy(() => import('../roster/units-page.tsx').then((module) => module.UnitsPage));
const ImportsPage = lazy(() => import('../roster/import/imports-page.tsx').then((module) => module.ImportsPage));
const ImportPage = lazy(() => import('../roster/import/import-page.tsx').then((module) => module.ImportPage));
const GapsPage = lazy(() => import('../roster/gaps-page.tsx').then((module) => module.GapsPage));
const UnitPage = lazy(() => import('../roster/unit-page.tsx').then((module) => module.UnitPage));
const AddUnitPage = lazy(() => import('../roster/unit-form-pages.tsx').then((module) => module.AddUnitPage));
const EditUnitPage = lazy(() => import('../roster/unit-form-pages.tsx').then((module) => module.EditUnitPage));
const ReplacePage = lazy(() => import('../roster/holder-form.tsx').then((module) => module.ReplacePage));
const CorrectPage = lazy(() => import('../roster/holder-form.tsx').then((module) => module.CorrectPage));
const SettingsPage = lazy(() => import('../roster/settings-page.tsx').then((module) => module.SettingsPage));

/** `/staf/`: heads of region look at coverage, everybody else works with sessions. */
const Home = () => {
  const { role } = useStaff();
  const { route } = useLocation();
  useEffect(() => {
    route(role === 'regent' || isAbove({ role }) ? '/staf/cakupan' : '/staf/kegiatan', true);
  }, [role, route]);
  return <Loading />;
};

/** A new page starts at its top, and for a screen reader at its main part; the first page keeps the browser's own start. */
let first = true;
const arrived = (): void => {
  if (first) {
    first = false;
    return;
  }
  scrollTo(0, 0);
  document.getElementById('isi')?.focus({ preventScroll: true });
};

export const Pages = () => (
  <Router onRouteChange={arrived}>
    <Route path="/staf" component={Home} />
    <Route path="/staf/kegiatan" component={SessionsPage} />
    <Route path="/staf/kegiatan/baru" component={NewSessionPage} />
    <Route path="/staf/kegiatan/:session" component={SessionPage} />
    <Route path="/staf/kegiatan/:session/ubah" component={EditSessionPage} />
    <Route path="/staf/kegiatan/:session/undangan" component={InvitationsPage} />
    <Route path="/staf/kegiatan/:session/undangan/pesan" component={MessagesPage} />
    <Route path="/staf/kegiatan/:session/cetak" component={DocumentsPage} />
    <Route path="/staf/kegiatan/:session/laporan" component={ReportPage} />
    <Route path="/staf/kegiatan/:session/ikrar" component={PledgePage} />
    <Route path="/staf/kegiatan/:session/meja" component={SigningTablePage} />
    <Route path="/staf/kegiatan/:session/urutan" component={SigningOrderPage} />
    <Route path="/staf/kegiatan/:session/segel" component={SealPage} />
    <Route path="/staf/kegiatan/:session/layar" component={VenueScreenPage} />
    <Route path="/staf/kegiatan/:session/layar/cetak" component={VenuePrintPage} />
    <Route path="/staf/kegiatan/:session/pintu" component={DoorsPage} />
    <Route path="/staf/kegiatan/:session/perbedaan" component={ConflictsPage} />
    <Route path="/staf/kegiatan/:session/susulan" component={BackEntryPage} />
    <Route path="/staf/kegiatan/:session/cakupan" component={SessionCoveragePage} />
    <Route path="/staf/kegiatan/:session/langsung" component={LiveBoardPage} />
    <Route path="/staf/cakupan" component={CoveragePage} />
    <Route path="/staf/cakupan/daftar" component={CoverageUnitsPage} />
    <Route path="/staf/cakupan/unit/:unit" component={CoverageUnitPage} />
    <Route path="/staf/cakupan/:regency" component={CoveragePage} />
    <Route path="/staf/cakupan/:regency/daftar" component={CoverageUnitsPage} />
    <Route path="/staf/cakupan/:regency/unit/:unit" component={CoverageUnitPage} />
    <Route path="/staf/tindak-lanjut" component={FollowUpsPage} />
    <Route path="/staf/tindak-lanjut/baru" component={NewFollowUpPage} />
    <Route path="/staf/tindak-lanjut/pengingat" component={RemindersPage} />
    <Route path="/staf/nihil" component={NilStatementsPage} />
    <Route path="/staf/nihil/baru" component={NewNilStatementPage} />
    <Route path="/staf/provinsi/:province" component={ProvincePage} />
    <Route path="/staf/unit" component={UnitsPage} />
    <Route path="/staf/unit/impor" component={ImportsPage} />
    <Route path="/staf/unit/impor/:import" component={ImportPage} />
    <Route path="/staf/unit/baru" component={AddUnitPage} />
    <Route path="/staf/unit/kelengkapan" component={GapsPage} />
    <Route path="/staf/unit/:unit" component={UnitPage} />
    <Route path="/staf/unit/:unit/ubah" component={EditUnitPage} />
    <Route path="/staf/unit/:unit/pejabat" component={ReplacePage} />
    <Route path="/staf/unit/:unit/perbaiki" component={CorrectPage} />
    <Route path="/staf/naskah" component={TextsPage} />
    <Route path="/staf/naskah/baru" component={NewTextPage} />
    <Route path="/staf/naskah/:text/:version" component={TextPage} />
    <Route path="/staf/naskah/:text/:version/versi-baru" component={NewVersionPage} />
    <Route path="/staf/naskah/:text/:version/ubah" component={EditTextPage} />
    <Route path="/staf/pengaturan" component={SettingsPage} />
    <Route default component={NotFound} />
  </Router>
);
