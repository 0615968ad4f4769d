/** The words of the report as a page: headings, names of fields and pictures, and what the search says. */

/** A heading, the name of a field, or a column. */
export type PageWord =
  | 'contents'
  | 'skip'
  | 'language'
  | 'summary'
  | 'conversations'
  | 'glossary'
  | 'author'
  | 'made-with'
  | 'program'
  | 'command-line'
  | 'time-zone'
  | 'sha256'
  | 'md5'
  | 'first-packet'
  | 'last-packet'
  | 'comments'
  | 'secrets'
  | 'secrets-masked'
  | 'secrets-shown'
  | 'names'
  | 'names-anonymised'
  | 'mail-bodies'
  | 'bodies-left-out'
  | 'bodies-inside'
  | 'chosen-sessions'
  | 'place'
  | 'no-findings'
  | 'no-sessions'
  | 'envelope'
  | 'hops'
  | 'remark'
  | 'field'
  | 'value'
  | 'way'
  | 'delay'
  | 'wait'
  | 'search'
  | 'search-hint'
  | 'search-late'
  | 'only-problems'
  | 'problems'
  | 'growth'
  | 'without-script'
  | 'count'
  | 'median'
  | 'longest'
  | 'command'
  | 'reply'
  | 'encoding'
  | 'as-sent'
  | 'as-decoded'
  | 'mail-end'
  | 'connection-opened'
  | 'sasl-answer'
  | 'command-data';

/** A picture and what it shows. */
export type Picture = 'timeline' | 'replies' | 'latency' | 'bytes' | 'slowest' | 'encodings';

export interface PictureWords {
  readonly title: string;
  /** What is drawn, and how to read it. */
  readonly told: string;
}

export interface PageWords {
  readonly words: Readonly<Record<PageWord, string>>;
  readonly pictures: Readonly<Record<Picture, PictureWords>>;
  /** Classes of reply codes and statuses, good news first. */
  readonly replyClasses: Readonly<Record<'done' | 'more' | 'later' | 'refused', string>>;
  mail(id: number): string;
  line(id: number): string;
  /** Of a list that is cut. */
  more(count: number): string;
  /** What the filter has left; the number that the script puts in stands between the two. */
  readonly found: readonly [before: string, after: (sessions: number) => string];
  /** In the axis of a picture: from one latency to the next. */
  upTo(duration: string): string;
  above(duration: string): string;
  /** Width of a bar of the timeline. */
  perBar(duration: string): string;
  /** How much larger something is as sent. */
  growth(percent: number): string;
}
