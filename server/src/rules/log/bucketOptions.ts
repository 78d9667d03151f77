import { t } from '../../words';
import type { RuleOption } from '../rule';

/**
 * The two thresholds of a rule that counts with a `LeakyBucket`.
 * @param burst events that are let pass at once
 * @param pause seconds in which one of them is forgiven
 * @param source where both come from
 */
export function bucketOptions(burst: number, pause: number, source: string): { burst: RuleOption; pause: RuleOption } {
  return {
    burst: {
      default: burst,
      minimum: 1,
      unit: 'requests',
      description: () => t('How many such requests of one address are let pass when they come close together.'),
      source,
    },
    pause: {
      default: pause,
      minimum: 0.1,
      unit: 'seconds',
      description: () => t('Time in which one of these requests is forgiven; who comes more slowly is never reported.'),
      source,
    },
  };
}
