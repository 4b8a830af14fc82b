/** Arithmetic for showing; the figures themselves come from the API. */
export { heatStepOf, heatSteps } from '../../../functions/coverage/heat-rules.ts';
export { representedOf } from '../../../functions/coverage/represented.ts';
