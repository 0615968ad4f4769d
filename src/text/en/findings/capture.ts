/** English for what the capture cannot tell. */
import type { CaptureFindings } from '../../../model/findings/capture.js';
import type { FindingTexts } from '../../findings.js';
import { count, list, number, octets } from '../format.js';

export const captureFindings: FindingTexts<CaptureFindings> = {
  'capture.gap': {
    title: 'Gap in the capture',
    sentence: (p) => `${octets(p.octets)} that the ${p.from} sent${p.places === 1 ? '' : `, in ${count(p.places, 'place', 'places')},`} ${p.octets === 1 ? 'is' : 'are'} not in the capture.`,
    meaning:
      'The capturing program has lost the packets with these octets, or they took another way. What they said is unknown; everything around them is explained as far as it can be. ' +
      'A larger buffer (tcpdump -B) and a shorter filter help against losses.',
  },
  'capture.cut-packets': {
    title: 'Packets cut short',
    sentence: (p) => `Of ${count(p.packets, 'packet', 'packets')} the capture holds only the beginning: ${octets(p.octets)} ${p.octets === 1 ? 'is' : 'are'} missing.`,
    meaning: 'The capturing program keeps only so many octets of each packet (its snap length). What lies behind is lost: lines end in the middle, and mails cannot be put together. Capture again with whole packets, as by tcpdump -s 0.',
  },
  'capture.one-sided': {
    title: 'Only one side captured',
    sentence: (p) => `The capture holds what the ${p.side} sent, and no packet of the ${p.side === 'client' ? 'server' : 'client'}.`,
    meaning:
      'The two directions take different ways, or the filter or the mirror port lets only one of them through. Commands without replies, and replies without commands, are explained by what they say themselves; whether something was accepted stays open.',
  },
  'capture.begins-inside': {
    title: 'Capture begins inside the connection',
    sentence: () => 'The capture begins when the connection is open already: what was said before is unknown.',
    meaning: 'No packet of the TCP handshake is in the capture. Greeting, log-in or STARTTLS may have come before it; states are concluded from what is seen from then on.',
  },
  'capture.ends-inside': {
    title: 'End of the connection not captured',
    sentence: () => 'How the connection ends is not in the capture.',
    meaning: 'Neither both FINs nor a RST are in the capture: the connection was still open when it ended, or nothing more of it was captured. A mail, or a deletion in POP3, whose end is not seen may have been completed later.',
  },
  'capture.retransmissions': {
    title: 'Many repeated packets',
    sentence: (p) => `${number(p.repeated)} of ${number(p.packets)} packets bring what has come before.`,
    meaning:
      'Either packets are lost on the way and sent again, which slows the conversation down, or the capture holds every packet twice, as a mirror port or an interface "any" may give it. ' +
      'In the first case there are pauses before the repetitions; in the second they follow within microseconds. Octets are counted once all the same.',
  },
  'capture.altered': {
    title: 'Altered on the way',
    sentence: (p) => `What the ${p.from} sent differs here between capture ${number(p.first)}, which is shown, and ${p.others.length === 1 ? 'capture' : 'captures'} ${list(p.others.map(number))}, which ${p.others.length === 1 ? 'holds' : 'hold'} the same connection: something between these places changes octets.`,
    meaning:
      'The two captures hold the same TCP connection, by its addresses, ports and initial sequence numbers, and at the same place of it octets that are not the same. TCP’s own checks would have thrown damage away, so a device rewrites the stream: ' +
      'some firewalls replace STARTTLS by X to keep everything readable, others filter commands. Look at the line in each capture by itself.',
  },
  'capture.reset': {
    title: 'Connection reset',
    sentence: (p) => `The ${p.from} breaks the connection off (RST)${p.command === undefined ? '' : `, behind ${p.command}`}, without a goodbye.`,
    meaning:
      'A RST throws away what is still under way in both directions. A program has crashed or given up, a time-out has passed, or a firewall has cut in. A mail in transfer is lost and sent again; in POP3 nothing is deleted.',
  },
};
