/** A shared allowance of octets: many small buffers that together must not fill the memory. */
export class Budget {
  #left: number;

  constructor(octets: number) {
    this.#left = octets;
  }

  /** Takes `octets` of the allowance; false, and nothing taken, where it does not reach. */
  take(octets: number): boolean {
    if (octets > this.#left) return false;
    this.#left -= octets;
    return true;
  }

  give(octets: number): void {
    this.#left += octets;
  }
}
