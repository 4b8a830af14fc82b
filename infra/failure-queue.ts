/** A queue for what was tried to the end; an operator looks into it by the runbook "A queue of failures is not empty". */
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { CfnOutput, Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { acknowledge } from './nag.ts';

/** Encrypted, by TLS only, and kept for the longest that SQS keeps anything. Its address is an output of the stack: `<name>Url`. */
export const addFailureQueue = (scope: Construct, name: string): Queue => {
  const queue = new Queue(scope, name, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  acknowledge(queue, {
    SQS3: 'It is a queue of failures itself: what comes here was tried to the end, and nothing takes it from here but an operator.',
  });
  new CfnOutput(scope, `${name}Url`, { value: queue.queueUrl });
  return queue;
};
