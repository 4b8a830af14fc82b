/**
 * Texts keyed by code, in pairs: Indonesian, then English. A missing English text is a type error, and so is a missing value
 * of a `{name}` in a text.
 */
import { language } from './language.ts';

export type Pair = readonly [id: string, en: string];

type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;
type Values<Text extends string> = [NamesIn<Text>] extends [never]
  ? []
  : [values: Record<NamesIn<Text>, string | number>];

/** The text of a pair in the language of the page; reading it in a component re-renders it when the language changes. */
export const pick = (pair: Pair): string => pair[language.value === 'en' ? 1 : 0];

export const fill = (text: string, values: Record<string, string | number> = {}): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** A dictionary as a function: `t('save')`, `t('rows', { n: 12 })`. */
export const dictionary =
  <const Texts extends Record<string, Pair>>(texts: Texts) =>
  <Key extends keyof Texts & string>(key: Key, ...values: Values<Texts[Key][0]>): string =>
    fill(pick(texts[key] as Pair), values[0]);
