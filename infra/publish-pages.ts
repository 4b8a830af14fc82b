/** The built pages into their bucket, at a deployment. */
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { type CfnElement, Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib/core';
import { acknowledge } from './nag.ts';
import type { Stage } from './stages/stage.ts';

/** Files whose names change with their content. */
const hashed = ['assets/*', 'pintu/aset/*'];
const manifestFile = 'door.webmanifest';

const copies =
  'CDK’s own publisher copies all that lies in its asset of the built pages to our bucket; it runs at deployments only, and no request of anybody reaches it.';

/** What CDK grants to its publisher and how it runs it is CDK's to choose. */
const acknowledgePublisher = (stack: Stack, stage: Stage, bucket: IBucket, role: Role): void => {
  const ours = stack.getLogicalId(bucket.node.defaultChild as CfnElement);
  acknowledge(role, {
    'IAM5[Action::s3:GetBucket*]': copies,
    'IAM5[Action::s3:GetObject*]': copies,
    'IAM5[Action::s3:List*]': copies,
    'IAM5[Action::s3:Abort*]': copies,
    'IAM5[Action::s3:DeleteObject*]': copies,
    [`IAM5[Resource::arn:aws:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-${stage.region}/*]`]: copies,
    [`IAM5[Resource::<${ours}.Arn>/*]`]: copies,
  });
  for (const child of stack.node.children)
    if (child.node.id.startsWith('Custom::CDKBucketDeployment'))
      acknowledge(child, {
        L1: 'The publisher is CDK’s code, in the runtime that CDK tests it with; a newer CDK brings a newer one.',
      });
};

/** Assets first, as the pages refer to them; older assets stay for pages that are open somewhere. */
export const publishPages = (stack: Stack, stage: Stage, bucket: IBucket, pages: string): void => {
  const logGroup = new LogGroup(stack, 'PublishLogs', {
    retention: stage.logDays,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  // A role of our own: the one that CDK makes may write to every log group of the account.
  const role = new Role(stack, 'PublishRole', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  logGroup.grantWrite(role);
  const shared = { destinationBucket: bucket, sources: [Source.asset(pages)], prune: false, logGroup, role };
  const assets = new BucketDeployment(stack, 'PublishAssets', {
    ...shared,
    exclude: ['*'],
    include: hashed,
    cacheControl: [CacheControl.setPublic(), CacheControl.maxAge(Duration.days(365)), CacheControl.immutable()],
  });
  // Before the service worker that lists it; its type is said, since the publisher guesses it by a table without this ending.
  const manifest = new BucketDeployment(stack, 'PublishManifest', {
    ...shared,
    exclude: ['*'],
    include: [manifestFile],
    contentType: 'application/manifest+json',
    cacheControl: [CacheControl.noCache()],
  });
  // The pages, the icons, and `sw.js`: a browser that kept that one for a year would keep the door for a year.
  const entries = new BucketDeployment(stack, 'PublishPages', {
    ...shared,
    exclude: [...hashed, manifestFile],
    cacheControl: [CacheControl.noCache()],
  });
  entries.node.addDependency(assets, manifest);
  acknowledgePublisher(stack, stage, bucket, role);
};
