import type { ImportState } from '../../../../functions/imports/import-schema.ts';
import { api } from '../../../shared/api.ts';
import { clockIn, shortDateIn } from '../../../shared/format.ts';
import { Button, type Column, DataTable, Loading, ProblemNotice } from '../../../shared/ui/index.ts';
import { useRegency } from '../../frame/staff.ts';
import { countsInWords } from './counts.ts';
import { type ImportListed, worthShowing } from './list-rules.ts';
import { ImportStateTag } from './state-tag.tsx';
import { t } from './texts.ts';
import { useBy } from './use-by.ts';
import { usePages } from './use-pages.ts';

const toGoOn: readonly ImportState[] = ['UNSURE', 'PLANNED', 'APPLYING', 'UNDOING'];
const toUndo: readonly ImportState[] = ['APPLYING', 'APPLIED'];

const Actions = ({ shown: { id, file, state }, organizer }: { shown: ImportListed; organizer: boolean }) => {
  const href = `/staf/unit/impor/${id}`;
  const goesOn = organizer && toGoOn.includes(state);
  return (
    <span class="import-actions">
      <a href={href} aria-label={goesOn ? t('resumeOf', { file }) : t('lookOf', { file })}>
        {goesOn ? t('resume') : t('look')}
      </a>
      {organizer && toUndo.includes(state) && (
        <a href={`${href}?batalkan=1`} aria-label={t('undoOf', { file })}>
          {t('undo')}
        </a>
      )}
    </span>
  );
};

const useColumns = (organizer: boolean): Column<ImportListed>[] => {
  const { zone } = useRegency();
  const by = useBy();
  return [
    { head: t('columnFile'), rowHead: true, cell: ({ file }) => <span class="file-name">{file}</span> },
    { head: t('columnState'), unlabelled: true, cell: ({ state }) => <ImportStateTag state={state} /> },
    {
      head: t('columnWhen'),
      unlabelled: true,
      cell: ({ plannedAt, plannedBy }) => (
        <span class="small">
          {shortDateIn(zone, plannedAt)}, {clockIn(zone, plannedAt)}
          <span class="block soft">{by(plannedBy)}</span>
        </span>
      ),
    },
    {
      head: t('columnCounts'),
      unlabelled: true,
      cell: ({ counts }) => <span class="small">{countsInWords(counts)}</span>,
    },
    { head: t('columnAction'), unlabelled: true, cell: (shown) => <Actions shown={shown} organizer={organizer} /> },
  ];
};

export const EarlierImports = ({ organizer }: { organizer: boolean }) => {
  const { code } = useRegency();
  const columns = useColumns(organizer);
  const { items, more, busy, problem, load } = usePages(code, (cursor, signal) =>
    api('GET /api/regencies/:regency/imports', {
      params: { regency: code },
      query: { limit: 20, ...(cursor ? { cursor } : {}) },
      signal,
    }),
  );
  return (
    <section class="stack" aria-labelledby="impor-sebelumnya">
      <h2 id="impor-sebelumnya">{t('earlier')}</h2>
      {problem && <ProblemNotice problem={problem} retry={load} />}
      {!items && busy && <Loading />}
      {items?.length === 0 && <p class="soft">{t('earlierNone')}</p>}
      {items && items.length > 0 && (
        <DataTable
          caption={t('earlier')}
          captionHidden
          columns={columns}
          rows={worthShowing(items)}
          rowKey={({ id }) => id}
        />
      )}
      {more && (
        <p>
          <Button look="second" busy={busy} onClick={load}>
            {t('more')}
          </Button>
        </p>
      )}
    </section>
  );
};
