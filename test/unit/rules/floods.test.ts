import assert from 'node:assert/strict';
import { linesIn } from '../../../server/src/rules/finding';
import { SeededRandom } from '../../support/random';
import {
  every,
  findingsIn,
  HOUR,
  outline,
  page,
  readers,
  request,
  uneven,
  visitor,
  type Request,
} from '../../support/traffic';

const random = new SeededRandom(13);
const FORM = '/tw/tw_contact.php';
const ROBOT = '192.0.2.66';

const quietSite = (): Request[] => readers(random, 60);

async function outlineOf(...traffic: Request[][]): Promise<string[]> {
  return outline(await findingsIn(traffic));
}

function floodOf(count: number, client = ROBOT, path = FORM): string {
  return `error flood-address: ${client} POST ${path} ×${count}`;
}

function hotOf(count: number, clients = ROBOT, path = FORM): string {
  return `error hot-endpoint: ${clients} POST ${path} ×${count}`;
}

describe('A flood is found:', () => {
  it('the one that this project was made for, with its four counts', async () => {
    const counts: [client: string, count: number][] = [
      ['182.16.59.138', 1710],
      ['52.128.227.34', 1509],
      ['182.16.27.106', 1441],
      ['52.128.230.42', 1161],
    ];
    const floods = counts.map(([client, count]) => uneven(random, 25, count, client, `POST ${FORM}`, 10 * HOUR));
    assert.deepEqual(await outlineOf(quietSite(), ...floods), [
      ...counts.map(([client, count]) => floodOf(count, client)),
      hotOf(5821, '4 clients'),
    ]);
  });

  it('one request in 20 seconds, all of them to the form', async () => {
    assert.deepEqual(await outlineOf(quietSite(), every(20, 400, ROBOT, `POST ${FORM}`)), [floodOf(400), hotOf(400)]);
  });

  it('the form loaded before each time it is sent', async () => {
    const flood = every(10, 300, ROBOT, [`GET ${FORM}`, `POST ${FORM}`]);
    assert.deepEqual(await outlineOf(quietSite(), flood), [floodOf(300), hotOf(300)]);
  });

  it('a robot that looks for a form first, and floods the one it finds', async () => {
    const search = Array.from({ length: 60 }, (_, n) => request(ROBOT, n, `GET /mail${n}.php 404`));
    const flood = uneven(random, 20, 500, ROBOT, `POST ${FORM}`, 100);
    assert.deepEqual(await outlineOf(quietSite(), search, flood), [
      floodOf(500),
      hotOf(500),
      `information vulnerability-scan: ${ROBOT} GET /mail0.php ×60`,
    ]);
  });

  it('behind an IPv6 address and behind a host name', async () => {
    for (const client of ['2001:db8:ffff::66', 'p66.example.ne.jp']) {
      assert.deepEqual((await outlineOf(quietSite(), every(3, 200, client, `POST ${FORM}`)))[0], floodOf(200, client));
    }
  });

  it('with another query each time', async () => {
    const flood = Array.from({ length: 300 }, (_, n) => request(ROBOT, n * 5, `POST ${FORM}?n=${n}`));
    assert.deepEqual(await outlineOf(quietSite(), flood), [floodOf(300), hotOf(300)]);
  });

  it('among many other lines', async () => {
    const crowd = Array.from({ length: 6000 }, (_, n) => every(1, 1, visitor(n), page('/'), n * 10)).flat();
    assert.deepEqual(
      await outlineOf(crowd, uneven(random, 60, 150, ROBOT, `POST ${FORM}`), every(5, 120, ROBOT, `POST ${FORM}`)),
      [floodOf(270), hotOf(270)],
    );
  });

  it('of reading requests, as a warning', async () => {
    const found = await outlineOf(quietSite(), every(0.5, 3000, ROBOT, 'GET /search.php'));
    assert.deepEqual(found, [
      `warning flood-address: ${ROBOT} GET /search.php ×3000`,
      `warning hot-endpoint: ${ROBOT} GET /search.php ×3000`,
    ]);
  });

  it('of reading requests with another query each time, so that no cache answers', async () => {
    const flood = Array.from({ length: 6000 }, (_, n) => request(ROBOT, Math.floor(n / 20), `GET /?s=${n}`));
    assert.deepEqual((await outlineOf(quietSite(), flood))[0], `warning flood-address: ${ROBOT} GET / ×6000`);
  });

  it('one that was refused, as a warning', async () => {
    assert.deepEqual(await outlineOf(quietSite(), every(3, 300, ROBOT, `POST ${FORM} 403`)), [
      `warning flood-address: ${ROBOT} POST ${FORM} ×300`,
      `warning hot-endpoint: ${ROBOT} POST ${FORM} ×300`,
    ]);
  });

  it('one spread over many addresses that send a little each', async () => {
    const flood = Array.from({ length: 200 }, (_, n) => every(30, 8, `198.51.100.${n}`, `POST ${FORM}`, n * 20)).flat();
    assert.deepEqual(await outlineOf(quietSite(), flood), [hotOf(1600, '200 clients')]);
  });

  it('on a page that people use as well, and only the robot is named', async () => {
    const people = Array.from({ length: 80 }, (_, n) =>
      every(1, 1, visitor(n), [...page('/'), `POST ${FORM}`], n * 400),
    ).flat();
    const found = await outlineOf(people, every(4, 900, ROBOT, `POST ${FORM}`));
    assert.equal(found[0], floodOf(900));
  });
});

describe('A finding of a flood', () => {
  it('has every line of it, the first and last time, and what to do', async () => {
    const [flood] = await findingsIn([quietSite(), every(3, 1200, ROBOT, `POST ${FORM}`, HOUR)]);
    assert.ok(flood);
    const lines = linesIn(flood, 'access.log');
    assert.equal(lines.length, 1200);
    assert.deepEqual(lines, lines.toSorted());
    assert.equal(flood.places.length, 1000);
    assert.equal(flood.placesTruncated, 200);
    assert.deepEqual(flood.places[0], { file: 'access.log', line: lines[0] });
    assert.equal(flood.first, '2021-11-01T01:00:00+09:00');
    assert.equal(flood.last, '2021-11-01T01:59:57+09:00');
    assert.deepEqual(flood.clients, [{ address: ROBOT, count: 1200 }]);
    assert.deepEqual(flood.endpoints, [{ method: 'POST', path: FORM, count: 1200 }]);
    assert.match(flood.detail, /up to 20 within one minute/);
    assert.match(flood.advice, /tw_contact\.php/);
  });

  it('names a path of any length by its beginning only', async () => {
    const path = `/${'x'.repeat(8000)}`;
    const findings = await findingsIn([quietSite(), every(3, 300, ROBOT, `POST ${path}`)]);
    assert.equal(findings.length, 2);
    for (const { title, detail, advice, endpoints } of findings) {
      for (const text of [title, detail, advice]) assert.ok(text.length < 1000, `${text.length} characters`);
      assert.equal(endpoints[0]?.path, path);
    }
  });

  it('is the same whatever the order of the lines', async () => {
    const flood = every(3, 300, ROBOT, `POST ${FORM}`);
    const late = flood.map((each, n) => (n % 7 === 0 ? { ...each, at: each.at + 0.4 } : each));
    const [first] = await findingsIn([flood]);
    const [second] = await findingsIn([late.toReversed()]);
    assert.deepEqual([second?.first, second?.last, second?.count], [first?.first, first?.last, first?.count]);
  });
});
