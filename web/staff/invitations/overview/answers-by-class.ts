/** How many of each class have answered, and what: the organiser's figures before the day. Counted afresh from the list each time. */
import type { UnitClassCode } from '../../../../functions/roster/unit-class.ts';
import type { InvitationShown } from '../invitation.ts';

export interface AnswerFigures {
  invited: number;
  attending: number;
  delegated: number;
  unable: number;
  notYet: number;
}

export interface ClassAnswers extends AnswerFigures {
  class: UnitClassCode;
}

type Seen = Pick<InvitationShown, 'kind' | 'class' | 'revoked' | 'walkIn' | 'answer'>;

const none = (): AnswerFigures => ({ invited: 0, attending: 0, delegated: 0, unable: 0, notYet: 0 });

const fieldOf = {
  ATTENDING: 'attending',
  DELEGATED: 'delegated',
  UNABLE: 'unable',
} as const;

const add = (figures: AnswerFigures, { answer }: Seen): AnswerFigures => {
  const field = answer ? fieldOf[answer.kind] : 'notYet';
  return { ...figures, invited: figures.invited + 1, [field]: figures[field] + 1 };
};

/** Whoever was asked to come: not who was revoked, nor who walked in. */
export const wasAsked = ({ revoked, walkIn }: Pick<Seen, 'revoked' | 'walkIn'>): boolean => !revoked && !walkIn;

/** Units by class in the order given; guests apart from every class (rule 4). */
export const answersOf = (
  invitations: readonly Seen[],
  order: readonly UnitClassCode[],
): { classes: ClassAnswers[]; units: AnswerFigures; guests: AnswerFigures } => {
  const asked = invitations.filter(wasAsked);
  const units = asked.filter(({ kind }) => kind === 'unit');
  const classes = order.flatMap((code) => {
    const own = units.filter((unit) => unit.class === code);
    return own.length ? [{ class: code, ...own.reduce(add, none()) }] : [];
  });
  return {
    classes,
    units: units.reduce(add, none()),
    guests: asked.filter(({ kind }) => kind === 'guest').reduce(add, none()),
  };
};
