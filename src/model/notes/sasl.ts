/** Annotations of SASL exchanges (RFC 4422), the same in all three protocols. */
export interface SaslNotes {
  /** A challenge that asks for something in words: "Username:". */
  'sasl.prompt': { prompt: string };
  /** An empty challenge: the mechanism lets the client speak first. */
  'sasl.go-ahead': { mechanism: string };
  /** A challenge of a mechanism that is not decoded further. */
  'sasl.challenge': { mechanism: string; bytes: number };
  'sasl.username': { username: string };
  'sasl.password': { password: string };
  'sasl.plain': { username: string; password: string; actingAs: string | undefined };
  /** A client answer of a mechanism that is not decoded further. */
  'sasl.response': { mechanism: string; bytes: number };
  'sasl.empty': Record<string, never>;
  'sasl.cancel': Record<string, never>;
  /** The answer is no valid base64. */
  'sasl.undecodable': { mechanism: string; bytes: number };
}
