/** What `--help` says, in both languages. */
import type { LanguageCode } from '../text/index.js';

export type CommandName = 'read' | 'extract' | 'report' | 'stats' | 'journey' | 'why' | 'live' | 'interfaces' | 'lab' | 'explain' | 'schema';

/** Of every command; `report` says some in other words. */
type OptionName =
  | 'reportOutput'
  | 'anonymise'
  | 'statsFormat'
  | 'journeyFormat'
  | 'title'
  | 'author'
  | 'session'
  | 'reportRedact'
  | 'reportShowSecrets'
  | 'reportBodies'
  | 'host'
  | 'labEngine'
  | 'ports'
  | 'interface'
  | 'captureFilter'
  | 'context'
  | 'write'
  | 'ring'
  | 'runFor'
  | 'count'
  | 'engine'
  | 'liveFormat'
  | 'interfacesFormat'
  | 'files'
  | 'r'
  | 'format'
  | 'output'
  | 'lang'
  | 'redact'
  | 'showSecrets'
  | 'bodies'
  | 'hashes'
  | 'tz'
  | 'color'
  | 'quiet'
  | 'keylog'
  | 'noContext'
  | 'plain'
  | 'ignore'
  | 'failOn'
  | 'folder'
  | 'force'
  | 'words'
  | 'wanted'
  | 'filter'
  | 'findings';

interface CliTexts {
  readonly usage: string;
  readonly commands: Readonly<Record<CommandName, string>>;
  readonly options: Readonly<Record<OptionName, string>>;
  readonly examples: readonly (readonly [command: string, meaning: string])[];
  readonly epilogue: string;
  readonly tryHelp: string;
  /** What yargs says of its own, by its English words; the bundle leaves the files of its languages behind. */
  readonly parser: Readonly<Record<string, string | { readonly one: string; readonly other: string }>>;
}

const english: CliTexts = {
  usage: 'Usage: mailscope [read] FILE...\n\nFinds the SMTP, POP3 and IMAP conversations in packet captures and explains every line.',
  commands: {
    read: 'Read captures: every conversation, line by line, in words; without “read” in a terminal: a view to look around in',
    extract: 'Write every mail as .eml, its attachments as files, and an index',
    report: 'Write a report to hand in or attach; the ending of its file chooses the format',
    stats: 'Count: sessions, mails, commands, waits, log-ins and more, with bars',
    journey: 'Show the way of each mail over connections and captures, step by step',
    why: 'Say what became of an address, a Message-ID or a queue id',
    live: 'Explain what comes by on an interface, as it comes',
    interfaces: 'List what live can listen on',
    lab: 'Be a small SMTP, POP3 and IMAP server for teaching, and explain what is said to it',
    explain: 'Say what commands, codes and terms mean, without a capture',
    schema: 'Print the JSON Schema of the output',
  },
  options: {
    interface: 'What to listen on; any is all of them, lo this machine alone',
    captureFilter: 'Capture this instead of the mail ports, in the language of libpcap',
    context: 'Capture what surrounds mail, too: DNS, ident, syslog, ICMP',
    write: 'Keep what is captured in this file (pcapng)',
    ring: 'Begin a new file of -w whenever one is as large as SIZE, and keep COUNT of them: 100M,10',
    runFor: 'End after so many seconds; 5m, 2h and 1d are understood, too',
    count: 'End after so many packets',
    engine: 'The program that captures; auto is dumpcap, else tcpdump',
    interfacesFormat: 'A table, or one JSON array',
    files: 'Captures: pcap or pcapng, also inside gzip or zstd; - is standard input; several are merged by time',
    r: 'A capture, as in tshark',
    filter: 'Keep what matches, in Wireshark’s language: mailscope explain filter lists the fields',
    format: 'What to write: the transcript, one JSON document, one JSON object a line, or a table of lines (CSV)',
    output: 'Write to this file instead of standard output',
    lang: 'Language of the annotations; by default that of the environment',
    redact: 'Mask passwords',
    showSecrets: 'Show passwords (the default here)',
    bodies: 'Show the bodies of mails in the transcript, as they were sent, below header, hops and the tree of parts',
    hashes: 'Add SHA-256 and MD5 to ndjson (json has them always)',
    tz: 'Clock of the transcript',
    color: 'Colours in the transcript',
    keylog: 'Keys that open TLS in the captures (SSLKEYLOGFILE); several times for several files',
    noContext: 'Leave out what surrounds the sessions: DNS, ident, syslog, ICMP',
    quiet: 'No progress and no remarks; warnings stay',
    ignore: 'A finding that is not looked for, by its name; several with commas',
    findings: 'Write the findings alone: SARIF for code hosts and editors, JUnit for build servers',
    failOn: 'Exit with status 3 where a finding is as grave as this',
    folder: 'The folder that the mails are written to; made where there is none',
    plain: 'Instead of mails, write every conversation as a capture without TLS (pcap), for other programs',
    force: 'Overwrite files that are there',
    journeyFormat: 'Text, or one JSON object',
    statsFormat: 'Tables with bars, or one JSON object',
    reportOutput: 'The file to write: .html, .md, .json, or .csv (x-sessions.csv, x-entries.csv, x-mails.csv)',
    anonymise: 'Replace names and addresses, the same one always by the same',
    title: 'Title of the report',
    author: 'Author of the report',
    session: 'Only this session, by its number; several as 1,4 or 2-5',
    reportRedact: 'Mask passwords (the default here)',
    reportShowSecrets: 'Show passwords',
    reportBodies: 'Show the bodies of mails, as they were sent',
    host: 'Address to listen on; anything but the default lets others in',
    labEngine: 'What captures the traffic of the lab; sockets: nothing does, its own sockets tell what they send and receive',
    ports: 'Ports of SMTP, POP3 and IMAP; by default 2525,1110,1143 and, where that is allowed, 25, 110 and 143',
    liveFormat: 'What to write: the transcript, line by line, or one JSON object a line',
    wanted: 'An address, a Message-ID or a queue id',
    words: 'What to explain: STLS, 550, 5.7.1, 5yz, UID FETCH, envelope, filter; none: a list of all',
  },
  examples: [
    ['mailscope lecture.pcap', 'In a terminal: sessions, conversations, mails to look around in'],
    ['mailscope read lecture.pcap', 'The annotated transcript'],
    ['mailscope read lecture.pcap --lang de', 'The same in German'],
    ['mailscope read big.pcap.gz --format ndjson | jq .note.text', 'Every sentence, for other programs'],
    ['mailscope trace.pcap --keylog keys.log', 'With TLS opened by the keys of a program'],
    ['mailscope extract lecture.pcap -d mails', 'The mails as files'],
    ['tcpdump -w - port 25 | mailscope -', 'From another program'],
    [`mailscope lecture.pcap -Y 'smtp.response.code >= 500'`, 'What a filter keeps'],
    ['mailscope why bob@kolleg.example lecture.pcap', 'What became of a mail'],
    ['mailscope lab', 'A server to telnet to'],
    ['mailscope journey client.pcap server.pcap', 'The way of each mail, from both places'],
    ['mailscope live -i eth0 -w today.pcapng', 'What comes by, explained and kept'],
    ['mailscope explain 550 5.1.1', 'What a reply code means'],
  ],
  epilogue:
    'Exit status: 0 done; 1 a capture is damaged, or one of several could not be read; 2 wrong usage, no input is a capture, or no word is known; 3 --fail-on, and there is such a finding.',
  tryHelp: 'mailscope --help shows what there is.',
  parser: {},
};

const german: CliTexts = {
  usage:
    'Aufruf: mailscope [read] DATEI...\n\nFindet die Gespräche in SMTP, POP3 und IMAP in Paketmitschnitten und erklärt jede Zeile.',
  commands: {
    read: 'Liest Mitschnitte: jedes Gespräch, Zeile für Zeile, in Worten; ohne „read“ im Terminal: eine Ansicht zum Umsehen',
    extract: 'Schreibt jede Mail als .eml, ihre Anhänge als Dateien und ein Verzeichnis davon',
    report: 'Schreibt einen Bericht zum Abgeben oder Anhängen; die Endung der Datei bestimmt das Format',
    stats: 'Zählt: Sitzungen, Mails, Befehle, Wartezeiten, Anmeldungen und mehr, mit Balken',
    journey: 'Zeigt den Weg jeder Mail über Verbindungen und Mitschnitte, Schritt für Schritt',
    why: 'Sagt, was aus einer Adresse, einer Message-ID oder einer Nummer der Warteschlange geworden ist',
    live: 'Erklärt, was auf einer Schnittstelle vorbeikommt, während es geschieht',
    interfaces: 'Zählt auf, worauf live mitschneiden kann',
    lab: 'Ist ein kleiner Server für SMTP, POP3 und IMAP zum Üben und erklärt, was ihm gesagt wird',
    explain: 'Sagt, was Befehle, Codes und Begriffe bedeuten, ohne Mitschnitt',
    schema: 'Gibt das JSON-Schema der Ausgabe aus',
  },
  options: {
    interface: 'Die Schnittstelle; any sind alle, lo ist nur dieser Rechner',
    captureFilter: 'Statt der Mail-Ports dies mitschneiden, in der Sprache von libpcap',
    context: 'Auch mitschneiden, was Mail umgibt: DNS, ident, Syslog, ICMP',
    write: 'Aufheben, was mitgeschnitten wird, in dieser Datei (pcapng)',
    ring: 'Für -w eine neue Datei beginnen, sooft eine GRÖSSE erreicht, und ANZAHL davon behalten: 100M,10',
    runFor: 'Nach so vielen Sekunden enden; auch 5m, 2h und 1d',
    count: 'Nach so vielen Paketen enden',
    engine: 'Das Programm, das mitschneidet; auto ist dumpcap, sonst tcpdump',
    interfacesFormat: 'Eine Tabelle oder ein JSON-Array',
    files: 'Mitschnitte: pcap oder pcapng, auch in gzip oder zstd; - ist die Standardeingabe; mehrere werden nach der Zeit verschränkt',
    r: 'Ein Mitschnitt, wie bei tshark',
    filter: 'Nur behalten, was passt, in der Sprache von Wireshark: mailscope explain filter zählt die Felder auf',
    format: 'Was geschrieben wird: das Protokoll in Worten, ein JSON-Dokument, ein JSON-Objekt je Zeile oder eine Tabelle der Zeilen (CSV)',
    output: 'In diese Datei schreiben statt auf die Standardausgabe',
    lang: 'Sprache der Erklärungen; ohne Angabe die der Umgebung',
    redact: 'Passwörter verdecken',
    showSecrets: 'Passwörter zeigen (hier die Vorgabe)',
    bodies: 'Zeigt im Protokoll auch den Inhalt der Mails, wie er gesendet wurde, unter Kopf, Stationen und dem Baum der Teile',
    hashes: 'SHA-256 und MD5 auch bei ndjson (json hat sie immer)',
    tz: 'Uhrzeit im Protokoll: UTC oder die hiesige',
    color: 'Farben im Protokoll',
    keylog: 'Schlüssel, mit denen TLS in den Mitschnitten lesbar wird (SSLKEYLOGFILE); mehrmals für mehrere Dateien',
    noContext: 'Lässt weg, was die Sitzungen umgibt: DNS, ident, syslog, ICMP',
    quiet: 'Kein Fortschritt und keine Bemerkungen; Warnungen bleiben',
    ignore: 'Ein Befund, nach dem nicht gesucht wird, mit Namen; mehrere mit Kommas',
    findings: 'Schreibt nur die Befunde: SARIF für Code-Plattformen und Editoren, JUnit für Build-Server',
    failOn: 'Endet mit Status 3, wo ein Befund so schwer wiegt',
    folder: 'Der Ordner für die Mails; wird angelegt, wo er fehlt',
    plain: 'Schreibt statt der Mails jedes Gespräch als Mitschnitt ohne TLS (pcap), für andere Programme',
    force: 'Vorhandene Dateien überschreiben',
    journeyFormat: 'Text oder ein JSON-Objekt',
    statsFormat: 'Tabellen mit Balken oder ein JSON-Objekt',
    reportOutput: 'Die Datei, die geschrieben wird: .html, .md, .json oder .csv (x-sessions.csv, x-entries.csv, x-mails.csv)',
    anonymise: 'Ersetzt Namen und Adressen, gleiche immer durch gleiche',
    title: 'Titel des Berichts',
    author: 'Verfasser des Berichts',
    session: 'Nur diese Sitzung, nach ihrer Nummer; mehrere als 1,4 oder 2-5',
    reportRedact: 'Passwörter verdecken (hier die Vorgabe)',
    reportShowSecrets: 'Passwörter zeigen',
    reportBodies: 'Zeigt auch den Inhalt der Mails, wie er gesendet wurde',
    host: 'Adresse, auf der gehört wird; jede andere als die Vorgabe lässt andere herein',
    labEngine: 'Was den Verkehr des Labors mitschneidet; sockets: nichts, seine Sockets sagen selbst, was sie senden und empfangen',
    ports: 'Ports von SMTP, POP3 und IMAP; ohne Angabe 2525,1110,1143 und, wo es erlaubt ist, 25, 110 und 143',
    liveFormat: 'Was geschrieben wird: das Protokoll in Worten, Zeile für Zeile, oder ein JSON-Objekt je Zeile',
    wanted: 'Eine Adresse, eine Message-ID oder eine Nummer der Warteschlange',
    words: 'Was erklärt wird: STLS, 550, 5.7.1, 5yz, UID FETCH, Umschlag, Filter; ohne Angabe eine Liste von allem',
  },
  examples: [
    ['mailscope vorlesung.pcap', 'Im Terminal: Sitzungen, Gespräche und Mails zum Umsehen'],
    ['mailscope read vorlesung.pcap', 'Das erklärte Protokoll'],
    ['mailscope read vorlesung.pcap --lang en', 'Dasselbe auf Englisch'],
    ['mailscope read gross.pcap.gz --format ndjson | jq .note.text', 'Jeder Satz, für andere Programme'],
    ['mailscope mitschnitt.pcap --keylog keys.log', 'TLS geöffnet mit den Schlüsseln eines Programms'],
    ['tcpdump -w - port 25 | mailscope -', 'Von einem anderen Programm'],
    [`mailscope vorlesung.pcap -Y 'smtp.response.code >= 500'`, 'Was ein Filter behält'],
    ['mailscope why bob@kolleg.example vorlesung.pcap', 'Was aus einer Mail geworden ist'],
    ['mailscope lab', 'Ein Server zum Üben mit Telnet'],
    ['mailscope journey client.pcap server.pcap', 'Der Weg jeder Mail, von beiden Stellen aus'],
    ['mailscope live -i eth0 -w heute.pcapng', 'Was vorbeikommt, erklärt und aufgehoben'],
    ['mailscope explain 550 5.1.1', 'Was ein Antwortcode bedeutet'],
  ],
  epilogue:
    'Rückgabewert: 0 fertig; 1 ein Mitschnitt ist beschädigt oder einer von mehreren war nicht lesbar; 2 falscher Aufruf, keine Eingabe ist ein Mitschnitt, oder kein Wort ist bekannt; 3 --fail-on, und es gibt einen solchen Befund.',
  tryHelp: 'mailscope --help zeigt, was es gibt.',
  parser: {
    'Commands:': 'Befehle:',
    'Positionals:': 'Argumente:',
    'Options:': 'Optionen:',
    'Examples:': 'Beispiele:',
    'default': 'Vorgabe',
    'default:': 'Vorgabe:',
    'choices:': 'Auswahl:',
    'boolean': 'Schalter',
    'string': 'Text',
    'array': 'mehrfach',
    'Show help': 'Diese Hilfe zeigen',
    'Show version number': 'Die Version zeigen',
    'Invalid values:': 'Unzulässige Werte:',
    'Argument: %s, Given: %s, Choices: %s': 'Option: %s, angegeben: %s, zur Auswahl: %s',
    'Unknown argument: %s': { one: 'Unbekannte Option: %s', other: 'Unbekannte Optionen: %s' },
    'Not enough arguments following: %s': 'Hinter %s fehlt ein Wert.',
    'Arguments %s and %s are mutually exclusive': 'Die Optionen %s und %s schließen einander aus',
  },
};

export const CLI_TEXTS: Readonly<Record<LanguageCode, CliTexts>> = { en: english, de: german };
