/** German for what SMTP forbids. */
import type { SmtpFindings } from '../../../../model/findings/conformance.js';
import type { FindingTexts } from '../../../findings.js';
import { count, number, octets, quote } from '../../format.js';

const FAULTS = {
  unknown: 'den keine Erweiterung kennt',
  malformed: 'dessen Wert nicht die festgelegte Form hat',
  misplaced: 'der zum anderen der Befehle MAIL und RCPT gehört',
  repeated: 'der dort schon einmal stand',
} as const;

export const smtpConformance: FindingTexts<SmtpFindings> = {
  'smtp.no-hello': {
    title: 'Kein HELO oder EHLO',
    sentence: (p) => `Der Client schickt ${p.verb}, ohne sich vorher mit EHLO oder HELO vorgestellt zu haben.`,
    meaning:
      'Ein Client muss sagen, wer er ist, bevor er eine Mail beginnt. Ein Server darf ablehnen, was ohne das kommt (503), und viele tun es: Programme, die Spam versenden, lassen es oft aus.',
  },
  'smtp.early-talker': {
    title: 'Vor der Begrüßung gesprochen',
    sentence: (p) => `Der Client schickt ${p.verb}, bevor der Server ihn begrüßt hat.`,
    meaning:
      'Bei SMTP beginnt der Server, und der Client wartet die Begrüßung ab: Sie kann eine Ablehnung sein. Wer nicht wartet, hört auch nicht zu; Programme, die Spam versenden, erkennt man daran, und manche Server verzögern ihre Begrüßung, um zu sehen, wer zu früh spricht.',
  },
  'smtp.pipelining-unoffered': {
    title: 'PIPELINING ohne Angebot',
    sentence: (p) =>
      `Der Client schickt ${p.verb === '' ? 'eine leere Zeile' : p.verb}, obwohl noch ${count(p.waiting, 'eine Antwort aussteht', 'Antworten ausstehen')} und der Server kein PIPELINING angeboten hat.`,
    meaning:
      'Nur wenn der Server PIPELINING anbietet, darf ein Client Befehle senden, ohne die Antworten auf die vorigen abzuwarten. Manchen Servern geht verloren, was zu früh kommt, andere lehnen es ab.',
  },
  'smtp.reply-overtaken': {
    title: 'Eine nicht abgewartete Antwort',
    sentence: (p) =>
      `Der Client schickt ${p.verb === '' ? 'eine leere Zeile' : p.verb}, ohne ${p.awaited === undefined ? 'die noch ausstehende Antwort' : `die Antwort auf ${p.awaited === '' ? 'eine leere Zeile' : p.awaited}`} abzuwarten, obwohl er das muss.`,
    meaning:
      'Auch mit PIPELINING müssen einige Befehle die letzten ihrer Gruppe sein, darunter EHLO, DATA, VRFY, NOOP und QUIT: Von ihrer Antwort hängt ab, was folgt.',
  },
  'smtp.out-of-order': {
    title: 'Ein Befehl außer der Reihe',
    sentence: (p) =>
      p.fault === 'nested'
        ? `Der Client schickt ${p.verb}, obwohl schon eine Mail begonnen und weder übergeben noch mit RSET aufgegeben ist.`
        : p.fault === 'no-sender'
          ? `Der Client schickt ${p.verb}, obwohl kein MAIL eine Mail begonnen hat.`
          : `Der Client schickt ${p.verb}, obwohl kein RCPT einen Empfänger genannt hat.`,
    meaning: 'Zu einer Mail gehören MAIL, dann ein oder mehrere RCPT, dann der Inhalt. Was in anderer Reihenfolge kommt, lehnen Server mit 503 ab.',
  },
  'smtp.unknown-command': {
    title: 'Ein unbekannter Befehl',
    sentence: (p) => `Der Client schickt ${quote(p.verb)}; das ist kein Befehl von SMTP.`,
    meaning:
      'Weder SMTP noch eine registrierte Erweiterung hat diesen Befehl. Es kann eine private Erweiterung sein, eine vertippte Zeile, ein anderes Protokoll auf diesem Port oder der Rest von etwas, das der Server schon für beendet hielt.',
  },
  'smtp.unequal-codes': {
    title: 'Verschiedene Codes in einer Antwort',
    sentence: (p) => `Die Zeilen einer Antwort tragen verschiedene Codes: ${p.code} und ${p.other}.`,
    meaning: 'Alle Zeilen einer Antwort müssen mit demselben Code beginnen. Welcher gilt, bleibt offen: Manche Clients nehmen den ersten, andere den letzten.',
  },
  'smtp.odd-code': {
    title: 'Ein Code außerhalb des Standards',
    sentence: (p) => `Der Server antwortet mit ${p.code}; die zweite Ziffer eines Antwortcodes ist 0 bis 5.`,
    meaning: 'Die zweite Ziffer sagt, wovon eine Antwort handelt, und der Standard kennt 0 bis 5. Clients richten sich nach der ersten, Schaden entsteht selten. 571 ist für Ablehnungen nach Regeln des Hauses verbreitet.',
  },
  'smtp.no-code': {
    title: 'Eine Antwort ohne Code',
    sentence: (p) => `Die Antwort des Servers beginnt ohne Antwortcode: ${quote(p.words)}.`,
    meaning: 'Jede Zeile einer Antwort muss mit drei Ziffern beginnen. Fehlen sie, kann ein Client nur raten oder abbrechen.',
  },
  'smtp.code-mismatch': {
    title: 'Codes, die sich widersprechen',
    sentence: (p) => `Der Antwortcode ${p.code} und der erweiterte Code ${p.enhanced} gehören zu verschiedenen Klassen.`,
    meaning: 'Die erste Ziffer eines erweiterten Codes muss die des Antwortcodes sein: 2 für Erfolg, 4 für vorläufig, 5 für endgültig. Wo sie sich unterscheiden, richten sich Clients nach dem Antwortcode.',
  },
  'smtp.surplus-reply': {
    title: 'Eine Antwort zu viel',
    sentence: (p) => `Der Server schickt eine Antwort (${p.code}), auf die kein Befehl wartet.`,
    meaning:
      'Auf jeden Befehl folgt genau eine Antwort. Eine überzählige gilt als Antwort auf den nächsten Befehl, und von da an missverstehen sich Client und Server. Eine mehrzeilige Antwort, der die Bindestriche fehlen, sieht ebenso aus.',
  },
  'smtp.extension-unoffered': {
    title: 'Eine nicht angebotene Erweiterung',
    sentence: (p) => p.verb === p.extension ? `Der Client schickt ${p.verb}, das der Server nicht angeboten hat.` : `Der Client benutzt mit ${p.verb} die Erweiterung ${p.extension}, die der Server nicht angeboten hat.`,
    meaning: 'Von den Erweiterungen darf ein Client nur benutzen, was die letzte Antwort auf EHLO genannt hat. Das Übrige lehnen Server ab oder verstehen es nicht.',
  },
  'smtp.odd-parameter': {
    title: 'Ein seltsamer Parameter',
    sentence: (p) => `${p.verb} trägt den Parameter ${quote(p.parameter)}, ${FAULTS[p.fault]}.`,
    meaning: 'Hinter der Adresse von MAIL und RCPT stehen Parameter von Erweiterungen, in der Form, die jede Erweiterung festlegt. Was ein Server nicht kennt, muss er ablehnen (555).',
  },
  'smtp.bad-path': {
    title: 'Eine Adresse in falscher Form',
    sentence: (p) =>
      p.form === 'none'
        ? `${p.verb} nennt keine ${p.args === '' ? 'Adresse' : `lesbare Adresse: ${quote(p.args)}`}.`
        : p.form === 'bare'
          ? `Die Adresse hinter ${p.verb} steht ohne spitze Klammern: ${quote(p.args)}.`
          : `Zwischen dem Doppelpunkt von ${p.verb} und der Adresse steht ein Leerzeichen: ${quote(p.args)}.`,
    meaning: 'Der Standard schreibt MAIL FROM:<Adresse> und RCPT TO:<Adresse>, mit spitzen Klammern und ohne Leerzeichen hinter dem Doppelpunkt. Viele Server nehmen auch anderes an, manche lehnen es mit 501 ab.',
  },
  'smtp.long-address': {
    title: 'Eine lange Adresse',
    sentence: (p) => `Der Teil ${p.part === 'local' ? 'vor' : 'hinter'} dem @ in ${p.verb} hat ${octets(p.octets)}; nur bis ${number(p.limit)} muss jeder Server annehmen.`,
    meaning: 'Server müssen vor dem @ 64 und dahinter 255 Oktette annehmen. Längere Adressen können hier oder unterwegs abgelehnt werden.',
  },
  'smtp.utf8-undeclared': {
    title: 'Eine Adresse jenseits von ASCII, nicht angekündigt',
    sentence: (p) => `${p.verb} nennt ${quote(p.address)} mit Zeichen, die nicht zu ASCII gehören, ohne dass die Mail als SMTPUTF8 angekündigt ist.`,
    meaning: 'Adressen mit anderen Zeichen als denen von ASCII brauchen die Erweiterung SMTPUTF8, vom Server angeboten und hinter MAIL angekündigt: Nur dann ist sicher, dass jeder Rechner unterwegs sie lesen kann.',
  },
  'smtp.hello-name': {
    title: 'Vorstellung ohne richtigen Namen',
    sentence: (p) => {
      if (p.form === 'none') return `Der Client stellt sich mit ${p.verb} vor und nennt keinen Namen.`;
      if (p.form === 'address') return `Der Client stellt sich als ${p.name} vor: Eine Adresse muss in eckigen Klammern stehen.`;
      if (p.form === 'letters') return `Der Client stellt sich als ${quote(p.name)} vor; so kann kein Rechner heißen.`;
      return `Der Client stellt sich als ${quote(p.name)} vor: ein einzelnes Wort ohne Domain.`;
    },
    meaning:
      'Hinter EHLO und HELO gehört der volle Name des Clients im DNS oder seine Adresse in eckigen Klammern. Mailprogramme auf Arbeitsplätzen haben oft keinen solchen Namen; zwischen Servern gilt sein Fehlen als Zeichen für Spam.',
  },
  'smtp.no-quit': {
    title: 'Ohne QUIT geschlossen',
    sentence: (p) => `Der Client beendet die Verbindung ohne QUIT${p.verb === undefined ? '' : `; sein letzter Befehl war ${p.verb}`}.`,
    meaning: 'Ein Client muss mit QUIT enden und die Antwort abwarten. Ein Server, der es nicht sieht, kann nicht wissen, ob seine letzte Antwort angekommen ist.',
  },
  'smtp.closed-by-server': {
    title: 'Wortlos geschlossen',
    sentence: (p) => `Der Server schließt die Verbindung ohne 421, und ohne dass der Client QUIT gesagt hat${p.verb === undefined ? '' : `; der letzte Befehl war ${p.verb}`}.`,
    meaning: 'Ein Server darf die Verbindung vor QUIT nicht schließen; wenn er muss, sagt er es mit 421. Sonst weiß ein Client nicht, ob es so gemeint war, und versucht es noch einmal.',
  },
  'smtp.chunk-size': {
    title: 'Ein Stück länger als angekündigt',
    sentence: (p) => `Hinter dem Stück von ${number(p.octets)} Oktetten steht ${p.line === '' ? 'eine leere Zeile' : quote(p.line)}; das ist kein Befehl: Das Stück ist wohl länger, als BDAT angekündigt hat.`,
    meaning: 'BDAT sagt, wie viele Oktette folgen, und der Server zählt sie. Ist die Zahl zu klein, wird der Rest der Mail als Befehl gelesen: Die Mail ist beschädigt, und was in ihr steht, wird womöglich ausgeführt.',
  },
  'smtp.bad-chunk': {
    title: 'BDAT ohne Größe',
    sentence: (p) => `BDAT sagt nicht lesbar, wie viele Oktette folgen: ${quote(p.args)}.`,
    meaning: 'Hinter BDAT gehört die Größe des Stücks in Ziffern, beim letzten auch LAST. Ohne sie kann der Server nicht wissen, wo das Stück endet.',
  },
  'smtp.mixed-transfer': {
    title: 'DATA, wo BDAT hingehört',
    sentence: (p) =>
      p.after === 'chunks'
        ? 'Der Client schickt DATA, obwohl er dieselbe Mail schon in Stücken (BDAT) zu übergeben begonnen hat.'
        : 'Der Client schickt DATA für eine Mail, die er als BINARYMIME angekündigt hat: Eine solche kann er nur mit BDAT übergeben.',
    meaning: 'Eine Mail wird entweder mit DATA oder mit BDAT übergeben, eine binäre nur mit BDAT: Sie kann Zeilen enthalten, die DATA beenden. Server antworten mit 503.',
  },
  'smtp.size-declared': {
    title: 'Größer als angekündigt',
    sentence: (p) => `Die Mail hat ${octets(p.size)}; mit SIZE hatte der Client ${number(p.declared)} angekündigt.`,
    meaning: 'Die Größe hinter MAIL schätzt der Client, und der Server entscheidet danach, ob er die Mail nimmt. Ist sie zu klein, kann er mitten in der Mail abbrechen.',
  },
  'smtp.eight-bit': {
    title: 'Oktette über 127, nicht angekündigt',
    sentence: (p) =>
      `Die Mail enthält ${octets(p.octets)} mit Werten über 127, zuerst in ihrer Zeile ${number(p.line)}, und ist nicht als 8BITMIME angekündigt${p.offered === undefined ? '' : p.offered ? ', das der Server anbietet' : '; der Server bietet es auch nicht an'}.`,
    meaning: 'Ohne BODY=8BITMIME muss eine Mail aus ASCII bestehen: Ein Rechner unterwegs darf das höchste Bit löschen, und Umlaute und Signaturen sind dahin. Die meisten lassen es unverändert; versprochen ist das nicht.',
  },
  'smtp.long-line': {
    title: 'Eine zu lange Zeile',
    sentence: (p) =>
      p.from === 'client'
        ? `Der Befehl${p.verb === undefined ? '' : ` ${p.verb}`} hat ${octets(p.octets)}; erlaubt sind ${number(p.limit)}, die Zugaben der Erweiterungen eingerechnet.`
        : `Eine Zeile der Antwort hat ${octets(p.octets)}; erlaubt sind ${number(p.limit)}.`,
    meaning: 'Eine Befehlszeile darf mit ihrem Ende 512 Oktette haben, wenn keine Erweiterung etwas zugibt, jede Zeile einer Antwort ebenso. Längeres darf die andere Seite ablehnen oder abschneiden.',
  },
  'smtp.bare-lf': {
    title: 'Zeilen, die nur mit LF enden',
    sentence: (p) => `Der ${p.from === 'client' ? 'Client' : 'Server'} beendet Zeilen mit LF allein statt mit CRLF.`,
    meaning: 'Befehle und Antworten enden mit CRLF und mit nichts anderem. Viele Programme nehmen auch LF; dass beide Seiten dieselben Zeilen sehen, ist dann nicht mehr sicher, und davon leben Angriffe auf Mailserver.',
  },
};
