/** What the laptop's figures say of an engine that throttles, fails and refuses, over a real wire. */
import { expect, test } from 'vitest';
import { makeMetrics } from '../../functions/local/metrics.ts';
import { makeClient, makeTable } from '../../functions/platform/table.ts';
import { startTestEngine } from '../support/engine.ts';
import { figuresIn } from '../support/figures.ts';
import { broken, startFaultyEngine, throttled } from './faulty-engine.ts';

test('each try is counted by how it ended, units by what the engine reported', async () => {
  const engine = await startTestEngine();
  const wire = await startFaultyEngine();
  const { hostname, port } = (await engine.client.config.endpoint?.()) ?? {};
  wire.forwardTo(`http://${hostname}:${port}`);
  const client = makeClient({ endpoint: wire.endpoint, region: 'ap-southeast-3' });
  const metrics = makeMetrics({ projectionLag: () => 0, mailsOwed: () => 0 });
  metrics.tap(client);
  const table = makeTable(client, 'hadir');

  const key = { pk: 'S#metrics', sk: 'I#1' };
  wire.fail('PutItem', throttled, 2);
  expect(await table.put({ ...key, text: 'a'.repeat(1_500) })).toBe(true);
  expect(await table.put(key, { expression: 'attribute_not_exists(pk)' })).toBe(false);
  wire.fail('Query', broken, 1);
  await table.queryAll({ pk: key.pk, prefix: 'I#', consistent: true });
  wire.fail('GetItem', 'cut', Number.POSITIVE_INFINITY);
  await expect(table.get(key)).rejects.toThrow();
  wire.heal();
  await table.get(key);

  const figures = await figuresIn(metrics.registry.metrics());
  expect(figures.of('hadir_engine_requests_total')).toEqual({
    'operation="PutItem",outcome="throttled"': 2,
    'operation="PutItem",outcome="ok"': 1,
    'operation="PutItem",outcome="refused"': 1,
    'operation="Query",outcome="failed"': 1,
    'operation="Query",outcome="ok"': 1,
    'operation="GetItem",outcome="failed"': 4,
    'operation="GetItem",outcome="ok"': 1,
  });
  expect(figures.of('hadir_engine_units_total')).toEqual({
    'operation="PutItem",kind="write"': 2,
    'operation="Query",kind="read"': 1,
    'operation="GetItem",kind="read"': 0.5,
  });
  client.destroy();
  await wire.stop();
  await engine.stop();
});
