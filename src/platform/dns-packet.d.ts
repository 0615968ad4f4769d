/** What of dns-packet is used: the package has no types of its own. */
declare module 'dns-packet' {
  export interface Question {
    readonly name: string;
    readonly type: string;
  }
  export interface Answer {
    readonly name: string;
    readonly type: string;
    readonly data?: unknown;
  }
  export interface Packet {
    readonly id: number;
    readonly type: 'query' | 'response';
    readonly opcode: string;
    readonly rcode: string;
    readonly flag_tc: boolean;
    readonly questions: readonly Question[];
    readonly answers: readonly Answer[];
    readonly authorities: readonly Answer[];
  }
  export function decode(octets: Buffer): Packet;
  export const question: { decode(octets: Buffer, offset: number): Question };
}
