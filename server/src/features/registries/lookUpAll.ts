import { parseAddress } from '../../address/parseAddress';
import { MOST_LOOK_UPS, type NetworkAnswer, type NetworkAnswers } from '../../protocol';
import { leftOutText } from './lookUpWords';

/** What looking up many takes. */
interface LookUpsOfMany {
  /** Looks one address up; never rejects unless it is stopped. */
  readonly lookUp: (address: string) => Promise<NetworkAnswer>;
  /** Names the registry that is asked first. */
  readonly registryFor: (address: string) => Promise<string>;
  /** Told after each address how many are done, and of how many. */
  readonly onProgress: (done: number, total: number) => void;
}

/** Times in a row that a registry is out of reach before it is asked about nothing more. */
const PATIENCE = 3;

/**
 * Looks up the first of some addresses: those of one registry one after the other, so that one answer serves all addresses of its
 * network; those of different registries side by side.
 * @param limit at most `MOST_LOOK_UPS` are looked up, whatever it says
 */
export async function lookUpAll(
  addresses: readonly string[],
  limit: number,
  { lookUp, registryFor, onProgress }: LookUpsOfMany,
): Promise<NetworkAnswers> {
  const most = Math.min(Math.max(0, Math.trunc(limit)) || 0, MOST_LOOK_UPS);
  const unique = [...new Set(addresses.map((address) => parseAddress(address)?.text ?? address))];
  const wanted = unique.slice(0, most);
  const queues = new Map<string, string[]>();
  for (const address of wanted) {
    const registry = await registryFor(address);
    queues.set(registry, [...(queues.get(registry) ?? []), address]);
  }
  const answers = new Map<string, NetworkAnswer>();
  const lookUpQueue = async (queue: readonly string[]): Promise<void> => {
    let failures = 0;
    let answer: NetworkAnswer | undefined;
    for (const address of queue) {
      if (answer === undefined || failures < PATIENCE) answer = await lookUp(address);
      failures = isOutOfReach(answer) ? failures + 1 : 0;
      answers.set(address, answer);
      onProgress(answers.size, wanted.length);
    }
  };
  await Promise.all([...queues.values()].map(lookUpQueue));
  const leftOut = unique.length - wanted.length;
  return {
    answers: wanted.map((address) => ({ address, answer: answers.get(address)! })),
    leftOut,
    leftOutMessage: leftOutText(leftOut),
  };
}

function isOutOfReach(answer: NetworkAnswer): boolean {
  return answer.kind === 'failed' && (answer.reason === 'unreachable' || answer.reason === 'timeout');
}
