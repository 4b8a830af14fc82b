/** Follow-ups: noting them, the list with its figures, their moves, and whom to remind. */
import type { Deps } from '../deps.ts';
import { addressee } from '../invitations/addressee.ts';
import { slicePage } from '../platform/page.ts';
import { fieldProblem, Problem } from '../platform/problem.ts';
import { type Route, route } from '../platform/router.ts';
import { dayIn } from '../platform/time.ts';
import { findRegency } from '../regencies/find-regency.ts';
import type { Regency } from '../regencies/regency-schema.ts';
import { regions } from '../regions/regions.ts';
import { HolderSnapshot } from '../roster/holder-schema.ts';
import type { Unit } from '../roster/unit-schema.ts';
import type { Session } from '../sessions/session-schema.ts';
import { createFollowUps, listFollowUpReminders, listFollowUps, moveFollowUp } from './follow-up-endpoints.ts';
import {
  byOrder,
  classesOf,
  figuresOf,
  hasMoved,
  isAsked,
  isInState,
  type Owed,
  orderOf,
  orderOfOwed,
  owedNow,
  showFollowUp,
  stateOf,
} from './follow-up-rules.ts';
import { noteFollowUps } from './note-follow-ups.ts';
import { reminderMessage, whatsAppLink } from './reminder-message.ts';

/** The head of the unit, as the register knows the office now; the unit itself where the register has it no more. */
const greeting = (unit: Unit | undefined, name: string): string =>
  unit
    ? addressee({ ...unit, kind: 'unit', holder: unit.holder && HolderSnapshot.parse(unit.holder) })
    : `Yth. Pimpinan ${name}`;

export const followUpRoutes = ({ stores }: Deps): Route[] => {
  const todayIn = ({ zone }: Pick<Regency, 'zone'>, now: Date): string => dayIn(zone, now.toISOString());

  /** Who asks: whoever organised the sessions in which it was undertaken, otherwise the regency. */
  const askerOf = ({ followUps }: Owed, sessions: readonly Session[], regency: Regency): string => {
    const organizers = followUps.map(({ session }) => sessions.find(({ id }) => id === session)?.organizer);
    const [first] = organizers;
    return first !== undefined && organizers.every((organizer) => organizer === first)
      ? first
      : (regions.nameOf(regency.code) ?? regency.name);
  };

  return [
    route(createFollowUps, async ({ params, body }, { now, idempotencyKey, caller }) => {
      const regency = await findRegency(stores.regencies, params.regency);
      const by = caller?.subject ?? '';
      const created = await noteFollowUps(stores, regency, body, { key: idempotencyKey, now, by });
      return { status: 201, body: { created } };
    }),

    route(listFollowUps, async ({ params, query }, { now }) => {
      const today = todayIn(await findRegency(stores.regencies, params.regency), now);
      const { state, limit, cursor, ...asked } = query;
      const all = await stores.followUps.all(params.regency);
      const fitting = all.filter((followUp) => isAsked(followUp, asked));
      const figures = figuresOf(fitting.map((followUp) => stateOf(followUp, today)));
      const wanted = fitting.filter((followUp) => isInState(stateOf(followUp, today), state)).sort(byOrder);
      const { items, next } = slicePage(wanted, orderOf, limit, cursor);
      const shown = items.map((followUp) => showFollowUp(followUp, today, regions.nameOf));
      return { status: 200, body: { items: shown, next, figures, classes: classesOf(all) } };
    }),

    route(moveFollowUp, async ({ params, body }, { now, caller }) => {
      const today = todayIn(await findRegency(stores.regencies, params.regency), now);
      if (body.move === 'done' && body.on > today) throw fieldProblem('INPUT_INVALID', '/body/on', 'in-the-future');
      const by = { at: now.toISOString(), by: caller?.subject ?? '' };
      const moved = await stores.followUps.move(params.regency, params.followUp, body, by);
      if (moved) return { status: 200, body: showFollowUp(moved, today, regions.nameOf) };
      const found = await stores.followUps.get(params.regency, params.followUp);
      if (!found) throw new Problem('FOLLOW_UP_UNKNOWN');
      if (!hasMoved(found, body)) throw new Problem('FOLLOW_UP_CHANGED');
      return { status: 200, body: showFollowUp(found, today, regions.nameOf) };
    }),

    route(listFollowUpReminders, async ({ params, query }, { now }) => {
      const regency = await findRegency(stores.regencies, params.regency);
      const today = todayIn(regency, now);
      const [followUps, sessions] = await Promise.all([
        stores.followUps.all(regency.code),
        stores.sessions.all(regency.code),
      ]);
      const { items, next } = slicePage(owedNow(followUps, today), orderOfOwed, query.limit, query.cursor);
      const known = await stores.units.some(
        regency.code,
        items.flatMap(({ unit }) => unit ?? []),
      );
      const units = new Map(known.map((unit) => [unit.id, unit]));
      const reminders = items.map((owed) => {
        const name = owed.followUps[0]?.unitName;
        const message = reminderMessage({
          addressee: owed.unit === undefined ? undefined : greeting(units.get(owed.unit), name ?? owed.unit),
          who: name ?? owed.unit ?? (regions.nameOf(regency.code) as string),
          followUps: owed.followUps,
          from: askerOf(owed, sessions, regency),
          today,
        });
        return {
          unit: owed.unit,
          unitName: name,
          followUps: owed.followUps.map((followUp) => showFollowUp(followUp, today, regions.nameOf)),
          message,
          whatsApp: whatsAppLink(message),
        };
      });
      return { status: 200, body: { items: reminders, next } };
    }),
  ];
};
