/** The units that somebody stood there for, whoever it was (rule 2 keeps them apart; by video is none of them). */
export const representedOf = ({
  inPerson,
  acting,
  delegated,
}: {
  inPerson: number;
  acting: number;
  delegated: number;
}): number => inPerson + acting + delegated;
