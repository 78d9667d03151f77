import { InlayHintKind, type InlayHint } from 'vscode-languageserver-protocol';
import type { AddressData } from '../address/addressData';
import { countryName } from '../address/countryName';
import { parseAddress } from '../address/parseAddress';
import { currentLocale } from '../numbers';
import type { ShownLines } from './shownLines';

/** Behind the client of each visible line: the country that its network is registered in; nothing where that is not known. */
export function countryHints({ lines }: ShownLines, data: AddressData): InlayHint[] {
  return lines.flatMap(({ at, fields }) => {
    const client = fields.find(({ name }) => name === 'client');
    const country = client && countryOf(client.text, data);
    if (client === undefined || country === undefined) return [];
    return [
      {
        position: { line: at, character: client.end },
        label: country,
        kind: InlayHintKind.Type,
        paddingLeft: true,
        tooltip: countryName(country, currentLocale()),
      },
    ];
  });
}

function countryOf(text: string, data: AddressData): string | undefined {
  const address = parseAddress(text);
  return address?.kind === 'public' ? data.lookup(address)?.country : undefined;
}
