/** What a stack reads of another: from the reference in its template to the resource in the other's. */
import type { Part, Synthesized } from './synth.ts';

export interface Meant {
  part: Part;
  /** The resource's logical id, and the attribute that was read of it (`Ref` for none). */
  id: string;
  attribute: string;
}

const meantBy = (part: Part, value: unknown): Meant => {
  const { Ref, 'Fn::GetAtt': [id = '', attribute = ''] = [] } = value as { Ref?: string; 'Fn::GetAtt'?: string[] };
  return Ref === undefined ? { part, id, attribute } : { part, id: Ref, attribute: 'Ref' };
};

/** Of a weak reference (`Fn::GetStackOutput`); throws for anything else, and where the other stack has no such output. */
export const outputMeant = (from: Synthesized, reference: unknown): Meant => {
  const { StackName, OutputName } =
    (reference as { 'Fn::GetStackOutput'?: Record<string, string> })['Fn::GetStackOutput'] ?? {};
  const part = from.parts.find((each) => from.stacks[each]?.stackName === StackName);
  const output = part && from.template(part).findOutputs(OutputName ?? '')[OutputName ?? ''];
  if (part === undefined || output === undefined) throw new Error(`no output behind ${JSON.stringify(reference)}`);
  return meantBy(part, output.Value);
};
