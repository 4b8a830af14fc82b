/** A video of a QR for the fake camera: raw YUV4MPEG2, drawn from the code's modules, a little off centre. */
import { writeFile } from 'node:fs/promises';
import QRCode from 'qrcode';

const width = 640;
const height = 480;
const moduleSize = 8;

export const writeQrVideo = async (file: string, content: string): Promise<void> => {
  const { modules } = QRCode.create(content, { errorCorrectionLevel: 'M' });
  const left = Math.floor((width - modules.size * moduleSize) / 2) + 20;
  const top = Math.floor((height - modules.size * moduleSize) / 2) - 10;
  const luma = Buffer.alloc(width * height, 200);
  for (let row = 0; row < modules.size * moduleSize; row += 1) {
    for (let column = 0; column < modules.size * moduleSize; column += 1) {
      const dark = modules.get(Math.floor(row / moduleSize), Math.floor(column / moduleSize));
      if (dark) luma[(top + row) * width + left + column] = 40;
    }
  }
  const chroma = Buffer.alloc((width * height) / 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, chroma]);
  const header = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`);
  await writeFile(file, Buffer.concat([header, ...Array.from({ length: 10 }, () => frame)]));
};
