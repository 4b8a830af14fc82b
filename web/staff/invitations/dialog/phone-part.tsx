/** The phones that confirmed the links, and the calls of those who stand before another one. */
import { useState } from 'preact/hooks';
import type { Zone } from '../../../../functions/platform/base-schema.ts';
import { api } from '../../../shared/api.ts';
import { shortDateIn, timeIn } from '../../../shared/format.ts';
import { Button, Notice, ProblemNotice } from '../../../shared/ui/index.ts';
import { useAction } from '../../../shared/use-load.ts';
import type { InvitationShown } from '../invitation.ts';
import { type LinkRole, type PhoneShown, phonesOf } from './phones.ts';
import { t } from './texts.ts';

const titles = { HOLDER: 'phoneOfHolder', DELEGATE: 'phoneOfDelegate' } as const;

const Calls = ({ calls, zone }: { calls: PhoneShown['calls']; zone: Zone }) => (
  <Notice tone="warn" title={t('helpTitle')}>
    {calls.map(({ at, note }) => (
      <p key={`${at} ${note}`}>
        {note && `“${note}” `}
        <span class="small soft">
          {shortDateIn(zone, at)}, {timeIn(zone, at)}
        </span>
      </p>
    ))}
  </Notice>
);

interface Props {
  session: string;
  zone: Zone;
  invitation: InvitationShown;
  mayRelease: boolean;
  onChanged: (invitation: InvitationShown) => void;
}

interface PhoneProps extends Pick<Props, 'zone' | 'mayRelease'> {
  shown: PhoneShown;
  /** Whose link it is has to be said. */
  named: boolean;
  busy: boolean;
  onRelease: () => void;
}

const Phone = ({ shown: { role, bound, calls }, zone, mayRelease, named, busy, onRelease }: PhoneProps) => (
  <div class="stack-tight">
    {named && <h4>{t(titles[role])}</h4>}
    {calls.length > 0 && <Calls calls={calls} zone={zone} />}
    {bound && <p>{t(role === 'DELEGATE' ? 'boundTextDelegate' : 'boundText')}</p>}
    {mayRelease && (
      <>
        <p class="small soft">{t('releaseText')}</p>
        <Button look="second" busy={busy} onClick={onRelease}>
          {t(calls.length > 0 ? 'releaseHelp' : 'release')}
        </Button>
      </>
    )}
  </div>
);

export const PhonePart = ({ session, zone, invitation, mayRelease, onChanged }: Props) => {
  const [released, setReleased] = useState(false);
  const release = useAction(async (role: LinkRole) => {
    const params = { session, invitation: invitation.id };
    onChanged(await api('POST /api/sessions/:session/invitations/:invitation/release', { params, query: { role } }));
    setReleased(true);
  });
  const phones = phonesOf(invitation);
  if (!phones.length && !released) return null;
  return (
    <section class="stack-tight" aria-labelledby="ponsel-undangan">
      <h3 id="ponsel-undangan">{t('phoneTitle')}</h3>
      {phones.map((shown) => (
        <Phone
          key={shown.role}
          shown={shown}
          zone={zone}
          mayRelease={mayRelease}
          named={invitation.delegation !== undefined || shown.role === 'DELEGATE'}
          busy={release.busy}
          onRelease={() => void release.run(shown.role)}
        />
      ))}
      {release.problem && <ProblemNotice problem={release.problem} />}
      {released && !phones.length && <Notice tone="good" title={t('released')} live />}
    </section>
  );
};
