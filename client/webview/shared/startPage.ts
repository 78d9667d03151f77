/** The words of a page, in the user's language, and that language. */
interface WordsMessage<Words> {
  readonly type: 'words';
  readonly words: Words;
  readonly locale: string;
}

/** Builds a page once its words have come, and hands on what the extension says from then on. */
export function startPage<Words, Message extends { readonly type: string }>(
  host: {
    listen(onMessage: (message: Message | WordsMessage<Words>) => void): void;
    send(message: { readonly type: 'ready' }): void;
  },
  build: (words: Words, locale: string) => { receive(message: Message): void },
): void {
  let page: ReturnType<typeof build> | undefined;
  host.listen((message) => {
    if (isWords(message)) page ??= build(message.words, message.locale);
    else page?.receive(message);
  });
  host.send({ type: 'ready' });
}

function isWords<Words>(message: { readonly type: string } | WordsMessage<Words>): message is WordsMessage<Words> {
  return message.type === 'words';
}
