/** Record protection by node:crypto. What OpenSSL refuses, for whatever reason, is not opened. */
import { createDecipheriv, createHash, createHmac, type CipherCCMTypes, type CipherGCMTypes } from 'node:crypto';
import type { Cryptography } from '../model/platform.js';

export const cryptography: Cryptography = {
  hmac(hash, key, ...data) {
    const hmac = createHmac(hash, key);
    for (const octets of data) hmac.update(octets);
    return hmac.digest();
  },

  hash(hash, ...data) {
    const digest = createHash(hash);
    for (const octets of data) digest.update(octets);
    return digest.digest();
  },

  openAead(cipher, key, nonce, additional, sealed, tagLength) {
    const length = sealed.length - tagLength;
    if (length < 0) return undefined;
    try {
      // The types know GCM and CCM; the options of all of them are those of CCM.
      const decipher = createDecipheriv(cipher as CipherCCMTypes & CipherGCMTypes, key, nonce, { authTagLength: tagLength });
      decipher.setAuthTag(sealed.subarray(length));
      decipher.setAAD(additional, { plaintextLength: length });
      const opened = decipher.update(sealed.subarray(0, length));
      decipher.final();
      return opened;
    } catch {
      return undefined;
    }
  },

  decryptBlocks(cipher, key, iv, blocks) {
    try {
      const decipher = createDecipheriv(cipher, key, iv).setAutoPadding(false);
      const opened = decipher.update(blocks);
      decipher.final();
      return opened;
    } catch {
      return undefined;
    }
  },
};
