/** Secrets of TLS connections, as key logs bring them: who opens records asks for them, nobody shows them. */

/** The lines of an SSLKEYLOGFILE that open records; `CLIENT_RANDOM` brings the master secret of TLS 1.2 and before. */
export type SecretLabel =
  | 'CLIENT_RANDOM'
  | 'CLIENT_EARLY_TRAFFIC_SECRET'
  | 'CLIENT_HANDSHAKE_TRAFFIC_SECRET'
  | 'SERVER_HANDSHAKE_TRAFFIC_SECRET'
  | 'CLIENT_TRAFFIC_SECRET_0'
  | 'SERVER_TRAFFIC_SECRET_0';

/** Finds the secrets of a connection by the random value of its ClientHello, in lower-case hex. */
export interface KeyStore {
  secret(label: SecretLabel, clientRandom: string): Buffer | undefined;
  /** A secret of this connection is there, or a log that should have brought some may still do so. */
  mayOpen(clientRandom: string): boolean;
  /** Keeps the master secret of a session for connections that take it up again under this name; the oldest give way. */
  remember(name: string, master: Buffer): void;
  remembered(name: string): Buffer | undefined;
  /** There are secrets, or there was a log that should have brought some. */
  readonly isGiven: boolean;
  /** Secrets may still be added: behind the packets in a pcapng, or to a key log that is followed. */
  readonly mayGrow: boolean;
  /** Looks at once whether secrets have been added: a connection that waited for them is over. */
  refresh(): void;
  /** Calls `wake` whenever a secret of this connection is added. Gives what ends that. */
  watch(clientRandom: string, wake: () => void): () => void;
}
