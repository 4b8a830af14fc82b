/** In the place of @aws-sdk/middleware-endpoint-discovery: the client's configuration as it came, and a refusal to discover. */

export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = {
  environmentVariableSelector: () => false,
  configFileSelector: () => false,
  default: false,
};

export const resolveEndpointDiscoveryConfig = <Config extends { endpointDiscoveryEnabled?: boolean }>(
  config: Config,
): Config => {
  if (config.endpointDiscoveryEnabled)
    throw new Error('Endpoint discovery is left out of this bundle. Take it back in infra/bundle/left-out.ts.');
  return config;
};
