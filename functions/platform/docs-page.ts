/** The API's readable page: every route, who may call it, what goes in and out, and every error code. Plain HTML, no script. */
import { html, raw } from 'hono/html';
import { problemCodes } from './problem-codes.ts';

type Json = Record<string, unknown>;
interface Operation {
  operationId: string;
  summary: string;
  tags: string[];
  'x-access': string | string[];
  parameters: { name: string; in: string; required: boolean; schema: Json }[];
  requestBody?: { content: Record<string, { schema: Json }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: Json }> }>;
}

const schemaName = (schema: Json): string => {
  if (typeof schema.$ref === 'string') return schema.$ref.split('/').at(-1) ?? '';
  if (schema.type === 'array') return `${schemaName((schema.items ?? {}) as Json)}[]`;
  if (Array.isArray(schema.enum)) return schema.enum.join(' | ');
  const options = (schema.anyOf ?? schema.oneOf) as Json[] | undefined;
  if (options) return options.map(schemaName).join(' | ');
  if (schema.properties)
    return `{ ${Object.entries(schema.properties)
      .map(([key, inner]) => `${key}: ${schemaName(inner as Json)}`)
      .join(', ')} }`;
  return String(schema.pattern ?? schema.const ?? schema.type ?? 'any');
};

const bodyOf = (content: Record<string, { schema: Json }> | undefined): string =>
  Object.entries(content ?? {})
    .map(([type, { schema }]) => (type === 'application/json' ? schemaName(schema) : type))
    .join(', ');

const accessOf = (access: string | string[]): string => (Array.isArray(access) ? access.join(', ') : access);

const operationPart = (
  method: string,
  path: string,
  operation: Operation,
) => html`<section id="${operation.operationId}">
  <h3><code class="method">${method.toUpperCase()}</code> <code>${path}</code></h3>
  <p>${operation.summary}.</p>
  <dl>
    <dt>Who</dt><dd>${accessOf(operation['x-access'])}</dd>
    ${operation.parameters.map((parameter) => html`<dt><code>${parameter.name}</code></dt><dd>${parameter.in}${parameter.required ? ', required' : ''}: <code>${schemaName(parameter.schema)}</code></dd>`)}
    ${operation.requestBody ? html`<dt>Body</dt><dd><code>${bodyOf(operation.requestBody.content)}</code></dd>` : ''}
    ${Object.entries(operation.responses).map(([status, response]) => html`<dt>${status}</dt><dd>${response.description}: <code>${bodyOf(response.content)}</code></dd>`)}
  </dl>
</section>`;

export const docsStyle = `
:root { color-scheme: light; font: 16px/1.5 system-ui, sans-serif; color: #16191d; }
body { max-width: 56rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 2rem; } h2 { margin-top: 3rem; border-bottom: 2px solid #0b4f6c; padding-bottom: .25rem; }
h3 { font-size: 1.125rem; margin-bottom: 0; overflow-wrap: anywhere; }
section { border-bottom: 1px solid #d5d9de; padding-bottom: 1rem; }
dl { display: grid; grid-template-columns: minmax(6rem, 10rem) 1fr; gap: .25rem 1rem; margin: 0; }
dt { color: #4a5560; } dd { margin: 0; overflow-wrap: anywhere; }
.method { color: #0b4f6c; font-weight: 700; } pre { background: #f4f6f8; padding: .75rem; overflow-x: auto; }
table { border-collapse: collapse; width: 100%; } td, th { text-align: left; padding: .5rem; border-bottom: 1px solid #d5d9de; vertical-align: top; }
a { color: #0b4f6c; } .scroll { overflow-x: auto; }`;

export const docsPage = (document: Json) => {
  const paths = document.paths as Record<string, Record<string, Operation>>;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const tags = [...new Set(operations.flatMap(({ operation }) => operation.tags))];
  const { schemas } = document.components as { schemas: Record<string, Json> };
  return html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Hadir API</title><link rel="stylesheet" href="/api/docs.css">
</head>
<body>
<header><h1>Hadir API</h1>
<p>Made from the schemas that validate. As a document for machines: <a href="/api/openapi.json">OpenAPI 3.1</a>.</p>
<nav aria-label="Parts"><ul>${tags.map((tag) => html`<li><a href="#${tag}">${tag}</a></li>`)}<li><a href="#problems">Errors</a></li><li><a href="#schemas">Schemas</a></li></ul></nav></header>
<main>
${tags.map((tag) => html`<h2 id="${tag}">${tag}</h2>${operations.filter(({ operation }) => operation.tags.includes(tag)).map(({ method, path, operation }) => operationPart(method, path, operation))}`)}
<h2 id="problems">Errors</h2>
<p>Every error is an RFC 9457 problem document (<code>application/problem+json</code>) with one of these codes.</p>
<div class="scroll" tabindex="0" role="region" aria-label="Errors"><table><thead><tr><th scope="col">Code</th><th scope="col">Status</th><th scope="col">Meaning</th></tr></thead><tbody>
${Object.entries(problemCodes).map(([code, text]) => html`<tr id="${code}"><td><code>${code}</code></td><td>${text.status}</td><td>${text.en}<br><span lang="id">${text.id}</span></td></tr>`)}
</tbody></table></div>
<h2 id="schemas">Schemas</h2>
${Object.entries(schemas).map(([name, schema]) => html`<details id="schema-${name}"><summary><code>${name}</code></summary><pre tabindex="0">${raw(JSON.stringify(schema, null, 2).replaceAll('<', '&lt;'))}</pre></details>`)}
</main>
</body>
</html>`;
};
