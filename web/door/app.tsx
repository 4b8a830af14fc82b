/** The door from the outside in: can it run here, is it paired, is it at work, has it been cut off. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { ApiProblemCode } from '../shared/api-problem.ts';
import { Frame } from '../shared/ui/frame.tsx';
import { later, Starting } from '../shared/ui/later.tsx';
import { readCode } from './core/code.ts';
import type { Loaded, Paired } from './core/pairing.ts';
import { type Desk, makeDesk } from './desk/desk.ts';
import { DeskPage } from './desk/desk-page.tsx';
import { takeCodeFromAddress } from './pairing/address-code.ts';
import type { NoDoorReason } from './pairing/no-door-page.tsx';

/** The door's core, as the page begins with it. */
export interface Core {
  load: () => Promise<Loaded>;
  pair: (code: string) => Promise<Paired>;
}

type Opening =
  | { kind: 'starting' }
  | { kind: 'none' }
  | { kind: 'no-door'; why: NoDoorReason }
  /** `fresh`: paired just now. */
  | { kind: 'desk'; desk: Desk; fresh: boolean };

const openingOf = (found: Exclude<Loaded, { kind: 'door' }>): Opening => {
  if (found.kind === 'none') return { kind: 'none' };
  return { kind: 'no-door', why: found.kind === 'occupied' ? 'OCCUPIED' : found.why };
};

/** The code in the address, also when another one is opened while the page is. */
const useAddressCode = () => {
  const [code, setCode] = useState(takeCodeFromAddress);
  useEffect(() => {
    const look = (): void => {
      const next = takeCodeFromAddress();
      if (next) setCode(next);
    };
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);
  return [code, setCode] as const;
};

const useOpening = (core: Core) => {
  const [opening, setOpening] = useState<Opening>({ kind: 'starting' });
  const load = useCallback(async (): Promise<void> => {
    const found = await core.load();
    setOpening(found.kind === 'door' ? { kind: 'desk', desk: makeDesk(found.door), fresh: false } : openingOf(found));
  }, [core]);
  useEffect(() => void load(), [load]);

  const pair = async (code: string): Promise<ApiProblemCode | undefined> => {
    const paired = await core.pair(code);
    if (paired.kind === 'failed') return paired.code;
    if (paired.kind === 'already') await load();
    else
      setOpening(
        paired.kind === 'door' ? { kind: 'desk', desk: makeDesk(paired.door), fresh: true } : openingOf(paired),
      );
    return undefined;
  };
  return { opening, setOpening, load, pair };
};

/** Needed by devices that are no door yet. */
const Outside = later(async () => (await import('./pairing/outside.tsx')).Outside);
const loadCutOff = async () => (await import('./cut-off/cut-off-page.tsx')).CutOffPage;
const CutOffPage = later(loadCutOff);

const AtWork = ({ desk, fresh, onLeft }: { desk: Desk; fresh: boolean; onLeft: () => void }) => {
  // Had before it is needed: the way out for unsent scans must not hang on a network.
  useEffect(() => void loadCutOff().catch(() => undefined), []);
  return desk.door.cutOffAt.value === undefined ? (
    <DeskPage desk={desk} fresh={fresh} onLeft={onLeft} />
  ) : (
    <Frame home="/pintu/" narrow>
      <CutOffPage door={desk.door} onLeft={onLeft} />
    </Frame>
  );
};

export const App = ({ core }: { core: Core }) => {
  const [code, setCode] = useAddressCode();
  const { opening, setOpening, load, pair } = useOpening(core);
  // A pairing code names its door where an invitation's code names the invitation.
  const own = opening.kind === 'desk' && code && readCode(code)?.invitation === opening.desk.door.id;
  const left = (): void => {
    if (opening.kind === 'desk') opening.desk.stop();
    setOpening({ kind: 'none' });
    if (own) setCode(undefined);
  };
  if (opening.kind === 'desk' && (!code || own)) {
    return <AtWork desk={opening.desk} fresh={opening.fresh} onLeft={left} />;
  }
  return (
    <Frame home="/pintu/" narrow>
      {opening.kind === 'starting' ? (
        <Starting />
      ) : (
        <Outside
          standing={opening.kind === 'desk' ? { kind: 'already', door: opening.desk.door } : opening}
          code={code}
          onCode={setCode}
          pair={pair}
          onLeft={left}
          retry={() => void load()}
        />
      )}
    </Frame>
  );
};
