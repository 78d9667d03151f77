import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** The text of a document that the editor owns, and how much of its beginning edits left alone. */
export class EditedText {
  #document: TextDocument;
  /** None before the text was first taken: it may be opened in the place of another. */
  #unchanged = 0;

  private constructor(document: TextDocument) {
    this.#document = document;
  }

  static create(uri: string, languageId: string, version: number, text: string): EditedText {
    return new EditedText(TextDocument.create(uri, languageId, version, text));
  }

  static update(edited: EditedText, changes: readonly TextDocumentContentChangeEvent[], version: number): EditedText {
    // The later changes of one edit are told in terms of the text that the earlier ones left.
    for (const change of changes) {
      const from = 'range' in change ? edited.#document.offsetAt(change.range.start) : 0;
      edited.#unchanged = Math.min(edited.#unchanged, from);
      edited.#document = TextDocument.update(edited.#document, [change], version);
    }
    return edited;
  }

  get uri(): string {
    return this.#document.uri;
  }

  get version(): number {
    return this.#document.version;
  }

  /** UTF-16 units at the beginning that are as they were when the text was last taken. */
  get unchanged(): number {
    return this.#unchanged;
  }

  /** The text; from now on it is the one that edits are compared with. */
  take(): string {
    this.#unchanged = Number.POSITIVE_INFINITY;
    return this.#document.getText();
  }
}
