/** The bounds of the mail room. */
export const limits = {
  /** Octets of a header that are kept and read; what is beyond is mail all the same. */
  header: 256 << 10,
  /** Header fields that are kept, in number. */
  fields: 1000,
  /** Addresses of one field. */
  addresses: 1000,
} as const;
