/**
 * Everything that client and server say to each other beyond the language server protocol, by subject. Types are plain JSON.
 * This is the only file of the server that the client imports.
 */
export type { Severity } from './rules/finding';
export * from './protocol/initialization';
export { ARCHIVE_SCHEME, MEMBER_SCHEME } from './protocol/documents';
export * from './protocol/linesOfLog';
export * from './protocol/findingOfLog';
export * from './protocol/findingOfSite';
export * from './protocol/logs';
export * from './protocol/readLogs';
export * from './protocol/logFolders';
export * from './protocol/logView';
export * from './protocol/site';
export * from './protocol/addresses';
export * from './protocol/wordPress';
// What the client does for the server, which command lines without a client do themselves.
export { fetchRegistry } from './fetchRegistry';
export * from './protocol/clients';
export * from './protocol/incident';
export * from './protocol/commands';
export * from './protocol/dashboard';
