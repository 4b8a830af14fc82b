/** An invited head or a delegate with a link and a phone, over the API. */
import type { Reply, TestApi } from './api.ts';

export interface LinkHolder {
  view: () => Promise<Reply>;
  answer: (body: unknown) => Promise<Reply>;
  delegate: (delegate?: Record<string, string>) => Promise<Reply>;
  release: () => Promise<Reply>;
  askForHelp: (body?: unknown) => Promise<Reply>;
  sign: (body: { hash: string; who: string } & Record<string, unknown>) => Promise<Reply>;
  calendar: () => Promise<Reply>;
}

/** `phone` is the name that the phone gave itself; null for a browser that sends none. */
export const withLink = (api: TestApi, token: string, phone: string | null = null): LinkHolder => {
  const headers = phone === null ? {} : { 'hadir-phone': phone };
  const call = (method: string, path = '', body?: unknown) =>
    api.call(null, method, `/api/c/${token}${path}`, body, headers);
  return {
    view: () => call('GET'),
    answer: (body) => call('POST', '/answer', body),
    delegate: (delegate = {}) => call('POST', '/answer', { kind: 'DELEGATED', delegate }),
    release: () => call('POST', '/release'),
    askForHelp: (body = {}) => call('POST', '/help', body),
    sign: (body) => call('POST', '/signatures', { nonce: 'signed-by-link', ...body }),
    calendar: () => call('GET', '/calendar.ics'),
  };
};

/** The token at the end of a link. */
export const tokenIn = (link: string): string => link.split('/').at(-1) ?? '';
