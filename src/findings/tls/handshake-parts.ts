/** The parts of a handshake that rules look at, taken out of the flight in which they come. */
import type { Entry } from '../../model/entry.js';
import type { ServerHelloParams } from '../../model/notes/tls.js';
import type { CertificateDetails, Certificate } from '../../model/tls.js';

export function serverHelloIn({ note }: Entry): ServerHelloParams | undefined {
  if (note.key !== 'tls.flight') return undefined;
  const part = note.params.parts.find(({ kind }) => kind === 'server-hello');
  return part?.kind === 'server-hello' ? part.hello : undefined;
}

/** A certificate that could be read. */
export interface ReadCertificate extends Certificate {
  readonly details: CertificateDetails;
}

/** The server's own, the first of its chain. */
export function serverCertificateIn({ note }: Entry): { readonly certificate: ReadCertificate; readonly name: string | undefined } | undefined {
  if (note.key !== 'tls.flight' || note.params.from !== 'server') return undefined;
  const part = note.params.parts.find(({ kind }) => kind === 'certificates');
  const own = part?.kind === 'certificates' ? part.certificates.chain[0] : undefined;
  if (part?.kind !== 'certificates' || own?.details === undefined) return undefined;
  return { certificate: own as ReadCertificate, name: part.certificates.name };
}
