/** The words of a result. */

import { problemSentence } from '../../shared/api-problem.ts';
import { clockIn } from '../../shared/format.ts';
import type { Result } from '../scan/result.ts';
import { reasonText, t } from '../texts.ts';
import type { DoorSession } from './desk.ts';

const heads = {
  accepted: 'accepted',
  already: 'already',
  refused: 'refused',
  waiting: 'waiting',
  failed: 'notRecorded',
} as const satisfies Record<Result['kind'], Parameters<typeof t>[0]>;

export const headOf = (result: Result | undefined): string => (result ? t(heads[result.kind]) : t('sending'));

/** The one sentence under the head; none for somebody who simply came. */
export const detailOf = (result: Result | undefined, zone: DoorSession['zone']): string | undefined => {
  switch (result?.kind) {
    case 'accepted':
      return result.late ? t('late') : undefined;
    case 'already':
      return t('firstAt', { time: clockIn(zone, result.first.at), door: result.first.door });
    case 'refused':
      return reasonText(result.reason);
    case 'waiting':
      return result.why === 'SIGN_IN' ? t('waitingSignIn') : t('waitingText');
    case 'failed':
      return problemSentence(result.code);
    default:
      return undefined;
  }
};
