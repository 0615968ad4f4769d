/** The bounds of the mail room. */
export const limits = {
  /** Octets of a header that are kept and read; what is beyond is mail all the same. */
  header: 256 << 10,
  /** Header fields that are kept, in number. */
  fields: 1000,
  /** Addresses of one field. */
  addresses: 1000,
  /** Characters of a structured field value that are read, and its parameters. */
  fieldValue: 64 << 10,
  parameters: 100,
  /** Received fields that are read as hops, and characters of each. */
  hops: 100,
  received: 2000,
  /** Queue ids of mails that are remembered. */
  sightings: 10_000,
  /** Places of a mail where octets are missing that are told. */
  gaps: 64,
  /** Octets of a report that are read, and recipients in it. */
  report: 64 << 10,
  reportItems: 100,
  /** Parts that are listed, and how deep they may nest. */
  parts: 1000,
  depth: 50,
} as const;
