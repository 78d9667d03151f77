import type { HostMessage, ViewMessage } from './messages';

/** What VS Code gives to the script of a webview, once. */
interface VsCodeApi {
  postMessage(message: ViewMessage): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The extension, as the page talks to it; keeps plain data for when the page is shown again. */
export type Host = VsCodeApi;

/** Connects the page with the extension. */
export function connectHost(onMessage: (message: HostMessage) => void): Host {
  window.addEventListener('message', ({ data }: MessageEvent<HostMessage>) => onMessage(data));
  return acquireVsCodeApi();
}
