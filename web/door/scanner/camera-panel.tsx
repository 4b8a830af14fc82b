/** The camera's picture with its lamp and its choice; or why there is none, and what to do. */
import { Camera as CameraIcon, Flashlight, FlashlightOff, ScanQrCode } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { Button } from '../../shared/ui/button.tsx';
import { SelectField } from '../../shared/ui/field.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import type { Camera, CameraName } from './camera.ts';
import { faultTitle, faultTodo, type ScannerFault, t } from './texts.ts';
import { useCamera } from './use-camera.ts';

const TorchButton = ({ setTorch }: { setTorch: NonNullable<Camera['setTorch']> }) => {
  const [on, setOn] = useState(false);
  const Icon = on ? FlashlightOff : Flashlight;
  return (
    <button
      type="button"
      class="button second"
      aria-pressed={on}
      onClick={() => {
        setTorch(!on).then(
          () => setOn(!on),
          () => undefined,
        );
      }}
    >
      <Icon class="icon" aria-hidden="true" />
      <span>{t('torch')}</span>
    </button>
  );
};

interface ChoiceProps {
  camera: Camera;
  cameras: readonly CameraName[];
  onChoose: (deviceId: string) => void;
}

const CameraChoice = ({ camera, cameras, onChoose }: ChoiceProps) =>
  cameras.length < 2 ? null : (
    <SelectField
      id="kamera"
      label={t('camera')}
      value={camera.deviceId ?? ''}
      onChange={onChoose}
      options={cameras.map(({ id, label }, at) => ({ value: id, label: label || t('cameraNumber', { n: at + 1 }) }))}
    />
  );

const Fault = ({ fault, otherwise, retry }: { fault: ScannerFault; otherwise: string; retry: () => void }) => (
  <Notice tone="warn" title={faultTitle(fault)} live>
    <p>
      {faultTodo(fault)} {otherwise}
    </p>
    {fault !== 'INSECURE' && (
      <Button look="second" icon={<CameraIcon class="icon" aria-hidden="true" />} onClick={retry}>
        {t('cameraRetry')}
      </Button>
    )}
  </Notice>
);

interface CameraPanelProps {
  /** What to point at. */
  aim: string;
  /** What still works without a camera. */
  otherwise: string;
  /** Whether the text was taken; if not, it is offered again while it stays before the camera. */
  onText: (text: string) => boolean;
  /** Whether something more urgent is under way. */
  isBusy?: () => boolean;
}

export const CameraPanel = ({ aim, otherwise, onText, isBusy }: CameraPanelProps) => {
  const { video, state, choose, retry } = useCamera(onText, isBusy);
  const faulty = state.status === 'faulty';
  return (
    <div class="stack-tight">
      {faulty && <Fault fault={state.fault} otherwise={otherwise} retry={retry} />}
      <div class="viewfinder" hidden={faulty}>
        <video ref={video} playsInline muted aria-label={t('camera')} />
        <span class="aim" aria-hidden="true" />
        <p class="aim-text">
          <ScanQrCode class="icon" aria-hidden="true" />
          {state.status === 'starting' ? t('cameraStarting') : aim}
        </p>
      </div>
      {state.status === 'running' && (
        <div class="row row-end">
          {state.camera.setTorch && <TorchButton setTorch={state.camera.setTorch} />}
          <CameraChoice camera={state.camera} cameras={state.cameras} onChoose={choose} />
        </div>
      )}
      <p class="small soft">{t('usbHint')}</p>
    </div>
  );
};
