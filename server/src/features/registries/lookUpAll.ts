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
  const work = [...queues.values()].map(async (queue) => {
    for (const address of queue) {
      answers.set(address, await lookUp(address));
      onProgress(answers.size, wanted.length);
    }
  });
  await Promise.all(work);
  const leftOut = unique.length - wanted.length;
  return {
    answers: wanted.map((address) => ({ address, answer: answers.get(address)! })),
    leftOut,
    leftOutMessage: leftOutText(leftOut),
  };
}
