/**
 * Ethernet frames of TCP conversations, made octet by octet: what the broken captures hold before and after their damage.
 * It makes honest frames only; the damage is done in make-broken.mjs. Read RFC 791 and RFC 9293.
 */

const FIN = 0x01;
const SYN = 0x02;
const PUSH = 0x08;
const ACK = 0x10;

/** The lecture's greeting-to-quit conversation, `C` or `S` and what they send. */
export const SMTP_TALK = [
  ['S', '220 mail.example.org ESMTP\r\n'],
  ['C', 'EHLO client.example.com\r\n'],
  ['S', '250-mail.example.org\r\n250 SIZE 10240000\r\n'],
  ['C', 'MAIL FROM:<anna@example.com>\r\n'],
  ['S', '250 2.1.0 Ok\r\n'],
  ['C', 'RCPT TO:<bob@example.org>\r\n'],
  ['S', '250 2.1.5 Ok\r\n'],
  ['C', 'DATA\r\n'],
  ['S', '354 End data with <CR><LF>.<CR><LF>\r\n'],
  ['C', 'From: <anna@example.com>\r\nTo: <bob@example.org>\r\nSubject: Lunch\r\n\r\nAt noon?\r\n.\r\n'],
  ['S', '250 2.0.0 Ok: queued as 4F1A2B3C\r\n'],
  ['C', 'QUIT\r\n'],
  ['S', '221 2.0.0 Bye\r\n'],
];

/** A whole connection: set-up, `talk`, and FIN from both sides. Gives frames in order; lines are latin1. */
export function conversation(talk, { clientPort = 40000, serverPort = 25, segment = 1448 } = {}) {
  const sides = { C: { port: clientPort, next: 1000, host: 1 }, S: { port: serverPort, next: 5000, host: 2 } };
  const frames = [];
  const send = (from, flags, data = Buffer.alloc(0)) => {
    const me = sides[from];
    const peer = sides[from === 'C' ? 'S' : 'C'];
    frames.push(frame(me, peer, flags, data));
    me.next += data.length + (flags & (SYN | FIN) ? 1 : 0);
  };
  send('C', SYN);
  send('S', SYN | ACK);
  send('C', ACK);
  for (const [from, text] of talk) {
    const octets = Buffer.from(text, 'latin1');
    for (let at = 0; at < octets.length; at += segment) send(from, PUSH | ACK, octets.subarray(at, at + segment));
  }
  send('C', FIN | ACK);
  send('S', FIN | ACK);
  send('C', ACK);
  return frames;
}

function frame(me, peer, flags, data) {
  const tcp = Buffer.alloc(20);
  tcp.writeUInt16BE(me.port, 0);
  tcp.writeUInt16BE(peer.port, 2);
  tcp.writeUInt32BE(me.next, 4);
  tcp.writeUInt32BE(flags & ACK ? peer.next : 0, 8);
  tcp.writeUInt16BE((5 << 12) | flags, 12);
  tcp.writeUInt16BE(64240, 14);
  const ip = ipHeader(me.host, peer.host, 20 + data.length);
  const pseudo = Buffer.concat([ip.subarray(12, 20), Buffer.from([0, 6, (20 + data.length) >> 8, (20 + data.length) & 0xff])]);
  tcp.writeUInt16BE(checksum(Buffer.concat([pseudo, tcp, data])), 16);
  return Buffer.concat([ethernetHeader(me.host, peer.host), ip, tcp, data]);
}

function ethernetHeader(from, to) {
  return Buffer.from([2, 0, 0, 0, 0, to, 2, 0, 0, 0, 0, from, 0x08, 0x00]);
}

function ipHeader(from, to, payload) {
  const ip = Buffer.from([0x45, 0, 0, 0, 0, 0, 0x40, 0, 64, 6, 0, 0, 192, 0, 2, from, 192, 0, 2, to]);
  ip.writeUInt16BE(20 + payload, 2);
  ip.writeUInt16BE(checksum(ip), 10);
  return ip;
}

/** RFC 1071. */
function checksum(octets) {
  let sum = 0;
  for (let i = 0; i < octets.length; i += 2) sum += (octets[i] << 8) | (octets[i + 1] ?? 0);
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  return ~sum & 0xffff;
}
