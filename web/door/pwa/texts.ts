import { dictionary } from '../../shared/i18n.ts';

export const t = dictionary({
  updateReady: ['Versi baru siap.', 'A new version is ready.'],
  updateNow: ['Perbarui', 'Update'],
});
