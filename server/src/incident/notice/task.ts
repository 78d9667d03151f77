/** What hosts ask their customers to do. */
export const TASKS = [
  'scan-computer',
  'delete-files',
  'upload-clean-files',
  'check-backups',
  'find-cause',
  'update-programs',
  'change-cms-password',
  'change-ftp-password',
  'change-mail-password',
  'restrict-ftp',
  'turn-on-waf',
  'php-settings',
  'folder-permissions',
  'protect-forms',
  'reply',
] as const;
export type Task = (typeof TASKS)[number];
