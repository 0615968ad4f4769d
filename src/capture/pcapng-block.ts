/**
 * The block types of pcapng that matter here, and how each is treated; every other type is skipped unread.
 * Read draft-ietf-opsawg-pcapng, "Block Types"; which blocks are numbered was tried out with tshark 4.0.
 */

export const SECTION_HEADER = 0x0a0d0d0a;
export const INTERFACE_DESCRIPTION = 1;
export const OBSOLETE_PACKET = 2;
export const SIMPLE_PACKET = 3;
export const ENHANCED_PACKET = 6;
export const NAME_RESOLUTION = 4;
export const INTERFACE_STATISTICS = 5;
export const DECRYPTION_SECRETS = 0x0a;
/** A key log as TLS libraries write it, among other kinds of secrets. */
export const TLS_KEY_LOG = 0x544c534b;

export const BYTE_ORDER_MAGIC = 0x1a2b3c4d;
/** Type, length, and the length again at the end. */
export const SMALLEST_BLOCK = 12;

/** Blocks that are no packets and yet have a number in Wireshark: journal entries, sysdig events, custom blocks. */
export const NUMBERED_BLOCKS: ReadonlySet<number> = new Set([0x09, 0x204, 0x216, 0x221, 0xbad, 0x40000bad]);

/** Types that are believed when a block is searched for behind a damage. */
export const KNOWN_BLOCKS: ReadonlySet<number> = new Set([
  SECTION_HEADER,
  INTERFACE_DESCRIPTION,
  OBSOLETE_PACKET,
  SIMPLE_PACKET,
  NAME_RESOLUTION,
  INTERFACE_STATISTICS,
  ENHANCED_PACKET,
  DECRYPTION_SECRETS,
  ...NUMBERED_BLOCKS,
]);

/** The byte order of the section whose header stands at `at`, true for little-endian; undefined where it names none. */
export function byteOrderAt(view: DataView, at: number): boolean | undefined {
  if (view.getUint32(at + 8, true) === BYTE_ORDER_MAGIC) return true;
  return view.getUint32(at + 8, false) === BYTE_ORDER_MAGIC ? false : undefined;
}
