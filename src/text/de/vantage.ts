/** German for a connection that was recorded at several places. */
import type { PlaceParams, VantageWords } from '../vantage.js';
import { count, duration, list, offset } from './format.js';

function place({ file, further, isShown }: PlaceParams, at: number): string {
  const where = further === undefined ? 'wo auf dem Weg, ist nicht bekannt' : at === 0 ? 'dem Client am nächsten' : `${duration(further)} weiter auf dem Weg zum Server`;
  return `${file} (${where}${isShown ? '; dessen Zeiten stehen hier' : ''})`;
}

export const vantage: VantageWords = {
  places: (places) => list(places.map(place)),
  waiting: ({ waited, rounds, onward, behind }) => {
    const way = Math.min(waited, rounds * onward);
    const all = `Der Client wartete ${count(rounds, 'einmal', 'Mal')} auf Antworten, zusammen ${duration(waited)} dort, wo die Zeiten genommen sind`;
    const split = onward === 0 ? ', an der Stelle, die dem Server am nächsten ist' : `: ${duration(way)} davon auf dem Weg zwischen den Stellen (hin und zurück ${duration(onward)}), ${duration(waited - way)} beim Server oder hinter ihm`;
    return `${all}${split}.${behind === 0 ? '' : ` An der Stelle, die dem Client am nächsten ist, dauert es jedes Mal ${duration(behind)} länger.`}`;
  },
  clock: ({ reference, ahead, isMoved }) =>
    `geht gegenüber der von ${reference} um ${offset(Math.abs(ahead))} ${ahead < 0 ? 'nach' : 'vor'}, gemessen an Paketen, die beide enthalten${isMoved ? '; die Zeilen folgen der Uhr des anderen' : ''}`,
};
