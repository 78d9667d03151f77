/** Forms in which servers and programs take lists of networks to shut out. */
export const DENY_FORMATS = ['apache', 'nginx', 'plain', 'crowdsec', 'fail2ban'] as const;
export type DenyFormat = (typeof DENY_FORMATS)[number];
