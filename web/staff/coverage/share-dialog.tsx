/** Sharing the headline: as a text for a chat group, and as a picture. */
import { Download, MessageCircle, Share2 } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { downloadBlob } from '../../shared/download.ts';
import { dictionary } from '../../shared/i18n.ts';
import { common } from '../../shared/texts.ts';
import { Button, Dialog, Notice } from '../../shared/ui/index.ts';
import { CopyButton } from '../invitations/copy-text.tsx';
import { openWhatsApp } from '../invitations/whats-app.ts';
import { cardSize, makeCard } from './share-card.ts';
import { type ShareContent, shareText } from './share-content.ts';

const t = dictionary({
  title: ['Bagikan', 'Share'],
  lead: ['Hanya angka; tidak ada nama orang di dalamnya.', 'Figures only; nobody is named.'],
  text: ['Teks untuk grup', 'Text for a group'],
  copy: ['Salin teks', 'Copy the text'],
  copied: ['Teks sudah disalin.', 'The text is copied.'],
  whatsApp: ['Kirim lewat WhatsApp', 'Send by WhatsApp'],
  picture: ['Gambar', 'Picture'],
  pictureAlt: ['Kartu: {text}', 'Card: {text}'],
  download: ['Unduh gambar', 'Download the picture'],
  share: ['Bagikan gambar dan teks', 'Share picture and text'],
  shareText: ['Bagikan teks', 'Share the text'],
  failed: ['Gambar tidak dapat dibuat di peramban ini.', 'This browser could not make the picture.'],
});

type Picture = { blob: Blob; url: string } | 'failed' | undefined;

/** Drawn once, for what is shown when the dialog opens. */
const usePicture = (content: ShareContent): Picture => {
  const [picture, setPicture] = useState<Picture>();
  useEffect(() => {
    let gone = false;
    let url = '';
    makeCard(content).then(
      (blob) => {
        if (gone) return;
        url = URL.createObjectURL(blob);
        setPicture({ blob, url });
      },
      () => setPicture('failed'),
    );
    return () => {
      gone = true;
      URL.revokeObjectURL(url);
    };
  }, [content]);
  return picture;
};

/** What this device's own sharing takes: picture and text, the text alone, or nothing. */
const sharable = (text: string, file: File | undefined): ShareData | undefined => {
  if (!navigator.share) return undefined;
  const both = file && { files: [file], text };
  if (both && navigator.canShare?.(both)) return both;
  return { text };
};

const Content = ({ content }: { content: ShareContent }) => {
  const picture = usePicture(content);
  const text = shareText(content);
  const name = `${content.file}.png`;
  const made = picture === 'failed' ? undefined : picture;
  const data = sharable(text, made && new File([made.blob], name, { type: 'image/png' }));
  // Whoever thinks better of it has broken nothing.
  const shareNow = (): void => void (data && navigator.share(data).catch(() => undefined));
  return (
    <>
      <p class="small soft">{t('lead')}</p>
      {data && (
        <Button icon={<Share2 class="icon" aria-hidden="true" />} wide onClick={shareNow}>
          {data.files ? t('share') : t('shareText')}
        </Button>
      )}
      <h3>{t('text')}</h3>
      <pre class="share-text">{text}</pre>
      <div class="row share-actions">
        <CopyButton text={text} label={t('copy')} done={t('copied')} />
        <Button
          look="second"
          icon={<MessageCircle class="icon" aria-hidden="true" />}
          onClick={() => openWhatsApp(null, text)}
        >
          {t('whatsApp')}
        </Button>
      </div>
      <h3>{t('picture')}</h3>
      {picture === 'failed' && <Notice tone="warn" title={t('failed')} />}
      {made && (
        <>
          <img
            class="share-card"
            src={made.url}
            width={cardSize.width}
            height={cardSize.height}
            alt={t('pictureAlt', { text: `${content.share}, ${content.sentence}` })}
          />
          <div class="row share-actions">
            <Button
              look="second"
              icon={<Download class="icon" aria-hidden="true" />}
              onClick={() => downloadBlob(made.blob, name)}
            >
              {t('download')}
            </Button>
          </div>
        </>
      )}
    </>
  );
};

export const ShareButton = ({ contentOf }: { contentOf: () => ShareContent }) => {
  const [content, setContent] = useState<ShareContent>();
  return (
    <>
      <Button look="second" icon={<Share2 class="icon" aria-hidden="true" />} onClick={() => setContent(contentOf())}>
        {t('title')}
      </Button>
      <Dialog
        title={t('title')}
        open={content !== undefined}
        onClose={() => setContent(undefined)}
        closeLabel={common('close')}
        toBeRead
      >
        {content && <Content content={content} />}
      </Dialog>
    </>
  );
};
