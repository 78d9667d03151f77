import assert from 'node:assert/strict';
import { measureQuality, type Quality } from '../../../scripts/quality/measure';
import { reportLines, summarise } from '../../../scripts/quality/report';
import { TemporaryFolder } from '../../support/temporaryFolder';

/** Everything that a failing test should say. */
const explained = (quality: Quality): string => `\n${reportLines(quality).join('\n')}`;

describe('The rules on a small generated log', () => {
  let folder: TemporaryFolder;
  let quality: Quality;
  before(async () => {
    folder = await TemporaryFolder.create();
    quality = await measureQuality({ folder: folder.path, seed: 1, lines: 30_000 });
  });
  after(() => folder.remove());

  it('find nothing urgent in clean days', () => {
    const { monthErrors, monthWarnings } = summarise(quality);
    assert.deepEqual({ monthErrors, monthWarnings }, { monthErrors: 0, monthWarnings: 0 }, explained(quality));
  });

  it('accuse nobody who did nothing', () => {
    assert.equal(summarise(quality).accused, 0, explained(quality));
  });

  it('find the attacks, each as one finding with its clients and counts', () => {
    const { found, campaigns } = summarise(quality);
    // A log with more attacks than visitors is harder to judge than the million lines of `npm run quality`.
    assert.ok(found >= campaigns * 0.9, explained(quality));
  });

  it('find what logs beside the access log tell', () => {
    const verdicts = quality.others.flatMap(({ name, score }) => score.campaigns.map(({ verdict }) => [name, verdict]));
    assert.deepEqual(
      verdicts,
      [
        ['vsftpd.log', 'found'],
        ['error_log', 'found'],
        ['php_mail.log', 'found'],
      ],
      explained(quality),
    );
  });
});
