/** What the sentence of an unexpected problem asks to quote. */
import type { ApiProblem } from '../../shared/api-problem.ts';
import { common } from '../../shared/texts.ts';

export const RequestId = ({ problem: { code, requestId } }: { problem: ApiProblem }) =>
  requestId && code === 'INTERNAL' ? (
    <p class="small soft">
      {common('requestId')}: <code>{requestId}</code>
    </p>
  ) : null;
