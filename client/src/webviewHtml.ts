import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

/** Folder with what pages are made of, within the extension. */
export function pageFolder(extension: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extension, 'dist');
}

/**
 * A page of the extension, made of `NAME.js` and `NAME-style.css`. It may load its own style and run its own script and nothing else: no inline script or style, no picture,
 * no font, no network (https://www.w3.org/TR/CSP3/).
 */
export function webviewHtml(webview: vscode.Webview, extension: vscode.Uri, name: 'dashboard' | 'logView'): string {
  const nonce = randomBytes(16).toString('base64');
  const uri = (file: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(pageFolder(extension), file)).toString();
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${uri(`${name}-style.css`)}">
</head>
<body>
<script nonce="${nonce}" src="${uri(`${name}.js`)}"></script>
</body>
</html>`;
}
