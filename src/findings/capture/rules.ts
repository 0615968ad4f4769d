/** What the capture cannot tell, and what befell the connection. */
import type { AnyRule } from '../rule.js';
import { alteredStream } from './altered-stream.js';
import { cutPacket } from './cut-packet.js';
import { earlyEnd } from './early-end.js';
import { lateBeginning } from './late-beginning.js';
import { lostOctets } from './lost-octets.js';
import { repeatedPackets } from './repeated-packets.js';
import { reset } from './reset.js';
import { unheardSide } from './unheard-side.js';

export const CAPTURE: readonly AnyRule[] = [lateBeginning, unheardSide, lostOctets, cutPacket, repeatedPackets, alteredStream, reset, earlyEnd];
