import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createRegistry } from 'vscode-tmgrammar-test/dist/common/index';
import { parseGrammarTestCase, runGrammarTestCase } from 'vscode-tmgrammar-test/dist/unit/index';

const ROOT = path.join(__dirname, '../../..');
const CASES = path.join(ROOT, 'test/fixtures/syntaxes');

interface Manifest {
  readonly contributes: { readonly grammars: readonly { language: string; scopeName: string; path: string }[] };
}

const manifest = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as Manifest;
const grammars = manifest.contributes.grammars.map((grammar) => ({ ...grammar, path: path.join(ROOT, grammar.path) }));

describe('Grammars', () => {
  const registry = createRegistry(grammars);
  const cases = readdirSync(CASES).map((name) => ({
    name,
    parsed: parseGrammarTestCase(readFileSync(path.join(CASES, name), 'utf8')),
  }));

  for (const { name, parsed } of cases) {
    it(`give the fields in ${name} their scopes`, async () => {
      assert.ok(parsed.assertions.length > 0);
      const failures = await runGrammarTestCase(registry, parsed);
      assert.deepEqual(
        failures.map(({ line, missing, actual }) => ({ line: line + 1, missing, actual })),
        [],
      );
    });
  }

  it('are tested one and all', () => {
    const tested = new Set(cases.map(({ parsed }) => parsed.metadata.scope));
    assert.deepEqual(
      grammars.map(({ scopeName }) => scopeName).filter((scope) => !tested.has(scope)),
      [],
    );
  });
});
