import type { Severity } from '../rules/finding';

/** Commands that lenses name; the client has them. */
export const SHOW_LINES_COMMAND = 'logSiteAudit.showLines';
export const LOOK_UP_ADDRESS_COMMAND = 'logSiteAudit.lookUpAddress';
/** Takes the place of an address in a log, and asks a registry about it after the user allowed that. */
export const ASK_REGISTRY_COMMAND = 'logSiteAudit.askRegistry';
export const OPEN_SITE_FILE_COMMAND = 'logSiteAudit.openSiteFile';
/** Takes a `LineInLog` and brings the cursor there. */
export const SHOW_LOG_LINE_COMMAND = 'logSiteAudit.showLogLine';
/** Takes a `FindingOfLog` and opens the document that explains it. */
export const WHY_FINDING_COMMAND = 'logSiteAudit.whyFinding';
/** Takes an address or a path: the rules ignore its requests from now on. */
export const IGNORE_ADDRESS_COMMAND = 'logSiteAudit.ignoreAddress';
export const IGNORE_PATH_COMMAND = 'logSiteAudit.ignorePath';
/** Takes a `RuleSeverity` and sets it. */
export const SET_RULE_SEVERITY_COMMAND = 'logSiteAudit.setRuleSeverity';
export interface RuleSeverity {
  readonly rule: string;
  readonly severity: Severity | 'off';
  /** Title of the rule, for people. */
  readonly title: string;
}
/** Takes the id of a rule and opens its place in the documentation. */
export const SHOW_RULE_COMMAND = 'logSiteAudit.showRule';
/** Takes a `FindingOfSite` and opens what its hidden code says. */
export const SHOW_DECODED_COMMAND = 'logSiteAudit.showDecoded';
/** Takes a `FindingOfSite` and brings the view of the findings to it. */
export const REVEAL_FINDING_COMMAND = 'logSiteAudit.revealFinding';
/** Takes the URI of a file of an audited site and moves the file out of the site, after asking. */
export const QUARANTINE_COMMAND = 'logSiteAudit.quarantine';
/** Takes a `FindingOfSite` of a mail form and opens what to do about it. */
export const PROTECT_FORM_COMMAND = 'logSiteAudit.protectForm';
/** Takes the URI of a file of an audited site: the audit trusts what it says now. */
export const MARK_KNOWN_GOOD_COMMAND = 'logSiteAudit.markKnownGood';
/** Takes what to look for among the settings. */
export const OPEN_SETTINGS_COMMAND = 'workbench.action.openSettings';
export const ALLOW_LIST_SETTINGS = 'logSiteAudit.allowList';
export const SHOW_PROBLEMS_COMMAND = 'workbench.actions.view.problems';
