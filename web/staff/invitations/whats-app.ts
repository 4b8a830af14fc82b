/**
 * A message handed to WhatsApp. Its address holds a phone number, so it is built when somebody presses, stands in no page of ours
 * and tells the opened one nothing about where it came from.
 */

/** `+6281234567890` -> `https://wa.me/6281234567890?text=…`; without a number the sender picks who gets it. */
export const whatsAppAddress = (phone: string | null, text: string): string =>
  `https://wa.me/${(phone ?? '').replace(/\D/g, '')}?text=${encodeURIComponent(text)}`;

export const openWhatsApp = (phone: string | null, text: string): void => {
  open(whatsAppAddress(phone, text), '_blank', 'noopener,noreferrer');
};
