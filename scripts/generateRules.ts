// Writes what follows from the rule tables: docs/rules.md and docs/severities.md with their Japanese twins, the settings in
// package.json and their words in package.nls.json and package.nls.ja.json. `--check` writes nothing and fails when a file is
// out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import { ruleDocumentation } from './rules/documentation';
import { inLanguage } from './rules/language';
import { withRuleSettings, withRuleWords } from './rules/settings';
import { severityDocumentation } from './rules/severityPage';

const check = process.argv.includes('--check');
const outdated: string[] = [];

function write(file: string, content: string): void {
  if (readOrEmpty(file) === content) return;
  if (check) outdated.push(file);
  else writeFileSync(file, content);
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

write('docs/rules.md', inLanguage('en', ruleDocumentation));
write('docs/rules.ja.md', inLanguage('ja', ruleDocumentation));
write(
  'docs/severities.md',
  inLanguage('en', () => severityDocumentation('rules.md')),
);
write(
  'docs/severities.ja.md',
  inLanguage('ja', () => severityDocumentation('rules.ja.md')),
);
write('package.json', json(withRuleSettings(JSON.parse(readOrEmpty('package.json')))));
for (const [locale, file] of [
  ['en', 'package.nls.json'],
  ['ja', 'package.nls.ja.json'],
] as const) {
  const words = JSON.parse(readOrEmpty(file) || '{}') as Record<string, string>;
  write(
    file,
    inLanguage(locale, () => json(withRuleWords(words))),
  );
}

if (outdated.length > 0) {
  console.error(`Out of date, run "npm run generate": ${outdated.join(', ')}`);
  process.exitCode = 1;
}
