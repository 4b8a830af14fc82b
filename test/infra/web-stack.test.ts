import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { makePages } from '../../functions/local/pages.ts';
import { stages } from '../../infra/stages/stages.ts';
import { synthesize, synthesizeWithoutPages } from './synth.ts';

const { template } = synthesize();
const web = template('web');
const cachingDisabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';

interface Behaviour {
  CachePolicyId: string;
  ViewerProtocolPolicy: string;
  FunctionAssociations?: unknown[];
}
const distribution = () => {
  const [found] = Object.values(web.findResources('AWS::CloudFront::Distribution'));
  return found?.Properties.DistributionConfig as {
    CacheBehaviors: (Behaviour & { PathPattern: string })[];
    DefaultCacheBehavior: Behaviour;
    CustomErrorResponses: object[];
    Origins: { S3OriginConfig?: unknown; OriginAccessControlId?: unknown; CustomOriginConfig?: object }[];
  };
};
const headers = () => {
  const [found] = Object.values(web.findResources('AWS::CloudFront::ResponseHeadersPolicy'));
  return found?.Properties.ResponseHeadersPolicyConfig;
};
const directives = (policy: string) => new Set(policy.split(/;\s*/).filter(Boolean));

test('no bucket is public, and none answers without TLS', () => {
  const buckets = web.findResources('AWS::S3::Bucket');
  expect(Object.keys(buckets)).toHaveLength(1);
  web.allResourcesProperties('AWS::S3::Bucket', {
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
    BucketEncryption: Match.anyValue(),
  });
  web.hasResourceProperties('AWS::S3::BucketPolicy', {
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      ]),
    },
  });
});

test('only this distribution reads it, by origin access control', () => {
  expect(distribution().Origins.find(({ S3OriginConfig }) => S3OriginConfig)?.OriginAccessControlId).toBeDefined();
  web.hasResourceProperties('AWS::S3::BucketPolicy', {
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({
          Effect: 'Allow',
          Action: 's3:GetObject',
          Principal: { Service: 'cloudfront.amazonaws.com' },
          Condition: { StringEquals: Match.anyValue() },
        }),
      ]),
    },
  });
});

test('nothing under /api is stored at an edge, and no code runs on it there', () => {
  const [api, ...others] = distribution().CacheBehaviors;
  expect(others).toEqual([]);
  expect(api).toMatchObject({
    PathPattern: '/api/*',
    CachePolicyId: cachingDisabled,
    ViewerProtocolPolicy: 'https-only',
  });
  expect(api?.FunctionAssociations).toBeUndefined();
});

test('nor is an error, which CloudFront keeps for ten seconds by itself, although the API forbids it', () => {
  const kept = [404, 500, 501, 502, 503, 504];
  expect(distribution().CustomErrorResponses).toEqual(
    expect.arrayContaining(kept.map((ErrorCode) => ({ ErrorCode, ErrorCachingMinTTL: 0 }))),
  );
});

test('TLS 1.2 of 2021 at the edge, HTTPS only to the API', () => {
  web.hasResourceProperties('AWS::CloudFront::Distribution', {
    DistributionConfig: {
      Aliases: [stages.prod.domain],
      ViewerCertificate: { AcmCertificateArn: stages.prod.certificateArn, MinimumProtocolVersion: 'TLSv1.2_2021' },
    },
  });
  expect(distribution().Origins.find(({ CustomOriginConfig }) => CustomOriginConfig)?.CustomOriginConfig).toMatchObject(
    {
      OriginProtocolPolicy: 'https-only',
    },
  );
});

test('the pages have the policy of the laptop, and may also talk to the sign-in', async () => {
  const local = (await makePages().request('/assets/none')).headers.get('content-security-policy') ?? '';
  const edge = directives(headers().SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy);
  const signIn =
    'https://cognito-idp.ap-southeast-3.amazonaws.com https://hadir-example.auth.ap-southeast-3.amazoncognito.com';
  expect(edge).toEqual(new Set([...directives(local), `connect-src 'self' ${signIn}`]));
});

test('the other headers are those of the laptop, and HSTS', async () => {
  const local = (await makePages().request('/assets/none')).headers;
  const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } = headers();
  expect(security.ReferrerPolicy.ReferrerPolicy).toBe(local.get('referrer-policy'));
  expect(security.ContentTypeOptions).toBeDefined();
  expect(security.StrictTransportSecurity.AccessControlMaxAgeSec).toBe(365 * 24 * 3600);
  for (const { Header, Value } of custom.Items)
    expect(Value.replaceAll('(self)', 'self')).toBe(local.get(Header)?.replaceAll('(self)', 'self'));
});

test('assets are kept for a year, pages asked for again each time', () => {
  web.hasResourceProperties('Custom::CDKBucketDeployment', {
    Include: ['assets/*', 'pintu/aset/*'],
    SystemMetadata: { 'cache-control': 'public, max-age=31536000, immutable' },
  });
  web.hasResourceProperties('Custom::CDKBucketDeployment', {
    Exclude: ['assets/*', 'pintu/aset/*', 'door.webmanifest'],
    SystemMetadata: { 'cache-control': 'no-cache' },
  });
});

test('the manifest has its content type, and is asked for again each time', () => {
  web.hasResourceProperties('Custom::CDKBucketDeployment', {
    Include: ['door.webmanifest'],
    SystemMetadata: { 'cache-control': 'no-cache', 'content-type': 'application/manifest+json' },
  });
});

test('without built pages it synthesizes, publishes nothing, and says what to do', () => {
  const bare = synthesizeWithoutPages();
  bare.template('web').resourceCountIs('Custom::CDKBucketDeployment', 0);
  expect(bare.warnings('web').join()).toContain('npm run build');
});
