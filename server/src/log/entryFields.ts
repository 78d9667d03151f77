/** A number that stands for "not logged" in the numeric fields. */
export const NOT_LOGGED = -1;

/** What an entry tells about. Of FTP and mail, entries that only tell what a server does have no method. */
export const EntryKind = {
  /** A request to a web server. */
  request: 0,
  /** A message of a web server, of PHP or of a web application firewall. */
  error: 1,
  /** A command to an FTP server (RFC 959): the method is the command, the target the file, the status the reply code. */
  ftp: 2,
  /**
   * A step of a mail, or a log-in to send or fetch some; the status is a reply code of SMTP (RFC 5321, RFC 4954), the target
   * the program of the site that sent it where one is named, the message what the server wrote. The method is one of:
   * - `MAIL`: a mail was taken over for sending, once for each mail. The client is absent where the mail was handed in on the
   *   server itself, as programs of a site do; the user is who logged in to send it or, on the server itself, the account.
   *   A mail with a client and no user came from another mail server.
   * - `DATA`: what became of it for one recipient: 250 delivered, 4xx put off, 5xx bounced.
   * - `AUTH`: a log-in: 235 accepted, 535 refused.
   * - `RCPT`: the server refused what a client wanted, to whom or from whom or at all: 4xx or 5xx.
   */
  mail: 3,
} as const;
export type EntryKind = (typeof EntryKind)[keyof typeof EntryKind];

/** How a format writes the agent: as it was sent, with `+` for blanks (IIS), or percent-encoded (CloudFront). */
export const AgentCoding = { asSent: 0, plusForBlank: 1, percent: 2 } as const;
export type AgentCoding = (typeof AgentCoding)[keyof typeof AgentCoding];

/**
 * Where the fields of one log line lie in the bytes, written by a format and read by the table builder. One object is used
 * for all lines, so that a line costs no allocation. A text field is absent when its start is `NOT_LOGGED`.
 */
export class EntryFields {
  vhostStart = NOT_LOGGED;
  vhostEnd = NOT_LOGGED;
  clientStart = NOT_LOGGED;
  clientEnd = NOT_LOGGED;
  userStart = NOT_LOGGED;
  userEnd = NOT_LOGGED;
  methodStart = NOT_LOGGED;
  methodEnd = NOT_LOGGED;
  /** The method where the line has a word of its own for it, as `UPLOAD` for `STOR`; that word lies from `methodStart` on. */
  methodName: Uint8Array | undefined = undefined;
  targetStart = NOT_LOGGED;
  targetEnd = NOT_LOGGED;
  /** The query where it is logged apart from the path, without its question mark. */
  queryStart = NOT_LOGGED;
  queryEnd = NOT_LOGGED;
  referrerStart = NOT_LOGGED;
  referrerEnd = NOT_LOGGED;
  agentStart = NOT_LOGGED;
  agentEnd = NOT_LOGGED;
  /** Addresses that proxies forwarded (X-Forwarded-For), where they are logged beside the client that connected. */
  forwardedStart = NOT_LOGGED;
  forwardedEnd = NOT_LOGGED;
  /** What a server says in its own words, e.g. the text of an error. */
  messageStart = NOT_LOGGED;
  messageEnd = NOT_LOGGED;
  timeStart = NOT_LOGGED;
  timeEnd = NOT_LOGGED;
  statusStart = NOT_LOGGED;
  kind: EntryKind = EntryKind.request;
  /** The line is no entry of its own but goes on with the one before; the fields are what it adds to that. */
  continues = false;
  /** Severity of a message: 0 (emergency) to 7 (debug), RFC 5424 section 6.2.1. */
  level = NOT_LOGGED;
  /** Seconds since 1970-01-01 UTC. */
  time = NOT_LOGGED;
  /** Offset of the logged time from UTC, in minutes; 0 when the time is absent. */
  zone = 0;
  /** Status code of the answer in the protocol of the entry's kind: HTTP (RFC 9110), FTP (RFC 959), SMTP (RFC 5321). */
  status = NOT_LOGGED;
  /** Bytes sent, as the log counts them. */
  size = NOT_LOGGED;
  /** How many times the texts were written as JSON strings: their escapes are to be undone so often. */
  jsonLayers = 0;
  /** How the format writes blanks of the agent. */
  agentCoding: AgentCoding = AgentCoding.asSent;

  /** Makes every field absent, before the next line. */
  clear(): void {
    this.vhostStart = NOT_LOGGED;
    this.clientStart = NOT_LOGGED;
    this.userStart = NOT_LOGGED;
    this.methodStart = NOT_LOGGED;
    this.methodName = undefined;
    this.targetStart = NOT_LOGGED;
    this.queryStart = NOT_LOGGED;
    this.referrerStart = NOT_LOGGED;
    this.agentStart = NOT_LOGGED;
    this.forwardedStart = NOT_LOGGED;
    this.messageStart = NOT_LOGGED;
    this.timeStart = NOT_LOGGED;
    this.statusStart = NOT_LOGGED;
    this.kind = EntryKind.request;
    this.continues = false;
    this.level = NOT_LOGGED;
    this.time = NOT_LOGGED;
    this.zone = 0;
    this.status = NOT_LOGGED;
    this.size = NOT_LOGGED;
    this.jsonLayers = 0;
    this.agentCoding = AgentCoding.asSent;
  }

  /** Moves every field that is there to where `place` says that its bytes are in other bytes. */
  move(place: (at: number) => number): void {
    if (this.vhostStart >= 0) {
      this.vhostStart = place(this.vhostStart);
      this.vhostEnd = place(this.vhostEnd);
    }
    if (this.clientStart >= 0) {
      this.clientStart = place(this.clientStart);
      this.clientEnd = place(this.clientEnd);
    }
    if (this.userStart >= 0) {
      this.userStart = place(this.userStart);
      this.userEnd = place(this.userEnd);
    }
    if (this.methodStart >= 0) {
      this.methodStart = place(this.methodStart);
      this.methodEnd = place(this.methodEnd);
    }
    if (this.targetStart >= 0) {
      this.targetStart = place(this.targetStart);
      this.targetEnd = place(this.targetEnd);
    }
    if (this.queryStart >= 0) {
      this.queryStart = place(this.queryStart);
      this.queryEnd = place(this.queryEnd);
    }
    if (this.referrerStart >= 0) {
      this.referrerStart = place(this.referrerStart);
      this.referrerEnd = place(this.referrerEnd);
    }
    if (this.agentStart >= 0) {
      this.agentStart = place(this.agentStart);
      this.agentEnd = place(this.agentEnd);
    }
    if (this.forwardedStart >= 0) {
      this.forwardedStart = place(this.forwardedStart);
      this.forwardedEnd = place(this.forwardedEnd);
    }
    if (this.messageStart >= 0) {
      this.messageStart = place(this.messageStart);
      this.messageEnd = place(this.messageEnd);
    }
    if (this.timeStart >= 0) {
      this.timeStart = place(this.timeStart);
      this.timeEnd = place(this.timeEnd);
    }
    if (this.statusStart >= 0) this.statusStart = place(this.statusStart);
  }
}
