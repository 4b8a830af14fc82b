/** The wordings of messages and what stands in their braces: plain texts, which the editor's preview fills in as the API does. */
import type { MessagePurpose } from './message-schema.ts';

export const usualWording: Record<MessagePurpose, (hasNumber: boolean) => string> = {
  INVITE: (hasNumber) =>
    [
      '{sapaan}',
      '',
      `Dengan hormat, Bapak/Ibu diundang menghadiri {acara}${hasNumber ? ' (undangan nomor {nomor})' : ''}:`,
      'Hari, tanggal: {hari}',
      'Waktu: pukul {waktu}',
      'Tempat: {tempat}',
      '',
      'Undangan, jawaban kehadiran, dan kode hadir Bapak/Ibu ada di tautan ini:',
      '{tautan}',
      'Tautan ini khusus untuk Bapak/Ibu, mohon tidak diteruskan ke grup.',
      '',
      'Terima kasih.',
      '{penyelenggara}',
    ].join('\n'),
  REMIND: () =>
    [
      '{sapaan}',
      '',
      'Kami mengingatkan undangan {acara} pada {hari}, pukul {waktu}, di {tempat}.',
      'Jawaban Bapak/Ibu belum kami terima. Mohon menjawab hadir, diwakili, atau berhalangan melalui tautan ini:',
      '{tautan}',
      '',
      'Terima kasih.',
      '{penyelenggara}',
    ].join('\n'),
};

/** What stands in the braces of a wording. */
export type Blanks = Record<
  'sapaan' | 'acara' | 'hari' | 'waktu' | 'tempat' | 'nomor' | 'tautan' | 'penyelenggara',
  string
>;

/** In one pass, so that braces in a title or a name are left as they are; so are braces that mean nothing here. */
export const fillIn = (wording: string, blanks: Blanks): string =>
  wording.replace(/\{([a-z]+)\}/g, (whole, name: string) =>
    Object.hasOwn(blanks, name) ? blanks[name as keyof Blanks] : whole,
  );

interface Venue {
  name: string;
  address?: string | undefined;
  regionName: string;
}

/** The place with its address and region, nothing told twice. */
export const placeOf = ({ venue }: { venue: Venue }): string => {
  const { name, address, regionName } = venue;
  const isTold = `${name} ${address ?? ''}`.toLowerCase().includes(regionName.toLowerCase());
  return [name, address, isTold ? undefined : regionName].filter((part) => part !== undefined).join(', ');
};

/** Without the link a message is of no use, so a wording that forgot it gets it at its end. */
export const withLink = (wording: string): string =>
  wording.includes('{tautan}') ? wording : `${wording}\n\n{tautan}`;
