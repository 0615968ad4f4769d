/** German for what POP3 forbids. */
import type { Pop3Findings } from '../../../../model/findings/conformance.js';
import type { FindingTexts } from '../../../findings.js';
import { duration, number, octets, quote } from '../../format.js';

export const pop3Conformance: FindingTexts<Pop3Findings> = {
  'pop3.bare-lf': {
    title: 'Zeilen, die nur mit LF enden',
    sentence: (p) => `Der ${p.from === 'client' ? 'Client' : 'Server'} beendet Zeilen mit LF allein statt mit CRLF.`,
    meaning: 'Befehle und Antworten enden mit CRLF. Viele Programme nehmen auch LF, andere warten auf ein CR, das nie kommt.',
  },
  'pop3.long-line': {
    title: 'Eine zu lange Zeile',
    sentence: (p) =>
      p.from === 'server'
        ? `Die Statuszeile hat ${octets(p.octets)}; erlaubt sind ${number(p.limit)}.`
        : p.what === 'line'
          ? `Der Befehl ${p.verb ?? ''} hat ${octets(p.octets)}; erlaubt sind ${number(p.limit)}.`
          : `Ein Argument von ${p.verb ?? ''} hat ${octets(p.octets)}; erlaubt sind ${number(p.limit)}, solange der Server nicht mit CAPA gezeigt hat, dass er mehr annimmt.`,
    meaning: 'Eine Statuszeile hat höchstens 512 Oktette. Ein Befehl hat 255 (RFC 2449); davor, bei Servern ohne CAPA, hatte jedes Argument 40 (RFC 1939), wenig für eine Adresse als Benutzernamen.',
  },
  'pop3.wrong-size': {
    title: 'Eine falsche Größe',
    sentence: (p) => `Mail ${number(p.number)} hat ${octets(p.size)}; LIST hatte ${number(p.announced)} genannt.`,
    meaning: 'LIST muss die Größe der Mail nennen, wie sie gesendet wird: jedes Zeilenende zwei Oktette, verdoppelte Punkte nicht mitgezählt. Server, die ihre Dateien zählen, nennen zu wenig; Clients mit einer Grenze oder einem Fortschrittsbalken irren sich dann.',
  },
  'pop3.out-of-state': {
    title: 'Ein Befehl im falschen Zustand',
    sentence: (p) => (p.when === 'early' ? `Der Client schickt ${p.verb}, bevor er angemeldet ist.` : `Der Client schickt ${p.verb}, obwohl er schon angemeldet ist.`),
    meaning: 'POP3 hat einen Zustand vor der Anmeldung und einen danach, mit jeweils eigenen Befehlen. Was nicht dorthin gehört, muss der Server ablehnen.',
  },
  'pop3.bad-argument': {
    title: 'Ein Befehl ohne richtiges Argument',
    sentence: (p) => (p.args === '' ? `${p.verb} fehlt das Argument.` : `${p.verb} kann mit ${quote(p.args)} nichts anfangen.`),
    meaning: 'Mails werden mit ihren Nummern angesprochen, von 1 an, und TOP braucht dazu eine Zahl von Zeilen. Alles andere lehnt der Server ab.',
  },
  'pop3.unknown-command': {
    title: 'Ein unbekannter Befehl',
    sentence: (p) => `Der Client schickt ${quote(p.verb)}; das ist kein Befehl von POP3.`,
    meaning: 'Keine Festlegung von POP3 hat diesen Befehl. Es kann eine private Erweiterung sein, eine vertippte Zeile oder ein anderes Protokoll auf diesem Port.',
  },
  'pop3.bad-uid': {
    title: 'Eine falsche eindeutige Kennung',
    sentence: (p) => {
      const id = `Die eindeutige Kennung von Mail ${number(p.number)}, ${quote(p.uid)}, `;
      if (p.fault === 'repeated') return `${id}ist zugleich die von Mail ${number(p.other ?? 0)}.`;
      return p.fault === 'long' ? `${id}hat ${p.uid.length} Zeichen; erlaubt sind 70.` : `${id}enthält Zeichen, die nicht erlaubt sind.`;
    },
    meaning: 'An den eindeutigen Kennungen erkennt ein Client, welche Mails er schon geholt hat. Sie haben 1 bis 70 sichtbare Zeichen aus ASCII, und jede Mail hat ihre eigene: Sonst werden Mails zweimal geholt oder nie.',
  },
  'pop3.odd-indicator': {
    title: 'Ein Status nicht in Großbuchstaben',
    sentence: (p) => `Der Server schreibt ${quote(p.indicator)}; der Standard verlangt Großbuchstaben.`,
    meaning: 'Server müssen +OK und -ERR in Großbuchstaben senden. Strenge Clients erkennen es sonst nicht.',
  },
  'pop3.short-timer': {
    title: 'Zu früh abgemeldet',
    sentence: (p) => `Der Server beendet die Sitzung nach ${duration(p.seconds)} ohne Befehl; er muss mindestens ${duration(p.least)} warten.`,
    meaning: 'Ein Server darf eine Sitzung beenden, in der nichts geschieht, aber erst nach zehn Minuten. Was zum Löschen vorgemerkt war, wird dann nicht gelöscht.',
  },
};
