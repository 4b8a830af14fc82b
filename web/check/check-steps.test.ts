/** What each way of changing an answer makes fail, and nothing else; and the verdicts of answers that hold together. */
import { describe, expect, test } from 'vitest';
import { commit } from '../../functions/seals/commitment.ts';
import { erasedText } from '../../functions/seals/erase-rules.ts';
import {
  delegateCode,
  delegateName,
  delegateView,
  erasure,
  headsOf,
  invitation,
  newKey,
  personCode,
  personView,
  proof,
  published,
  session,
  sessionCode,
  sessionView,
  undo,
} from './check-fixture.ts';
import { type CheckView, checkAnswer as checkWith, type PersonView, type StepCode } from './check-steps.ts';
import { codeInText, namesIn } from './code.ts';
import { matchPrinted } from './match-printed.ts';

const checkAnswer = (code: string, view: CheckView) => checkWith(code, view, published);

const failed = (code: string, view: CheckView): StepCode[] =>
  checkAnswer(code, view)
    .steps.filter(({ result }) => result === 'failed')
    .map((step) => step.code);

/** Another digit of a hexadecimal text, at the place. */
const flipped = (hex: string, place = 11): string =>
  hex.slice(0, place) + (hex[place] === '0' ? '1' : '0') + hex.slice(place + 1);

type Change = (view: PersonView) => void;
const changed = (change: Change): PersonView => {
  const view = personView();
  change(view);
  return view;
};
const proofOf = (view: PersonView, what: PersonView['proofs'][number]['what']) => {
  const found = view.proofs.find((proof) => proof.what === what);
  if (!found) throw new Error(`no ${what}`);
  return found;
};
const lastHead = (view: PersonView) => {
  const found = view.heads.at(-1);
  if (!found) throw new Error('no head');
  return found;
};

describe('an answer that was not touched', () => {
  test('is valid, in every step', () => {
    const { verdict, steps } = checkAnswer(personCode, personView());
    expect(verdict).toBe('VALID');
    expect(steps.map(({ code, result }) => `${code} ${result}`)).toEqual([
      'OWNER ok',
      'CLAIM ok',
      'NAME ok',
      'PATH ok',
      'GROWTH ok',
      'SIGNATURE ok',
      'KEY ok',
      'LISTED ok',
    ]);
  });

  test('of a session is about its facts and its seal', () => {
    const { verdict, steps } = checkAnswer(sessionCode, sessionView());
    expect(verdict).toBe('VALID');
    expect(steps.map(({ code }) => code)).toEqual(['OWNER', 'CLAIM', 'PATH', 'GROWTH', 'SIGNATURE', 'KEY', 'LISTED']);
  });

  test('with one head has no growth to check', () => {
    const view = { ...sessionView(), heads: headsOf().slice(0, 1) };
    expect(checkAnswer(sessionCode, view).steps).toContainEqual({ code: 'GROWTH', result: 'none' });
  });

  test('under a new key that is announced is valid', () => {
    const view = { ...personView(), heads: headsOf(newKey(), newKey()) };
    expect(checkAnswer(personCode, view).verdict).toBe('VALID');
  });

  test('is unsealed while no head covers it, and withdrawn where nothing stands any more', () => {
    const unsealed = changed((view) => {
      view.heads = [];
      for (const proof of view.proofs) Object.assign(proof, { leaf: null, path: [], openings: [] });
    });
    expect(checkAnswer(personCode, unsealed)).toMatchObject({ verdict: 'UNSEALED', steps: [] });
    expect(checkAnswer(sessionCode, { ...sessionView(), heads: [], proofs: [] }).verdict).toBe('UNSEALED');
  });

  const isFrame = ({ what }: PersonView['proofs'][number]): boolean => what === 'SESSION' || what === 'OFFICE';

  test('is withdrawn only where that is proved; without a record and without that it is worth nothing', () => {
    const withdrawn = changed((view) => {
      view.proofs = [...view.proofs.filter(isFrame), proof('UNDO', undo)];
    });
    expect(checkAnswer(personCode, withdrawn).verdict).toBe('WITHDRAWN');
    const claimed = changed((view) => {
      Object.assign(view, { standing: 'WITHDRAWN', proofs: view.proofs.filter(isFrame) });
    });
    expect(checkAnswer(personCode, claimed).verdict).toBe('EMPTY');
    const unproved = changed((view) => {
      view.proofs = [...view.proofs.filter(isFrame), { what: 'UNDO', leaf: null, path: [], openings: [] }];
    });
    expect(checkAnswer(personCode, unproved).verdict).toBe('UNSEALED');
  });

  test('is valid in part while one of its records is under no head, or nobody could ask whose key it is', () => {
    const view = changed((answer) => {
      Object.assign(proofOf(answer, 'SIGNATURE'), { leaf: null, path: [] });
    });
    expect(checkAnswer(personCode, view).verdict).toBe('PARTIAL');
    expect(checkWith(personCode, personView(), undefined)).toMatchObject({
      verdict: 'PARTIAL',
      steps: expect.arrayContaining([{ code: 'LISTED', result: 'none' }]),
    });
    expect(checkWith(sessionCode, sessionView(), undefined).verdict).toBe('PARTIAL');
  });

  test('is unsealed while the invitation only is under a head', () => {
    const view = changed((answer) => {
      for (const proof of answer.proofs.slice(2)) Object.assign(proof, { leaf: null, path: [] });
    });
    expect(checkAnswer(personCode, view).verdict).toBe('UNSEALED');
  });

  test('without a name checks none', () => {
    const view = changed((answer) => {
      answer.person = null;
      proofOf(answer, 'OFFICE').openings = [];
    });
    const { verdict, steps } = checkAnswer(personCode, view);
    expect([verdict, steps[2]]).toEqual(['VALID', { code: 'NAME', result: 'none' }]);
  });
});

describe('an answer that was changed on the way fails where it was changed', () => {
  const cases: [string, StepCode[], Change][] = [
    [
      'the door in a leaf',
      ['PATH'],
      (view) => {
        const proof = proofOf(view, 'ATTENDANCE');
        proof.leaf = (proof.leaf ?? '').replace('Pintu A', 'Pintu B');
      },
    ],
    [
      'the time in a leaf',
      ['CLAIM', 'PATH'],
      (view) => {
        const proof = proofOf(view, 'SIGNATURE');
        proof.leaf = (proof.leaf ?? '').replace('T01:05', 'T01:06');
      },
    ],
    [
      'the time beside a leaf',
      ['CLAIM'],
      (view) => Object.assign(proofOf(view, 'ATTENDANCE'), { at: '2024-06-27T02:05:00.000Z' }),
    ],
    ['the session’s title', ['CLAIM'], (view) => Object.assign(view.session, { title: 'Rapat lain' })],
    ['the session’s own record left out', ['CLAIM'], (view) => view.proofs.shift()],
    [
      'the time of the reading',
      ['CLAIM'],
      (view) => {
        for (const what of ['HEARD', 'READING'] as const)
          Object.assign(proofOf(view, what), { at: '2024-06-27T01:31:00.000Z' });
      },
    ],
    [
      'when it was heard',
      ['CLAIM'],
      (view) => Object.assign(proofOf(view, 'HEARD'), { at: '2020-06-27T01:30:00.000Z' }),
    ],
    [
      'a reading that is left out',
      ['CLAIM'],
      (view) => {
        view.proofs = view.proofs.filter(({ what }) => what !== 'READING');
      },
    ],
    [
      'a presence at the reading without the check-in that it rests on',
      ['CLAIM'],
      (view) => {
        view.proofs = view.proofs.filter(({ what }) => what !== 'ATTENDANCE');
      },
    ],
    ['a check-in that was taken back', ['CLAIM'], (view) => view.proofs.push(proof('UNDO', undo))],
    [
      'counts that are not those of the tree',
      ['GROWTH', 'SIGNATURE'],
      (view) => Object.assign(lastHead(view).head.counts, { office: 2 }),
    ],
    [
      'a seal that is older than the one before',
      ['GROWTH', 'SIGNATURE'],
      (view) => Object.assign(lastHead(view).head, { at: '2024-06-27T04:00:00.000Z' }),
    ],
    ['what a leaf is shown as', ['CLAIM'], (view) => Object.assign(proofOf(view, 'ATTENDANCE'), { what: 'SIGNATURE' })],
    [
      'a holder’s signature shown as a delegate’s',
      ['OWNER', 'CLAIM', 'NAME'],
      (view) => Object.assign(view, { role: 'DELEGATE' }),
    ],
    ['the office', ['CLAIM'], (view) => Object.assign(view, { office: 'Sekretaris Daerah' })],
    [
      'the text that was signed',
      ['CLAIM'],
      (view) => Object.assign(view.session, { pledge: { title: 'Ikrar', hash: 'cd'.repeat(32) } }),
    ],
    [
      'a leaf that is no record',
      ['CLAIM', 'PATH'],
      (view) => Object.assign(proofOf(view, 'ATTENDANCE'), { leaf: '[1' }),
    ],
    [
      'a hash of the path',
      ['PATH'],
      (view) => {
        const proof = proofOf(view, 'ATTENDANCE');
        proof.path = proof.path.map((hash, index) => (index === 1 ? flipped(hash) : hash));
      },
    ],
    ['a path cut off', ['PATH'], (view) => proofOf(view, 'ATTENDANCE').path.pop()],
    ['the place of a leaf', ['PATH'], (view) => Object.assign(proofOf(view, 'ATTENDANCE'), { index: 4 })],
    [
      'the root',
      ['PATH', 'GROWTH', 'SIGNATURE'],
      (view) => Object.assign(lastHead(view).head, { root: flipped(lastHead(view).head.root) }),
    ],
    [
      'the time of a seal',
      ['SIGNATURE'],
      (view) => Object.assign(lastHead(view).head, { at: '2024-06-27T05:00:01.000Z' }),
    ],
    [
      'the signature',
      ['SIGNATURE'],
      (view) => Object.assign(lastHead(view), { signature: flipped(lastHead(view).signature) }),
    ],
    [
      'the key',
      ['SIGNATURE', 'KEY', 'LISTED'],
      (view) => Object.assign(lastHead(view), { publicKey: flipped(lastHead(view).publicKey, 40) }),
    ],
    [
      'the key’s name',
      ['SIGNATURE', 'KEY', 'LISTED'],
      (view) => Object.assign(lastHead(view).head, { key: flipped(lastHead(view).head.key) }),
    ],
    [
      'the proof that a seal continues the one before',
      ['GROWTH'],
      (view) => Object.assign(lastHead(view), { consistency: lastHead(view).consistency.map((hash) => flipped(hash)) }),
    ],
    ['a first seal left out', ['GROWTH'], (view) => view.heads.shift()],
    ['the name', ['NAME'], (view) => Object.assign(view, { person: 'Budi Santoso' })],
    [
      'the name and what opens it',
      ['NAME'],
      (view) => {
        view.person = 'Budi Santoso';
        for (const opening of proofOf(view, 'OFFICE').openings) opening.value = 'Budi Santoso';
      },
    ],
    [
      'the salt',
      ['NAME'],
      (view) => {
        for (const opening of proofOf(view, 'OFFICE').openings) opening.salt = flipped(opening.salt);
      },
    ],
    ['a name that nothing opens', ['NAME'], (view) => Object.assign(proofOf(view, 'OFFICE'), { openings: [] })],
    [
      'somebody else’s record',
      ['OWNER', 'PATH'],
      (view) => {
        const proof = proofOf(view, 'ATTENDANCE');
        proof.leaf = (proof.leaf ?? '').replace(invitation, 'aaaaaaaa');
      },
    ],
    ['another session', ['OWNER'], (view) => Object.assign(view.session, { id: 'aaaaaaaaaa' })],
  ];

  test.each(cases)('%s', (_, steps, change) => {
    const view = changed(change);
    expect(failed(personCode, view)).toEqual(steps);
    expect(checkAnswer(personCode, view).verdict).toBe('MISMATCH');
  });

  test('a new key that nobody announced', () => {
    const [first, second] = headsOf(newKey(), newKey());
    if (!first || !second) throw new Error('two heads');
    const { replacesKey: _, ...head } = second.head;
    const view = { ...personView(), heads: [first, { ...second, head }] };
    expect(failed(personCode, view)).toEqual(['SIGNATURE', 'KEY']);
  });

  test('heads of a stranger’s key, though each of them is whole and announces the other', () => {
    const view = { ...personView(), heads: headsOf(newKey(), newKey()) };
    const [own] = published.slice(-1);
    expect(checkWith(personCode, view, published.slice(0, -1)).verdict).toBe('MISMATCH');
    expect(checkWith(personCode, view, own ? [own] : []).steps.at(-1)).toEqual({ code: 'LISTED', result: 'failed' });
  });

  test('a session’s answer to a person’s code, and the other way round', () => {
    expect(failed(personCode, sessionView())).toEqual(['OWNER']);
    expect(failed(sessionCode, personView())).toEqual(['OWNER']);
  });

  test('a name in a field that is not the person’s own', () => {
    const view = changed((answer) => {
      const proof = proofOf(answer, 'SIGNATURE');
      const operator = commit(new Uint8Array(32).fill(5), 'operator', 'Budi Santoso');
      proof.leaf = (proof.leaf ?? '').replace('"session"', `"operator":"${operator}","session"`);
      proof.openings = [{ field: 'operator', salt: '05'.repeat(32), value: 'Budi Santoso' }];
      answer.person = 'Budi Santoso';
    });
    expect(failed(personCode, view)).toEqual(['NAME', 'PATH']);
  });
});

describe('a delegate whom a guest sent', () => {
  test('is valid under their own name', () => {
    const { verdict, proofs } = checkAnswer(delegateCode, delegateView());
    expect(verdict).toBe('VALID');
    expect(proofs.map(({ names }) => names)).toEqual([[], [], [delegateName], [delegateName]]);
  });

  const cases: [string, StepCode[], Change][] = [
    ['shown as the head', ['OWNER', 'CLAIM'], (view) => Object.assign(view, { role: 'HOLDER' })],
    ['under the head’s name', ['NAME'], (view) => Object.assign(view, { person: 'Siti Aminah' })],
    ['under the institution’s name', ['NAME'], (view) => Object.assign(view, { person: 'Polres Lahat' })],
    ['sent by another institution', ['CLAIM'], (view) => Object.assign(view, { unit: 'Kodim 0405' })],
    [
      'sent by an office that nothing opens',
      ['CLAIM'],
      (view) => {
        const proof = proofOf(view, 'OFFICE');
        proof.openings = proof.openings.filter(({ field }) => field !== 'guest.office');
      },
    ],
  ];
  test.each(cases)('%s', (_, steps, change) => {
    const view = delegateView();
    change(view);
    expect(failed(delegateCode, view)).toEqual(steps);
  });

  test('erased on request: nothing is shown, nothing is opened, the records stand', () => {
    const view = { ...delegateView(), office: erasedText, unit: erasedText, person: null };
    for (const one of view.proofs) one.openings = [];
    expect(failed(delegateCode, view)).toEqual(['CLAIM']);
    view.proofs.push(proof('ERASURE', erasure));
    expect(checkAnswer(delegateCode, view).verdict).toBe('VALID');
  });
});

test('a printed root is found among the seals; the fingerprint of the key is told from it', () => {
  const { heads } = sessionView();
  const [first] = heads;
  if (!first) throw new Error('no head');
  const grouped = first.head.root.toUpperCase().replace(/.{8}/g, '$& ');
  expect(matchPrinted(grouped, heads)).toEqual({ is: 'seal', number: 1 });
  expect(matchPrinted(first.head.key, heads)).toEqual({ is: 'key' });
  expect(matchPrinted(flipped(first.head.root), heads)).toEqual({ is: 'none' });
  expect(matchPrinted(first.head.root.slice(1), heads)).toEqual({ is: 'short', digits: 63 });
  expect(matchPrinted(' ', heads)).toBeUndefined();
});

describe('a code', () => {
  test('is found in whatever was scanned or pasted', () => {
    for (const text of [
      personCode,
      personCode.toLowerCase(),
      `HTTPS://HADIR.EXAMPLE/V/${personCode}`,
      ` https://hadir.example/v/${personCode.toLowerCase()}?a=1 `,
      `${personCode.slice(0, 10)} ${personCode.slice(10)}`,
    ])
      expect(codeInText(text), text).toBe(personCode);
    for (const text of ['', 'abc', `https://hadir.example/c/${personCode}`, `${personCode}A`])
      expect(codeInText(text), text).toBe('');
  });

  test('names its session and its invitation in the clear', () => {
    expect(namesIn(personCode)).toEqual({ session, role: 'HOLDER', invitation });
    expect(namesIn(delegateCode)).toEqual({ session, role: 'DELEGATE', invitation });
    expect(namesIn(sessionCode.toLowerCase())).toEqual({ session, role: 'SESSION' });
  });
});
