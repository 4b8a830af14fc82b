/**
 * The AwsSolutions rules of cdk-nag, which every synthesis checks: one that is not followed ends it, unless the construct says why. The report
 * lies with the synthesis, in cdk.out.
 */
import { type App, Validations } from 'aws-cdk-lib/core';
import { AwsSolutionsChecks, type IApplyRule, type NagRuleResult } from 'cdk-nag';
import type { IConstruct } from 'constructs';

/** What is found at a resource of another stack bears the name of its export, another one for each stage; the end of it is ours. */
export const streamsFinding = 'Resource::streams-of-the-table';
const named = (finding: string): string => (/^Resource::.+\/stream\/\*$/.test(finding) ? streamsFinding : finding);

class Rules extends AwsSolutionsChecks {
  protected override applyRule(params: IApplyRule): void {
    const rule = (node: IApplyRule['node']): NagRuleResult => {
      const result = params.rule(node);
      return Array.isArray(result) ? result.map(named) : result;
    };
    super.applyRule({ ...params, rule });
  }
}

/** What a tree breaks of them, as `rule: construct`, without what is said to be so by intention. For trees that are not synthesized. */
export const broken = (scope: IConstruct): string[] =>
  new Rules()
    .validateScope(scope)
    .violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => `${ruleName}: ${constructPath}`),
    );

export const checkRules = (app: App): void => Validations.of(app).addPlugins(new Rules());

/** Why these rules are not followed by this construct, each by its id and its sentence. */
export const acknowledge = (construct: IConstruct, reasons: Readonly<Record<string, string>>): void => {
  for (const [rule, reason] of Object.entries(reasons))
    Validations.of(construct).acknowledge({ id: `AwsSolutions-${rule}`, reason });
};
