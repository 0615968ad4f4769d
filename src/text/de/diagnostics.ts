/** What the command line says in German when something goes wrong: the file first, then what and where. */
import type { CaptureErrorParams, CaptureWarningParams, Diagnostics } from '../diagnostics.js';
import { count, list, number, offset, quote } from './format.js';

function name(file: string): string {
  return file === '-' ? 'Standardeingabe' : file;
}

/** `mitschnitt.pcap, bei Oktett 24` */
function at({ file, offset }: CaptureErrorParams | CaptureWarningParams): string {
  return `${name(file)}, bei Oktett ${number(offset)}`;
}

function valued({ value }: CaptureWarningParams): string {
  return value === undefined ? '' : ` (${number(value)})`;
}

function dataOf({ format }: CaptureErrorParams): string {
  return format === undefined ? 'komprimierten Daten' : `${format}-Daten`;
}

/** What the system's error codes say of an output. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'den Ordner gibt es nicht',
  EACCES: 'die Berechtigung fehlt',
  ENOSPC: 'der Datenträger ist voll',
  EISDIR: 'das ist ein Ordner',
  ENOTDIR: 'ein Teil des Pfades ist kein Ordner',
  EROFS: 'das Dateisystem ist schreibgeschützt',
};

/** Was das System sagt, wo kein Server sein kann. */
const LISTENING: Readonly<Record<string, string>> = {
  EACCES: 'die Berechtigung fehlt',
  EADDRINUSE: 'dort hört schon ein anderes Programm',
  EADDRNOTAVAIL: 'diese Adresse hat der Rechner nicht',
  ENOTFOUND: 'eine solche Adresse gibt es nicht',
};

export const diagnostics: Diagnostics = {
  errors: {
    'not-found': (p) => `${name(p.file)}: Diese Datei gibt es nicht.`,
    'permission': (p) => `${name(p.file)}: Die Berechtigung zum Lesen fehlt.`,
    'directory': (p) => `${name(p.file)}: Das ist ein Verzeichnis, kein Mitschnitt.`,
    'unreadable': (p) => `${at(p)}: Das System kann nicht weiterlesen.`,
    'empty': (p) => `${name(p.file)}: ${p.format === undefined ? 'Die Eingabe' : `Der Inhalt von ${p.format}`} ist leer, nicht ein Oktett.`,
    'not-a-capture': (p) =>
      p.format === undefined
        ? `${at(p)}: Das ist kein Mitschnitt, weder pcap noch pcapng, auch nicht mit gzip oder zstd komprimiert.`
        : `${at(p)}: Der Inhalt von ${p.format} ist kein Mitschnitt, weder pcap noch pcapng.`,
    'compression-cut': (p) => `${at(p)}: Die ${dataOf(p)} enden, bevor ein Mitschnitt darin zu erkennen ist.`,
    'compression-damaged': (p) =>
      `${at(p)}: Die ${dataOf(p)} lassen sich nicht entpacken; sie sind beschädigt${p.format === 'zstd' ? ' oder brauchen ein Wörterbuch oder zu viel Speicher' : ''}.`,
    'unsupported-format': (p) =>
      `${at(p)}: Das Format${p.format === undefined ? '' : ` ${p.format}`} wird nicht unterstützt; gelesen werden Mitschnitte in den Formaten pcap und pcapng.`,
  },
  warnings: {
    'cut-packet': (p) => `${at(p)}: Der Mitschnitt endet mitten in einem Paket; alles davor wurde gelesen.`,
    'bad-length': (p) => `${at(p)}: Eine Länge, die kein Paket haben kann${valued(p)}; was nicht lesbar war, wurde ausgelassen.`,
    'bad-block': (p) => `${at(p)}: Ein beschädigter Block${valued(p)}; er wurde ausgelassen.`,
    'unknown-interface': (p) =>
      `${at(p)}: Pakete einer Schnittstelle, die der Mitschnitt nicht beschreibt${valued(p)}; sie wurden ausgelassen.`,
    'compression-cut': (p) => `${at(p)}: Die komprimierten Daten enden zu früh; alles davor wurde gelesen.`,
    'compression-damaged': (p) => `${at(p)}: Die komprimierten Daten sind beschädigt; alles davor wurde gelesen.`,
    'unsupported-link-type': (p) =>
      `${at(p)}: Pakete einer Verbindungsschicht, die nicht unterstützt wird${valued(p)}; sie wurden gezählt, nicht gelesen.`,
    'too-many-comments': (p) => `${at(p)}: Mehr Kommentare, als aufbewahrt werden${valued(p)}; der Rest wurde ausgelassen.`,
    'dropped-by-kernel': (p) => `${name(p.file)}: Der Kernel hat ${count(p.value ?? 0, 'ein Paket', 'Pakete')} verworfen, bevor sie mitgeschnitten werden konnten; ihr Inhalt fehlt.`,
    'given-up': (p) => `${name(p.file)}: Die Auswertung war für ${count(p.value ?? 0, 'ein Paket', 'Pakete')} zu langsam; in der Datei von -w sind sie enthalten, in der Ausgabe fehlt ihr Inhalt.`,
    'broke-off': (p) => `${name(p.file)}: Der Mitschnitt endete ungefragt; alles davor wurde gelesen.`,
    'not-recorded': (p) => `${name(p.file)}: Ab einem bestimmten Paket ließ sich in die Datei von -w nichts mehr schreiben.`,
  },
  usage: {
    'no-file': () => 'Es wurde keine Mitschnittdatei genannt.',
    'unknown-word': (p) =>
      `Der Katalog kennt ${quote(p.word)} nicht${p.suggestions.length === 0 ? '; mailscope explain zählt auf, was er kennt' : `; ähnliche Namen sind ${list(p.suggestions)}`}.`,
    'unknown-finding': (p) => `Einen Befund ${quote(p.name)} gibt es nicht; mailscope explain nennt alle Namen.`,
    'unknown-option': (p) => `Eine Option ${p.option} gibt es nicht.`,
    'missing-value': (p) => `Der Option ${p.option} fehlt ihr Wert.`,
    'unknown-format': (p) => `Ein Format ${p.format} gibt es nicht; es gibt ${list(p.known)}.`,
    'unknown-value': (p) => `Die Option ${p.option} kann nicht ${p.value} sein, nur ${list(p.known, 'oder')}.`,
    'cannot-listen': (p) => `Auf Port ${p.port} von ${p.host} kann niemand hören: ${LISTENING[p.reason] ?? p.reason}; --ports nennt andere.`,
    'bad-ports': (p) => `${quote(p.value)} sind keine drei Ports; --ports nimmt die von SMTP, POP3 und IMAP, etwa 2525,1110,1143.`,
    'cannot-read': (p) =>
      `${name(p.file)}: Die Schlüssel sind nicht lesbar: ${p.reason === 'ENOENT' ? 'die Datei gibt es nicht' : (REASONS[p.reason] ?? p.reason)}.`,
    'cannot-write': (p) => `${p.file === '-' ? 'Standardausgabe' : p.file}: Schreiben ist nicht möglich: ${REASONS[p.reason] ?? p.reason}.`,
    'same-file': (p) => `${p.file}: Die Ausgabe würde den Mitschnitt überschreiben, der gerade gelesen wird.`,
    'file-exists': (p) => `${p.file}: Eine solche Datei gibt es schon; --force überschreibt sie.`,
    'no-interface': () => 'Es fehlt, worauf mitgeschnitten wird: -i SCHNITTSTELLE; mailscope interfaces nennt, was es gibt.',
    'bad-ring': (p) => `${quote(p.value)} ist kein Ring; gemeint sind Größe und Zahl der Dateien, etwa 100M,10.`,
    'ring-alone': () => 'Zu --ring gehört eine Datei: -w DATEI.pcapng.',
    'bad-duration': (p) => `${quote(p.value)} ist keine Dauer; möglich sind Sekunden, Minuten, Stunden oder Tage, etwa 30, 5m, 2h oder 1d, bis 24 Tage.`,
    'bad-count': (p) => `${quote(p.value)} ist keine Zahl von Paketen.`,
    'no-output': () => 'In welche Datei? -o DATEI; die Endung bestimmt das Format.',
    'anonymous-bodies': () => '--anonymise und --bodies schließen einander aus: Wen ein Text nennt, lässt sich nicht sicher erkennen.',
    'unknown-ending': (p) => `${p.file}: Diese Endung hat kein Bericht; möglich sind ${list(p.known)}.`,
    'bad-session': (p) => `${quote(p.value)} ist keine Sitzung; Sitzungen sind Zahlen ab 1, etwa 3 oder 1,4 oder 2-5.`,
    'no-session': (p) => (p.sessions.length === 1 ? `Eine Sitzung ${number(p.sessions[0]!)} gibt es nicht.` : `Die Sitzungen ${list(p.sessions.map(number))} gibt es nicht.`),
    'no-word': () => 'Es fehlt, wonach gesucht wird: eine Adresse, eine Message-ID oder eine Kennung in der Warteschlange, und in welchen Mitschnitten.',
    'no-folder': () => 'Es fehlt der Ordner, in den geschrieben wird: -d ORDNER.',
    'plain-written': (p) => `${p.file}: ${count(p.connections, 'eine Verbindung', 'Verbindungen')} ohne TLS geschrieben.`,
    'extracted': (p) => `${p.folder}: ${count(p.mails, 'eine Mail', 'Mails')} und ${count(p.attachments, 'ein Anhang', 'Anhänge')} geschrieben, aufgeführt in index.json.`,
    'no-capture': (p) =>
      p.files === 1 ? 'Die Eingabe wurde nicht als Mitschnitt erkannt.' : `Keine von ${number(p.files)} Eingaben wurde als Mitschnitt erkannt.`,
    'no-mail': (p) =>
      p.packets === 0 ? 'Der Mitschnitt enthält keine Pakete.' : `In ${count(p.packets, 'einem Paket', 'Paketen')} fand sich keine Mail.`,
    'no-match': (p) => (p.sessions === 1 ? 'In der Sitzung passt nichts zum Filter.' : `In ${count(p.sessions, 'Sitzung', 'Sitzungen')} passt nichts zum Filter.`),
    'mails-forgotten': (p) => `${count(p.mails, 'Mail fehlt', 'Mails fehlen')} in der Ausgabe: Zu viele kamen, bevor in ihrer Sitzung etwas passte.`,
    'not-joined': (p) => `${name(p.file)}: kann nur einmal gelesen werden; ob die anderen Mitschnitte dieselben Verbindungen enthalten, wird nicht untersucht.`,
    'survey-cut': () => 'Die Mitschnitte enthalten mehr Verbindungen, als verglichen werden: Ob mehrere dieselben enthalten, ist jenseits der ersten 100.000 nicht bekannt.',
    'clock-moved': (p) =>
      `${name(p.file)}: Die Uhr geht gegenüber der von ${name(p.reference)} um ${offset(Math.abs(p.ahead))} ${p.ahead < 0 ? 'nach' : 'vor'}, gemessen an Paketen, die beide enthalten; alle Zeiten folgen der Uhr von ${name(p.reference)}.`,
    'interrupted': () => 'Abgebrochen; alles bis hierher ist gezeigt.',
    'internal': (p) => `In mailscope selbst ist etwas gescheitert, nicht am Mitschnitt: ${p.reason}.`,
  },
};
