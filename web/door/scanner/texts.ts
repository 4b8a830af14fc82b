import { dictionary, type Pair, pick } from '../../shared/i18n.ts';
import type { CameraFault } from './camera.ts';

export const t = dictionary({
  camera: ['Kamera', 'Camera'],
  cameraNumber: ['Kamera {n}', 'Camera {n}'],
  cameraStarting: ['Menyalakan kamera…', 'Starting the camera…'],
  torch: ['Senter', 'Torch'],
  usbHint: ['Pemindai USB atau Bluetooth dapat langsung dipakai.', 'A USB or Bluetooth scanner works right away.'],
  cameraRetry: ['Coba kamera lagi', 'Try the camera again'],
});

const faults: Record<CameraFault | 'DECODER', readonly [title: Pair, todo: Pair]> = {
  INSECURE: [
    ['Kamera hanya menyala pada alamat aman', 'The camera needs a secure address'],
    [
      'Buka halaman ini dengan https:// (atau di komputer yang menjalankan Hadir).',
      'Open this page by https:// (or on the computer that runs Hadir).',
    ],
  ],
  DENIED: [
    ['Kamera belum diizinkan', 'The camera is not allowed'],
    [
      'Ketuk ikon gembok di bilah alamat, izinkan Kamera, lalu coba lagi.',
      'Tap the padlock in the address bar, allow the camera, then try again.',
    ],
  ],
  NONE: [
    ['Tidak ada kamera', 'There is no camera'],
    ['Pasang kamera atau pemindai USB, lalu coba lagi.', 'Connect a camera or a USB scanner, then try again.'],
  ],
  BUSY: [
    ['Kamera sedang dipakai aplikasi lain', 'Another app is using the camera'],
    ['Tutup aplikasi itu, lalu coba lagi.', 'Close that app, then try again.'],
  ],
  BROKEN: [
    ['Kamera tidak dapat dinyalakan', 'The camera cannot be started'],
    ['Coba lagi, atau muat ulang halaman.', 'Try again, or reload the page.'],
  ],
  DECODER: [
    ['Pembaca kode belum termuat', 'The code reader has not loaded'],
    ['Periksa sambungan, lalu coba lagi.', 'Check the connection, then try again.'],
  ],
};
export type ScannerFault = keyof typeof faults;
export const faultTitle = (fault: ScannerFault): string => pick(faults[fault][0]);
export const faultTodo = (fault: ScannerFault): string => pick(faults[fault][1]);
