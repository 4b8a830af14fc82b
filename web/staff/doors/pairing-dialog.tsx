/** The one-time code, large; it waits and says by itself when the phone has become the door. */
import { Smartphone } from 'lucide-preact';
import type { Zone } from '../../../functions/platform/base-schema.ts';
import { dateTimeIn } from '../../shared/format.ts';
import { Dialog, Notice } from '../../shared/ui/index.ts';
import { Qr } from '../invitations/qr.tsx';
import type { DoorShown } from './door-rules.ts';
import { t } from './texts.ts';

const Waiting = ({ door, link, until }: { door: DoorShown; link: string; until: string }) => (
  <>
    <div class="pairing">
      <Qr exact link={link} label={t('qrAlt', { door: door.name })} />
      <ol class="steps">
        <li>{t('step1')}</li>
        <li>{t('step2')}</li>
        <li>{t('step3')}</li>
      </ol>
    </div>
    <p class="small soft">{t('once', { time: until })}</p>
    <p role="status" class="strong">
      {t('waiting')}
    </p>
    {/* In a tab of its own, without this console's sign-in. */}
    <a class="button second" href={link} target="_blank" rel="noopener noreferrer">
      <Smartphone class="icon" aria-hidden="true" />
      <span>{t('thisDevice')}</span>
    </a>
  </>
);

interface Props {
  door: DoorShown;
  zone: Zone;
  onClose: () => void;
}

export const PairingDialog = ({ door, zone, onClose }: Props) => {
  const { pairing } = door;
  const waiting = door.state === 'WAITING' && pairing;
  return (
    <Dialog
      open
      toBeRead
      title={t('pairingTitle', { door: door.name })}
      onClose={onClose}
      closeLabel={waiting ? t('later') : t('done')}
    >
      {waiting && <Waiting door={door} link={pairing.link} until={dateTimeIn(zone, pairing.expiresAt)} />}
      {door.state === 'PAIRED' && (
        <Notice tone="good" title={t('pairedTitle', { door: door.name })} live>
          <p>{t('pairedText')}</p>
        </Notice>
      )}
      {door.state === 'EXPIRED' && (
        <Notice tone="warn" title={t('expiredTitle')} live>
          <p>{t('expiredText')}</p>
        </Notice>
      )}
      {door.state === 'CUT_OFF' && <Notice tone="warn" title={t('wasCutOff', { door: door.name })} live />}
    </Dialog>
  );
};
