/** In the place of the SDK's adaptive retries. */

export class AdaptiveRetryStrategy {
  constructor() {
    throw new Error('Adaptive retries are left out of this bundle. Unset AWS_RETRY_MODE.');
  }
}
