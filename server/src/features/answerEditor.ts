import type { Services } from '../services';
import { logCodeActions } from './codeActions';
import { logLenses } from './codeLens';
import { logDefinition } from './definition';
import { logLinks } from './documentLinks';
import { logSymbols } from './documentSymbols';
import { logFoldingRanges } from './foldingRanges';
import { logHover } from './hover/logHover';
import { logHints } from './inlayHints';
import { logPosition } from './logPosition';
import { logTokens } from './semanticTokens';
import type { FindSiteFile } from './serverFile';
import { LINES_WITH_LINKS, shownLines } from './shownLines';
import { siteCodeActions } from './site/siteCodeActions';
import { siteHover } from './site/siteHover';

/** Answers what the protocol lets an editor ask of any document. */
export function answerEditor({ connection, answer, tools, logs, sites, networks }: Services): void {
  const findSiteFile: FindSiteFile = (path, host) => sites.find(path, host);

  connection.onHover(({ textDocument, position }, token) =>
    answer('hover', null, token, async () => {
      const place = await logPosition(logs, textDocument.uri, position);
      if (place === undefined) {
        const open = await logs.logs();
        return siteHover(sites.findings.inFile(textDocument.uri), position, {
          logs: open.length,
          of: (part) => sites.callsOf(part, open),
        });
      }
      return logHover(place, {
        networks,
        siteFile: (path, host) => sites.stateOf(path, host),
        siteZone: (await tools()).settings.siteTimeZone,
      });
    }),
  );

  connection.onCodeLens(({ textDocument }, token) =>
    answer('codeLens', [], token, async () => {
      const open = await logs.log(textDocument.uri);
      return open === undefined ? [] : logLenses(open, (await networks()).lookup, sites.suspectsIn(open));
    }),
  );

  connection.onCodeAction(({ textDocument, range, context }, token) =>
    answer('codeAction', [], token, async () => {
      const { uri } = textDocument;
      const open = await logs.log(uri);
      return [
        ...(open === undefined ? [] : logCodeActions(open, range, context.diagnostics, sites.suspectsIn(open))),
        ...siteCodeActions(uri, sites.findings.inFile(uri), range, context.diagnostics),
      ];
    }),
  );

  connection.onDefinition(({ textDocument, position }, token) =>
    answer('definition', null, token, async () => {
      const place = await logPosition(logs, textDocument.uri, position);
      return place === undefined ? null : logDefinition(place, textDocument.uri, position.character, findSiteFile);
    }),
  );

  connection.onDocumentSymbol(({ textDocument }, token) =>
    answer('documentSymbol', [], token, async () => {
      const open = await logs.log(textDocument.uri);
      return open === undefined ? [] : logSymbols(open);
    }),
  );

  connection.onFoldingRanges(({ textDocument }, token) =>
    answer('foldingRange', [], token, async () => {
      const open = await logs.log(textDocument.uri);
      return open === undefined ? [] : logFoldingRanges(open);
    }),
  );

  connection.languages.semanticTokens.onRange(({ textDocument, range }, token) =>
    answer('semanticTokens', { data: [] }, token, async () => {
      const shown = await shownLines(logs, textDocument.uri, range);
      return shown === undefined ? { data: [] } : logTokens(shown);
    }),
  );

  connection.onDocumentLinks(({ textDocument }, token) =>
    answer('documentLink', [], token, async () => {
      const shown = await shownLines(logs, textDocument.uri, LINES_WITH_LINKS);
      return shown === undefined ? [] : logLinks(shown, findSiteFile);
    }),
  );

  connection.languages.inlayHint.on(({ textDocument, range }, token) =>
    answer('inlayHint', [], token, async () => {
      const { settings, addressData } = await tools();
      return logHints(logs, textDocument.uri, range, settings.countryHints ? await addressData() : undefined);
    }),
  );
}
