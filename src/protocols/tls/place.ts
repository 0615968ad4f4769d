/** Where in a conversation lines of TLS stand. */
export const TLS_PLACE = { phase: 'tls', step: 'encryption' } as const;
