import assert from 'node:assert/strict';

/** Far more than linear work on a text made for it needs, far less than the minutes that quadratic work takes (ms). */
const LONGEST = 5000;

/**
 * Fails when work on a hostile text does not end soon. Processor time is judged, which a busy machine does not lengthen: this
 * guards against hanging and says nothing of speed.
 * @param what names the text where one test tries several
 */
export async function endsSoon(work: () => unknown, what?: string): Promise<void> {
  const before = process.cpuUsage();
  await work();
  const took = process.cpuUsage(before).user / 1000;
  assert.ok(took < LONGEST, `${what === undefined ? 'It' : JSON.stringify(what)} took ${took} ms.`);
}
