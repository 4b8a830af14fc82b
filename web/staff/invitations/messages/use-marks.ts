import { useEffect, useState } from 'preact/hooks';
import { keepMarks, loadMarks } from './done-marks.ts';

/** Reading `sessionStorage` itself throws where storage is forbidden. */
export const tabStorage = (): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> => {
  try {
    return sessionStorage;
  } catch {
    return { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
  }
};

/** Which messages of a list are marked as sent. */
export const useMarks = (list: string) => {
  const [kept, setKept] = useState(() => ({ list, marks: loadMarks(tabStorage(), list) }));
  const marks = kept.list === list ? kept.marks : loadMarks(tabStorage(), list);
  useEffect(() => setKept({ list, marks: loadMarks(tabStorage(), list) }), [list]);
  const mark = (name: string, on: boolean): void => {
    const next = new Set(marks);
    if (on) next.add(name);
    else next.delete(name);
    keepMarks(tabStorage(), list, next);
    setKept({ list, marks: next });
  };
  return { marks, mark };
};
