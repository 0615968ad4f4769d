/** pcap-parser comes without types; this is as much of it as the second reader needs. */
declare module 'pcap-parser' {
  import type { EventEmitter } from 'node:events';

  const pcapParser: { parse(file: string): EventEmitter };
  export default pcapParser;
}
