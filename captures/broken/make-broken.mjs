/**
 * Writes the broken captures: `node captures/broken/make-broken.mjs [DIRECTORY]`, by default beside this script.
 * The same octets every time, but for what zlib makes of the `.gz` files. README.md says what is wrong with each.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { block, micros, networkInterface, numbers, option, packetBody, packets, pcap, pcapHeader, pcapRecord, section, START, zstd } from './files.mjs';
import { conversation, SMTP_TALK } from './frames.mjs';

const talk = conversation(SMTP_TALK);
const whole = pcap(talk);
const HALF = 10;
const before = talk.slice(0, HALF);
const after = talk.slice(HALF);
const blocks = packets(talk);
const big = { littleEndian: false };
const octets = (...values) => Buffer.from(values);
const text = (line) => Buffer.from(line, 'utf8');
const pcapng = (...parts) => Buffer.concat([section(), networkInterface(), ...parts.flat()]);

/** The records of a pcap with `damage` between the two halves of the conversation. */
function pcapAround(damage) {
  const records = talk.map((frame, index) => pcapRecord(frame, index));
  return Buffer.concat([pcapHeader(), ...records.slice(0, HALF), damage, ...records.slice(HALF)]);
}

/** A pcapng with `damage` between the two halves of the conversation. */
function pcapngAround(...damage) {
  return pcapng(blocks.slice(0, HALF), damage, blocks.slice(HALF));
}

/** `bytes` with others written over it. */
function overwritten(bytes, at, patch) {
  const copy = Buffer.from(bytes);
  patch.copy(copy, at);
  return copy;
}

const notCaptures = {
  'empty.pcap': Buffer.alloc(0),
  'one-octet.pcap': octets(0xd4),
  'text.pcap': text('This is a note about a capture, not a capture.\n'),
  'mail.pcap': text('Return-Path: <anna@example.com>\r\nSubject: Lunch\r\n\r\nAt noon?\r\n'),
  'snoop.pcap': Buffer.concat([text('snoop\0\0\0'), numbers(false, [4, 2], [4, 4])]),
  'gzip-of-text.pcap.gz': gzipSync('no capture in here\n'),
  'gzip-in-gzip.pcap.gz': gzipSync(gzipSync(whole)),
};

const TENTH = pcap(before).length;

const pcaps = {
  'no-packets.pcap': pcapHeader(),
  'header-cut.pcap': whole.subarray(0, 20),
  'packet-cut.pcap': whole.subarray(0, whole.length - 30),
  'record-header-cut.pcap': whole.subarray(0, TENTH + 7),
  'length-4-gigabytes.pcap': overwritten(whole, TENTH + 8, numbers(true, [4, 0xffffffff])),
  'length-too-long.pcap': overwritten(whole, TENTH + 8, numbers(true, [4, talk[HALF].length + 50])),
  'length-zero.pcap': pcapAround(pcapRecord(Buffer.alloc(0), HALF)),
  'length-beyond-the-end.pcap': overwritten(whole, TENTH + 8, numbers(true, [4, 200_000])),
  'zeros-in-the-middle.pcap': overwritten(whole, TENTH - 40, Buffer.alloc(300)),
  'garbage-in-the-middle.pcap': pcapAround(Buffer.alloc(333, 0xa5)),
  'garbage-to-the-end.pcap': Buffer.concat([pcap(before), Buffer.alloc(500, 0xa5)]),
  'big-endian.pcap': pcap(talk, big),
  'nanoseconds.pcap': pcap(talk, { magic: 0xa1b23c4d, perSecond: 1e9 }),
  'nanoseconds-big-endian.pcap': pcap(talk, { ...big, magic: 0xa1b23c4d, perSecond: 1e9 }),
  'kuznetzov.pcap': pcap(talk, { magic: 0xa1b2cd34, middle: Buffer.alloc(8) }),
  'fraction-over-a-second.pcap': pcapAround(Buffer.concat([numbers(true, [4, START], [4, 1_500_000], [4, 60], [4, 60]), Buffer.alloc(60)])),
  'link-type-unsupported.pcap': pcap(talk, { linkType: 147 }),
};

const pcapngs = {
  'no-packets.pcapng': pcapng(),
  'block-cut.pcapng': pcapng(blocks).subarray(0, -30),
  'section-cut.pcapng': section().subarray(0, 20),
  'lengths-differ.pcapng': pcapngAround(block(6, packetBody(talk[3], micros(3)), { trailer: 48 })),
  'length-4-gigabytes.pcapng': pcapngAround(block(6, packetBody(talk[3], micros(3)), { length: 0xffffffff })),
  'length-8.pcapng': pcapngAround(block(6, packetBody(talk[3], micros(3)), { length: 8 })),
  'packet-longer-than-block.pcapng': pcapngAround(block(6, packetBody(talk[3], micros(3), { captured: 5000 }))),
  'packet-block-too-short.pcapng': pcapngAround(block(6, Buffer.alloc(8))),
  'unknown-interface.pcapng': pcapngAround(block(6, packetBody(talk[3], micros(3), { number: 7 }))),
  'no-interface.pcapng': Buffer.concat([section(), ...blocks.slice(0, 2), networkInterface(), ...blocks.slice(2)]),
  'options-lie.pcapng': pcapngAround(block(6, packetBody(talk[3], micros(3), { options: option(1, text('longer than it is'), { length: 4000 }) }))),
  'interface-options-lie.pcapng': Buffer.concat([section(), networkInterface({ options: option(9, octets(6, 0, 0, 0), { length: 900 }) }), ...blocks]),
  'garbage-in-the-middle.pcapng': pcapngAround(Buffer.alloc(333, 0xa5)),
  'big-endian.pcapng': Buffer.concat([section(big), networkInterface(big), ...packets(talk, big)]),
  'sections-of-both-orders.pcapng': Buffer.concat([
    pcapng(blocks.slice(0, HALF)),
    Buffer.concat([section(big), networkInterface(big), ...packets(talk, big).slice(HALF)]),
  ]),
  'time-units.pcapng': timeUnits(),
  'simple-packets.pcapng': pcapng(talk.map((frame) => block(3, Buffer.concat([numbers(true, [4, frame.length]), frame])))),
  'simple-packets-snapped.pcapng': Buffer.concat([
    section(),
    networkInterface({ snapLength: 60 }),
    ...talk.map((frame) => block(3, Buffer.concat([numbers(true, [4, frame.length]), frame.subarray(0, 60)]))),
  ]),
  'obsolete-packets.pcapng': pcapng(packets(talk, { obsolete: true })),
  'journal-between-packets.pcapng': pcapngAround(
    block(9, text(`__REALTIME_TIMESTAMP=${micros(HALF)}\nMESSAGE=mail server started\n`)),
    block(0xbad, numbers(true, [4, 4711], [4, 1])),
    block(0x204, Buffer.alloc(28)),
  ),
  'other-blocks.pcapng': pcapngAround(block(4, Buffer.alloc(4)), block(5, Buffer.alloc(12)), block(0x0a, numbers(true, [4, 0x544c534b], [4, 0])), block(0x80000001, text('ours'))),
  'hostile-comments.pcapng': Buffer.concat([
    section({ options: option(1, text('\u001b]0;gotcha\u0007\u202etxt.exe\u202c')) }),
    networkInterface(),
    ...packets(talk, { options: option(1, text('\u001b[2J{red-fg}<script>alert(1)</script>')) }),
  ]),
};

/** One interface a resolution, and the same instant by the clock of each. */
function timeUnits() {
  const units = [[6, 10n ** 6n], [9, 10n ** 9n], [0, 1n], [3, 10n ** 3n], [12, 10n ** 12n], [0x80 | 10, 2n ** 10n], [0x80 | 20, 2n ** 20n], [0x80 | 30, 2n ** 30n]];
  const interfaces = units.map(([resolution]) => networkInterface({ options: option(9, octets(resolution)) }));
  const shifted = networkInterface({ options: option(14, numbers(true, [8, START])) });
  // 64 bits of picoseconds end in 1970: those packets are of another time.
  const ticks = ([resolution, perSecond], index) => (BigInt(resolution === 12 ? 1_000_000 : START) * 1000n + BigInt(index)) * perSecond / 1000n;
  const frames = talk.map((frame, index) => {
    const number = index % (units.length + 1);
    const time = number === units.length ? BigInt(index) * 1000n : ticks(units[number], index);
    return block(6, packetBody(frame, time, { number }));
  });
  return Buffer.concat([section(), ...interfaces, shifted, ...frames]);
}

const zippedWhole = gzipSync(whole);

/** The longest packet there is, of zeros: as a record, and as zstd blocks that take 27 octets. */
const hugeRecord = pcapRecord(Buffer.alloc(262_144), talk.length);
const hugeBlocks = [{ raw: hugeRecord.subarray(0, 16) }, { octet: 0, times: 131_072 }, { octet: 0, times: 131_072 }];

const compressed = {
  'gzip-cut.pcap.gz': zippedWhole.subarray(0, Math.floor(zippedWhole.length * 0.7)),
  'gzip-damaged.pcap.gz': overwritten(zippedWhole, Math.floor(zippedWhole.length * 0.7), Buffer.alloc(40, 0xff)),
  'gzip-checksum-wrong.pcap.gz': overwritten(zippedWhole, zippedWhole.length - 8, Buffer.alloc(4)),
  'gzip-members.pcap.gz': Buffer.concat([gzipSync(whole.subarray(0, 1000)), gzipSync(whole.subarray(1000))]),
  'gzip-bomb.pcap.gz': gzipSync(Buffer.concat([whole, ...Array.from({ length: 64 }, () => hugeRecord)]), { level: 9 }),
  'long-line.pcap.gz': gzipSync(pcap(conversation([...SMTP_TALK.slice(0, 3), ['C', `NOOP ${'a'.repeat(1_000_000)}\r\n`], ['S', '500 5.5.2 Line too long\r\n'], ...SMTP_TALK.slice(-2)])), { level: 9 }),
  'zstd.pcap.zst': zstd([{ raw: whole.subarray(0, 500) }, { raw: whole.subarray(500) }]),
  'zstd-frames.pcap.zst': Buffer.concat([zstd([{ raw: whole.subarray(0, 900) }]), numbers(true, [4, 0x184d2a50], [4, 3]), text('abc'), zstd([{ raw: whole.subarray(900) }])]),
  'zstd-cut.pcap.zst': zstd([{ raw: whole.subarray(0, 1000) }, { raw: whole.subarray(1000) }]).subarray(0, 1500),
  'zstd-damaged.pcap.zst': Buffer.concat([zstd([{ raw: whole.subarray(0, 1000) }, { raw: Buffer.alloc(0) }]).subarray(0, -3), octets(0xff, 0xff, 0xff)]),
  'zstd-window-2-gigabytes.pcap.zst': zstd([{ raw: whole }], 0xa8),
  'zstd-bomb.pcap.zst': zstd([{ raw: whole }, ...Array.from({ length: 600 }, () => hugeBlocks).flat()]),
};

/** A frame of the conversation with other octets at `at`. */
const lying = (index, at, ...values) => overwritten(talk[index], at, octets(...values));
const IP = 14;
const TCP = 34;

/** What tries to become markup, script, style or an address wherever a page shows a word of a conversation. */
const MARKUP = [
  '<script>alert(1)</script>',
  '</script><script>alert(2)</script>',
  '</noscript><script>alert(3)</script>',
  '</style><style>*{display:none}</style>',
  '<img src=http://evil.example/pixel onerror=alert(4)>',
  '"><svg onload=alert(5)>',
  "' autofocus onfocus='alert(6)",
  '--><iframe src=javascript:alert(7)>',
  '<base href=http://evil.example/><meta http-equiv=refresh content=0;url=http://evil.example/>',
  '&lt;script&gt;alert(8)&lt;/script&gt;&#60;b&#62;',
];
const MARKUP_TALK = [
  ['S', `220 ${MARKUP[0]}mail.example.org ESMTP ${MARKUP[5]}\r\n`],
  ['C', `EHLO ${MARKUP[5]}\r\n`],
  ['S', `250-${MARKUP[2]}\r\n250-AUTH PLAIN ${MARKUP[1]}\r\n250-${MARKUP[3]}\r\n250 SIZE\r\n`],
  ['C', `AUTH PLAIN ${Buffer.from(`\0${MARKUP[4]}\0${MARKUP[1]}`).toString('base64')}\r\n`],
  ['S', `235 ${MARKUP[6]}\r\n`],
  ['C', `MAIL FROM:<${MARKUP[7]}@example.com>\r\n`],
  ['S', `250 2.1.0 ${MARKUP[8]}\r\n`],
  ['C', `RCPT TO:<"${MARKUP[4]}"@example.org>\r\n`],
  ['S', `550 5.1.1 ${MARKUP.join('')}\r\n`],
  ['C', `RCPT TO:<bob@example.org>\r\n`],
  ['S', '250 2.1.5 Ok\r\n'],
  ['C', 'DATA\r\n'],
  ['S', `354 ${MARKUP[2]}\r\n`],
  ['C', [
    `Received: from ${MARKUP[5]} by ${MARKUP[4]} with ${MARKUP[0]} id ${MARKUP[1]}; Sat, 21 Nov 2026 14:13:22 +0000`,
    `Subject: ${MARKUP.join(' ')}`,
    `From: "${MARKUP[0]}" <anna@example.com>`,
    `Message-ID: <${MARKUP[2]}>`,
    `X-${MARKUP[5].slice(2)}: ${MARKUP[3]}`,
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
    `Content-Type: text/plain; name="${MARKUP[2]}.txt"`,
    `Content-Disposition: attachment; filename="${MARKUP[0]}\xe2\x80\xaefdp.exe"`,
    '',
    MARKUP.join('\r\n'),
    '--b--',
    '.',
    '',
  ].join('\r\n')],
  ['S', `250 2.0.0 queued as ${MARKUP[0]}\r\n`],
  ['C', `${MARKUP[1]}\r\n`],
  ['S', `500 ${MARKUP[2]}\r\n`],
  ['C', 'QUIT\r\n'],
  ['S', '221 bye\r\n'],
];

const packetsAndLines = {
  'lying-headers.pcap': pcap([
    ...before,
    lying(HALF, IP + 2, 0xff, 0xff), // a total length beyond the frame
    lying(HALF, IP + 2, 0x00, 0x05), // a total length shorter than the header
    lying(HALF, IP, 0x4f), // an IP header of 60 octets
    lying(HALF, IP, 0x41), // an IP header of 4 octets
    lying(HALF, IP, 0x65), // IPv6 in an IPv4 packet
    lying(HALF, TCP + 12, 0xf0), // a TCP header of 60 octets
    lying(HALF, TCP + 12, 0x10), // a TCP header of 4 octets
    lying(HALF, IP + 6, 0x3f, 0xff), // a fragment at the end of the world
    lying(HALF, IP + 9, 17), // UDP whose length is TCP's sequence number
    talk[HALF].subarray(0, 1),
    talk[HALF].subarray(0, 13),
    talk[HALF].subarray(0, 20),
    talk[HALF].subarray(0, 40),
    ...after,
  ]),
  'hostile-lines.pcap': pcap(conversation([
    ['S', '220 \x1b]0;owned\x07\x1b[2J\x1b[31mmail.example.org\x1b[0m ESMTP\r\n'],
    ['C', 'EHLO a\0b\x9b31m{red-fg}{/}\r\n'],
    ['S', '250 \xe2\x80\xaegro.elpmaxe\xe2\x80\xac \xe2\x81\xa6x\xe2\x81\xa9\r\n'],
    ['C', 'MAIL FROM:<=cmd|\'/c calc\'!A1@example.com>\r\n'],
    ['S', '250 2.1.0 <script>alert(1)</script>\r\n'],
    ['C', 'RCPT TO:<"../../etc/passwd"@example.org>\r\n'],
    ['S', '250 2.1.5 over\rwritten\b\b\b\x7f\r\n'],
    ['C', 'DATA\r\n'],
    ['S', '354 go\r\n'],
    ['C', 'Subject: =?utf-8?B?G1syShtdMDtvd25lZAc=?=\r\nContent-Type: text/plain; name="../../../tmp/x\x1b[2J"\r\n\r\n\x1b[?1049h\xff\xfe\0\r\n.\r\n'],
    ['S', '250 2.0.0 queued as \xe2\x80\xae1\x85\x1bP0;1|17/ab\x1b\\\r\n'],
    ['C', '\x1b[A\x1b[A\r\n'],
    ['S', '500 \x1b[6n\r\n'],
    ['C', 'QUIT\r\n'],
    ['S', '221 bye\r\n'],
  ])),
  // The same mail twice, the second one so late that a page draws it only when it is reached.
  'hostile-markup.pcap': pcap([
    ...conversation(MARKUP_TALK, { clientPort: 40001 }),
    ...conversation([
      ['S', '220 patient\r\n'],
      ['C', 'NOOP\r\n'.repeat(300)],
      ['S', '250 ok\r\n'.repeat(300)],
    ], { clientPort: 40002 }),
    ...conversation(MARKUP_TALK, { clientPort: 40003 }),
  ]),
};

const directory = process.argv[2] ?? import.meta.dirname;
for (const [name, bytes] of Object.entries({ ...notCaptures, ...pcaps, ...pcapngs, ...compressed, ...packetsAndLines })) {
  writeFileSync(join(directory, name), bytes);
}
