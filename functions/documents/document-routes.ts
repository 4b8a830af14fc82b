/** The papers of a session, made when they are asked for. */
import type { Deps } from '../deps.ts';
import { makeLinks } from '../invitations/links.ts';
import { Problem } from '../platform/problem.ts';
import { type Route, route } from '../platform/router.ts';
import { findSession } from '../sessions/find-session.ts';
import { annexOf } from './annex.ts';
import { attendancePaperRoutes } from './attendance-paper-routes.ts';
import { badgesOf } from './badges.ts';
import { cardsOf } from './cards.ts';
import { certificateOf } from './certificate.ts';
import { makeCertificateSource } from './certificate-source.ts';
import {
  annexPdf,
  badgesPdf,
  cardsPdf,
  certificatePdf,
  commonLetterPdf,
  lettersPdf,
  minutesPdf,
} from './document-endpoints.ts';
import type { DocumentQuery } from './document-schema.ts';
import { commonLetterOf, lettersOf } from './letters.ts';
import type { Material } from './material.ts';
import { minutesOf } from './minutes.ts';
import { makeMinutesSource } from './minutes-source.ts';
import { type DocumentName, recipientsInPart } from './parts.ts';
import { recipientsOf } from './recipients.ts';
import { regencyOnPaper } from './regency-on-paper.ts';
import { reportPaperRoutes } from './report-paper-routes.ts';

type Asked = { params: { session: string }; query: DocumentQuery };

export const documentRoutes = (deps: Pick<Deps, 'stores' | 'tokenKeys' | 'origin'>): Route[] => {
  const { stores, tokenKeys, origin } = deps;
  const minutesSource = makeMinutesSource(deps);
  const certificateSource = makeCertificateSource(deps);
  const links = makeLinks({ tokenKeys, origin });

  const materialFor = async (name: DocumentName, { params, query }: Asked, at: Date): Promise<Material> => {
    const session = await findSession(stores.sessions, params.session);
    const [regency, all] = await Promise.all([
      regencyOnPaper(stores.regencies, session.regency),
      stores.invitations.all(session.id, { consistent: true }),
    ]);
    const recipients = recipientsOf(all, query, recipientsInPart[name]);
    if (recipients.invitations.length === 0) throw new Problem('DOCUMENT_EMPTY');
    return { regency, session, recipients, links, at };
  };

  return [
    ...attendancePaperRoutes(deps),
    ...reportPaperRoutes(deps),
    route(lettersPdf, async (asked, { now }) => ({
      status: 200,
      raw: await lettersOf(await materialFor('letters', asked, now)),
    })),
    route(commonLetterPdf, async (asked, { now }) => ({
      status: 200,
      raw: await commonLetterOf(await materialFor('common-letter', asked, now)),
    })),
    route(annexPdf, async (asked, { now }) => ({
      status: 200,
      raw: await annexOf(await materialFor('annex', asked, now)),
    })),
    route(cardsPdf, async (asked, { now }) => ({
      status: 200,
      raw: await cardsOf(await materialFor('cards', asked, now)),
    })),
    route(badgesPdf, async (asked, { now }) => ({
      status: 200,
      raw: await badgesOf(await materialFor('badges', asked, now)),
    })),
    route(minutesPdf, async ({ params: { session }, query: { part = 1 } }, { now: at }) => ({
      status: 200,
      raw: await minutesOf(await minutesSource({ session, part, at })),
    })),
    route(certificatePdf, async ({ params: { token } }, { now, phone }) => ({
      status: 200,
      raw: await certificateOf(await certificateSource(token, phone, now)),
    })),
  ];
};
