/** Which invitation is meant: one that this phone remembers, or the link of one's own. */
import { useState } from 'preact/hooks';
import { Button } from '../../shared/ui/button.tsx';
import { TextArea } from '../../shared/ui/field.tsx';
import { forgetOwn, type OwnInvitation } from './own-invitations.ts';
import { tokenInText } from './own-link.ts';
import { t } from './texts.ts';

interface FindOwnProps {
  known: readonly OwnInvitation[];
  onFound: (token: string) => void;
  onForgotten: () => void;
}

const Known = ({ known, onFound, onForgotten }: FindOwnProps) => (
  <section class="stack" aria-labelledby="undangan-mana">
    <div class="stack-tight">
      <h2 id="undangan-mana">{t('whose')}</h2>
      <p>{t('whoseText')}</p>
    </div>
    <ul class="own-list">
      {known.map(({ token, office }) => (
        <li key={token}>
          <Button wide onClick={() => onFound(token)}>
            {office}
          </Button>
          <Button
            look="quiet"
            aria-label={t('forgetOf', { office })}
            onClick={() => {
              forgetOwn(token);
              onForgotten();
            }}
          >
            {t('forget')}
          </Button>
        </li>
      ))}
    </ul>
  </section>
);

const Paste = ({ onFound }: { onFound: (token: string) => void }) => {
  const [text, setText] = useState('');
  const [bad, setBad] = useState(false);
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const token = tokenInText(text);
        setBad(token === undefined);
        if (token) onFound(token);
        else document.getElementById('tautan-undangan')?.focus();
      }}
    >
      <TextArea
        id="tautan-undangan"
        label={t('link')}
        hint={t('linkHint')}
        error={bad ? t('linkBad') : undefined}
        value={text}
        onInput={setText}
      />
      <Button type="submit" look={bad || text ? 'first' : 'second'}>
        {t('continue')}
      </Button>
    </form>
  );
};

export const FindOwn = (props: FindOwnProps) => {
  const { known, onFound } = props;
  if (known.length)
    return (
      <>
        <Known {...props} />
        <details class="fold">
          <summary>{t('other')}</summary>
          <Paste onFound={onFound} />
        </details>
      </>
    );
  return (
    <section class="stack" aria-labelledby="buka-undangan">
      <div class="stack-tight">
        <h2 id="buka-undangan">{t('askTitle')}</h2>
        <p>{t('askText')}</p>
      </div>
      <ol class="stack-tight">
        <li>{t('askOpen')}</li>
        <li>{t('askPaste')}</li>
      </ol>
      <Paste onFound={onFound} />
      <p class="small soft">{t('askNone')}</p>
    </section>
  );
};
