/** The commands, capabilities and response codes of POP3 in German, as the glossary tells them. */
import type { Glossary } from '../../glossary.js';

export const pop3Commands: Glossary['pop3Commands'] = {
  USER: ['Nennt das Postfach, das geöffnet werden soll.', '+OK heißt hier nicht, dass es den Namen gibt: Viele Server sagen das zu jedem Namen und urteilen erst nach PASS.'],
  PASS: ['Gibt das Passwort; mit +OK ist das Postfach offen und für andere gesperrt.', 'Im Klartext, sofern nicht zuvor TLS kam. Alles nach dem ersten Leerzeichen gehört dazu, weitere Leerzeichen eingeschlossen.'],
  APOP: ['Meldet an mit dem MD5-Wert aus dem Zeitstempel der Begrüßung und dem Passwort.', 'Das Passwort selbst geht nicht über die Leitung. MD5 ist heute zu schwach: Ein Server in der Mitte kann die ersten Zeichen herausfinden.'],
  RPOP: ['Meldet mit einem Namen auf einem anderen Rechner an, im Vertrauen wie bei rlogin; 1993 gestrichen.', 'Wer jenen Rechner oder dessen Adresse beherrscht, bekommt die Mail.'],
  AUTH: ['Meldet mit einem SASL-Verfahren an; allein gegeben zählt es die Verfahren auf.', 'Der Server fragt mit +, der Client antwortet in Base64.'],
  STLS: ['Bittet, die Verbindung von hier an zu verschlüsseln: das STARTTLS von POP3.', 'Nur vor der Anmeldung. Nach +OK beginnt TLS; die Fähigkeiten sind neu zu erfragen.'],
  CAPA: ['Fragt, was der Server über den Kern hinaus kann.', 'Eine Liste mit einem Punkt am Ende. Vor und nach der Anmeldung kann die Antwort verschieden sein.'],
  UTF8: ['Schaltet auf Mails und Namen in UTF-8 um.', 'Nur vor der Anmeldung.'],
  LANG: ['Bittet um Antworten in einer anderen Sprache; allein gegeben zählt es die Sprachen auf.', 'Nur die Worte ändern sich, nicht +OK und -ERR.'],
  STAT: ['Fragt, wie viele Mails da sind und wie groß sie zusammen sind.', 'Zum Löschen vorgemerkte zählen nicht mit.'],
  LIST: ['Zählt die Mails mit Nummer und Größe auf; mit einer Nummer nur diese.', 'Die Größen sind Oktette mit CRLF an den Zeilenenden und weichen deshalb von denen einer Datei ab.'],
  UIDL: ['Zählt die bleibenden Kennungen der Mails auf.', 'Daran erkennt ein Client, der Mail auf dem Server lässt, welche er schon hat.'],
  LAST: ['Nannte die höchste Nummer, die abgeholt war; 1994 gestrichen.', 'UIDL ist an seine Stelle getreten.'],
  RETR: ['Ruft eine Mail vollständig ab.', 'Die Statuszeile kann eine Größe nennen, nur zur Auskunft: Das Ende ist die Zeile mit einem einzelnen Punkt. Manche Server merken sich die Mail als gelesen.'],
  TOP: ['Ruft den Kopf einer Mail und die ersten Zeilen ihres Rumpfes ab.', 'TOP 3 0 ergibt den Kopf allein. Im Standard freigestellt, fast überall vorhanden.'],
  DELE: ['Merkt eine Mail zum Löschen vor.', 'Gelöscht wird erst nach QUIT; RSET nimmt die Vormerkungen zurück, eine abgebrochene Verbindung vergisst sie.'],
  NOOP: ['Tut nichts; der Server antwortet mit +OK.', 'Die Frist, nach der er wegen Schweigens schließt, beginnt von vorn.'],
  RSET: ['Nimmt alle Löschvormerkungen zurück.', 'Sonst nichts: Die Sitzung wird nicht zurückgesetzt.'],
  XTND: ['Ein Versuchsbefehl von 1988 für schwarze Bretter und zum Senden.', 'XTND XMIT sendete eine Mail über POP3 und findet sich noch in alten Servern.'],
  XCLIENT: 'Ein vertrauter Stellvertreter nennt die wahre Adresse des Clients (Dovecot).',
  XOIP: 'Ein vertrauter Stellvertreter nennt die Adresse des Clients, für den er spricht (Zimbra).',
  PROXY: 'Eine Zeile vor dem Gespräch, mit der ein Lastverteiler die wahre Adresse des Clients nennt.',
  QUIT: ['Beendet die Sitzung; bei offenem Postfach werden die vorgemerkten Mails jetzt gelöscht (UPDATE).', '-ERR heißt, dass sich einige nicht löschen ließen.'],
};

export const pop3Capabilities: Glossary['pop3Capabilities'] = {
  'AUTH-RESP-CODE': 'Nach einer gescheiterten Anmeldung sagt ein Code, woran es lag: [AUTH] oder [SYS/…].',
  EXPIRE: 'Wie viele Tage der Server Mails aufbewahrt: NEVER heißt unbegrenzt, 0, dass abgeholte sofort verschwinden können.',
  IMPLEMENTATION: 'Name und Version des Serverprogramms.',
  LANG: 'Antworten in anderen Sprachen.',
  'LOGIN-DELAY': 'Die kürzeste Zeit zwischen zwei Anmeldungen, in Sekunden.',
  PIPELINING: 'Mehrere Befehle dürfen gesendet werden, ohne jede Antwort abzuwarten.',
  'RESP-CODES': 'Antworten dürfen mit einem Code in Klammern beginnen; ohne diese Fähigkeit haben Klammern dort keine Bedeutung.',
  SASL: 'Anmeldung mit AUTH; dahinter stehen die Verfahren.',
  STLS: 'Die Verbindung lässt sich auf Verlangen verschlüsseln.',
  TOP: 'Der Befehl TOP steht zur Verfügung.',
  UIDL: 'Der Befehl UIDL steht zur Verfügung.',
  USER: 'Die Anmeldung mit USER und PASS ist möglich; ein vorsichtiger Server sagt das erst hinter TLS.',
  UTF8: 'Mails mit UTF-8 im Kopf; steht USER dahinter, auch Namen und Passwörter.',
};

export const pop3Codes: Glossary['pop3Codes'] = {
  AUTH: ['Es liegt am Benutzernamen oder am Passwort, nicht am Server.', 'Der Client soll seinen Benutzer fragen; derselbe Versuch noch einmal hilft nicht.'],
  'IN-USE': ['Eine andere Sitzung hat das Postfach gesperrt.', 'Meist ein zweites Gerät oder eine abgebrochene Sitzung, deren Ende noch nicht bemerkt ist. Ein späterer Versuch hilft.'],
  'LOGIN-DELAY': ['Die letzte Anmeldung liegt zu kurz zurück.', 'Die Fähigkeit gleichen Namens nennt die Pause.'],
  'SYS/PERM': 'Der Server hat eine Störung, die erst jemand beheben muss.',
  'SYS/TEMP': 'Der Server hat eine vorübergehende Störung; ein späterer Versuch kann gelingen.',
  UTF8: 'Der Kopf der Mail ist in UTF-8, was der Client nicht eingeschaltet hat.',
};
