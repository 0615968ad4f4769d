/** Holds what an archive gives of its sessions against the JSON document of the same captures. */
import { expect } from 'vitest';
import type { Archive } from '../../src/model/archive.js';
import type { DocumentJson } from '../../src/report/json/document.js';
import { viewOf, type SessionView } from './opened.js';

/** The document tells an entry once; what the lines behind it add to it, as a mailbox in a literal, is there when it is looked at later. */
const TOLD_EARLY: ReadonlySet<string> = new Set(['captures/imap-literals.pcap']);

/** What the document says of each session. */
function viewsIn({ sessions, messages, findings }: DocumentJson): readonly SessionView[] {
  return sessions.map((session) => ({
    session,
    // The way of a mail over sessions is told of all of them together.
    messages: messages.filter((message) => message.session === session.id).map(({ journey: _journey, ...message }) => message),
    findings: findings.filter((finding) => finding.session === session.id),
  }));
}

export async function expectSame(archive: Archive, document: DocumentJson): Promise<void> {
  const wanted = viewsIn(document);
  expect(archive.progress).toMatchObject({ done: true, failure: undefined });
  expect(archive.rows.length).toBe(wanted.length);
  // From the last to the first: nothing may depend on the order in which sessions are looked at.
  for (const row of archive.rows.toReversed()) {
    const opened = (await archive.open(row.id))!;
    const view = wanted[row.id - 1]!;
    const found = viewOf(opened);
    expect(opened).toMatchObject({ omitted: 0, lost: 0, ended: true });
    if (document.captures.some(({ file }) => TOLD_EARLY.has(file))) expect(found.session).toMatchObject(view.session as object);
    else expect(found.session).toEqual(view.session);
    expect(byId(found.messages)).toEqual(view.messages);
    expect(found.findings).toEqual(view.findings);
    expect(row).toMatchObject({ ended: true, entries: opened.entries.length, mails: opened.messages.length, protocol: opened.session.protocol });
    expect(row.bytes).toEqual(document.sessions[row.id - 1]!.bytes);
    expect(row.captures).toEqual(document.sessions[row.id - 1]!.captures);
    expect(row.packets).toBe(document.sessions[row.id - 1]!.packets);
  }
  expect(JSON.parse(JSON.stringify(archive.statistics()))).toEqual(document.statistics);
  await archive.close();
}

function byId(messages: readonly unknown[]): readonly unknown[] {
  return (messages as readonly { readonly id: number }[]).toSorted((a, b) => a.id - b.id);
}
