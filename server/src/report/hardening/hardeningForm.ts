/**
 * Forms in which it is told how a site is made safer: `guide` all of it as a document, `apache` an .htaccess for upload folders, `nginx`
 * the same for a server block, `php` lines for php.ini.
 */
export const HARDENING_FORMS = ['guide', 'apache', 'nginx', 'php'] as const;
export type HardeningForm = (typeof HARDENING_FORMS)[number];
