/** The parts of the package that make and draw a code, without those that read files, draw on canvases and write to terminals. */
declare module 'qrcode/lib/core/qrcode.js' {
  import { create } from 'qrcode';

  const core: { create: typeof create };
  export default core;
}

declare module 'qrcode/lib/renderer/svg-tag.js' {
  import type { QRCode, QRCodeRenderersOptions } from 'qrcode';

  const renderer: { render: (code: QRCode, options: QRCodeRenderersOptions) => string };
  export default renderer;
}
