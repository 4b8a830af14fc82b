/** The pages in a private bucket, and one address for them and the API: CloudFront. */
import { fileURLToPath } from 'node:url';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import {
  Annotations,
  CfnOutput,
  Duration,
  ReferenceStrength,
  RemovalPolicy,
  Stack,
  type StackProps,
} from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { acknowledge } from './nag.ts';
import { publishPages } from './publish-pages.ts';
import { originOf, type Stage } from './stages/stage.ts';

export interface WebStackProps extends StackProps {
  stage: Stage;
  apiDomain: string;
  signInOrigins: readonly string[];
  /** The ARN of the edge's rule, of another region; undefined: there is none. */
  webAcl: string | undefined;
  /** The folder of the built pages; undefined when they have not been built. */
  pages: string | undefined;
}

/** The policy of functions/local/pages.ts, and the hosts that staff sign in at. */
const contentSecurityPolicy = (signInOrigins: readonly string[]): string =>
  [
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    `connect-src 'self' ${signInOrigins.join(' ')}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "worker-src 'self'",
    "manifest-src 'self'",
  ].join('; ');

/**
 * Those that CloudFront keeps for ten seconds unless told otherwise, some of them whatever `Cache-Control` says (Amazon CloudFront Developer Guide,
 * "Control how long CloudFront caches errors", read in November 2026).
 */
const keptErrors = [400, 403, 404, 405, 414, 500, 501, 502, 503, 504];

export class WebStack extends Stack {
  constructor(scope: Construct, id: string, { stage, ...props }: WebStackProps) {
    super(scope, id, { ...props, description: 'Hadir: pages and address' });

    const bucket = new Bucket(this, 'Pages', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(90) }],
      removalPolicy: RemovalPolicy.RETAIN,
      // CDK's own types do not hold under exactOptionalPropertyTypes.
    }) as IBucket;
    const responseHeadersPolicy = this.addHeaders(props.signInOrigins);
    const shared = { responseHeadersPolicy, compress: true } satisfies Partial<BehaviorOptions>;
    const distribution = new Distribution(this, 'Address', {
      comment: `Hadir ${stage.name}`,
      domainNames: [stage.domain],
      // Read from the other stack's outputs when this one is deployed: strongly, it would travel by two functions of CDK's and a parameter,
      // with logs without an end and wider grants than ours.
      ...(props.webAcl !== undefined && { webAclId: Stack.consumeReference(props.webAcl, ReferenceStrength.WEAK) }),
      certificate: Certificate.fromCertificateArn(this, 'Certificate', stage.certificateArn),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3,
      // The cheapest class with edges in Indonesia.
      priceClass: PriceClass.PRICE_CLASS_200,
      defaultBehavior: {
        ...shared,
        origin: S3BucketOrigin.withOriginAccessControl(bucket),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: this.addPagesFunction() }],
      },
      additionalBehaviors: {
        '/api/*': {
          ...shared,
          origin: new HttpOrigin(props.apiDomain),
          viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
          allowedMethods: AllowedMethods.ALLOW_ALL,
          // Personal data passes and never rests at an edge outside Indonesia (PP 71/2019): nothing under /api is stored, nor
          // does any code run on it there; the API says `no-store` as well.
          cachePolicy: CachePolicy.CACHING_DISABLED,
          originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        },
      },
      // An answer under /api is one person's also where it is an error: kept, it would be everybody's who asks for the same, with a request id
      // that is not theirs, and after the fault is over.
      errorResponses: keptErrors.map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),
    });
    acknowledge(bucket, {
      S1: 'It holds nothing but the built pages, which anybody may read, and only CloudFront and a deployment reach it.',
    });
    acknowledge(distribution, {
      CFR1: 'Officials of Indonesia are invited while they travel, and who has a code is who is meant, wherever they are.',
      CFR3: 'A log of the edge would hold the paths of attendees, which are their codes, with their addresses; the API logs the route without the path.',
      ...(props.webAcl === undefined && {
        CFR2: 'An option of the stage, `requestsPerAddress`, since it costs; the API is throttled in any case.',
      }),
    });
    this.publish(stage, bucket, props.pages);

    new CfnOutput(this, 'Origin', { value: originOf(stage) });
    new CfnOutput(this, 'PointDomainTo', { value: distribution.distributionDomainName });
  }

  private addPagesFunction(): EdgeFunction {
    return new EdgeFunction(this, 'PagesFunction', {
      comment: 'Which entry an address shows',
      code: FunctionCode.fromFile({ filePath: fileURLToPath(new URL('./pages-function.js', import.meta.url)) }),
      runtime: FunctionRuntime.JS_2_0,
    });
  }

  private addHeaders(signInOrigins: readonly string[]): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, 'Headers', {
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: contentSecurityPolicy(signInOrigins), override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        // A code in an address must not travel to another site.
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: true, override: true },
      },
      customHeadersBehavior: {
        customHeaders: [
          { header: 'permissions-policy', value: 'camera=(self), microphone=(), geolocation=()', override: true },
          { header: 'cross-origin-opener-policy', value: 'same-origin', override: true },
          { header: 'cross-origin-resource-policy', value: 'same-origin', override: true },
        ],
      },
    });
  }

  private publish(stage: Stage, bucket: IBucket, pages: string | undefined): void {
    if (pages !== undefined) {
      publishPages(this, stage, bucket, pages);
      return;
    }
    Annotations.of(this).addWarningV2(
      'hadir:pages-not-built',
      'web/dist holds no built pages, so this synthesis leaves them out. Run `npm run build` before deploying.',
    );
  }
}
