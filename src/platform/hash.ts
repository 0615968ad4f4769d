/** Hashes of node:crypto behind the interface of the model. */
import { createHash } from 'node:crypto';
import type { HashFactory } from '../model/platform.js';

export const hashFactory: HashFactory = (algorithm) => {
  const hash = createHash(algorithm);
  return {
    update: (octets) => void hash.update(octets),
    digest: () => hash.digest('hex'),
  };
};
