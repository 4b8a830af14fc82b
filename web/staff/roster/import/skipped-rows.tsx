/** Units that saving or taking back has left alone, because somebody had changed them meanwhile: each to be looked at. */
import { api } from '../../../shared/api.ts';
import { number } from '../../../shared/format.ts';
import { Button, Notice, ProblemNotice } from '../../../shared/ui/index.ts';
import { useRegency } from '../../frame/staff.ts';
import type { ImportShown } from './mapping-draft.ts';
import { t as plan } from './plan-texts.ts';
import { t } from './texts.ts';
import { usePages } from './use-pages.ts';

export const SkippedRows = ({ shown: { id, state } }: { shown: ImportShown }) => {
  const { code } = useRegency();
  const { items, more, busy, problem, load } = usePages(`${id} ${state}`, (cursor, signal) =>
    api('GET /api/regencies/:regency/imports/:import/rows', {
      params: { regency: code, import: id },
      query: { limit: 50, issues: 'skipped', ...(cursor ? { cursor } : {}) },
      signal,
    }),
  );
  if (problem) return <ProblemNotice problem={problem} retry={load} />;
  if (!items?.length) return null;
  const undone = state === 'UNDOING' || state === 'UNDONE';
  return (
    <div class="form">
      <Notice tone="warn" title={t('skippedTitle', { n: `${number(items.length)}${more ? '+' : ''}` })}>
        <p>{undone ? t('undoneSkippedText') : t('skippedText')}</p>
        <ul class="plain-list vanished">
          {items.map((row) => (
            <li key={row.row}>
              <a href={`/staf/unit/${row.id}`}>{row.unit?.name ?? row.id}</a>{' '}
              <span class="small soft">{t('inRow', { row: row.row })}</span>
            </li>
          ))}
        </ul>
        {more && (
          <Button look="second" busy={busy} onClick={load}>
            {plan('moreUnits')}
          </Button>
        )}
      </Notice>
    </div>
  );
};
