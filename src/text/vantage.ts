/** The words for a connection that was recorded at several places, and for the clocks of the captures. */

/** One of the places; durations are seconds. */
export interface PlaceParams {
  readonly file: string;
  /** From the place before it, on the way to the server; undefined where that could not be measured. */
  readonly further: number | undefined;
  /** The place whose times are shown. */
  readonly isShown: boolean;
}

/** What the replies of a session took where its times were taken; durations are seconds. */
export interface WaitParams {
  readonly waited: number;
  /** Times that somebody waited: replies to what was sent at once come together. */
  readonly rounds: number;
  /** Of each, on the way between there and the place nearest to the server. */
  readonly onward: number;
  /** What a place nearer to the client waits in addition, each time. */
  readonly behind: number;
}

export interface VantageWords {
  readonly places: (places: readonly PlaceParams[]) => string;
  readonly waiting: (params: WaitParams) => string;
  /** How a capture's clock stands to that of another one. */
  readonly clock: (params: { readonly reference: string; readonly ahead: number; readonly isMoved: boolean }) => string;
}
