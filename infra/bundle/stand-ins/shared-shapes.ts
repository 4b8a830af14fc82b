/** In the place of the small shapes that our own files of shapes ask zod for again and again. Shapes never change, so that one of each is enough. */
import * as z from 'zod';

export const text = /* @__PURE__ */ z.string();
export const yesOrNo = /* @__PURE__ */ z.boolean();

const made = new WeakMap<z.ZodType, z.ZodType>();

export const optional = (shape: z.ZodType): z.ZodType => {
  const found = made.get(shape) ?? shape.optional();
  made.set(shape, found);
  return found;
};
