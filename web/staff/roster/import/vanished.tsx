/** Units of the register that the file does not name: they stay, and each can be opened to be retired. */
import { useState } from 'preact/hooks';
import { api } from '../../../shared/api.ts';
import { number } from '../../../shared/format.ts';
import { Button, Loading, Notice, ProblemNotice } from '../../../shared/ui/index.ts';
import { ClassWord } from '../../frame/class-word.tsx';
import { useRegency } from '../../frame/staff.ts';
import { t } from './plan-texts.ts';
import { usePages } from './use-pages.ts';

const List = ({ id }: { id: string }) => {
  const { code } = useRegency();
  const { items, more, busy, problem, load } = usePages(id, (cursor, signal) =>
    api('GET /api/regencies/:regency/imports/:import/vanished', {
      params: { regency: code, import: id },
      query: { limit: 50, ...(cursor ? { cursor } : {}) },
      signal,
    }),
  );
  return (
    <>
      {problem && <ProblemNotice problem={problem} retry={load} />}
      {!items && busy && <Loading />}
      {items && (
        <ul class="plain-list vanished" aria-label={t('vanishedList')}>
          {items.map((unit) => (
            <li key={unit.id}>
              <a href={`/staf/unit/${unit.id}`}>{unit.name}</a>{' '}
              <span class="small soft">
                <ClassWord of={unit.class} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {more && (
        <Button look="second" busy={busy} onClick={load}>
          {t('moreUnits')}
        </Button>
      )}
    </>
  );
};

export const Vanished = ({ id, count }: { id: string; count: number }) => {
  const [open, setOpen] = useState(false);
  if (count === 0) return null;
  return (
    <Notice tone="info" title={t('vanished', { n: number(count) })}>
      <p>{t('vanishedText')}</p>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('showVanished')}</summary>
        {open && <List id={id} />}
      </details>
    </Notice>
  );
};
