/** In the place of the SDK's question to the instance that it runs on. */

export const getInstanceMetadataRegion = async (): Promise<never> => {
  throw new Error('There is no region in the environment. Set AWS_REGION; no instance is asked for it.');
};
