/** German for what the capture cannot tell. */
import type { CaptureFindings } from '../../../model/findings/capture.js';
import type { Side } from '../../../model/endpoint.js';
import type { FindingTexts } from '../../findings.js';
import { count, list, number, octets } from '../format.js';

const NAMES: Readonly<Record<Side, string>> = { client: 'Client', server: 'Server' };

export const captureFindings: FindingTexts<CaptureFindings> = {
  'capture.gap': {
    title: 'Lücke im Mitschnitt',
    sentence: (p) =>
      `${octets(p.octets)}, die der ${NAMES[p.from]} gesendet hat, ${p.octets === 1 ? 'fehlt' : 'fehlen'} im Mitschnitt${p.places === 1 ? '' : `, verteilt auf ${count(p.places, 'eine Stelle', 'Stellen')}`}.`,
    meaning:
      'Das mitschneidende Programm hat die Pakete mit diesen Oktetten verloren, oder sie nahmen einen anderen Weg. Was sie sagten, ist unbekannt; alles ringsum wird erklärt, soweit es geht. ' +
      'Gegen Verluste helfen ein größerer Puffer (tcpdump -B) und ein engerer Filter.',
  },
  'capture.cut-packets': {
    title: 'Abgeschnittene Pakete',
    sentence: (p) => `Von ${count(p.packets, 'einem Paket', 'Paketen')} enthält der Mitschnitt nur den Anfang: ${octets(p.octets)} ${p.octets === 1 ? 'fehlt' : 'fehlen'}.`,
    meaning: 'Das mitschneidende Programm behält von jedem Paket nur eine bestimmte Zahl von Oktetten (die Snap Length). Was dahinter liegt, ist verloren: Zeilen enden mittendrin, und Mails lassen sich nicht zusammensetzen. Ein neuer Mitschnitt mit ganzen Paketen hilft, etwa mit tcpdump -s 0.',
  },
  'capture.one-sided': {
    title: 'Nur eine Seite mitgeschnitten',
    sentence: (p) => `Der Mitschnitt enthält, was der ${NAMES[p.side]} gesendet hat, und kein Paket des ${p.side === 'client' ? 'Servers' : 'Clients'}.`,
    meaning:
      'Die beiden Richtungen nehmen verschiedene Wege, oder der Filter oder der Spiegelport lässt nur eine davon durch. Befehle ohne Antworten und Antworten ohne Befehle werden aus sich selbst erklärt; ob etwas angenommen wurde, bleibt offen.',
  },
  'capture.begins-inside': {
    title: 'Mitschnitt beginnt mitten in der Verbindung',
    sentence: () => 'Als der Mitschnitt beginnt, besteht die Verbindung schon: Was vorher gesagt wurde, ist unbekannt.',
    meaning: 'Kein Paket des TCP-Handschlags steht im Mitschnitt. Begrüßung, Anmeldung oder STARTTLS können davor liegen; auf Zustände wird aus dem geschlossen, was von da an zu sehen ist.',
  },
  'capture.ends-inside': {
    title: 'Ende der Verbindung nicht mitgeschnitten',
    sentence: () => 'Wie die Verbindung endet, steht nicht im Mitschnitt.',
    meaning: 'Weder die FINs beider Seiten noch ein RST stehen im Mitschnitt: Die Verbindung bestand noch, als er endete, oder mehr von ihr wurde nicht mitgeschnitten. Eine Mail oder eine Löschung in POP3, deren Ende nicht zu sehen ist, kann später abgeschlossen worden sein.',
  },
  'capture.retransmissions': {
    title: 'Viele wiederholte Pakete',
    sentence: (p) => `${number(p.repeated)} von ${number(p.packets)} Paketen bringen, was schon da war.`,
    meaning:
      'Entweder gehen unterwegs Pakete verloren und werden erneut gesendet, was das Gespräch bremst, oder der Mitschnitt enthält jedes Paket zweimal, wie es bei einem Spiegelport oder der Schnittstelle „any“ vorkommt. ' +
      'Im ersten Fall liegen Pausen vor den Wiederholungen, im zweiten folgen sie binnen Mikrosekunden. Die Oktette werden trotzdem nur einmal gezählt.',
  },
  'capture.altered': {
    title: 'Unterwegs verändert',
    sentence: (p) => `Was der ${NAMES[p.from]} gesendet hat, ist hier in Mitschnitt ${number(p.first)}, der gezeigt wird, und in ${p.others.length === 1 ? 'Mitschnitt' : 'den Mitschnitten'} ${list(p.others.map(number))} nicht dasselbe, obwohl ${p.others.length === 1 ? 'beide' : 'alle'} dieselbe Verbindung enthalten: Zwischen diesen Stellen verändert etwas die Oktette.`,
    meaning:
      'Die Mitschnitte enthalten dieselbe TCP-Verbindung, erkennbar an Adressen, Ports und Anfangs-Sequenznummern, und an derselben Stelle darin verschiedene Oktette. Schäden hätte TCP selbst verworfen, also schreibt ein Gerät den Datenstrom um: ' +
      'Manche Firewalls ersetzen STARTTLS durch X, damit alles lesbar bleibt, andere filtern Befehle. Genaueres zeigt die Zeile in jedem der Mitschnitte für sich.',
  },
  'capture.reset': {
    title: 'Verbindung abgebrochen',
    sentence: (p) => `Der ${NAMES[p.from]} bricht die Verbindung${p.command === undefined ? '' : ` hinter ${p.command}`} ab (RST), ohne sich zu verabschieden.`,
    meaning:
      'Ein RST verwirft, was in beiden Richtungen noch unterwegs ist. Ein Programm ist abgestürzt oder hat aufgegeben, eine Frist ist verstrichen, oder eine Firewall ist dazwischengegangen. Eine Mail in der Übertragung ist verloren und wird erneut gesendet; in POP3 wird nichts gelöscht.',
  },
};
