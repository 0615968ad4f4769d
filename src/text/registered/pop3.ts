/** The IANA registry "POP3 Extension Mechanism": capabilities and response codes, and where each is specified. */

export const POP3_CAPABILITIES: Readonly<Record<string, string>> = {
  'AUTH-RESP-CODE': 'RFC 3206 §6',
  'EXPIRE': 'RFC 2449 §6.7',
  'IMPLEMENTATION': 'RFC 2449 §6.9',
  'LANG': 'RFC 6856 §3',
  'LOGIN-DELAY': 'RFC 2449 §6.5',
  'PIPELINING': 'RFC 2449 §6.6',
  'RESP-CODES': 'RFC 2449 §6.4',
  'SASL': 'RFC 2449 §6.3, RFC 5034',
  'STLS': 'RFC 2595 §4',
  'TOP': 'RFC 2449 §6.1',
  'UIDL': 'RFC 2449 §6.8',
  'USER': 'RFC 2449 §6.2',
  'UTF8': 'RFC 6856 §2',
};

export const POP3_CODES: Readonly<Record<string, string>> = {
  'AUTH': 'RFC 3206 §5',
  'IN-USE': 'RFC 2449 §8.1.2',
  'LOGIN-DELAY': 'RFC 2449 §8.1.1',
  'SYS/PERM': 'RFC 3206 §4',
  'SYS/TEMP': 'RFC 3206 §4',
  'UTF8': 'RFC 6856 §5',
};
