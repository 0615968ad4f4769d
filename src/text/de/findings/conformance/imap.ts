/** German for what IMAP forbids. */
import type { ImapFindings } from '../../../../model/findings/conformance.js';
import type { FindingTexts } from '../../../findings.js';
import { duration, number, octets, octetsDative, quote } from '../../format.js';

export const imapConformance: FindingTexts<ImapFindings> = {
  'imap.bare-lf': {
    title: 'Zeilen, die nur mit LF enden',
    sentence: (p) => `Der ${p.from === 'client' ? 'Client' : 'Server'} beendet Zeilen mit LF allein statt mit CRLF.`,
    meaning: 'Befehle und Antworten enden mit CRLF. Viele Programme nehmen auch LF, andere warten auf ein CR, das nie kommt.',
  },
  'imap.short-timer': {
    title: 'Zu früh abgemeldet',
    sentence: (p) => `Der Server beendet die Sitzung nach ${duration(p.seconds)} ohne Befehl; er muss mindestens ${duration(p.least)} warten.`,
    meaning: 'Ein Server darf eine Sitzung beenden, in der nichts geschieht, aber erst nach dreißig Minuten. Clients, die mit IDLE warten, verlassen sich darauf und verpassen sonst neue Mails.',
  },
  'imap.bad-literal': {
    title: 'Klammern, die nichts ankündigen',
    sentence: (p) => `${p.verb} endet mit ${quote(p.mark)}; das kündigt keine Zeichenkette an: In die geschweiften Klammern gehört eine Zahl von Oktetten.`,
    meaning: 'Eine gezählte Zeichenkette (literal) beginnt mit der Zahl ihrer Oktette in geschweiften Klammern am Ende der Zeile. Steht dort etwas anderes, ist es keine, und was folgt, wird als nächster Befehl gelesen.',
  },
  'imap.literal-length': {
    title: 'Eine Mail länger als angekündigt',
    sentence: (p) => `Hinter den ${p.octets === undefined ? 'angekündigten Oktetten' : octetsDative(p.octets)} der Mail steht ${quote(p.words)}: Die Mail ist wohl länger als angekündigt.`,
    meaning: 'Die Zahl in geschweiften Klammern sagt, wie viele Oktette eine Mail hat, die ins Postfach gelegt wird. Ist sie zu klein, wird der Rest als Teil des Befehls oder als nächster Befehl gelesen: Die Mail ist abgeschnitten, und was in ihr steht, wird womöglich ausgeführt.',
  },
  'imap.wrong-size': {
    title: 'Eine falsche Größe',
    sentence: (p) => `Mail ${number(p.number)} hat ${octets(p.size)}; RFC822.SIZE nennt ${number(p.announced)}.`,
    meaning: 'RFC822.SIZE sollte die Zahl der Oktette sein, die BODY[] liefert. Server, die Mails in anderer Form aufbewahren, nennen eine Schätzung oder die Größe einer Datei mit anderen Zeilenenden; Clients, die eine Mail stückweise bis zu dieser Größe abrufen, verlieren ihr Ende oder fragen nach Oktetten, die es nicht gibt.',
  },
  'imap.literal-unoffered': {
    title: 'Eine Zeichenkette, ohne zu warten',
    sentence: (p) =>
      `Der Client schickt eine Zeichenkette von ${octetsDative(p.octets)}, ohne die Aufforderung abzuwarten; ${p.small ? 'der Server hat das nur bis 4.096 Oktette erlaubt (LITERAL-)' : 'der Server hat das nicht angeboten (LITERAL+)'}.`,
    meaning: 'Mit einem Pluszeichen in den Klammern wartet ein Client die Aufforderung des Servers nicht ab. Das verstehen nur Server, die LITERAL+ anbieten, oder LITERAL- für kurze.',
  },
  'imap.duplicate-tag': {
    title: 'Dieselbe Kennung zweimal',
    sentence: (p) => `Der Client benutzt die Kennung ${p.tag} noch einmal, obwohl ${p.verb} mit derselben Kennung noch auf seine Antwort wartet.`,
    meaning: 'Jeder Befehl trägt eine eigene Kennung, und die Antwort wiederholt sie. Tragen zwei dieselbe, weiß niemand, welche Antwort zu welchem Befehl gehört.',
  },
  'imap.unknown-tag': {
    title: 'Eine Antwort auf keinen Befehl',
    sentence: (p) => `Der Server antwortet mit der Kennung ${p.tag}, die kein wartender Befehl trägt.`,
    meaning: 'Die Kennung sagt, welcher Befehl beantwortet wird. Mit einer anderen kann ein Client nichts anfangen und wartet weiter.',
  },
  'imap.out-of-state': {
    title: 'Ein Befehl im falschen Zustand',
    sentence: (p) => `Der Client schickt ${p.verb}, das zum Zustand ${quote(p.needs)} gehört, im Zustand ${quote(p.state)}.`,
    meaning: 'Welche Befehle erlaubt sind, hängt davon ab, ob der Client angemeldet und ob ein Postfach geöffnet ist. Die übrigen lehnen Server mit BAD ab.',
  },
  'imap.during-idle': {
    title: 'Ein Befehl während IDLE',
    sentence: (p) => `Der Client schickt ${p.verb}, während IDLE läuft, das nur DONE beenden darf.`,
    meaning: 'Solange IDLE läuft, nimmt der Server vom Client nichts an als DONE. Was stattdessen kommt, lehnt er ab oder hält es für das Ende von IDLE.',
  },
  'imap.bad-syntax': {
    title: 'Ein Befehl in falscher Form',
    sentence: (p) => (p.verb === undefined ? 'Die Zeile des Clients enthält keinen Befehl.' : `Die Argumente von ${p.verb} haben nicht die Form, die der Befehl braucht.`),
    meaning: 'Ein Befehl beginnt mit einer Kennung, dann folgt sein Name, dann Argumente in fester Form. Alles andere lehnen Server mit BAD ab.',
  },
  'imap.unknown-command': {
    title: 'Ein unbekannter Befehl',
    sentence: (p) => `Der Client schickt ${quote(p.verb)}; das ist kein Befehl von IMAP.`,
    meaning: 'Keine Festlegung von IMAP hat diesen Befehl. Es kann eine private Erweiterung sein, eine vertippte Zeile oder ein anderes Protokoll auf diesem Port.',
  },
  'imap.extension-unoffered': {
    title: 'Eine nicht angebotene Erweiterung',
    sentence: (p) => `Der Client schickt ${p.verb}, obwohl der Server ${p.extension} nicht angeboten hat.`,
    meaning: 'Was ein Server über den Kern von IMAP hinaus kann, steht in seinen Fähigkeiten (CAPABILITY). Andere Befehle lehnt er mit BAD ab, und ein Client, der sich auf sie verlässt, kommt nicht weiter.',
  },
  'imap.exists-shrank': {
    title: 'Mails wortlos verschwunden',
    sentence: (p) =>
      `Der Server sagt, dass ${p.mailbox === undefined ? 'im Postfach' : `in ${quote(p.mailbox)}`} ${number(p.count)} Mails liegen; vorher waren es ${number(p.before)}, und keine hat er als entfernt gemeldet.`,
    meaning: 'Nur EXPUNGE nimmt Mails weg, jede mit ihrer Nummer: Danach rückt ein Client die Nummern der anderen auf. Ohne das meinen Client und Server mit derselben Nummer verschiedene Mails.',
  },
  'imap.untimely-expunge': {
    title: 'EXPUNGE zur falschen Zeit',
    sentence: (p) => `Der Server meldet Mail ${number(p.number)} als entfernt, während ${p.verb === undefined ? 'kein Befehl läuft' : `${p.verb} läuft`}.`,
    meaning: 'EXPUNGE verschiebt die Nummern aller Mails dahinter. Es darf nicht kommen, solange ein Befehl wartet, der Mails mit Nummern nennt, und auch nicht, wenn keiner wartet: Der nächste Befehl könnte eine andere Mail meinen, als der Client denkt.',
  },
  'imap.login-disabled': {
    title: 'LOGIN trotz Verbot',
    sentence: () => 'Der Client schickt LOGIN mit seinem Passwort, obwohl der Server das hier verboten hat (LOGINDISABLED).',
    meaning: 'Mit LOGINDISABLED sagt ein Server, dass sich niemand anmelden darf, bevor TLS die Verbindung schützt. Wer es trotzdem tut, gibt das Passwort preis, und der Server muss ihn ablehnen.',
  },
  'imap.eight-bit': {
    title: 'Buchstaben jenseits von ASCII',
    sentence: (p) => `${p.verb} enthält Buchstaben, die nicht zu ASCII gehören, ohne dass UTF-8 eingeschaltet ist.`,
    meaning: 'Ohne ENABLE besteht eine Befehlszeile aus ASCII: Namen von Postfächern stehen dort in verändertem UTF-7, andere Texte als gezählte Zeichenketten. Das Übrige dürfen Server ablehnen, oder sie machen andere Namen daraus.',
  },
  'imap.no-bye': {
    title: 'Ohne BYE geschlossen',
    sentence: (p) => `Der Server schließt die Verbindung ohne BYE${p.verb === undefined ? '' : `; der letzte Befehl war ${p.verb}`}.`,
    meaning: 'Ein Server muss BYE sagen, bevor er die Verbindung schließt, auch hinter LOGOUT. Sonst kann ein Client einen Abschied nicht von einem Ausfall des Netzes unterscheiden.',
  },
};
