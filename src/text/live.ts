/** What is said of capturing: how it goes on, what stands in its way, and what can be done about that. */

export interface ListeningParams {
  readonly interface: string;
  /** dumpcap, tcpdump or cap. */
  readonly engine: string;
  /** Empty where everything is captured. */
  readonly filter: string;
  /** Those that are listened to, where nobody gave a filter. */
  readonly ports: readonly number[] | undefined;
}

export interface LiveCountParams {
  readonly interface: string;
  /** dumpcap, tcpdump or cap; sockets where nothing is captured, and no kernel drops anything. */
  readonly engine: string;
  readonly packets: number;
  /** By the kernel; undefined where the engine has not said. */
  readonly dropped: number | undefined;
}

/** How a capture goes on. */
export interface LiveFigures extends LiveCountParams {
  /** Packets a second. */
  readonly rate: number;
  /** Packets for which the analysis was too slow. */
  readonly givenUp: number;
}

export interface StatusParams extends LiveFigures {
  /** That are open. */
  readonly sessions: number;
}

/** What stands in the way of a capture. */
export interface LiveObstacles {
  'no-engine': { engine: string };
  'no-rights': { engine: string; interface: string };
  'no-interface': { interface: string };
  'bad-filter': { filter: string; words: string };
  'engine-failed': { engine: string; words: string };
}

/** What can be done so that this user may capture. */
export interface LiveRemedies {
  /** The program may be started by a group alone. */
  'join-group': { group: string; command: string };
  /** The rights of a program on Linux. */
  'give-rights': { command: string };
  /** Debian's own way to the same. */
  'debian': { command: string };
  'as-administrator': { command: string };
  /** Even the administrator may not: a container. */
  'container': Record<string, never>;
  'install': { command: string };
  'install-cap': { command: string };
  'macos': Record<string, never>;
  'windows': Record<string, never>;
}

export interface LiveWords {
  /** Above the transcript. */
  readonly listening: (params: ListeningParams) => string;
  /** When it is over. */
  readonly ended: (params: LiveCountParams) => string;
  readonly kept: (params: { readonly file: string; readonly ring: boolean; /** The last of it could not be written. */ readonly isCut: boolean }) => string;
  /** The line that is drawn anew. */
  readonly status: (params: StatusParams) => string;
  /** What an engine cannot say, where it matters. */
  readonly limits: { readonly cap: () => string };
  readonly obstacles: { readonly [K in keyof LiveObstacles]: (params: LiveObstacles[K]) => string };
  readonly remedies: { readonly [K in keyof LiveRemedies]: (params: LiveRemedies[K]) => string };
  readonly interfaces: {
    readonly title: (params: { readonly engine: string }) => string;
    readonly none: () => string;
    readonly loopback: string;
    readonly all: string;
    readonly noAddress: string;
  };
}
