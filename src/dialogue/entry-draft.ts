/**
 * An entry while a dissector fills it in. All entries are made here, with all their fields in one order, so that
 * the engine sees one shape whatever the protocol.
 */
import type { Entry, EntryKind, Extent, Phase, Step } from '../model/entry.js';
import type { Note } from '../model/note.js';
import type { Side } from '../model/endpoint.js';

export type EntryDraft = { -readonly [K in keyof Entry]: Entry[K] };

export interface EntryPlace {
  readonly phase: Phase;
  readonly step: Step;
}

export function createEntry(
  kind: EntryKind,
  from: Side,
  extent: Extent,
  place: EntryPlace,
  state: string | undefined,
  note: Note,
): EntryDraft {
  return {
    id: 0,
    kind,
    from,
    extent,
    phase: place.phase,
    step: place.step,
    state,
    note,
    verb: undefined,
    args: undefined,
    tag: undefined,
    code: undefined,
    enhanced: undefined,
    status: undefined,
    responseCode: undefined,
    text: undefined,
    lines: undefined,
    ending: undefined,
    items: undefined,
    raw: undefined,
    answers: undefined,
    decoded: undefined,
    secrets: undefined,
    tls: undefined,
    message: undefined,
    completes: undefined,
  };
}
