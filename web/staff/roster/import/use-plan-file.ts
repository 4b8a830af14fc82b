/** Sending a file to be read into a plan, and opening that plan. */

import { useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { api, newKey } from '../../../shared/api.ts';
import type { ApiProblem } from '../../../shared/api-problem.ts';
import { useAction } from '../../../shared/use-load.ts';
import { useRegency } from '../../frame/staff.ts';
import { keepFile } from './kept-files.ts';
import { shortFileName } from './list-rules.ts';

/** The API's own limit; larger files are told about before they travel. */
export const maxBytes = 4 * 1024 * 1024;
/** 22,000 rows take the server a while. */
export const fileTimeoutMs = 60_000;

/** Always as bytes: a gateway may decode `text/*` on the way, and a file in Windows-1252 would not survive that. */
export const asUpload = (file: File): Blob => new Blob([file], { type: 'application/octet-stream' });

interface Wish {
  file: File;
  sheet: string | undefined;
  /** In place of an earlier plan of the same sheet, which is of no use any more. */
  again: boolean;
  /** The wish's name to the API: repeating it after a lost answer finds the plan that was made. */
  key: string;
}

export interface PlanFile {
  busy: boolean;
  problem: ApiProblem | undefined;
  /** The file of the last attempt. */
  file: File | undefined;
  send: (file: File, options?: Partial<Pick<Wish, 'sheet' | 'again'>>) => Promise<void>;
  retry: () => Promise<void>;
  forget: () => void;
}

/** Opens the plan's page. */
export const usePlanFile = (): PlanFile => {
  const { code } = useRegency();
  const { route } = useLocation();
  const last = useRef<Wish>();
  const action = useAction(async ({ file, sheet, again, key }: Wish) => {
    const planned = await api('POST /api/regencies/:regency/imports', {
      params: { regency: code },
      query: { file: shortFileName(file.name), ...(sheet ? { sheet } : {}) },
      body: asUpload(file),
      idempotencyKey: key,
      timeoutMs: fileTimeoutMs,
    });
    keepFile(planned.id, { file, again });
    route(`/staf/unit/impor/${planned.id}`, again);
  });
  const run = (wish: Wish): Promise<void> => {
    last.current = wish;
    return action.run(wish);
  };
  return {
    busy: action.busy,
    problem: action.problem,
    file: last.current?.file,
    send: (file, { sheet, again = false } = {}) => run({ file, sheet, again, key: newKey() }),
    retry: async () => {
      if (last.current) await action.run(last.current);
    },
    forget: action.forget,
  };
};
