/** One thing of an invitation that is chosen or typed, saved by its own button, which stands there only while there is something to save. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button, Notice, ProblemNotice } from '../../../shared/ui/index.ts';
import { useAction } from '../../../shared/use-load.ts';

interface Props<Saved> {
  /** What is saved now; in what stands in the field it may differ. */
  saved: string;
  send: (value: string) => Promise<Saved>;
  onSaved: (answer: Saved) => void;
  words: { save: string; done: string };
  field: (value: string, change: (value: string) => void) => ComponentChildren;
}

export const SavedForm = <Saved,>({ saved, send, onSaved, words, field }: Props<Saved>) => {
  const [value, setValue] = useState(saved);
  const [done, setDone] = useState(false);
  const save = useAction(async () => {
    setDone(false);
    onSaved(await send(value.trim()));
    setDone(true);
  });
  const change = (typed: string): void => {
    setValue(typed);
    setDone(false);
  };
  return (
    <form
      class="stack-tight"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save.run();
      }}
    >
      {field(value, change)}
      {save.problem && <ProblemNotice problem={save.problem} />}
      {done && <Notice tone="good" title={words.done} live />}
      {value.trim() !== saved && (
        <Button type="submit" look="second" busy={save.busy}>
          {words.save}
        </Button>
      )}
    </form>
  );
};
