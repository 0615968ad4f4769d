/** German for what took its time. */
import type { PerformanceFindings } from '../../../model/findings/performance.js';
import type { FindingTexts } from '../../findings.js';
import { capital, duration, number, numeral, octets } from '../format.js';

const IDENT = { answered: '', refused: ', der ablehnt', unanswered: ', der nie antwortet' } as const;
const DNS = { answered: 'wird spät beantwortet', failed: 'scheitert', unanswered: 'bleibt unbeantwortet' } as const;

export const performanceFindings: FindingTexts<PerformanceFindings> = {
  'timing.slow-reply': {
    title: 'Langsame Antwort',
    sentence: (p) => `Der Server braucht ${duration(p.seconds)}, um ${p.verb === undefined ? 'dem Client' : `auf ${p.verb}`} zu antworten.`,
    meaning:
      'Der Client wartet fünf Sekunden oder länger auf eine Antwort. Server schlagen Namen nach, befragen Sperrlisten, prüfen Passwörter oder bremsen fremde Clients mit Absicht; welcher Befehl warten muss, verrät, was davon.',
  },
  'timing.slow-greeting': {
    title: 'Späte Begrüßung',
    sentence: (p) => `Der Server lässt den Client ${duration(p.seconds)} auf seine Begrüßung warten.`,
    meaning:
      'Bevor er grüßt, kann ein Server den Namen des Clients im DNS nachschlagen, an dessen ident-Port klopfen, Sperrlisten befragen oder absichtlich warten, ob der Client zuerst redet, wie es Programme tun, die Spam versenden. Meist ist ein Nameserver schuld, der nicht antwortet.',
  },
  'timing.ident-delay': {
    title: 'Warten auf ident',
    sentence: (p) => `Vor seiner Begrüßung wartet der Server ${duration(p.seconds)} auf den ident-Dienst des Clients${IDENT[p.outcome]}.`,
    meaning:
      'Der Server fragt den Rechner des Clients auf Port 113, wem die Verbindung gehört (RFC 1413). Darauf antwortet kaum noch jemand; eine Firewall, die die Frage verwirft statt ablehnt, lässt jede Sitzung warten. Port 113 gehört dort abgelehnt, oder die Frage am Server abgeschaltet.',
  },
  'timing.dns-delay': {
    title: 'Warten auf das DNS',
    sentence: (p) => `Vor seiner Begrüßung wartet der Server ${duration(p.seconds)} auf das DNS: Die Frage nach ${p.type} von ${p.name} ${DNS[p.outcome]}.`,
    meaning:
      'Vor der Begrüßung schlägt der Server den Namen des Clients nach oder befragt Sperrlisten. Ein Nameserver, der langsam ist oder für eine Zone schweigt, lässt jede Sitzung dieser Clients warten; die Frage verrät, welche Zone es ist.',
  },
  'timing.slow-acceptance': {
    title: 'Späte Annahme',
    sentence: (p) => `Der Server braucht ${duration(p.seconds)}, um zu sagen, ob er die Mail behält (${octets(p.size)}).`,
    meaning:
      'Zwischen dem Punkt am Ende und der Antwort schreibt der Server die Mail auf, und oft prüft er sie. Ein Client, der inzwischen aufgibt, sendet sie noch einmal, und sie kommt doppelt an (RFC 1047). Clients sollten zehn Minuten warten, Server später oder schneller prüfen.',
  },
  'timing.tarpit': {
    title: 'Teergrube',
    sentence: (p) => `Der Server hält jede von ${numeral(p.replies)} Antworten etwa ${duration(p.seconds)} lang zurück: Das sieht nach Absicht aus.`,
    meaning: 'Antworten, die alle etwa gleich lange brauchen, sind kein Zeichen von Last. Server bremsen so Clients, denen sie nicht trauen; wer Spam versendet, leidet darunter mehr als andere.',
  },
  'timing.slow-client': {
    title: 'Stiller Client',
    sentence: (p) => `Der Client lässt den Server ${duration(p.seconds)} warten, bevor er ${p.verb ?? 'seine nächste Zeile'} sendet.`,
    meaning: 'Der Server hat geantwortet und hört eine Minute oder länger nichts. Ein Mensch tippt, ein Programm ist beschäftigt, oder unterwegs gehen Pakete verloren. Server geben nach fünf Minuten auf, viele früher.',
  },
  'timing.delayed-acknowledgement': {
    title: 'Zeilen in zwei Stücken',
    sentence: (p) => `${capital(numeral(p.lines))} Zeilen kamen in zwei Stücken mit einer Pause von 40 oder 200 ms dazwischen, zusammen ${duration(p.seconds)}: Das zweite Stück wartete auf eine verzögerte Bestätigung.`,
    meaning:
      'Das Programm schreibt eine Zeile mit zwei Aufrufen. Der Nagle-Algorithmus hält das zweite Stück zurück, bis das erste bestätigt ist, und die Gegenseite zögert die Bestätigung hinaus, um sie mit Daten zusammen zu senden. Die Zeile auf einmal zu schreiben oder TCP_NODELAY nimmt die Pause weg.',
  },
  'timing.no-pipelining': {
    title: 'Pipelining nicht genutzt',
    sentence: (p) => `Der Client wartet jede Antwort ab, obwohl der Server PIPELINING anbietet: ${p.commands === 1 ? 'ein Befehl' : `${numeral(p.commands)} Befehle`}, ${duration(p.seconds)} an Umlaufzeiten.`,
    meaning: 'Mit PIPELINING darf ein Client MAIL, alle RCPT und DATA auf einmal senden und die Antworten danach lesen. Auf einem langen Weg spart das je Befehl eine Umlaufzeit.',
  },
  'timing.slow-transfer': {
    title: 'Langsame Übertragung',
    sentence: (p) => `Die Mail (${octets(p.size)}) braucht ${duration(p.seconds)}: ${number(Math.round(p.size / p.seconds))} Oktette in der Sekunde.`,
    meaning: 'Die Mail tröpfelt. Eine langsame Leitung, Verluste, ein kleines Fenster des Empfängers oder eine langsame Platte halten sie auf; die Wiederholungen der Sitzung unterscheiden Verluste vom Rest.',
  },
  'timing.fetched-again': {
    title: 'Noch einmal geholt',
    sentence: (p) => `Der Client holt diese Mail (${octets(p.size)}) zum ${ordinal(p.times)} Mal.`,
    meaning: 'Dieselbe Mail (Message-ID und Größe) geht mehr als einmal an denselben Client. POP3-Clients sollten sich eindeutige Kennungen (UIDL) merken, IMAP-Clients UIDs und UIDVALIDITY; ändert sich UIDVALIDITY oder ist der Zwischenspeicher kaputt, holen sie alles von vorn.',
  },
  'timing.frequent-polling': {
    title: 'Häufiges Nachfragen',
    sentence: (p) => `Der Client meldet sich zum ${ordinal(p.sessions)} Mal in Folge an, ${duration(p.seconds)} nach dem Mal davor.`,
    meaning: 'Jedes Nachsehen kostet eine Verbindung, eine Anmeldung und eine Sperre des Postfachs. Üblich ist alle paar Minuten; manche Server weisen Clients ab, die öfter kommen (LOGIN-DELAY).',
  },
  'timing.no-idle': {
    title: 'IDLE nicht genutzt',
    sentence: (p) => `Der Client fragt ${p.polls}-mal nach Neuem, obwohl der Server IDLE anbietet.`,
    meaning: 'Mit IDLE wartet der Client still, und der Server meldet sich sofort, wenn eine Mail eintrifft. Immer wieder zu fragen ist langsamer und kostet mehr, auf Telefonen vor allem Akku.',
  },
  'timing.long-round-trip': {
    title: 'Lange Umlaufzeit',
    sentence: (p) => `Ein Paket braucht ${duration(p.seconds)} zur anderen Seite und zurück.`,
    meaning: 'Client und Server sind weit voneinander entfernt, oder die Leitung dazwischen ist voll. Jede Antwort, auf die gewartet wird, dauert mindestens so lange; Pipelining und wenige Umläufe lohnen sich hier.',
  },
  'timing.repeated-syn': {
    title: 'Verbindung erst im zweiten Anlauf',
    sentence: (p) => `Der Verbindungsaufbau dauert ${duration(p.seconds)}, weil das erste Paket wiederholt werden musste.`,
    meaning: 'Das erste SYN oder die Antwort darauf ging verloren oder wurde verworfen. Eine volle Warteschlange des Servers, eine Firewall oder eine absichtlich ausbleibende Antwort kommen in Frage.',
  },
};

const ORDINALS = ['', 'ersten', 'zweiten', 'dritten', 'vierten', 'fünften', 'sechsten'];

function ordinal(value: number): string {
  return ORDINALS[value] ?? `${value}.`;
}
