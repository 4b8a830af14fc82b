/** In the place of zod's zod/v4/core/to-json-schema.js. */

const refuse = (): never => {
  throw new Error('JSON Schema is left out of this bundle: it is made where the API’s documentation is.');
};

// Called for every kind of shape when zod is loaded; what it gives is called by who wants a JSON Schema.
export const createStandardJSONSchemaMethod = () => refuse;
export const createToJSONSchemaMethod = () => refuse;
export const extractDefs = refuse;
export const finalize = refuse;
export const initializeContext = refuse;
export const process = refuse;
export const processSchema = refuse;
