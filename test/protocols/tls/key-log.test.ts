/** Key logs as programs write them, and what strangers put in their place. */
import { describe, expect, it } from 'vitest';
import { KeyLogReader, SecretStore } from '../../../src/protocols/tls/keys/key-log.js';

const RANDOM = '0123456789abcdef'.repeat(4);
const MASTER = '5a'.repeat(48);
const TRAFFIC = 'c3'.repeat(32);

function storeOf(...pieces: readonly string[]): SecretStore {
  const store = new SecretStore();
  const reader = new KeyLogReader(store);
  for (const piece of pieces) reader.read(Buffer.from(piece, 'latin1'));
  reader.end();
  return store;
}

describe('a key log', () => {
  it('gives secrets by label and random value, in any case of letters and with any line ends', () => {
    const store = storeOf(`# a remark\r\nCLIENT_RANDOM ${RANDOM.toUpperCase()} ${MASTER}\r\nSERVER_TRAFFIC_SECRET_0 ${RANDOM} ${TRAFFIC}`);
    expect(store.secret('CLIENT_RANDOM', RANDOM)).toEqual(Buffer.from(MASTER, 'hex'));
    expect(store.secret('SERVER_TRAFFIC_SECRET_0', RANDOM)).toEqual(Buffer.from(TRAFFIC, 'hex'));
    expect(store.secret('CLIENT_TRAFFIC_SECRET_0', RANDOM)).toBeUndefined();
  });

  it('counts by its last line where two contradict each other, and wakes who had the first', () => {
    const store = storeOf(`CLIENT_RANDOM ${RANDOM} ${'00'.repeat(48)}\n`);
    let woken = 0;
    store.watch(RANDOM, () => woken++);
    new KeyLogReader(store).read(Buffer.from(`CLIENT_RANDOM ${RANDOM} ${MASTER}\n`.repeat(2)));
    expect(store.secret('CLIENT_RANDOM', RANDOM)).toEqual(Buffer.from(MASTER, 'hex'));
    expect([woken, store.size]).toEqual([1, 1]);
  });

  it('may come octet by octet', () => {
    expect(storeOf(...`CLIENT_RANDOM ${RANDOM} ${MASTER}\n`).size).toBe(1);
  });

  it.each([
    ['a label that opens no record', `EXPORTER_SECRET ${RANDOM} ${TRAFFIC}`],
    ['a label that every object has', `constructor ${RANDOM} ${TRAFFIC}`],
    ['a random value that is too short', `CLIENT_RANDOM ${RANDOM.slice(1)} ${MASTER}`],
    ['a secret of another length', `CLIENT_RANDOM ${RANDOM} ${MASTER.slice(2)}`],
    ['a digit that is none', `CLIENT_RANDOM ${RANDOM} ${MASTER.slice(1)}x`],
    ['a line that never ends', `CLIENT_RANDOM ${' '.repeat(100_000)}${RANDOM} ${MASTER}`],
    ['octets', '\0\x01\xff'.repeat(1000)],
  ])('passes over %s', (_, line) => {
    const store = storeOf(`${line}\nCLIENT_RANDOM ${'f'.repeat(64)} ${MASTER}\n`);
    expect(store.size).toBe(1);
    expect(store.secret('CLIENT_RANDOM', 'f'.repeat(64))).toBeDefined();
  });

  it('wakes who waits for the secrets of a connection, until they no longer do', () => {
    const store = new SecretStore();
    const reader = new KeyLogReader(store);
    let woken = 0;
    const forget = store.watch(RANDOM, () => woken++);
    reader.read(Buffer.from(`CLIENT_RANDOM ${'f'.repeat(64)} ${MASTER}\n`));
    expect(woken).toBe(0);
    reader.read(Buffer.from(`CLIENT_RANDOM ${RANDOM} ${MASTER}\n`));
    expect(woken).toBe(1);
    forget();
    reader.read(Buffer.from(`SERVER_TRAFFIC_SECRET_0 ${RANDOM} ${TRAFFIC}\n`));
    expect(woken).toBe(1);
  });

  it('grows only where a source does', () => {
    const store = new SecretStore();
    expect(store.mayGrow).toBe(false);
    store.opened();
    expect(store.mayGrow).toBe(true);
  });
});
