import assert from 'node:assert/strict';
import { logRules } from '../../../server/src/rules/log/table';
import type { RuleSettings } from '../../../server/src/rules/rule';
import { every, findingsIn, outline } from '../../support/traffic';

const FLOOD = [every(3, 300, '192.0.2.66', 'POST /form.php'), every(600, 40, '192.0.2.1', 'GET /')];
const FLOOD_FOUND = 'error flood-address: 192.0.2.66 POST /form.php ×300';
const HOT_FOUND = 'error hot-endpoint: 192.0.2.66 POST /form.php ×300';

async function foundWith(settings: unknown): Promise<string[]> {
  return outline(await findingsIn(FLOOD, settings as RuleSettings));
}

describe('Settings of rules', () => {
  it('are not needed', async () => assert.deepEqual(await foundWith({}), [FLOOD_FOUND, HOT_FOUND]));

  it('switch a rule off', async () => {
    assert.deepEqual(await foundWith({ 'hot-endpoint': { severity: 'off' } }), [FLOOD_FOUND]);
  });

  it('change how urgent a rule’s findings are, and with it their order', async () => {
    assert.deepEqual(await foundWith({ 'flood-address': { severity: 'hint' } }), [
      HOT_FOUND,
      FLOOD_FOUND.replace('error', 'hint'),
    ]);
    assert.deepEqual(await foundWith({ 'flood-address': { severity: 'default' } }), [FLOOD_FOUND, HOT_FOUND]);
  });

  it('move thresholds', async () => {
    assert.deepEqual(await foundWith({ 'flood-address': { minimumWrites: 301 } }), [HOT_FOUND]);
    assert.deepEqual(await foundWith({ 'flood-address': { minimumWrites: 300 } }), [FLOOD_FOUND, HOT_FOUND]);
    assert.deepEqual(await foundWith({ 'flood-address': { writesPerMinute: 21 } }), [HOT_FOUND]);
    assert.deepEqual(await foundWith({ 'flood-address': { writesPerMinute: 20 } }), [FLOOD_FOUND, HOT_FOUND]);
  });

  it('are raised to the least that makes sense', async () => {
    const people = [every(600, 9, '192.0.2.1', 'POST /form.php')];
    const settings = { 'flood-address': { minimumWrites: -5, writesPerMinute: 0, shareOfClient: 0 } };
    assert.deepEqual(await findingsIn(people, settings), []);
  });

  const nonsense: unknown[] = [
    {
      minimumWrites: 'many',
      writesPerMinute: null,
      shareOfClient: Number.NaN,
      timesOrdinary: Number.POSITIVE_INFINITY,
    },
    { severity: 'dreadful' },
    { severity: 5 },
    { unknown: 1 },
    null,
    'off',
    7,
    [],
  ];
  for (const setting of nonsense) {
    it(`leave the defaults where they are ${JSON.stringify(setting)}`, async () => {
      assert.deepEqual(await foundWith({ 'flood-address': setting, 'hot-endpoint': setting }), [
        FLOOD_FOUND,
        HOT_FOUND,
      ]);
    });
  }
});

describe('The table of log rules', () => {
  it('has one rule for each id, with words, and options within their bounds', () => {
    assert.equal(new Set(logRules.map(({ id }) => id)).size, logRules.length);
    for (const { id, title, explanation, options } of logRules) {
      assert.match(id, /^[a-z]+(-[a-z]+)*$/);
      assert.ok(title() !== '' && explanation() !== '');
      for (const option of Object.values(options)) {
        assert.ok(option.default >= option.minimum);
        assert.ok(option.description() !== '' && option.source !== '' && option.unit !== '');
      }
    }
  });
});
