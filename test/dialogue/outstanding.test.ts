import { expect, test } from 'vitest';
import { limits } from '../../src/dialogue/limits.js';
import { Outstanding } from '../../src/dialogue/outstanding.js';

test('first come, first answered', () => {
  const waiting = new Outstanding<string>();
  for (const word of ['a', 'b', 'c']) waiting.push(word);
  expect(waiting.next).toBe('a');
  expect(waiting.last).toBe('c');
  expect(waiting.shift()).toBe('a');
  expect([...waiting]).toEqual(['b', 'c']);
  waiting.keepLast();
  expect([...waiting]).toEqual(['c']);
  expect(waiting.shift()).toBe('c');
  expect(waiting.shift()).toBeUndefined();
  expect(waiting.last).toBeUndefined();
});

test('those that never get a reply are let go, oldest first', () => {
  const waiting = new Outstanding<number>();
  const pushed = 3 * limits.outstanding + 7;
  for (let i = 1; i <= pushed; i++) waiting.push(i);
  expect(waiting.length).toBe(limits.outstanding);
  expect(waiting.next).toBe(pushed - limits.outstanding + 1);
  expect(waiting.last).toBe(pushed);
  for (let i = 0; i < limits.outstanding - 1; i++) waiting.shift();
  expect(waiting.shift()).toBe(pushed);
  expect(waiting.length).toBe(0);
});
