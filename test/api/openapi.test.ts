/** The OpenAPI document, checked by somebody else's validator, and held against what the API really answers. */
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endpoints } from '../../functions/endpoints.ts';
import type { Endpoint } from '../../functions/platform/endpoint.ts';
import { problemCodes } from '../../functions/platform/problem-codes.ts';
import { startTestApi, type TestApi } from '../support/api.ts';

let api: TestApi;
// biome-ignore lint/suspicious/noExplicitAny: a document of documents, read here by hand
let document: any;
beforeAll(async () => {
  api = await startTestApi();
  document = (await api.call(null, 'GET', '/api/openapi.json')).body;
});
afterAll(() => api.stop());

describe('the OpenAPI document', () => {
  test('is valid OpenAPI 3.1', async () => {
    const result = await new Validator().validate(structuredClone(document));
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
    expect(document.openapi).toBe('3.1.0');
  });

  test('names every route, each with an id of its own, and resolves every reference', () => {
    const operations = Object.values(document.paths).flatMap((path) =>
      Object.values(path as Record<string, { operationId: string }>),
    );
    expect(operations).toHaveLength(Object.keys(endpoints).length);
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    for (const [, name] of JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      expect(document.components.schemas).toHaveProperty(name as string);
    }
  });

  test('asks for an idempotency key where the route does', () => {
    for (const { method, path, idempotencyKey } of Object.values(endpoints) as Endpoint[]) {
      const { parameters } = document.paths[path.replace(/:(\w+)/g, '{$1}')][method.toLowerCase()];
      const asked = parameters.some(({ name }: { name: string }) => name === 'Idempotency-Key');
      expect({ method, path, asked }).toEqual({ method, path, asked: idempotencyKey === true });
    }
  });

  test('says where a phone may name itself', () => {
    const { parameters } = document.paths['/api/c/{token}/answer'].post;
    expect(parameters).toContainEqual(
      expect.objectContaining({ name: 'Hadir-Phone', in: 'header', required: false, schema: expect.anything() }),
    );
    const { parameters: others } = document.paths['/api/c/{token}/calendar.ics'].get;
    expect(JSON.stringify(others)).not.toContain('Hadir-Phone');
  });

  test('a status that is an answer and a problem has both, told apart by media type', () => {
    const { responses } = document.paths['/api/sessions/{session}/check-ins'].post;
    expect(Object.keys(responses['422'].content)).toEqual(['application/json', 'application/problem+json']);
    expect(responses['422'].description).toBe('Answered, not done; or a problem: INPUT_INVALID');
  });

  test('a door’s routes say that its credential is enough, and what may be the matter with it', () => {
    const operation = (path: string, method: string) => document.paths[`/api/sessions/{session}/${path}`][method];
    expect(operation('door-list', 'get').security).toEqual([{ door: [] }]);
    expect(operation('check-ins', 'post').security).toEqual([{ staff: [] }, { door: [] }]);
    expect(operation('doors', 'post').security).toEqual([{ staff: [] }]);
    expect(operation('check-ins', 'post').responses['401'].description).toContain('DOOR_CREDENTIAL_INVALID');
    expect(operation('check-ins', 'post').responses['403'].description).toContain('DOOR_CUT_OFF, DOOR_OTHER_SESSION');
    expect(operation('doors', 'post').responses['401'].description).not.toContain('DOOR');
    expect(Object.keys(document.components.securitySchemes)).toEqual(['staff', 'door']);
  });

  test('every list takes limit and cursor and answers items and next', () => {
    for (const [path, methods] of Object.entries(document.paths) as [
      string,
      Record<string, Endpoint & { parameters: { name: string }[] }>,
    ][]) {
      const { get } = methods;
      const answer = JSON.stringify(
        (get as unknown as { responses?: Record<string, unknown> })?.responses?.['200'] ?? {},
      );
      if (!get || !answer.includes('"items"') || !answer.includes('"next"')) continue;
      const names = get.parameters.map(({ name }) => name);
      expect({ path, names: names.filter((name) => name === 'limit' || name === 'cursor') }).toEqual({
        path,
        names: ['limit', 'cursor'],
      });
    }
  });

  test('the readable page shows every route and every error', async () => {
    const page = await api.call(null, 'GET', '/api/docs');
    const html = String(page.body);
    for (const path of Object.keys(document.paths)) expect(html).toContain(path);
    for (const code of Object.keys(problemCodes)) expect(html).toContain(`id="${code}"`);
    expect(html).not.toMatch(/<script/);
  });
});
