import { NotificationType, RequestType } from 'vscode-languageserver-protocol';
import {
  MOST_LOOK_UPS,
  type LookUpFailure,
  type NotLookedUp,
  type RegistryNetwork,
} from '../address/registry/registryNetwork';
import type { FetchedAnswer, FetchProblem, FetchQuestion } from '../address/registry/transport';

export type { FetchedAnswer, FetchProblem, FetchQuestion, LookUpFailure, NotLookedUp, RegistryNetwork };

/** Who may be asked on the internet; the user is asked about each of them. */
export type AskedService = 'registries' | 'wordPress';

/**
 * What the user allows to be asked on the internet. The client keeps it for this computer, never in settings of a workspace.
 * Without it nothing is allowed.
 */
export interface NetworkAccess {
  /** Whether the user said yes to asking registries about addresses of logs. */
  readonly isAllowed: boolean;
  /** Whether the user said yes to asking WordPress.org for checksums. */
  readonly isWordPressAllowed?: boolean;
  /** Whether the workspace is trusted; in Restricted Mode nothing is asked, whatever is allowed. */
  readonly isTrusted: boolean;
}

/** Client → server: what is allowed changed. Until it comes, what `InitializationOptions.networkAccess` says holds. */
export const NetworkAccessChanged = new NotificationType<NetworkAccess>('logSiteAudit/networkAccessChanged');

/** Nothing was sent as it is not allowed: the user was not asked or said no, or the workspace is not trusted. */
export interface AccessRefused {
  readonly kind: 'notAllowed';
  readonly why: 'noConsent' | 'restrictedMode';
  /** The same for the user, in the user's language. */
  readonly message: string;
}

/** Nothing was sent as nobody can be asked about the address. */
export interface AddressRefused {
  readonly kind: 'notPublic';
  readonly what: NotLookedUp;
  /** The same for the user, in the user's language. */
  readonly message: string;
}

/** Somebody was asked in vain. */
export interface LookUpFailed {
  readonly kind: 'failed';
  readonly reason: LookUpFailure;
  /** Host that was asked last; absent where none was. */
  readonly server?: string;
  /** What happened, for the user, in the user's language. */
  readonly message: string;
}

export interface NetworkFound {
  readonly kind: 'found';
  readonly network: RegistryNetwork;
  /** When the registry said it (ISO 8601), where nobody was asked as it was known from before. */
  readonly cached?: string;
}

export type NetworkAnswer = NetworkFound | AccessRefused | AddressRefused | LookUpFailed;

/** Client → server: whose network an address is in, asking the registries where that is not known. Cancellable. */
export const LookUpNetworkRequest = new RequestType<LookUpNetworkParams, NetworkAnswer, void>(
  'logSiteAudit/lookUpNetwork',
);
export interface LookUpNetworkParams {
  readonly address: string;
  /** Asks even where it is known from before. */
  readonly refresh?: boolean;
}

export { MOST_LOOK_UPS };

/**
 * Client → server: the same for the first `limit` of some addresses, at most `MOST_LOOK_UPS`. One question serves all addresses
 * of the network that it gives. Reports work-done progress; cancelled through the request's token.
 */
export const LookUpNetworksRequest = new RequestType<LookUpNetworksParams, NetworkAnswers, void>(
  'logSiteAudit/lookUpNetworks',
);
export interface LookUpNetworksParams {
  readonly addresses: readonly string[];
  readonly limit: number;
  readonly workDoneToken?: string | number;
}

export interface NetworkAnswers {
  /** In the order of the addresses. */
  readonly answers: readonly { readonly address: string; readonly answer: NetworkAnswer }[];
  /** Addresses that were left out because of the limit. */
  readonly leftOut: number;
  /** The same for the user, in the user's language; absent when none was left out. */
  readonly leftOutMessage?: string;
}

/** Client → server: what is known from before of addresses' networks, `null` for nothing. Nobody is asked. */
export const KnownNetworksRequest = new RequestType<
  { readonly addresses: readonly string[] },
  readonly (NetworkFound | null)[],
  void
>('logSiteAudit/knownNetworks');

/** Client → server: forget what registries said. */
export const ForgetNetworks = new NotificationType<void>('logSiteAudit/forgetNetworks');

/**
 * Client → server: whether an address is of the crawler that it claims to be: the name that it has in the DNS is one of the
 * operator's and leads back to the address. Cancellable.
 */
export const ConfirmCrawlerRequest = new RequestType<{ readonly address: string }, CrawlerAnswer, void>(
  'logSiteAudit/confirmCrawler',
);
export type CrawlerAnswer = CrawlerConfirmed | CrawlerNotConfirmed | AccessRefused | AddressRefused | LookUpFailed;
export interface CrawlerConfirmed {
  readonly kind: 'confirmed';
  /** Who runs the crawler, such as `Google`. */
  readonly operator: string;
  /** The address's name in the DNS. */
  readonly host: string;
}
export interface CrawlerNotConfirmed {
  readonly kind: 'notConfirmed';
  /** The address has no name; a name of nobody that sends out crawlers; a name that does not lead back to it: a forgery. */
  readonly why: 'noName' | 'otherName' | 'forgedName';
  readonly host?: string;
  /** The same for the user, in the user's language. */
  readonly message: string;
}

/**
 * Server → client: the answer of a registry at an `https:` URL. The client asks, with `fetchRegistry`, as only it knows the proxies
 * and certificates of the editor's settings.
 */
export const FetchRegistryRequest = new RequestType<FetchQuestion, FetchedAnswer | FetchProblem, void>(
  'logSiteAudit/fetchRegistry',
);
