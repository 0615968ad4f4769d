/** One thing that can be looked up, in one language: what it is, under which names, and where it is specified. */
import type { TopicKind } from '../text/glossary.js';

export interface Topic {
  readonly kind: TopicKind;
  /** As it is shown. */
  readonly name: string;
  /** As it is looked up, the shown name left out. */
  readonly aliases: readonly string[];
  readonly sentence: string;
  readonly paragraph?: string | undefined;
  /** Of a code: what its digits say by themselves, a sentence each. */
  readonly digits?: readonly string[];
  readonly example?: readonly string[] | undefined;
  readonly reference: string;
  /** Names of topics that belong to it. */
  readonly see?: readonly string[] | undefined;
}

/** Several codes that share digits: 5yz, 5.7. */
export interface Family {
  readonly pattern: string;
  /** What the digits say, a sentence each. */
  readonly digits: readonly string[];
  readonly members: readonly Topic[];
  readonly reference: string;
}
