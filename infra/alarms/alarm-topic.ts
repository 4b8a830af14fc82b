/** Where alarms go: one topic that mails the stage's address. */
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { idOf, type Stage } from '../stages/stage.ts';

const alarms = { effect: Effect.ALLOW, principals: [new ServicePrincipal('cloudwatch.amazonaws.com')] };

/** Encrypted, by TLS only. Subscribing is confirmed by a mail of Amazon SNS; until then nobody is told anything. */
export const addAlarmTopic = (scope: Construct, stage: Stage): Topic => {
  // A key of our own (1 US dollar a month): by SNS's own key CloudWatch may not encrypt, and alarms would be lost without a word.
  const key = new Key(scope, 'TopicKey', {
    description: `Hadir ${stage.name}: encrypts alarms on their way`,
    enableKeyRotation: true,
    // Nothing that it encrypted is kept.
    removalPolicy: RemovalPolicy.DESTROY,
    pendingWindow: Duration.days(7),
  });
  // Without a condition, as AWS's own example has it (re:Post, "configure CloudWatch alarms with an encrypted SNS topic"): one on the caller's
  // account makes it refuse. Whose alarms come here is the topic's to say.
  key.addToResourcePolicy(
    new PolicyStatement({ ...alarms, actions: ['kms:Decrypt', 'kms:GenerateDataKey*'], resources: ['*'] }),
  );
  const ours = `arn:aws:cloudwatch:${stage.region}:${Aws.ACCOUNT_ID}:alarm:${idOf(stage, '*')}`;
  const topic = new Topic(scope, 'Topic', { displayName: `Hadir ${stage.name}`, masterKey: key, enforceSSL: true });
  // Said because a topic with a policy of its own has no longer the one by which the account's services may publish.
  topic.addToResourcePolicy(
    new PolicyStatement({
      ...alarms,
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: { ArnLike: { 'aws:SourceArn': ours } },
    }),
  );
  topic.addSubscription(new EmailSubscription(stage.alarmEmail));
  return topic;
};
