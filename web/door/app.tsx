/** The door from the outside in: signed in, allowed, set up, at work. */
import { useEffect, useState } from 'preact/hooks';
import { type SignIn, type Staff, signIn } from '../shared/sign-in.ts';
import { Frame } from '../shared/ui/frame.tsx';
import { Loading } from '../shared/ui/states.tsx';
import { type Desk, type DoorSession, makeDesk } from './desk/desk.ts';
import { DeskPage } from './desk/desk-page.tsx';
import { unlockTones } from './scanner/tones.ts';
import { SetupPage } from './setup/setup-page.tsx';
import { NotAllowed, SignInPage } from './setup/sign-in-page.tsx';

const mayOperate = ({ role }: Staff): boolean => role === 'organizer' || role === 'operator';

const Outside = ({ state, onStart }: { state: SignIn; onStart: (session: DoorSession, door: string) => void }) => {
  if (state.status === 'starting') return <Loading />;
  if (state.status !== 'in') return <SignInPage state={state} />;
  if (!mayOperate(state.staff)) return <NotAllowed staff={state.staff} />;
  return <SetupPage staff={state.staff} onStart={onStart} />;
};

/** The session in the address, so that the way to the sign-in and back leads to the same door. */
const rememberSession = (id: string | undefined): void =>
  history.replaceState(null, '', id ? `/pintu/?kegiatan=${id}` : '/pintu/');

export const App = () => {
  const [desk, setDesk] = useState<Desk>();
  useEffect(() => () => desk?.stop(), [desk]);
  const state = signIn.value;
  // A sign-in that ends in the middle of the work must not take the door, and what waits on it, off the screen.
  if (desk) {
    return (
      <DeskPage
        desk={desk}
        onEnd={() => {
          rememberSession(undefined);
          setDesk(undefined);
        }}
      />
    );
  }
  return (
    <Frame home="/pintu/" narrow>
      <Outside
        state={state}
        onStart={(session, door) => {
          unlockTones();
          rememberSession(session.id);
          setDesk(makeDesk(session, door));
        }}
      />
    </Frame>
  );
};
