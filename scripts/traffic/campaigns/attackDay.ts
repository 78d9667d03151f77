import { endOf, type LoggedRequest } from '../lines';
import { Random } from '../random';
import { cleanTraffic, shopOf } from '../shop/cleanTraffic';
import { attackerNetworks, isStranger } from '../shop/places';
import { fakeGooglebot, namedTool } from './bots';
import type { CampaignMaker, Scene } from './campaign';
import { commentSpam, registrationSpam, slowFormAbuse } from './forms';
import { exploits, openProxy, webShell } from './intrusions';
import { bruteForces, logInAfterFailures, passwordSpraying } from './logIns';
import { cmsEnumeration, exposedFile, pathSweep, secretFiles, userEnumeration } from './probing';
import { ServerErrors } from './serverErrors';
import { truthOf, type Truth } from './truth';
import { agentSwitching, cacheBusting, distributedFlood, formFlood, hotLinking, scraping, singleFlood } from './volume';

/** One attack of each family. */
const CAMPAIGNS: readonly CampaignMaker[] = [
  singleFlood,
  formFlood,
  distributedFlood,
  scraping,
  cacheBusting,
  agentSwitching,
  hotLinking,
  slowFormAbuse,
  commentSpam,
  registrationSpam,
  ...bruteForces,
  passwordSpraying,
  logInAfterFailures,
  pathSweep,
  cmsEnumeration,
  userEnumeration,
  secretFiles,
  exposedFile,
  ...exploits,
  webShell,
  openProxy,
  fakeGooglebot,
  namedTool,
];

/** First stream of random numbers for campaigns; the clean traffic uses those below. */
const FIRST_STREAM = 1_000;

/** Which day, and how much clean traffic lies under its attacks. */
export interface AttackDayOptions {
  readonly seed: number;
  /** First second of the day, s since 1970-01-01 UTC. */
  readonly start: number;
  /** Clean requests; the attacks come on top. */
  readonly lines: number;
}

/**
 * A day on which the shop of the clean traffic meets an attack of every family. Paces, sizes, targets and ways of writing
 * follow from the seed.
 */
export class AttackDay {
  readonly #options: AttackDayOptions;
  readonly #campaigns;
  readonly #errors: ServerErrors;
  readonly #noise = new Set<string>();

  constructor(options: AttackDayOptions) {
    const { seed, start } = options;
    const site = shopOf(seed);
    const networks = attackerNetworks();
    const scene = (stream: number): Scene => {
      return { random: new Random(seed, FIRST_STREAM + stream), site, midnight: start, networks };
    };
    this.#options = options;
    this.#campaigns = CAMPAIGNS.map((make, index) => make(scene(index)));
    this.#errors = new ServerErrors(scene(CAMPAIGNS.length));
  }

  /** All requests of the day in the order of the log; to be called once. */
  *requests(): Generator<LoggedRequest> {
    const attacks = this.#campaigns
      .flatMap(({ requests }) => requests)
      .toSorted((a, b) => endOf(a) - endOf(b))
      .values();
    let attack = attacks.next();
    for (const request of cleanTraffic({ ...this.#options, days: 1 })) {
      for (; !attack.done && endOf(attack.value) < endOf(request); attack = attacks.next()) yield attack.value;
      if (isStranger(request.client)) this.#noise.add(request.client);
      yield this.#errors.apply(request);
    }
    for (; !attack.done; attack = attacks.next()) yield attack.value;
  }

  /** What is true of the log; complete when all requests were read. */
  truth(log: string): Truth {
    const campaigns = [...this.#campaigns, this.#errors.campaign].map(truthOf);
    return { schema: 1, log, seed: this.#options.seed, campaigns, noise: [...this.#noise] };
  }
}
