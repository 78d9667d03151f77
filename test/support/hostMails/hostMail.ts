import type { HostNotice } from '../../../server/src/incident/notice/hostNotice';

/** A mail in the layout of a host's, in words of our own, and what has to be read out of it. */
export interface HostMail {
  /** Of which host, about what. */
  readonly name: string;
  readonly text: string;
  /** Whole values; `files` by their paths, `kinds`, `measures` and `tasks` as what has to be among them. */
  readonly expected: Pick<HostNotice, 'language'> &
    Partial<
      Pick<
        HostNotice,
        'identifiers' | 'domains' | 'mails' | 'moments' | 'lists' | 'kinds' | 'measures' | 'tasks' | 'deadline'
      >
    > & {
      readonly host?: string;
      readonly files?: readonly string[];
    };
}
