/** What the readable part of a TLS handshake tells. */
import type { AnyRule } from '../rule.js';
import { expiredCertificate } from './expired-certificate.js';
import { failedHandshake } from './failed-handshake.js';
import { foreignCertificate } from './foreign-certificate.js';
import { lastingKey } from './lasting-key.js';
import { oldVersion } from './old-version.js';
import { selfSignedCertificate } from './self-signed-certificate.js';
import { shortKey } from './short-key.js';
import { weakCipher } from './weak-cipher.js';

export const TLS: readonly AnyRule[] = [oldVersion, weakCipher, lastingKey, expiredCertificate, foreignCertificate, selfSignedCertificate, shortKey, failedHandshake];
