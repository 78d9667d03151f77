import path from 'node:path';
import { addressDataSource } from './address/addressDataSource';
import type { Fetch } from './address/registry/transport';
import { blockingDisk } from './blockingDisk';
import type { Language } from './jobs';
import { useLanguage } from './language';
import { nodeDisk } from './nodeDisk';
import { nodeReportWriter } from './nodeReportWriter';
import { compileApart, compileLess } from './optimiser';
import { partThreads } from './partThread';
import { readLanguage } from './wordBundle';
import { t } from './words';
import { siteAuditor, siteFilesReader } from './workerThread';
import { yaraProgram } from './yaraProgram';

/** Exit code of a command that could not do its work. */
const COULD_NOT = 2;

const output = (text: string): void => void process.stdout.write(`${text}\n`);
const errors = (text: string): void => void process.stderr.write(`${text}\n`);

/** Languages that there are messages in, beside English. */
const TRANSLATIONS = new Set(['ja']);

/** The language of the terminal, as POSIX has it (https://pubs.opengroup.org/onlinepubs/9799919799/, chapter 8). */
function terminalLanguage(): string {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const wanted = (LC_ALL || LC_MESSAGES || LANG || '').slice(0, 2).toLowerCase();
  return TRANSLATIONS.has(wanted) ? wanted : 'en';
}

const languageOf = (locale: string): Promise<Language> =>
  readLanguage(nodeDisk, path.join(__dirname, '..', 'l10n'), locale);

/** Loaded by the first question: most commands ask nobody. */
const fetchWhenAsked: Fetch = async (question, signal) =>
  (await import('./fetchRegistry')).fetchRegistry(question, signal);

async function main([command, ...parameters]: string[]): Promise<number> {
  useLanguage(await languageOf(terminalLanguage()));
  const addressData = addressDataSource(() => nodeDisk.read(path.join(__dirname, '..', 'data', 'addresses.bin.br')));

  // Each command loads what it needs: starting is a tenth of the time that a log of a million lines takes.
  switch (command) {
    case 'log': {
      compileLess();
      const { runLogCommand } = await import('./cli/logCommand');
      return runLogCommand(
        parameters,
        output,
        errors,
        nodeDisk,
        partThreads(path.join(__dirname, 'partWorker.js')),
        addressData,
      );
    }
    case 'entries': {
      const { runEntriesCommand } = await import('./cli/entriesCommand');
      return runEntriesCommand(parameters, output, errors, nodeDisk);
    }
    case 'site': {
      compileLess();
      compileApart();
      const { runSiteCommand } = await import('./cli/siteCommand');
      const readElsewhere = siteFilesReader(path.join(__dirname, 'worker.js'));
      return runSiteCommand(
        parameters,
        output,
        errors,
        blockingDisk,
        readElsewhere,
        yaraProgram(__dirname),
        fetchWhenAsked,
      );
    }
    case 'incident': {
      compileLess();
      compileApart();
      const { runIncidentCommand } = await import('./cli/incidentCommand');
      const openElsewhere = partThreads(path.join(__dirname, 'partWorker.js'));
      const worker = path.join(__dirname, 'worker.js');
      const readElsewhere = siteFilesReader(worker);
      const auditElsewhere = siteAuditor(worker);
      return runIncidentCommand(parameters, output, errors, blockingDisk, {
        openElsewhere,
        readElsewhere,
        auditElsewhere,
        addressData,
        languageOf,
        writer: nodeReportWriter,
      });
    }
    case 'address': {
      const { runAddressCommand } = await import('./cli/addressCommand');
      const { onlineLookUps } = await import('./onlineLookUps');
      return runAddressCommand(parameters, output, errors, addressData, onlineLookUps);
    }
    case '--help':
    case '-h':
      output(usage());
      return 0;
    default:
      errors(usage());
      return COULD_NOT;
  }
}

function usage(): string {
  return [
    t('Usage: log-site-audit COMMAND … [--json]'),
    `  log PATH…         ${t('read logs, also folders and archives of them, and report what was found')}`,
    `    --sarif         ${t('print what was found as SARIF 2.1.0, for other programs')}`,
    `    --allow FILE    ${t('leave out the addresses, paths and agents in this JSON file')}`,
    `    --time-zone ZONE  ${t('zone of logs that don’t say it, such as Asia/Tokyo or +09:00')}`,
    `    --format STRING ${t('read logs in this format of Apache (LogFormat) or nginx (log_format); may be given again')}`,
    `  entries PATH…     ${t('print every entry of the logs, one JSON object a line')}`,
    `    --format STRING ${t('the same')}`,
    `  site DIR          ${t('audit a copy of a site, a folder or a backup archive')}`,
    `    --sarif         ${t('the same')}`,
    `    --exclude PATTERN  ${t('leave out files and folders; patterns are those of .gitignore')}`,
    `    --clean COPY    ${t('compare with a clean copy, a folder or an archive, and say what differs')}`,
    `    --known-good FILE  ${t('say nothing of the files that this JSON file names by their content; may be given again')}`,
    `    --yara DIR      ${t('try the YARA rules in this folder as well')}`,
    `    --cache DIR     ${t('keep what files say there, so that the next audit is quick')}`,
    `    --online        ${t('compare with the checksums of WordPress.org, which learns versions and plug-ins')}`,
    `  incident          ${t('join what the host wrote with the logs and the site, file by file')}`,
    `    --notice FILE   ${t('the host’s mail')}`,
    `    --list FILE     ${t('the host’s list of bad files, or the report of a scanner')}`,
    `    --logs PATH…    ${t('logs, also folders and archives of them')}`,
    `    --site DIR      ${t('the copy of the site')}`,
    `    --report FILE   ${t('write a report; its ending says in which form: .html, .md, .csv, .json or .sarif')}`,
    `    --evidence FILE ${t('write the lines of logs, hashes and the report to a zip archive')}`,
    `    --mask          ${t('leave out mail addresses, user names, values of queries and addresses of visitors')}`,
    `    --deny FORMAT   ${t('print rules that shut the attackers out: apache, nginx, plain, crowdsec or fail2ban')}`,
    `    --own ADDRESS   ${t('your own address or network, which is never shut out; may be given again')}`,
    `    --hardening FORM  ${t('print how the site is made safer: guide, apache, nginx or php')}`,
    `    --reply LANGUAGE  ${t('print a draft of the reply to the host, in en or ja')}`,
    `    --done TASK     ${t('what you have done of what the host asks for, such as delete-files; may be given again')}`,
    `  address ADDRESS…  ${t('country and network of addresses, from the bundled data')}`,
    `    --online        ${t('ask the registries too (WHOIS, RDAP); they learn the addresses')}`,
    t('Exit code: 0 nothing above information, 1 findings, 2 the work could not be done.'),
  ].join('\n');
}

// A reader that closes the pipe (head, less) has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

void main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    errors(error instanceof Error ? error.message : String(error));
    process.exitCode = COULD_NOT;
  },
);
