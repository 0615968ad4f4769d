/** How long a server waited for somebody else before it greeted, as the capture shows what surrounds the session. */
import { secondsBetween } from '../../bytes/time.js';
import type { Entry } from '../../model/entry.js';
import type { Waited } from '../../model/notes/context.js';

/** A client does not mind less. */
const LONG = 1;

/** Who can be seen to answer, or not to. */
type Asked = Exclude<Waited['on']['service'], 'unseen'>;
type On<Service extends Asked> = Extract<Waited['on'], { readonly service: Service }>;

export interface GreetingWait<Service extends Asked> {
  readonly on: On<Service>;
  /** From the end of the connection set-up to the last answer, or to the greeting where none came. */
  readonly seconds: number;
}

/** Undefined where it waited for something else, for nothing, or not long. */
export function greetingWait<Service extends Asked>({ answers, note, extent }: Entry, service: Service): GreetingWait<Service> | undefined {
  const { waited } = note;
  if (waited === undefined || waited.on.service === 'unseen' || waited.on.service !== service || answers === undefined) return undefined;
  const latency = secondsBetween(answers.extent.last, extent.first) ?? 0;
  // What is never answered is waited for until the server gives up.
  const seconds = waited.on.outcome === 'unanswered' ? latency : latency - waited.seconds;
  return seconds < LONG ? undefined : { on: waited.on as On<Service>, seconds };
}
