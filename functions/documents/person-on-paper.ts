/** Who is named on cards and badges: the delegate while one is named, otherwise the office's holder. */
import { officeAsHeld, personAsWritten } from '../invitations/addressee.ts';
import type { Invitation } from '../invitations/invitation-schema.ts';

export interface OnPaper {
  /** The invited office as it is held. */
  office: string;
  /** Undefined when nobody knows it. */
  name: string | undefined;
  /** Of a delegate, where one was told: `Plt. Sekretaris`. */
  own: string | undefined;
  isDelegate: boolean;
}

export const onPaper = ({ office, holder, delegation }: Invitation): OnPaper => {
  const held = officeAsHeld(office, holder?.acting);
  if (delegation) {
    const { name, office: own, acting } = delegation.delegate;
    return { office: held, name, own: own && officeAsHeld(own, acting), isDelegate: true };
  }
  return { office: held, name: holder ? personAsWritten(holder) : undefined, own: undefined, isDelegate: false };
};
