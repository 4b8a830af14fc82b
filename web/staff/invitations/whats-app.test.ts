import { describe, expect, it } from 'vitest';
import { whatsAppAddress } from './whats-app.ts';

describe("WhatsApp's address of a message", () => {
  it('has the number as digits only, and the text with its line breaks', () => {
    expect(whatsAppAddress('+6281234567890', 'Yth. Camat\nHadir & tepat')).toBe(
      'https://wa.me/6281234567890?text=Yth.%20Camat%0AHadir%20%26%20tepat',
    );
  });

  it('has no number where none is known', () => {
    expect(whatsAppAddress(null, 'Halo')).toBe('https://wa.me/?text=Halo');
  });
});
