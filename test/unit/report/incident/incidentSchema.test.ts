import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import type { KnownNetworkLookup } from '../../../../server/src/address/clientNetworks';
import { joinIncident, type Incident } from '../../../../server/src/incident/incident';
import { readHostList } from '../../../../server/src/incident/list/readHostList';
import { readHostNotice } from '../../../../server/src/incident/notice/readHostNotice';
import { TASKS } from '../../../../server/src/incident/notice/task';
import { incidentInForm } from '../../../../server/src/report/incident/incidentForms';
import { maskIncident } from '../../../../server/src/report/incident/maskIncident';
import { madeUpIncident } from '../../../support/madeUpIncidents';
import { openLogOf } from '../../../support/openLog';
import { factsOf, incidentAbout } from '../../../support/reportedIncident';
import { findingOfSite } from '../../../support/siteFindings';

interface Schema {
  readonly $defs: {
    readonly notice: { readonly properties: { readonly tasks: { readonly items: { enum: string[] } } } };
  };
}

const schema = JSON.parse(
  readFileSync(path.join(__dirname, '../../../../docs/incident.schema.json'), 'utf8'),
) as Schema;
const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);

const KNOWN: KnownNetworkLookup = () => ({ asn: 64496, organisation: 'Example', country: 'HK' });
const CLIENT = '8.8.8.8';
const LINES = [
  `${CLIENT} - - [01/Nov/2021:10:00:00 +0900] "POST /l.php HTTP/1.1" 200 10 "-" "x"\n`.repeat(200),
  `${CLIENT} - - [01/Nov/2021:10:01:00 +0900] "GET /gone.php HTTP/1.1" 404 10 "-" "x"\n`,
].join('');
const TRANSFER = 'Mon Nov  1 09:00:00 2021 1 192.0.2.9 12 /public_html/l.php b _ i r owner ftp 0 * c\n';

function jsonOf(incident: Incident): Record<string, unknown> {
  return JSON.parse(incidentInForm('json', factsOf(incident, { lookup: KNOWN }))) as Record<string, unknown>;
}

function accept(incident: Incident): void {
  assert.ok(validate(jsonOf(incident)), JSON.stringify(validate.errors, undefined, 2));
}

describe('The schema of the incident’s JSON', () => {
  it('fits an incident that a log, a host and an audit tell of', async () => {
    const { model, findings } = await openLogOf(LINES);
    assert.ok(findings.length > 0);
    const list = readHostList('/home/u/public_html/l.php\n/home/u/public_html/gone.php\n');
    const decoded = { text: 'echo 1;', truncated: false };
    const site = { paths: ['l.php'], findings: [findingOfSite({ certainty: 'likely', decoded })] };
    const notice = readHostNotice(
      'https://shop.example/l.php\n2021/11/1 10:56 不正アクセス\n海外からのアクセスを制限しました',
    );
    accept(joinIncident({ notice, list, model, logFindings: findings, site }));
  });

  it('fits transfers by FTP and what the host’s scanner says', async () => {
    const { model } = await openLogOf(TRANSFER);
    const site = { paths: ['public_html/l.php'], findings: [] };
    const files = [{ path: '/home/u/public_html/l.php', signature: 'PHP.Shell' }];
    const incident = joinIncident({ model, site, list: { format: 'clamav', files, leftOut: 0 } });
    assert.equal(incident.files[0]!.uploads.length, 1);
    accept(incident);
  });

  it('fits an incident of nothing, and one of hostile texts', async () => {
    accept(joinIncident({}));
    accept(await incidentAbout('x\u202e".php', '</script>\u0000'));
  });

  it('fits whatever strangers write, masked or not', async () => {
    for (let seed = 1; seed <= 100; seed++) {
      const incident = await madeUpIncident(seed);
      accept(incident);
      accept(maskIncident(incident));
    }
  });

  it('takes nothing else', async () => {
    const json = jsonOf(await incidentAbout('l.php', 'x'));
    for (const change of [{ schema: 2 }, { files: {} }, { more: 1 }, { causes: [{ id: 'magic' }] }]) {
      assert.ok(!validate({ ...json, ...change }), JSON.stringify(change));
    }
    const { findings: _, ...rest } = json;
    assert.ok(!validate(rest));
  });

  it('knows all tasks', () => {
    assert.deepEqual(schema.$defs.notice.properties.tasks.items.enum, [...TASKS]);
  });
});
