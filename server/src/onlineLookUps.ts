import { forgetfulStore } from './address/registry/jsonStore';
import { NetworkLookUps } from './address/registry/networkLookUps';
import { fetchRegistry } from './fetchRegistry';
import { nodeClock, nodeConnect } from './nodeNetwork';

/** Look-ups of a program without an editor: straight to the registries, kept only while it runs. */
export function onlineLookUps(): NetworkLookUps {
  return new NetworkLookUps({
    transports: { fetch: fetchRegistry, connect: nodeConnect },
    clock: nodeClock,
    stores: { networks: forgetfulStore },
  });
}
