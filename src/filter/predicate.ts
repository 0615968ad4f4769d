/** Whether an entry is wanted. */
import type { Entry } from '../model/entry.js';
import type { Session } from '../model/session.js';

export type Predicate = (entry: Entry, session: Session) => boolean;
