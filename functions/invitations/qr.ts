/** The QR of an invitation. Upper case keeps it in the alphanumeric mode: version 4 at level M for a short host name. */
import QRCode from 'qrcode';

const settings = { errorCorrectionLevel: 'M', margin: 4 } as const;

/** What the QR holds: `HTTPS://HOST/C/` and 39 characters, an address that any phone's camera opens. */
export const codeOf = (origin: string, token: string): string => `${origin}/C/${token}`.toUpperCase();

export const qrSvg = (code: string): Promise<string> => QRCode.toString(code, { ...settings, type: 'svg' });

/** Ten pixels a module: sharp on a phone and in print. */
export const qrPng = (code: string): Promise<Buffer> => QRCode.toBuffer(code, { ...settings, type: 'png', scale: 10 });
