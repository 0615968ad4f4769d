/** Exchanges as the documents print them, in base64 where they do. `who`: C or S. */

export type Vector = readonly { readonly who: 'C' | 'S'; readonly line: string }[];

const text = (octets: string): string => Buffer.from(octets, 'utf8').toString('base64');
const hex = (octets: string): string => Buffer.from(octets.replace(/\s/g, ''), 'hex').toString('base64');
const S = (line: string) => ({ who: 'S', line }) as const;
const C = (line: string) => ({ who: 'C', line }) as const;

/** RFC 2195 §2: tim, tanstaaftanstaaf. */
export const cramMd5: Vector = [
  S('PDE4OTYuNjk3MTcwOTUyQHBvc3RvZmZpY2UucmVzdG9uLm1jaS5uZXQ+'),
  C('dGltIGI5MTNhNjAyYzdlZGE3YTQ5NWI0ZTZlNzMzNGQzODkw'),
];

/** RFC 2831 §4, with IMAP. */
export const digestMd5: Vector = [
  S(
    'cmVhbG09ImVsd29vZC5pbm5vc29mdC5jb20iLG5vbmNlPSJPQTZNRzl0RVFHbTJoaCIscW9wPSJhdXRoIixhbGdvcml0aG09bWQ1LXNlc3MsY2hhcnNldD11dGYtOA==',
  ),
  C(
    text(
      'charset=utf-8,username="chris",realm="elwood.innosoft.com",nonce="OA6MG9tEQGm2hh",nc=00000001,cnonce="OA6MHXh6VqTrRk",' +
        'digest-uri="imap/elwood.innosoft.com",response=d388dad90d4bbd760a152321f2143af7,qop=auth',
    ),
  ),
  S(text('rspauth=ea40f60335c427b5527b84dbabcdfffd')),
  C(''),
];

/** RFC 5802 §5: user, pencil. */
export const scramSha1: Vector = [
  C(text('n,,n=user,r=fyko+d2lbbFgONRv9qkxdawL')),
  S(text('r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096')),
  C(text('c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=')),
  S(text('v=rmF9pqV8S7suAoZWja4dJRkFsKQ=')),
];

/** RFC 7677 §3: user, pencil. */
export const scramSha256: Vector = [
  C(text('n,,n=user,r=rOprNGfwEbeRWgbNEkqO')),
  S(text('r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096')),
  C(text('c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=')),
  S(text('v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=')),
];

/** RFC 7628 §4.1 and §4.3 (the refusal). */
export const oauthBearer: Vector = [
  C(
    'bixhPXVzZXJAZXhhbXBsZS5jb20sAWhvc3Q9c2VydmVyLmV4YW1wbGUuY29tAXBvcnQ9MTQzAWF1dGg9QmVhcmVyIHZGOWRmdDRxbVRjMk52YjNSbGNrQmhiSFJoZG1semRHRXVZMjl0Q2c9PQEB',
  ),
  S(
    'eyJzdGF0dXMiOiJpbnZhbGlkX3Rva2VuIiwic2NvcGUiOiJleGFtcGxlX3Njb3BlIiwib3BlbmlkLWNvbmZpZ3VyYXRpb24iOiJodHRwczovL2V4YW1wbGUuY29tLy53ZWxsLWtub3duL29wZW5pZC1jb25maWd1cmF0aW9uIn0=',
  ),
  C('AQ=='),
];
export const oauthBearerToken = 'vF9dft4qmTc2Nvb3RlckBhbHRhdmlzdGEuY29tCg==';

/** Google's description of XOAUTH2. */
export const xoauth2: Vector = [
  C(text('user=someuser@example.com\x01auth=Bearer ya29.vF9dft4qmTc2Nvb3RlckBhdHRhdmlzdGEuY29tCg\x01\x01')),
  S('eyJzdGF0dXMiOiI0MDEiLCJzY2hlbWVzIjoiYmVhcmVyIG1hYyIsInNjb3BlIjoiaHR0cHM6Ly9tYWlsLmdvb2dsZS5jb20vIn0K'),
  C(''),
];
export const xoauth2Token = 'ya29.vF9dft4qmTc2Nvb3RlckBhdHRhdmlzdGEuY29tCg';

/** RFC 4505 §3 has a trace of this kind. */
export const anonymous: Vector = [C('c2lyaGM=')];

/** [MS-NLMP] §4.2.4.3: User of Domain on COMPUTER, NTLM 2; §2.2.1.1 in front of it. */
export const ntlm: Vector = [
  C(hex('4e544c4d53535000 01000000 078208a2 0000000000000000 0000000000000000 0a00f4650000000f')),
  S(
    hex(
      `4e544c4d53535000020000000c000c003800000033828ae20123456789abcdef00000000000000002400240044000000060070170000000f
      5300650072007600650072000 2000c0044006f006d00610069006e0001000c005300650072007600650072 0000000000`,
    ),
  ),
  C(
    hex(
      `4e544c4d5353500003000000180018006c00000054005400840000000c000c00480000000800080054000000100010005c00000010001000d8000000358288e2
      0501280a0000000f44006f006d00610069006e00550073006500720043004f004d005000550054004500520086c35097ac9cec102554764a57cccc19aaaaaaaa
      aaaaaaaa68cd0ab851e51c96aabc927bebef6a1c01010000000000000000000000000000aaaaaaaaaaaaaaaa0000000002000c0044006f006d00610069006e00
      01000c005300650072007600650072000000000000000000c5dad2544fc9799094ce1ce90bc9d03e`,
    ),
  ),
];
/** [MS-NLMP] §4.2.2.3: the same by NTLM 1. */
export const ntlm1 = hex(
  `4e544c4d5353500003000000180018006c00000018001800840000000c000c00480000000800080054000000100010005c000000100010009c000000358280e2
  0501280a0000000f44006f006d00610069006e00550073006500720043004f004d005000550054004500520098def7b87f88aa5dafe2df779688a172def11c7d
  5ccdef1367c43011f30298a2ad35ece64f16331c44bdbed927841f94518822b1b3f350c8958682ecbb3e3cb7`,
);

/** gsasl 2.2 to a server that sends the challenge above: the names begin where the version would stand. */
export const ntlmOfGsasl =
  'TlRMTVNTUAADAAAAGAAYAFwAAAAYABgAdAAAAAwADABAAAAACAAIAEwAAAAIAAgAVAAAAAAAAACMAAAAM4KK4lMAZQByAHYAZQByAGEAbgBuAGEAYQBuAG4AYQAX1ET7XV' +
  'sIZLpzmldmQbYIXzIxOE2Hk4g9FXu06BPPOzU0+2Qen/1eYTld8IEUZhs=';

/** gsasl 2.2 with a ticket of MIT Kerberos 1.20, Dovecot 2.3.19: anna@KOLLEG.EXAMPLE wants to read her mail. */
export const gssapi: Vector = [
  C(
  'YIIC2wYJKoZIhvcSAQICAQBuggLKMIICxqADAgEFoQMCAQ6iBwMFACAAAACjggHcYYIB2DCCAdSgAwIBBaEQGw5LT0xMRUcuRVhBTVBMRaImMCSgAwIBA6EdMBsbBGltYX' +
  'AbE21haWwua29sbGVnLmV4YW1wbGWjggGRMIIBjaADAgESoQMCAQKiggF/BIIBe6sZvBonj6QZhd4KkRJlJAJNvD+eAFDz746yU0rCkDaUzkzyd+3VQiH9jMxnJ5k4kR9R' +
  'w4+iZ1xCa3rkiJBc0rdT716e/a4qM2juC9aV9v6kG8ajTjUoUe/TJUT+kVu5TYzZjwhstNJeuHgzFFYDoMaYWEWCjP8IEAz3MmCzF8PNo9hhKmBz9o/AFMwV7Cd69AJy26' +
  '3Ce1j9NDSgeSTb/SNLjpk1xMm71SarB1aUyjCz7fTUzbnH+53dA9t7c7k4kctQVXFegymRhD8EV2J7pnwuHh3y2X2WgxWlbZ57iu/549Rp1K+1secKxFLWZx6pS5BW8GiF' +
  'GsWuKv8mNdVJGLg4zPIr0CiCtQ/4ZAqc0ACSV11hHyGfE25l+ajntHmMu9S9SFRU0NG2kz1jaI1a6+EN0qYZfc1pNXHjcyhC838Xkx/vA0AXILd4qHQrFyjWf7RHMKbO98' +
  'AyA9Q015kJw61vh7d6wHU0SYVZeo75Jx5YrCUUTcnYtZbeZYCkgdAwgc2gAwIBEqKBxQSBwlA3n0h2XfCL+L2nCYJjwlqhO5OZgU+QF2yPW0EzITOLFfdb4rprwdeZoF2D' +
  'LPJ86brOBovoYqOms5VmmkCG0pLeYebJUEYWpdFb8GdwMppdQvHtDS/EsZPZil1N/RX7d6O3jvyRiooEkdKrhquWIqqs4hWVYHzPLy3pgcn/J++TgyJP1I6EU+UMxvQvxF' +
  'hzHJXrGBYhy7x35y+iVyiTcpkYNvAjCcqRFZ88h9HHW6nJKhTNTyWmivWpcI6RtKjj+kKX',
  ),
  S('BQQF/wAMAAAAAAAAD6R5DgH///9rCNFyPErmyToWXvQ='),
  C('BQQE/wAMAAAAAAAADzAl3gH///9hbm5h+XoApH5BEHxt7UHK'),
];
