/** What VS Code gives to the script of a webview, once. */
interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** What a page hears and says. Plain data. */
interface Talk {
  readonly heard: unknown;
  readonly said: unknown;
}

/** The extension, as a page talks to it. */
export class Host<Messages extends Talk> {
  readonly #api = acquireVsCodeApi();

  /** @param onMessage told what the extension says */
  listen(onMessage: (message: Messages['heard']) => void): void {
    window.addEventListener('message', ({ data }: MessageEvent<Messages['heard']>) => onMessage(data));
  }

  send(message: Messages['said']): void {
    this.#api.postMessage(message);
  }

  /** What was kept when the page was last hidden. */
  get kept(): unknown {
    return this.#api.getState();
  }

  /** Keeps plain data for when the page is shown again. */
  keep(state: unknown): void {
    this.#api.setState(state);
  }
}
