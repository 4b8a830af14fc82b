/** The messages one by one: copy, hand to WhatsApp, and a mark for what is done. */
import { Copy, MessageCircle } from 'lucide-preact';
import { useMemo, useState } from 'preact/hooks';
import { number } from '../../../shared/format.ts';
import {
  Button,
  type Column,
  DataTable,
  EmptyState,
  Notice,
  SelectField,
  StatusTag,
  TextField,
} from '../../../shared/ui/index.ts';
import { matchesText } from '../../frame/search.ts';
import { useMore } from '../../frame/use-more.tsx';
import { copyText } from '../copy-text.tsx';
import { openWhatsApp } from '../whats-app.ts';
import { markOf } from './done-marks.ts';
import { t } from './texts.ts';
import { useMarks } from './use-marks.ts';
import type { MessageShown } from './use-messages.ts';

/** Without the salutation, which every one begins with. */
const whoOf = ({ addressee }: MessageShown): string => addressee.replace(/^Yth\.\s+/, '');

interface Acts {
  isDone: (message: MessageShown) => boolean;
  onMark: (message: MessageShown, on: boolean) => void;
  onCopy: (message: MessageShown) => void;
  onSend: (message: MessageShown) => void;
}

const Actions = ({ message, isDone, onMark, onCopy, onSend }: Acts & { message: MessageShown }) => {
  const who = whoOf(message);
  return (
    <div class="row message-actions">
      <Button
        look="quiet"
        icon={<Copy class="icon" aria-hidden="true" />}
        aria-label={t('copyOf', { who })}
        onClick={() => onCopy(message)}
      >
        {t('copy')}
      </Button>
      <Button
        look="quiet"
        icon={<MessageCircle class="icon" aria-hidden="true" />}
        aria-label={t('sendOf', { who })}
        onClick={() => onSend(message)}
      >
        {t('send')}
      </Button>
      <label class="choice">
        <input
          type="checkbox"
          checked={isDone(message)}
          aria-label={t('doneOf', { who })}
          onChange={(event) => onMark(message, event.currentTarget.checked)}
        />
        <span>{t('done')}</span>
      </label>
    </div>
  );
};

const columns = (acts: Acts): Column<MessageShown>[] => [
  {
    head: t('recipient'),
    rowHead: true,
    cell: (message) => (
      <>
        {whoOf(message)}
        {!message.addressee.includes(message.name) && <span class="small soft block">{message.name}</span>}
      </>
    ),
  },
  {
    head: t('number'),
    cell: ({ phone }) =>
      phone === null ? (
        <StatusTag tone="plain" word={t('numberUnknown')} />
      ) : (
        <StatusTag tone="good" word={t('numberKnown')} />
      ),
  },
  { head: t('action'), unlabelled: true, cell: (message) => <Actions message={message} {...acts} /> },
];

const shows = ['ALL', 'NOT_SENT', 'NO_NUMBER'] as const;
type Show = (typeof shows)[number];

/** What was said last: a copy, or a copy that the browser refused, with the text to be copied by hand. */
interface Said {
  words: string;
  failed?: string;
}

const useActs = (list: string) => {
  const { marks, mark } = useMarks(list);
  const [said, setSaid] = useState<Said>();
  const acts: Acts = {
    isDone: (message) => marks.has(markOf(message)),
    onMark: (message, on) => mark(markOf(message), on),
    onCopy: async (message) => {
      if (!(await copyText(message.text))) return setSaid({ words: t('copyFailed'), failed: message.text });
      mark(markOf(message), true);
      setSaid({ words: t('copied', { who: whoOf(message) }) });
    },
    onSend: (message) => {
      openWhatsApp(message.phone, message.text);
      mark(markOf(message), true);
      setSaid({ words: t('opened', { who: whoOf(message) }) });
    },
  };
  return { acts, marks, said };
};

interface Props {
  /** Names the list on this device. */
  list: string;
  messages: readonly MessageShown[];
}

export const MessageTable = ({ list, messages }: Props) => {
  const { acts, marks, said } = useActs(list);
  const [words, setWords] = useState('');
  const [show, setShow] = useState<Show>('ALL');
  // A row that is marked while "not sent yet" is shown stays where it is: it must not run away under the hand.
  const [before, setBefore] = useState(marks);
  const found = useMemo(
    () =>
      messages.filter(
        (message) =>
          matchesText(words, message.addressee, message.name) &&
          !(show === 'NOT_SENT' && before.has(markOf(message))) &&
          !(show === 'NO_NUMBER' && message.phone !== null),
      ),
    [messages, words, show, before],
  );
  const { shown, button } = useMore(found);
  const done = messages.filter(acts.isDone).length;
  return (
    <div class="stack">
      <p class="soft">
        {t('listHint', {
          n: number(messages.length),
          numbers: number(messages.filter(({ phone }) => phone !== null).length),
          done: number(done),
        })}
      </p>
      <div class="filters">
        <TextField id="cari-pesan" type="search" label={t('search')} value={words} onInput={setWords} />
        <SelectField
          id="tampil-pesan"
          label={t('show')}
          value={show}
          onChange={(chosen) => {
            setShow(chosen as Show);
            setBefore(marks);
          }}
          options={shows.map((value) => ({ value, label: t(value) }))}
        />
      </div>
      <p class="small" role="status">
        {said?.words}
      </p>
      {said?.failed && (
        <Notice tone="warn">
          <p class="preview">{said.failed}</p>
        </Notice>
      )}
      {found.length ? (
        <DataTable
          caption={t('count', { n: number(found.length) })}
          columns={columns(acts)}
          rows={shown}
          rowKey={({ invitation }) => invitation}
        />
      ) : (
        <EmptyState title={t('nothing')} />
      )}
      {button}
    </div>
  );
};
