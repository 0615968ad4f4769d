/** What the records of an entry say of their version, each once; a stranger may write another into each. */
import { limits } from '../limits.js';

export function noteVersion(versions: number[], version: number): void {
  if (versions.length < limits.recordVersions && !versions.includes(version)) versions.push(version);
}
