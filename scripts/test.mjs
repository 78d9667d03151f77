// `npm test`: everything that proves the extension, from a fresh clone on. Ends with "N passed, N failed".
import { spawn } from 'node:child_process';
import { ensureDependencies, run } from './dependencies.mjs';

/** Test runs, in order: the quick ones first. */
const suites = ['test:unit', 'test:protocol', 'test:servers', 'test:editor'];

/** Lines of a report that are shown again. */
const FAILURE_LINES = 40;

ensureDependencies();
run('npm', ['run', 'build']);
run('npm', ['run', 'package']);

const total = { passed: 0, failed: 0, notRun: 0 };
const reports = [];
for (const suite of suites) {
  const { passed, failed, notRun, report } = await runSuite(suite);
  total.passed += passed;
  total.failed += failed;
  total.notRun += notRun;
  if (failed > 0) reports.push(`${suite}:\n${report}`);
}
if (reports.length > 0) console.log(`\n== what failed\n${reports.join('\n')}`);
if (total.notRun > 0) console.log(`${total.notRun} not run: the web servers that they are about are not installed`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** Counts what a suite says of itself; one that ends badly or runs nothing counts as a failure more. */
async function runSuite(suite) {
  const child = spawn('npm', ['run', '--silent', suite], {
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  });
  const output = [];
  child.stdout.on('data', (chunk) => {
    output.push(chunk);
    process.stdout.write(chunk);
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  const text = Buffer.concat(output).toString();
  const passed = lastNumber(text, /(\d+) (?:passing|passed)/g);
  const failed = lastNumber(text, /(\d+) (?:failing|failed)/g);
  const notRun = lastNumber(text, /(\d+) pending/g);
  const wentWell = code === 0 && passed + notRun > 0;
  return { passed, failed: wentWell ? failed : Math.max(1, failed), notRun, report: failuresIn(text) };
}

/** The parts of a report that tell of failures, which thousands of lines may follow; its end where there are none. */
function failuresIn(text) {
  const lines = text.split('\n');
  const starts = lines.flatMap((line, at) => (/^\s*\d+ failing/.test(line) ? [at] : []));
  if (starts.length === 0) return lines.slice(-FAILURE_LINES).join('\n');
  return starts.map((at) => lines.slice(at, at + FAILURE_LINES).join('\n')).join('\n');
}

/** The last number that a pattern finds: closing lines come last. */
function lastNumber(text, pattern) {
  return Number([...text.matchAll(pattern)].at(-1)?.[1] ?? 0);
}
