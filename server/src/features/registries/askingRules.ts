import { ownAddresses } from '../../address/registry/ownAddresses';
import { parseAddress, type Address } from '../../address/parseAddress';
import type { AccessRefused, AddressRefused, AskedService, NetworkAccess } from '../../protocol';
import { accessRefused, addressRefused } from './lookUpWords';

/** What must be so before anything is sent. */
export interface AskingRules {
  readonly access: NetworkAccess;
  /** Addresses and networks of the user: those of this computer, and those that the user calls harmless. */
  readonly own: readonly string[];
}

/** Nothing is allowed unless the client says otherwise. */
export const NO_ACCESS: NetworkAccess = { isAllowed: false, isTrusted: false };

/** What a client says is allowed; whatever it leaves out is not. */
export function readAccess(value: unknown): NetworkAccess {
  if (typeof value !== 'object' || value === null) return NO_ACCESS;
  const { isAllowed, isWordPressAllowed, isTrusted } = value as Partial<NetworkAccess>;
  return {
    isAllowed: isAllowed === true,
    isWordPressAllowed: isWordPressAllowed === true,
    isTrusted: isTrusted === true,
  };
}

/** The address that somebody may be asked about, or why nobody is. */
export type MayAsk =
  | { readonly address: Address; readonly refused?: never }
  | { readonly refused: AccessRefused | AddressRefused; readonly address?: never };

/** Whether anybody may be asked about an address. */
export function mayAsk(text: string, { access, own }: AskingRules): MayAsk {
  const why = noAccess(access);
  if (why !== undefined) return { refused: accessRefused(why) };
  const address = parseAddress(text);
  if (address === undefined) return { refused: addressRefused('invalid') };
  if (address.kind !== 'public') return { refused: addressRefused(address.kind) };
  return ownAddresses(own)(address) ? { refused: addressRefused('own') } : { address };
}

/** Why nothing may be asked of somebody; `undefined` where it may. */
export function noAccess(access: NetworkAccess, asked: AskedService = 'registries'): AccessRefused['why'] | undefined {
  if (!access.isTrusted) return 'restrictedMode';
  const isAllowed = asked === 'registries' ? access.isAllowed : access.isWordPressAllowed;
  return isAllowed === true ? undefined : 'noConsent';
}
