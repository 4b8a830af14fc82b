/** In the place of the SDK's SHA-256 in JavaScript. */

export class Sha256Js {
  constructor() {
    throw new Error('This Node has no SHA-256 of its own, and the one in JavaScript is left out of this bundle.');
  }
}
