/** English for a connection that was recorded at several places. */
import type { PlaceParams, VantageWords } from '../vantage.js';
import { count, duration, list, offset } from './format.js';

function place({ file, further, isShown }: PlaceParams, at: number): string {
  const where = further === undefined ? 'where on the way is not known' : at === 0 ? 'nearest to the client' : `${duration(further)} further on the way to the server`;
  return `${file} (${where}${isShown ? '; its times are shown' : ''})`;
}

export const vantage: VantageWords = {
  places: (places) => list(places.map(place)),
  waiting: ({ waited, rounds, onward, behind }) => {
    const way = Math.min(waited, rounds * onward);
    const all = `The client waited for replies ${count(rounds, 'time', 'times')}, ${duration(waited)} in all where the times were taken`;
    const split = onward === 0 ? ', at the place nearest to the server' : `: ${duration(way)} of it on the way between the places (${duration(onward)} there and back), ${duration(waited - way)} at the server or behind it`;
    return `${all}${split}.${behind === 0 ? '' : ` Nearest to the client it is ${duration(behind)} more each time.`}`;
  },
  clock: ({ reference, ahead, isMoved }) =>
    `${offset(Math.abs(ahead))} ${ahead < 0 ? 'behind' : 'ahead of'} that of ${reference}, by packets that both hold${isMoved ? '; the lines show the times of the latter' : ''}`,
};
