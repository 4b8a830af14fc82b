import { AnswerGiven } from './answer-schema.ts';
import { CheckIn, InvitationShown } from './invitation-schema.ts';

/** As the invited see it: who is recorded for them and when; how that came to be stays with the staff. */
export const InvitationOfAttendee = InvitationShown.omit({
  link: true,
  undone: true,
  help: true,
  remindedAt: true,
  alsoHolds: true,
  bound: true,
  erasedAt: true,
})
  .extend({
    checkIn: CheckIn.pick({ at: true, door: true, mode: true, who: true, delegate: true }).optional(),
    answer: AnswerGiven.omit({ operator: true }).optional(),
  })
  .meta({ id: 'InvitationOfAttendee' });
