import { WorkDoneProgress, type LanguageClient } from 'vscode-languageclient/node';

/** Told how long work gets on: a short text and how much of it is done, 0 to 100, where that is known. */
export type WorkProgress = (message: string | undefined, percentage: number | undefined) => void;

/** Requests of a client that say how long they get on. */
export class Works {
  readonly #client: LanguageClient;
  #started = 0;

  constructor(client: LanguageClient) {
    this.#client = client;
  }

  /** @param request sends it, with the token by which the server tells of it */
  async run<Result>(onProgress: WorkProgress, request: (workDoneToken: string) => Promise<Result>): Promise<Result> {
    const workDoneToken = `work-${++this.#started}`;
    const listener = this.#client.onProgress(WorkDoneProgress.type, workDoneToken, (step) => {
      if (step.kind !== 'end') onProgress(step.message, step.percentage);
    });
    try {
      return await request(workDoneToken);
    } finally {
      listener.dispose();
    }
  }
}
