/** The terms of the field in German: what each is, how it is used, and what may go wrong. */
import type { Glossary } from '../../glossary.js';

export const terms: Glossary['terms'] = {
  'user-agent': {
    title: 'Mailprogramm (User Agent)',
    names: ['Mailprogramm', 'Benutzeragent', 'E-Mail-Programm', 'Mail-Client'],
    told: [
      'Das Programm, in dem ein Mensch Mail liest und schreibt.',
      'Neue Mail gibt es mit SMTP bei einem Einlieferungsserver ab, eingegangene holt es mit POP3 oder IMAP: zwei verschiedene Server, oft zwei verschiedene Passwörter. Es läuft nur, solange sein Benutzer es braucht; deshalb empfängt es nie selbst Mail.',
    ],
  },
  'msa': {
    title: 'Einlieferungsserver (MSA)',
    names: ['Einlieferungsserver', 'Einlieferung', 'Submission'],
    told: [
      'Der Server, der neue Mail von Mailprogrammen annimmt, meist auf Port 587 oder 465.',
      'Er verlangt eine Anmeldung, ergänzt bei Bedarf Date und Message-ID und reicht die Mail weiter. Weil er seine Benutzer kennt, darf er für sie überallhin senden; ein Server, der auf Port 25 für die eigene Domain empfängt, darf das nicht.',
    ],
  },
  'mta': {
    title: 'Transportserver (MTA)',
    names: ['Transportserver', 'Mailserver', 'Nachrichtenübertragungsagent', 'Transportagent'],
    told: [
      'Das Serverprogramm, das Mail mit SMTP annimmt und an den nächsten Server oder die Zustellung weitergibt.',
      'Ein MTA ist in der einen Verbindung Server, in der nächsten Client. Mit seiner 250 nach der Mail übernimmt er die Verantwortung: Er muss zustellen, weitergeben oder dem Absender den Fehlschlag melden. Postfix, Exim und sendmail sind MTAs.',
    ],
  },
  'mda': {
    title: 'Zustellprogramm (MDA)',
    names: ['Zustellprogramm', 'Zustellagent', 'örtliche Zustellung', 'Zustellung'],
    told: [
      'Das Programm, das eine angenommene Mail in das Postfach des Empfängers legt.',
      'Es steht am Ende des Weges hinter dem letzten MTA, der ihm die Mail mit LMTP oder unmittelbar übergibt. Es sortiert nach den Regeln des Empfängers und schreibt den Return-Path. Von hier an hat SMTP mit der Mail nichts mehr zu tun: POP3 und IMAP beginnen.',
    ],
  },
  'relay': {
    title: 'Relay',
    names: ['Weiterleitungsserver', 'Vermittlungsserver'],
    told: [
      'Ein Server, der Mail nur annimmt, um sie an einen anderen Server weiterzureichen.',
      'Jedes Relay setzt eine Received-Zeile obenan und ändert sonst nichts. Wer für jeden überallhin weiterreicht, ist ein offenes Relay; Fremde bekommen üblicherweise 550 oder 554 mit 5.7.1.',
    ],
  },
  'smarthost': {
    title: 'Smarthost',
    names: ['Postausgangsserver', 'Ausgangsserver'],
    told: [
      'Der eine Server, dem ein Rechner alle ausgehende Mail übergibt, wer auch immer der Empfänger ist.',
      'Der Rechner braucht dann keine MX-Abfragen, kaum eine Warteschlange und keinen guten Ruf bei anderen Servern: Das alles hat der Smarthost, meist der des Anbieters. Er muss seine Clients erkennen, an einer Anmeldung oder an ihrer Adresse.',
    ],
  },
  'gateway': {
    title: 'Gateway',
    names: ['Mail-Gateway'],
    told: [
      'Ein Server, der Mail zwischen SMTP und einem andersartigen Mailsystem austauscht und dabei umwandelt.',
      'Ein Relay lässt die Mail, wie sie ist; ein Gateway darf Adressen und Kopfzeilen umschreiben, weil die andere Seite andere kennt. Auch Spam- und Virenfilter heißen oft Gateway, sind aber meist Relays.',
    ],
  },
  'mx': {
    title: 'MX-Eintrag',
    names: ['MX-Record', 'Mail-Austauscher'],
    told: [
      'Der DNS-Eintrag, der den Server nennt, der für eine Domain Mail annimmt.',
      'Der sendende Server fragt im DNS nach den MX-Einträgen dessen, was hinter dem @ steht, und versucht es zuerst bei der kleinsten Zahl, dann bei den anderen. Fehlt jeder MX-Eintrag, gilt die Adresse der Domain selbst. Ein falscher oder fehlender MX zeigt sich als 5.1.2, als 5.4.4 oder als Mail, die in der Warteschlange liegt.',
    ],
  },
  'null-mx': {
    title: 'leerer MX-Eintrag (Null MX)',
    names: ['Null-MX', 'leerer MX'],
    told: [
      'Ein einziger MX-Eintrag mit dem Namen „.“, mit dem eine Domain erklärt, dass sie keine Mail annimmt.',
      'Server lehnen dann sofort ab (556 5.1.10 beim Empfänger, 550 5.7.27 beim Absender) und müssen es nicht tagelang versuchen.',
    ],
  },
  'store-and-forward': {
    title: 'Speichern und Weiterleiten',
    names: ['Speichervermittlung', 'Teilstreckenverfahren'],
    told: [
      'So reist Mail: Jeder Server bewahrt sie vollständig auf, bis der nächste sie angenommen hat.',
      'Absender und Empfänger müssen nicht gleichzeitig erreichbar sein. Der Preis ist Zeit: Wie lange eine Mail unterwegs wartet, erfährt der Absender nicht, und ein Fehlschlag wird ihm mit einer eigenen Mail gemeldet.',
    ],
  },
  'queue': {
    title: 'Warteschlange',
    names: ['Mailqueue', 'Wiederholung'],
    told: [
      'Dort liegt auf einem Server die Mail, die er angenommen und noch nicht weitergegeben hat.',
      'Nach einer Antwort 4yz oder wenn der nächste Server nicht zu erreichen ist, bleibt sie liegen und wird erneut versucht, zuerst nach etwa einer halben Stunde, insgesamt vier bis fünf Tage lang. Dann kommt sie als unzustellbar zurück.',
    ],
  },
  'client-server': {
    title: 'Client und Server',
    names: ['Client', 'Server'],
    told: [
      'Der Client baut die Verbindung auf und gibt Befehle, der Server beantwortet sie.',
      'Die Wörter bezeichnen Rollen in einer Verbindung, nicht Rechner: Ein Mailserver ist Client, sobald er eine Mail weiterreicht. In allen drei Mailprotokollen spricht der Server zuerst, mit einer Begrüßung.',
    ],
  },
  'envelope': {
    title: 'Umschlag',
    names: ['Briefumschlag', 'SMTP-Umschlag', 'Envelope', 'Umschlag und Kopf'],
    told: [
      'Die Adressen, nach denen eine Mail befördert wird: der Absender aus MAIL FROM und die Empfänger aus RCPT TO.',
      'Allein der Umschlag entscheidet, wohin eine Mail geht. Die Zeilen From: und To: in der Mail sind für den Leser und können anderes sagen: bei Mail an eine Liste, bei Blindkopien und bei gefälschter Mail. Am Ende des Weges fällt der Umschlag weg; seinen Absender bewahrt der Return-Path.',
    ],
  },
  'reverse-path': {
    title: 'Absender auf dem Umschlag',
    names: ['Umschlagabsender', 'Rückweg', 'Rückpfad', 'leerer Absender'],
    told: [
      'Der Absender auf dem Umschlag, an den Fehlschläge gemeldet werden.',
      'Er muss nicht der Verfasser der Mail sein: Eine Mailingliste trägt dort sich selbst ein. Ein leerer, MAIL FROM:<>, kennzeichnet eine Meldung; auf sie darf keine weitere folgen, damit nicht zwei Server einander ewig Meldungen schicken.',
    ],
  },
  'header': {
    title: 'Kopf der Mail',
    names: ['Kopf', 'Kopfzeile', 'Kopfzeilen', 'Nachrichtenkopf', 'Mailkopf'],
    told: [
      'Der erste Teil einer Mail: Zeilen aus Name, Doppelpunkt und Wert, bis zur ersten leeren Zeile.',
      'Date und From sind Pflicht. Eine Zeile, die mit einem Leerzeichen beginnt, setzt die vorige fort. Auf der Leitung gehört der Kopf zum Inhalt nach DATA: Für SMTP ist er keine Anschrift. Namen mit X- sind private.',
    ],
  },
  'body': {
    title: 'Rumpf der Mail',
    names: ['Rumpf', 'Nachrichtentext', 'Inhalt'],
    told: [
      'Was nach der ersten leeren Zeile einer Mail kommt: der Text selbst, mit MIME auch ihre Teile und Anhänge.',
      'Der Standard begrenzt eine Zeile auf 998 Oktette ohne CRLF. Was kein reiner 7-Bit-Text ist, wird kodiert, sofern der Server nicht 8BITMIME oder BINARYMIME angeboten hat.',
    ],
  },
  'from-sender': {
    title: 'From und Sender',
    names: ['Verfasser', 'Absender', 'Von'],
    told: [
      'From: nennt den Verfasser einer Mail, Sender: den, der sie abgeschickt hat, wenn das ein anderer ist.',
      'Sender: braucht es nur, wenn From: mehrere Verfasser nennt oder ein Sekretariat für jemanden schreibt. Beides ist, was der Client geschrieben hat: Ohne eine Signatur wie DKIM beweist es nichts.',
    ],
  },
  'to-cc': {
    title: 'To und Cc',
    names: ['An', 'Kopie', 'Empfänger', 'Kopieempfänger'],
    told: [
      'Kopfzeilen, die dem Leser sagen, an wen eine Mail gerichtet ist und wer sie zur Kenntnis bekommt.',
      'Für die Beförderung machen sie keinen Unterschied: Eine Mail geht an die, die RCPT TO nennt, ob der Kopf von ihnen weiß oder nicht.',
    ],
  },
  'bcc': {
    title: 'Blindkopie (Bcc)',
    names: ['Blindkopie'],
    told: [
      'Ein Empfänger, den die anderen Empfänger nicht sehen.',
      'Seine Adresse steht als weiteres RCPT TO auf dem Umschlag und nicht im Kopf: Das Mailprogramm nimmt die Zeile Bcc: vor dem Senden heraus. Eine Mail mit einem Empfänger, den ihr Kopf nicht nennt, ist eine Blindkopie oder kam über eine Liste.',
    ],
  },
  'reply-to': {
    title: 'Reply-To',
    names: ['Antwort an', 'Antwortadresse'],
    told: [
      'Die Kopfzeile, die sagt, wohin eine Antwort gehen soll, wenn nicht an From:.',
      'Meldungen über Fehlschläge gehen nie dorthin; sie folgen dem Umschlag. Ein Reply-To: in einer anderen Domain als From: ist bei Rundbriefen üblich und in Schreiben eines angeblichen Vorgesetzten ein Zeichen für Betrug.',
    ],
  },
  'received': {
    title: 'Received-Zeile',
    names: ['Laufweg', 'Empfangszeile', 'Stempel'],
    told: [
      'Die Zeile, die jeder Server einer Mail obenan setzt: von wem, durch wen, wie, unter welcher Kennung und wann.',
      'Von unten gelesen ergeben sie den Weg der Mail und die Zeit jeder Strecke. Trauen kann man nur den Zeilen der eigenen Server: Was darunter steht, kann erfunden sein. „with ESMTPSA“ heißt: mit ESMTP, verschlüsselt (S), nach einer Anmeldung (A).',
    ],
  },
  'return-path': {
    title: 'Return-Path',
    told: [
      'Die Zeile, in der der letzte Server den Absender des Umschlags festhält.',
      'Sie wird bei der Zustellung geschrieben und steht ganz oben. In einer Mail, die noch unterwegs ist, hat sie nichts zu suchen.',
    ],
  },
  'message-id': {
    title: 'Message-ID',
    names: ['Nachrichtenkennung'],
    told: [
      'Ein weltweit einmaliger Name für eine Mail, vergeben von dem Programm, das sie geschrieben hat.',
      'Er bleibt auf dem ganzen Weg gleich; damit lässt sich eine Mail in den Protokollen mehrerer Server finden, und In-Reply-To und References bilden daraus Gesprächsfäden. Fehlt er oder haben ihn viele Mails zugleich, ist es oft Spam.',
    ],
  },
  'queue-id': {
    title: 'Kennung in der Warteschlange (Queue-ID)',
    names: ['Queue-ID', 'Warteschlangenkennung'],
    told: [
      'Der Name, unter dem ein Server eine Mail in seiner Warteschlange führt; die meisten nennen ihn in der 250 nach der Mail.',
      'Er gilt nur auf diesem einen Server. Mit ihm findet der Administrator jede Zeile des Serverprotokolls zu dieser Mail; auch die Received-Zeile dieses Servers trägt ihn.',
    ],
  },
  'mime': {
    title: 'MIME',
    names: ['Übertragungskodierung', 'Inhaltstyp'],
    told: [
      'Der Standard, mit dem eine Mail aus ASCII-Zeilen andere Schriften, Bilder und mehrere Teile trägt.',
      'Content-Type sagt, was ein Teil ist, Content-Transfer-Encoding, wie er reisefähig gemacht wurde (7bit, 8bit, base64, quoted-printable), Content-Disposition, ob er angezeigt wird oder anhängt. Server reichen das alles als Text weiter. Seit 1992 (RFC 1341), heute RFC 2045 bis 2049.',
    ],
  },
  'multipart': {
    title: 'mehrteilige Mail (multipart)',
    names: ['mehrteilig', 'Anhang', 'Anhänge', 'Trennzeile', 'Teil'],
    told: [
      'Eine Mail aus mehreren Teilen, getrennt durch eine Zeile nach Wahl des Absenders, die Boundary.',
      'Jeder Teil beginnt mit -- und der Boundary und hat einen eigenen kleinen Kopf; -- am Ende schließt das Ganze ab. multipart/mixed enthält Text mit Anhängen, multipart/alternative denselben Text in mehreren Fassungen.',
    ],
  },
  'base64': {
    title: 'Base64',
    told: [
      'Eine Schreibweise für beliebige Oktette mit 64 Buchstaben, Ziffern und Zeichen: Aus drei Oktetten werden vier Zeichen.',
      'Der Inhalt wird um ein Drittel länger, mit den Zeilenenden einer Mail um 37 Prozent. Verschlüsselt ist nichts: Ein Passwort in Base64 kann jeder lesen, der es sieht. = am Ende füllt die letzte Gruppe auf.',
    ],
  },
  'quoted-printable': {
    title: 'Quoted-Printable',
    told: [
      'Eine Kodierung für Text, der fast nur aus ASCII besteht: Der Rest wird als = mit zwei Hexadezimalziffern geschrieben.',
      'Der Text bleibt lesbar, jedes besondere Zeichen kostet drei Oktette, in UTF-8 oft sechs. Ein = am Zeilenende heißt, dass die Zeile weitergeht.',
    ],
  },
  'encoded-word': {
    title: 'kodiertes Wort',
    names: ['kodierte Kopfzeile'],
    told: [
      'Die Form, in der eine Kopfzeile Zeichen außerhalb von ASCII trägt: =?Zeichensatz?B oder Q?Text?=.',
      'B steht für Base64, Q für eine Art Quoted-Printable. Das Programm des Lesers setzt den Text wieder zusammen; nur mit SMTPUTF8 darf UTF-8 im Kopf selbst stehen.',
    ],
  },
  'ascii': {
    title: 'ASCII (7 Bit)',
    names: ['ASCII', '7 Bit', 'Zeichensatz'],
    told: [
      'Das Alphabet aus 128 Zeichen, an das Befehle, Antworten und ohne Erweiterung auch die Mails gebunden sind.',
      'Ein Zeichen braucht sieben Bit; das achte war 1982 nicht auf jeder Leitung sicher. Was darüber hinausgeht, wird kodiert (MIME) oder braucht im Inhalt 8BITMIME und in Adressen SMTPUTF8.',
    ],
  },
  'address': {
    title: 'Mailadresse',
    names: ['Adresse', 'E-Mail-Adresse', 'lokaler Teil'],
    told: [
      'Ein lokaler Teil, ein @ und eine Domain; die Domain sagt, welcher Server gefragt wird, und nur der weiß, was der lokale Teil bedeutet.',
      'Aus dem lokalen Teil, aus Groß- und Kleinschreibung oder einem + darin darf sonst niemand etwas schließen. Auf dem Umschlag steht die Adresse in spitzen Klammern.',
    ],
  },
  'postmaster': {
    title: 'Postmaster',
    told: [
      'Die Adresse, die jede Domain mit Mail haben und lesen muss.',
      'RCPT TO:<postmaster> ist als einzige ohne Domain erlaubt. Dorthin wendet sich, wer bei einer Domain sonst niemanden erreicht.',
    ],
  },
  'octet': {
    title: 'Oktett',
    names: ['Byte', 'Oktette'],
    told: [
      'Acht Bit; in dieser Einheit zählen die Mailprotokolle.',
      'Das Wort vermeidet Bytes anderer Breite und die Verwechslung mit Zeichen: In UTF-8 ist ein ü ein Zeichen und zwei Oktette. Größen in SIZE, STAT und Literalen sind Oktette, Zeilenenden eingeschlossen.',
    ],
  },
  'crlf': {
    title: 'Zeilenende (CRLF)',
    names: ['Zeilenende', 'CRLF', 'Zeilenumbruch'],
    told: [
      'Das Ende einer Zeile in allen drei Protokollen: Wagenrücklauf (13) und Zeilenvorschub (10).',
      'CR oder LF allein ist in SMTP verboten. Sind sich zwei Server uneins, was eine Zeile beendet, lassen sich ihnen zwei Mails als eine unterschieben (SMTP Smuggling, 2023).',
    ],
  },
  'dot-stuffing': {
    title: 'Punktverdopplung (Dot-Stuffing)',
    names: ['Punktverdopplung', 'Schlusspunkt', 'Transparenz', 'Ende der Daten'],
    told: [
      'Eine Zeile, die mit einem Punkt beginnt, bekommt für den Weg einen zweiten, damit eine Zeile mit einem einzelnen Punkt das Ende anzeigen kann.',
      'SMTP tut das nach DATA, POP3 in jeder mehrzeiligen Antwort. Der Empfänger nimmt den Punkt wieder weg; er zählt in keiner Größe und keiner Prüfsumme. BDAT und die Literale von IMAP zählen stattdessen Oktette und brauchen keine Punkte.',
    ],
  },
  'multi-line': {
    title: 'mehrzeilige Antwort',
    names: ['mehrzeilig'],
    told: [
      'SMTP kennzeichnet alle Zeilen außer der letzten durch einen Bindestrich nach dem Code; POP3 beendet die Liste mit einem einzelnen Punkt.',
      'Bei POP3 sagt nichts in der Antwort, ob noch Zeilen folgen: Der Client weiß es vom Befehl her (LIST ohne Nummer, RETR, TOP, UIDL, CAPA). Nach -ERR folgt nichts.',
    ],
  },
  'pipelining': {
    title: 'Pipelining',
    names: ['Befehle am Stück'],
    told: [
      'Mehrere Befehle werden gesendet, ohne jede Antwort abzuwarten; die Antworten kommen in derselben Reihenfolge.',
      'Das spart je Befehl einen Hin- und Rückweg, auf langen Leitungen viel. In SMTP ist es nur erlaubt, wenn der Server es angeboten hat, und EHLO, DATA, STARTTLS, AUTH und QUIT müssen am Ende einer Gruppe stehen. Ein Client, der ohne Angebot vorausläuft, verschickt oft Spam.',
    ],
  },
  'latency': {
    title: 'Latenz',
    names: ['Antwortzeit', 'Umlaufzeit', 'Verzögerung'],
    told: [
      'Die Zeit von einem Befehl bis zum Beginn der Antwort.',
      'Schneller als ein Hin- und Rückweg durchs Netz, wie ihn der Handschlag zeigt, ist keine Antwort. Was darüber liegt, hat der Server verbraucht: mit DNS-Abfragen vor der Begrüßung, mit Prüfungen bei RCPT, mit Filtern nach dem Schlusspunkt.',
    ],
  },
  'timeout': {
    title: 'Zeitlimit (Timeout)',
    names: ['Zeitlimit', 'Wartezeit', 'Zeitüberschreitung'],
    told: [
      'Die Zeit, nach der eine Seite, die nichts hört, die Verbindung schließen darf.',
      'SMTP-Clients sollen auf die meisten Antworten fünf Minuten warten, auf die nach dem Schlusspunkt zehn; ein POP3-Server wartet mindestens zehn Minuten und schließt, ohne etwas zu löschen; IMAP wartet mindestens dreißig.',
    ],
  },
  'state': {
    title: 'zustandsorientiertes Protokoll',
    names: ['Zustand', 'Zustände', 'zustandsbehaftet', 'zustandsbehaftetes Protokoll', 'zustandsorientiert'],
    told: [
      'Ein Protokoll, dessen Server sich merkt, wo ein Gespräch steht; derselbe Befehl ist deshalb einmal erlaubt und ein andermal nicht.',
      'SMTP, POP3 und IMAP sind von dieser Art: RETR vor der Anmeldung ergibt -ERR, DATA vor RCPT 503, FETCH vor SELECT BAD. Bricht die Verbindung ab, ist der Zustand verloren.',
    ],
  },
  'pop3-states': {
    title: 'Zustände von POP3',
    names: ['POP3-Zustände'],
    told: [
      'AUTHORIZATION bis zur Anmeldung, TRANSACTION mit geöffnetem Postfach, UPDATE nach QUIT.',
      'Gelöscht wird nur in UPDATE. Eine Verbindung, die in TRANSACTION abbricht, löscht nichts, und das mit Absicht: Was nicht sicher abgeholt ist, liegt noch da.',
    ],
  },
  'imap-states': {
    title: 'Zustände von IMAP',
    names: ['IMAP-Zustände'],
    told: [
      'Nicht angemeldet (not authenticated), angemeldet (authenticated), Postfach geöffnet (selected), abgemeldet (logout).',
      'LOGIN oder AUTHENTICATE führt in den zweiten, SELECT oder EXAMINE in den dritten, CLOSE und UNSELECT zurück. Ein SELECT, das scheitert, schließt das bisher geöffnete Postfach. Befehle zu einzelnen Mails brauchen ein geöffnetes Postfach.',
    ],
  },
  'transaction': {
    title: 'Mailtransaktion',
    names: ['Transaktion'],
    told: [
      'Eine Mail in SMTP: MAIL, mindestens ein RCPT und DATA oder BDAT.',
      'Sie endet mit der Antwort auf den Inhalt oder mit RSET, EHLO oder QUIT, die sie verwerfen. Eine Verbindung kann viele tragen, eine nach der anderen.',
    ],
  },
  'esmtp': {
    title: 'ESMTP',
    names: ['erweitertes SMTP'],
    told: [
      'SMTP mit Erweiterungen: Der Client sagt EHLO, und der Server zählt auf, was er über den Kern hinaus kann.',
      'Der Rahmen kam 1993 (RFC 1425) und 1995 (RFC 1869). Lehnt ein Server EHLO ab, fragt der Client noch einmal mit HELO und spricht einfaches SMTP.',
    ],
  },
  'lmtp': {
    title: 'LMTP',
    told: [
      'Eine Schwester von SMTP für den letzten Meter, vom Mailserver zum Postfach (RFC 2033, 1996).',
      'Es beginnt mit LHLO, und nach dem Schlusspunkt kommt für jeden Empfänger eine eigene Antwort: Ein volles Postfach scheitert allein. Für Port 25 ist es nicht gedacht, und es führt keine Warteschlange.',
    ],
  },
  'smtp': {
    title: 'SMTP',
    told: [
      'Das Protokoll, mit dem Mail übergeben wird: vom Mailprogramm an seinen Server und von Server zu Server.',
      'Befehle aus vier Buchstaben, Antworten aus drei Ziffern. Es schiebt: Wer die Mail hat, baut die Verbindung auf. Abgeholt wird mit POP3 und IMAP.',
    ],
  },
  'pop3': {
    title: 'POP3',
    told: [
      'Ein kleines Protokoll, um Mail aus einem Postfach abzuholen und dort meist zu löschen.',
      'Der Server antwortet mit +OK oder -ERR. Ordner und Flags gibt es nicht; die Mail lebt dort, wohin sie geholt wurde. Port 110, mit TLS von Anfang an Port 995.',
    ],
  },
  'imap': {
    title: 'IMAP',
    told: [
      'Ein Protokoll, um mit Mail zu arbeiten, die auf dem Server bleibt: Ordner, Flags, Suche, einzelne Teile von Mails.',
      'Mehrere Programme können dasselbe Postfach offen haben und sehen die Änderungen der anderen. Jeder Befehl hat eine Kennung, und der Server darf ungefragt sprechen. Port 143, mit TLS von Anfang an Port 993.',
    ],
  },
  'pop3-imap': {
    title: 'POP3 und IMAP im Vergleich',
    names: ['POP3 und IMAP', 'POP3 oder IMAP', 'POP3 gegen IMAP', 'Vergleich POP3 IMAP', 'IMAP und POP3'],
    told: [
      'POP3 trägt Mail fort, IMAP lässt sie auf dem Server und zeigt sie.',
      'POP3: ein Postfach, ein Client zur Zeit, ganze Mails; gelesen wird auch ohne Verbindung, auf dem Server braucht es keinen Platz, und mehrere Geräte wissen nichts voneinander. IMAP: Ordner und Flags auf dem Server, auf jedem Gerät gleich, auch einzelne Teile abrufbar; dafür braucht es die Verbindung und beim Anbieter Platz und Sicherung. Mit UIDL kann auch ein POP3-Client Mail auf dem Server liegen lassen.',
    ],
  },
  'reply-digits': {
    title: 'Antwortcode',
    names: ['Antwortcodes', 'Statuscode', 'Ziffern'],
    told: [
      'Drei Ziffern, mit denen jede SMTP-Antwort beginnt: für Programme; die Worte dahinter sind für Menschen.',
      'Die erste Ziffer sagt, ob es gelungen ist, die zweite, worum es geht, die dritte verfeinert. Ein Client, der einen Code nicht kennt, richtet sich nach dessen erster Ziffer. Dahinter kann ein erweiterter Code wie 5.1.1 stehen.',
    ],
  },
  'first-digit': {
    title: 'erste Ziffer des Antwortcodes',
    names: ['erste Ziffer'],
    told: [
      '2 erledigt, 3 weiter so, 4 jetzt nicht, 5 gar nicht.',
      'Nach 4yz darf ein Client denselben Befehl später wiederholen, nach 5yz soll er ihn nicht unverändert wiederholen. 1yz verwendet SMTP nicht.',
    ],
  },
  'second-digit': {
    title: 'zweite Ziffer des Antwortcodes',
    names: ['zweite Ziffer'],
    told: [
      'Sie sagt, worum es in einer Antwort geht: 0 Syntax, 1 Auskunft, 2 Verbindung, 5 Mailsystem.',
      '500 und 550 lehnen beide ab, die eine, wie etwas gesagt wurde, die andere, was verlangt wurde. 3 und 4 lässt der Kern des Standards offen; die Anmeldung verwendet die 3 (235, 334, 535).',
    ],
  },
  'one-yz': {
    title: 'warum 1yz nie kommt',
    names: ['warum nie 1yz', 'vorläufig positiv'],
    told: [
      'Eine Antwort 1yz hieße: angenommen, und eine zweite Antwort folgt. Kein SMTP-Befehl hat zwei Antworten, also kommt sie nie.',
      'Die Ziffern stammen von FTP (RFC 959), wo 150 eine Übertragung ankündigt, deren Ende 226 meldet. In SMTP spielt 354 diese Rolle, und das ist eine 3yz: Der Client muss handeln, und die letzte Antwort gilt der Mail.',
    ],
  },
  'enhanced-codes': {
    title: 'erweiterter Statuscode',
    names: ['erweiterte Statuscodes', 'erweiterter Code'],
    told: [
      'Drei Zahlen hinter dem Antwortcode, die genauer sagen, warum: Klasse, Gebiet, Einzelheit.',
      'Die Klasse wiederholt die erste Ziffer (2, 4 oder 5), das Gebiet sagt, was betroffen ist (1 Adresse, 2 Postfach, 7 Richtlinien …), die Einzelheit ist bei der IANA eingetragen. Sie stehen in Antworten von Servern, die ENHANCEDSTATUSCODES anbieten, und in Berichten.',
    ],
  },
  'ok': {
    title: '+OK und OK',
    told: [
      'Die Antwort auf einen Befehl, der gelungen ist: +OK in POP3, OK hinter der Kennung in IMAP.',
      'Ein * OK ohne Kennung ist in IMAP eine Mitteilung, oft mit einem Code in Klammern, und als erste Zeile die Begrüßung. Die Worte dahinter sind für Menschen.',
    ],
  },
  'err': {
    title: '-ERR',
    told: [
      'Die Antwort von POP3 auf einen Befehl, der gescheitert ist.',
      'Warum, steht nur in Worten da, sofern der Server keine Codes in Klammern kennt (RESP-CODES). Die Verbindung bleibt offen; weitere Zeilen folgen nicht.',
    ],
  },
  'no': {
    title: 'NO',
    told: [
      'IMAP: Der Befehl wurde verstanden und ließ sich nicht ausführen.',
      'Ein falsches Passwort, ein fehlendes Postfach, ein volles. Ein Code in Klammern sagt mitunter mehr. Ohne Kennung ist es eine Warnung.',
    ],
  },
  'bad': {
    title: 'BAD',
    told: [
      'IMAP: Der Befehl wurde nicht verstanden oder ist in diesem Zustand nicht erlaubt.',
      'Das deutet eher auf einen Fehler des Clients als auf einen der Anfrage. Ohne Kennung konnte der Server nicht einmal sagen, welcher Befehl es war.',
    ],
  },
  'preauth': {
    title: 'PREAUTH',
    told: [
      'Eine Begrüßung in IMAP, die heißt: Der Client ist bereits angemeldet.',
      'Wer er ist, wurde auf anderem Weg festgestellt, etwa weil das Programm auf demselben Rechner gestartet wurde. LOGIN und STARTTLS sind dann nicht mehr möglich.',
    ],
  },
  'bye': {
    title: 'BYE',
    told: [
      'IMAP: Der Server wird die Verbindung gleich schließen.',
      'Es kommt vor dem OK auf LOGOUT, von selbst nach einem Zeitlimit oder vor dem Herunterfahren und anstelle der Begrüßung, wenn der Server die Verbindung ablehnt.',
    ],
  },
  'tag': {
    title: 'Kennung (Tag)',
    names: ['Kennung', 'Befehlskennung', 'Marke'],
    told: [
      'Das Zeichen, etwa a002, das ein IMAP-Client vor jeden Befehl setzt und das der Server in seiner Antwort wiederholt.',
      'Daran finden Antworten ihre Befehle, auch wenn mehrere gleichzeitig laufen. Der Client wählt sie für jeden Befehl neu.',
    ],
  },
  'untagged': {
    title: 'Antwort ohne Kennung',
    names: ['ungefragte Antwort', 'Stern'],
    told: [
      'Eine Zeile des IMAP-Servers, die mit * beginnt und zu keinem einzelnen Befehl gehört.',
      'Sie bringt Daten (FETCH, LIST, SEARCH) oder Neuigkeiten, nach denen niemand gefragt hat (EXISTS, EXPUNGE, BYE). Ein Client muss jederzeit auf jede gefasst sein.',
    ],
  },
  'continuation': {
    title: 'Aufforderung zur Fortsetzung',
    names: ['Fortsetzung', 'Fortsetzungsaufforderung'],
    told: [
      'Eine Zeile mit +, mit der der Server um den Rest eines Befehls bittet.',
      'IMAP sendet sie vor einem Literal, in AUTHENTICATE und in IDLE; POP3 in AUTH.',
    ],
  },
  'literal': {
    title: 'Literal',
    names: ['Literale'],
    told: [
      'So überträgt IMAP beliebige Oktette: ihre Zahl in geschweiften Klammern am Zeilenende, dann genau so viele Oktette.',
      'Nach {4} wartet der Client auf ein +; {4+} wartet nicht (LITERAL+). ~{4} darf NUL enthalten. Mails reisen als Literale, deshalb braucht IMAP am Ende keinen Punkt.',
    ],
  },
  'mailbox': {
    title: 'Postfach',
    names: ['Ordner', 'Mailbox', 'Mailordner'],
    told: [
      'Ein Ort, an dem Mail aufbewahrt wird; in IMAP ein Ordner mit einem Namen, für SMTP das, wofür eine Adresse steht.',
      'Ein Benutzer hat in IMAP viele, immer darunter INBOX, in einem Baum geordnet. POP3 kennt nur eines.',
    ],
  },
  'inbox': {
    title: 'INBOX',
    names: ['Posteingang'],
    told: [
      'Das Postfach, in das neue Mail zugestellt wird; es heißt auf jedem IMAP-Server gleich, in beliebiger Großschreibung.',
      'Alle anderen Namen sind Sache des Servers oder des Benutzers. POP3 auf demselben Server zeigt dieses.',
    ],
  },
  'maildrop': {
    title: 'Maildrop',
    told: [
      'Das Wort von POP3 für das Postfach eines Benutzers.',
      'Nach der Anmeldung sperrt der Server es: Eine zweite Sitzung wird mit -ERR abgelehnt, oft mit [IN-USE]. Die Mails werden in jeder Sitzung neu ab 1 gezählt; was inzwischen eintrifft, zeigt sich in der nächsten.',
    ],
  },
  'uidl': {
    title: 'bleibende Kennung in POP3',
    names: ['eindeutige Kennung', 'eindeutige ID'],
    told: [
      'Ein Name für eine Mail, der über Sitzungen hinweg gleich bleibt, bis zu 70 Zeichen, genannt von UIDL.',
      'Ein Client, der Mail auf dem Server lässt, erkennt daran, welche er schon hat: Die Nummern der Mails ändern sich mit jeder Sitzung.',
    ],
  },
  'uid': {
    title: 'UID (eindeutige Nummer)',
    names: ['eindeutige Nummer', 'UID', 'Gültigkeitswert'],
    told: [
      'Die Nummer einer Mail in ihrem IMAP-Postfach, die sie für immer behält und die mit jeder neuen Mail steigt.',
      'Solange UIDVALIDITY gleich bleibt, wird sie kein zweites Mal vergeben; beide Zahlen zu je 32 Bit zusammen bezeichnen eine Mail auf Dauer. Vor FETCH, STORE, COPY, MOVE, SEARCH oder EXPUNGE bewirkt das Wort UID, dass der Befehl nach UIDs zählt.',
    ],
  },
  'sequence-number': {
    title: 'laufende Nummer',
    names: ['Nachrichtennummer', 'Sequenznummer', 'Nachrichtensequenznummer', 'Mailnummer'],
    told: [
      'Der Platz einer Mail in ihrem Postfach, von 1 an gezählt.',
      'Wird eine Mail entfernt, rücken alle dahinter auf: Nach * 3 EXPUNGE ist die vierte die dritte. UIDs rücken nicht. POP3 zählt seine Mails je Sitzung, und darin rücken sie nicht.',
    ],
  },
  'flag': {
    title: 'Flag',
    names: ['Markierung', 'Schlüsselwort', 'Systemflag', 'Systemflags', 'Flags'],
    told: [
      'Eine Markierung an einer Mail in IMAP, die der Server aufbewahrt.',
      'Systemflags beginnen mit einem umgekehrten Schrägstrich (\\Seen, \\Answered, \\Flagged, \\Deleted, \\Draft), Schlüsselwörter nicht ($Junk oder ein Wort, das ein Client erfindet, wo PERMANENTFLAGS \\* zeigt). STORE ändert sie; andere Sitzungen erfahren es durch FETCH.',
    ],
  },
  'expunge': {
    title: 'EXPUNGE als Meldung',
    names: ['entfernt'],
    told: [
      'Die Nachricht, dass eine Mail nicht mehr im Postfach ist: * 3 EXPUNGE.',
      'Die Nummern aller späteren Mails sinken in diesem Augenblick um eins. Sie kann jederzeit kommen, außer während ein FETCH, STORE oder SEARCH nach Nummern läuft. Mit QRESYNC sagt der Server stattdessen VANISHED und UIDs.',
    ],
  },
  'exists': {
    title: 'EXISTS',
    told: [
      'Eine Zeile von IMAP ohne Kennung mit der Zahl der Mails im Postfach.',
      'Sie kommt mit SELECT und immer, wenn Mail eintrifft. Nach unten zählt sie nie: Das sagt EXPUNGE.',
    ],
  },
  'recent': {
    title: 'RECENT',
    told: [
      'Die Zahl der Mails, die diese Sitzung als erste sieht.',
      'Mit mehreren Sitzungen waren die Regeln schwer einzuhalten; IMAP4rev2 hat sie samt dem Flag \\Recent aufgegeben.',
    ],
  },
  'modified-utf7': {
    title: 'abgewandeltes UTF-7',
    names: ['modifiziertes UTF-7'],
    told: [
      'Die Schreibweise für Postfachnamen außerhalb von ASCII in IMAP4rev1: Zwischen & und - steht Base64 von UTF-16.',
      'In IMAP4rev2 oder nach ENABLE UTF8=ACCEPT stehen Namen unmittelbar in UTF-8.',
    ],
  },
  'bounce': {
    title: 'Unzustellbarkeitsmeldung (Bounce)',
    names: ['Unzustellbarkeitsmeldung', 'Bounce', 'unzustellbar', 'Rückläufer'],
    told: [
      'Eine Mail, die dem Absender einer anderen sagt, dass sie nicht zugestellt werden konnte.',
      'Sie geht an die Adresse aus MAIL FROM und hat selbst eine leere. Sie entsteht nur, wenn ein Server die Mail bereits angenommen hatte; eine Ablehnung während SMTP meldet der eigene Server des Absenders.',
    ],
  },
  'dsn': {
    title: 'Zustellbericht (DSN)',
    names: ['Zustellbericht', 'Zustellungsbericht', 'DSN'],
    told: [
      'Ein Bericht über eine Zustellung in einer Form, die Programme lesen: gescheitert, verzögert, weitergereicht oder zugestellt.',
      'Mit der Erweiterung DSN sagt der Absender bei RCPT, wann er einen will (NOTIFY), und bei MAIL, wie viel der Mail zurückkommt (RET). Zugestellt heißt: ins Postfach gelegt, nicht gelesen.',
    ],
  },
  'mdn': {
    title: 'Lesebestätigung (MDN)',
    names: ['Lesebestätigung', 'MDN'],
    told: [
      'Eine Quittung des Mailprogramms beim Empfänger, dass eine Mail angezeigt wurde.',
      'Der Absender bittet darum im Kopf; der Empfänger kann ablehnen. IMAP-Clients vermerken mit $MDNSent, dass sie gesendet oder abgelehnt ist.',
    ],
  },
  'backscatter': {
    title: 'Backscatter',
    names: ['Rückstreuung'],
    told: [
      'Unzustellbarkeitsmeldungen bei jemandem, der nichts gesendet hat, weil Spam einen gefälschten Absender trug.',
      'Sie entstehen, wo ein Server erst annimmt und danach merkt, dass er nicht zustellen kann. Eine Ablehnung bei RCPT oder spätestens nach dem Schlusspunkt vermeidet sie.',
    ],
  },
  'loop': {
    title: 'Mailschleife',
    names: ['Schleife'],
    told: [
      'Eine Mail, die Server einander im Kreis weiterreichen.',
      'Erkannt wird sie an der Zahl der Received-Zeilen, spätestens bei etwa hundert, und mit 5.4.6 abgelehnt. Ursache ist meist eine Weiterleitung in beide Richtungen oder ein MX auf einen Server, der sich nicht zuständig fühlt.',
    ],
  },
  'port-25': {
    title: 'Port 25',
    told: [
      'SMTP zwischen Servern.',
      'Wer einer Domain Mail senden will, verbindet sich mit Port 25 ihres MX, ohne Anmeldung; STARTTLS kann folgen. Viele Zugangsanbieter sperren ihn für ihre Kunden, die 587 oder 465 nehmen sollen.',
    ],
  },
  'port-587': {
    title: 'Port 587',
    told: [
      'Einlieferung: SMTP vom Mailprogramm zu seinem Server, durch STARTTLS verschlüsselt, mit Anmeldung.',
      '1998 von Port 25 getrennt (RFC 2476), damit der eine eine Anmeldung verlangt und der andere nur Mail für die eigenen Domains annimmt.',
    ],
  },
  'port-465': {
    title: 'Port 465',
    told: [
      'Einlieferung mit TLS vom ersten Oktett an.',
      'Lange inoffiziell, vergeben und zurückgenommen, seit RFC 8314 (2018) neben 587 empfohlen. Im Mitschnitt ist schon die Begrüßung verschlüsselt.',
    ],
  },
  'port-110': { title: 'Port 110', told: ['POP3, im Klartext, sofern nicht STLS folgt.', 'USER und PASS sind darauf auf dem ganzen Weg lesbar.'] },
  'port-995': { title: 'Port 995', told: ['POP3 mit TLS vom ersten Oktett an.', 'Seit RFC 8314 (2018) gegenüber STLS auf Port 110 empfohlen.'] },
  'port-143': {
    title: 'Port 143',
    told: ['IMAP, im Klartext, sofern nicht STARTTLS folgt.', 'Ein vorsichtiger Server sagt hier LOGINDISABLED, bis die Verbindung verschlüsselt ist.'],
  },
  'port-993': { title: 'Port 993', told: ['IMAP mit TLS vom ersten Oktett an.', 'Seit RFC 8314 (2018) gegenüber STARTTLS auf Port 143 empfohlen.'] },
  'implicit-tls': {
    title: 'TLS von Anfang an',
    names: ['implizites TLS', 'Verschlüsselung', 'STARTTLS oder TLS'],
    told: [
      'TLS, das mit der Verbindung beginnt, vor jeder Zeile des Mailprotokolls.',
      'Der Port sagt es: 465, 993, 995. Anders als bei STARTTLS gibt es keinen Augenblick im Klartext, den jemand unterwegs verändern könnte.',
    ],
  },
  'starttls': {
    title: 'STARTTLS und STLS',
    names: ['opportunistische Verschlüsselung'],
    told: [
      'Ein Befehl, der aus einer Verbindung im Klartext eine verschlüsselte macht.',
      'Nach der Zusage beginnt TLS, und alles zuvor Gesagte gilt als nicht gesagt: SMTP fängt mit EHLO neu an, IMAP und POP3 fragen die Fähigkeiten neu ab. Befehle, die im Klartext hinter STARTTLS gesendet wurden, dürfen danach nicht ausgeführt werden.',
    ],
  },
  'tls': {
    title: 'TLS',
    names: ['SSL', 'Transport Layer Security', 'TLS-Handschlag'],
    told: [
      'Die Schicht, die eine Verbindung verschlüsselt und mit einem Zertifikat zeigt, wer der Server ist.',
      'Im Handschlag bietet der Client Versionen und Cipher-Suites an, der Server wählt, und beide handeln Schlüssel aus. Bis TLS 1.2 ist das Zertifikat unterwegs lesbar; in TLS 1.3 ist alles hinter den beiden Hellos verschlüsselt.',
    ],
  },
  'cipher-suite': {
    title: 'Cipher-Suite',
    names: ['Cipher', 'Cipher-Suites', 'Verschlüsselungsverfahren'],
    told: [
      'Die Verfahren, mit denen eine TLS-Verbindung geschützt wird, unter einem Namen.',
      'Bis TLS 1.2 sagt der Name, wie Schlüssel ausgehandelt werden, wie der Server sich ausweist, womit verschlüsselt und wie vor Änderungen geschützt wird; in TLS 1.3 stehen nur noch die letzten beiden darin.',
    ],
  },
  'forward-secrecy': {
    title: 'Forward Secrecy',
    names: ['Perfect Forward Secrecy', 'PFS'],
    told: [
      'Wer später an den Schlüssel eines Servers kommt, kann damit nicht öffnen, was zuvor aufgezeichnet wurde.',
      'Sie ist gegeben, wo die Schlüssel aus einer eigenen Aushandlung stammen (ECDHE, DHE, alles in TLS 1.3), nicht, wo der Client sie mit dem Schlüssel des Servers verschlüsselt (RSA).',
    ],
  },
  'certificate': {
    title: 'Zertifikat',
    names: ['X.509', 'Zertifikatskette', 'selbst signiert'],
    told: [
      'Eine signierte Aussage, dass ein Schlüssel zu einem Namen gehört, für begrenzte Zeit.',
      'Ein Client prüft, ob der Name der gewünschte ist, ob die Zeit stimmt und ob eine Kette von Signaturen zu jemandem führt, dem er vertraut. Hinter einem selbst signierten Zertifikat steht niemand sonst.',
    ],
  },
  'sni': {
    title: 'SNI',
    names: ['Server Name Indication', 'server_name', 'Servername'],
    told: [
      'Der Name des Servers, den der Client meint, im Klartext in seinem ClientHello.',
      'Eine Adresse kann für viele Namen da sein, jeder mit eigenem Zertifikat: Der Server zeigt das passende. Wer unterwegs mitliest, liest auch den Namen, selbst in TLS 1.3.',
    ],
  },
  'alpn': {
    title: 'ALPN',
    names: ['Application-Layer Protocol Negotiation'],
    told: [
      'Die Protokolle, die der Client innerhalb von TLS sprechen würde, genannt in seinem ClientHello.',
      'Der Server wählt eines oder verzichtet darauf; bis TLS 1.2 ist seine Wahl lesbar, in TLS 1.3 ist sie verschlüsselt. Mailprogramme nutzen es selten, denn schon der Port sagt, was gesprochen wird.',
    ],
  },
  'ja4': {
    title: 'JA3 und JA4',
    names: ['JA3', 'JA3S', 'TLS-Fingerabdruck'],
    told: [
      'Kurze Namen für das Angebot eines ClientHello, an denen sich Programme und Bibliotheken unterscheiden lassen.',
      'Verschiedene Programme mit derselben Bibliothek können denselben haben, und nachahmen lässt er sich auch: ein Hinweis, kein Beweis.',
    ],
  },
  'downgrade': {
    title: 'Herabstufung (Downgrade)',
    names: ['Herabstufung', 'Downgrade-Angriff'],
    told: [
      'Jemand unterwegs nimmt STARTTLS aus der Liste des Servers, und der Client macht im Klartext weiter.',
      'Im Mitschnitt zeigt es sich an einem Server, der es anderswo anbietet und hier nicht, oder an XXXXXXXX an seiner Stelle. Clients, die auf TLS bestehen, MTA-STS und DANE verhindern es.',
    ],
  },
  'mta-sts': {
    title: 'MTA-STS und DANE',
    told: [
      'Zwei Wege, auf denen eine Domain erklärt, dass ihre Server nur mit TLS zu erreichen sind.',
      'MTA-STS veröffentlicht das über HTTPS, DANE mit TLSA-Einträgen in signiertem DNS. Ein sendender Server behält die Mail dann eher, als sie im Klartext zu senden.',
    ],
  },
  'sasl': {
    title: 'SASL',
    names: ['Anmeldung', 'Authentifizierung', 'Authentisierung'],
    told: [
      'Der Rahmen für die Anmeldung, den alle drei Protokolle teilen: AUTH in SMTP und POP3, AUTHENTICATE in IMAP.',
      'Der Server nennt Verfahren, der Client wählt eines; dann gehen Zeilen in Base64 hin und her. PLAIN und LOGIN zeigen das Passwort, SCRAM beweist, dass es bekannt ist, OAUTHBEARER bringt ein Token. Ein einzelner * bricht ab.',
    ],
  },
  'open-relay': {
    title: 'offenes Relay',
    told: [
      'Ein Server, der Mail von jedem an jeden weiterreicht.',
      'Bis etwa 1998 war das üblich; dann wurde es zum Werkzeug der Spamversender, und heute steht ein solcher Server binnen Stunden auf Sperrlisten. Ein ordentlicher Server leitet nur für eigene Benutzer und eigene Domains weiter.',
    ],
  },
  'spam': {
    title: 'Spam',
    names: ['unerwünschte Mail', 'Junk', 'Zeichen für Spam'],
    told: [
      'Mail, die in Massen und ungebeten verschickt wurde.',
      'Zeichen dafür im Mitschnitt: ein Name bei HELO, der nicht zur Adresse passt, viele mit 550 abgelehnte RCPT, kein Abwarten der Begrüßung oder der Antworten, kein QUIT, ein Umschlag, der nichts mit From: zu tun hat. Keines ist ein Beweis; Filter zählen sie zusammen.',
    ],
  },
  'greylisting': {
    title: 'Greylisting',
    names: ['graue Liste', 'Grauliste', 'Grey-Liste'],
    told: [
      'Der erste Versuch eines unbekannten Absenders wird vorläufig abgelehnt (450 oder 451), ein zweiter einige Minuten später angenommen.',
      'Es setzt darauf, dass ordentliche Server es noch einmal versuchen und Spamversender oft nicht. Die erste Mail von einem neuen Server kostet es eine Viertelstunde oder mehr.',
    ],
  },
  'blocklist': {
    title: 'Sperrliste',
    names: ['schwarze Liste', 'weiße Liste'],
    told: [
      'Eine Liste von Adressen, von denen ein Server keine Mail annimmt, meist über DNS abgefragt.',
      'Die Ablehnung ist eine 554 bei der Begrüßung oder eine 550 5.7.1 bei RCPT, in ihren Worten oft mit einem Verweis auf die Liste. Eine weiße Liste nennt die, denen die Prüfungen erspart bleiben.',
    ],
  },
  'spf': {
    title: 'SPF',
    told: [
      'Ein DNS-Eintrag, in dem eine Domain die Server nennt, die mit ihr in MAIL FROM senden dürfen.',
      'Geprüft wird der Umschlag, nicht From:. Weiterleitungen brechen es, weil der Weiterleitende nicht zu diesen Servern gehört. Ein Fehlschlag zeigt sich als 5.7.23.',
    ],
  },
  'dkim': {
    title: 'DKIM',
    told: [
      'Eine Signatur über den Rumpf und ausgewählte Kopfzeilen, deren Schlüssel die signierende Domain im DNS führt.',
      'Sie übersteht Weiterleitungen, solange nichts geändert wird; Listen, die eine Fußzeile anhängen, brechen sie. Sie beweist, dass eine Domain für die Mail einsteht, nicht, dass der Inhalt wahr ist.',
    ],
  },
  'dmarc': {
    title: 'DMARC',
    told: [
      'Ein DNS-Eintrag, in dem die Domain aus From: sagt, was mit Mail geschehen soll, die weder SPF noch DKIM mit ihr verbindet.',
      'none, quarantine oder reject; und wohin Berichte gehen. Eine Ablehnung zeigt sich als 550 5.7.1 mit dem Wort DMARC oder als 5.7.26.',
    ],
  },
  'handshake': {
    title: 'Drei-Wege-Handschlag',
    names: ['Handschlag', 'Drei-Wege-Handshake', 'Verbindungsaufbau'],
    told: [
      'So baut TCP eine Verbindung auf: SYN, SYN ACK, ACK.',
      'Erst danach kann das Mailprotokoll beginnen, mit der Begrüßung des Servers. Ein SYN ohne Antwort: Dort ist niemand, oder eine Firewall schweigt; ein SYN mit RST als Antwort: Auf diesem Port lauscht kein Programm.',
    ],
  },
  'fin': {
    title: 'FIN',
    names: ['Verbindungsabbau', 'Abbau'],
    told: [
      'Das Zeichen, mit dem eine Seite einer TCP-Verbindung sagt, dass sie nichts mehr senden wird.',
      'Das geordnete Ende hat ein FIN von jeder Seite, nach QUIT und dessen Antwort. Ein FIN mitten in einer Mail heißt, dass eine Seite aufgegeben hat: Angenommen wurde nichts.',
    ],
  },
  'rst': {
    title: 'RST',
    names: ['Abbruch', 'Verbindungsabbruch'],
    told: [
      'Das Zeichen, mit dem eine Seite einer TCP-Verbindung sie auf der Stelle abbricht.',
      'Was noch unterwegs war, ist verloren. Es kommt von einem Programm, das abgestürzt ist oder nicht zu Ende gelesen hat, von einer Firewall oder als Antwort eines Rechners, auf dem niemand lauscht.',
    ],
  },
  'ident': {
    title: 'Ident-Abfrage',
    names: ['Ident'],
    told: [
      'Eine Rückfrage des Servers beim Rechner des Clients, auf Port 113: Welchem Benutzer gehört diese Verbindung?',
      'Eine Anmeldung ist das nicht: Die Antwort ist nur, was jener Rechner behauptet. Verschluckt eine Firewall die Frage, statt sie abzuweisen, wartet die Begrüßung auf deren Zeitlimit.',
    ],
  },
  'dns': {
    title: 'DNS',
    names: ['Namensdienst', 'Namensauflösung', 'Rückwärtsauflösung'],
    told: [
      'Das Verzeichnis, das aus Namen Adressen und aus Domains Mailserver macht.',
      'Ein Server fragt es vor der Begrüßung (wer ist diese Adresse? PTR), bei HELO und MAIL (gibt es die Domain?) und vor dem Senden (MX). Langsame Auskünfte zeigen sich als langsame Antworten.',
    ],
  },
  'lineage': {
    title: 'Abstammung der Protokolle',
    names: ['Abstammung', 'Herkunft', 'Vorfahren', 'Stammbaum'],
    told: [
      'Zeilen aus Text und dreistellige Antworten kamen von FTP zu SMTP und von dort zu NNTP und HTTP.',
      'FTP beförderte selbst Mail (MAIL und MLFL, RFC 385, 1972), nach den Zeilenregeln von Telnet, dessen CRLF geblieben ist. POP übernahm von SMTP den Punkt am Ende und bekam +OK und -ERR mit Version 3; IMAP ging mit Kennungen und Literalen eigene Wege. HTTP hat die Statusziffern und die Kopfzeilen von MIME entlehnt.',
    ],
  },
  'history-smtp': {
    title: 'Geschichte von SMTP',
    names: ['SMTP-Geschichte'],
    told: [
      '1971 ein Mail Box Protocol (RFC 196), 1972 Mail über FTP (RFC 385), 1973 ein eigener Vorschlag (RFC 524), 1980 MTP (RFC 772, 1981 RFC 780), 1981 SMTP (RFC 788), 1982 RFC 821.',
      '1986 MX-Einträge (RFC 974), 1989 Anforderungen an Rechner (RFC 1123), 1993 Erweiterungen (RFC 1425, 1995 RFC 1869), 1998 Einlieferung (RFC 2476), 1999 AUTH (RFC 2554) und STARTTLS (RFC 2487), 2001 RFC 2821, 2008 RFC 5321.',
    ],
  },
  'history-format': {
    title: 'Geschichte des Mailformats',
    names: ['Nachrichtenformat', 'Mailformat'],
    told: [
      '1973 der erste Standard für Kopfzeilen (RFC 561), 1977 RFC 733, 1982 RFC 822, 2001 RFC 2822, 2008 RFC 5322.',
      'MIME kam 1992 hinzu (RFC 1341), 1993 RFC 1521, 1996 RFC 2045 bis 2049. Die alten Zeilen von 1973, From, Date und Subject, sind noch dieselben.',
    ],
  },
  'history-pop': {
    title: 'Geschichte von POP',
    names: ['POP-Geschichte', 'Geschichte von POP3'],
    told: [
      '1984 POP (RFC 918), 1985 POP2 (RFC 937, Port 109), 1988 POP3 (RFC 1081, Port 110).',
      'POP3 erneut 1991 (RFC 1225), 1993 (RFC 1460), 1994 (RFC 1725) und 1996 (RFC 1939), noch immer gültig; 1998 Erweiterungen (RFC 2449), 1999 STLS (RFC 2595). Die Versionen verstehen einander nicht. POP4 war ein Vorschlag, aus dem nie ein Standard wurde.',
    ],
  },
  'history-imap': {
    title: 'Geschichte von IMAP',
    names: ['IMAP-Geschichte'],
    told: [
      '1986 in Stanford begonnen, 1988 IMAP2 (RFC 1064, 1990 RFC 1176), 1991 IMAP3 (RFC 1203), 1994 IMAP4 (RFC 1730), 1996 IMAP4rev1 (RFC 2060).',
      '2003 RFC 3501, achtzehn Jahre lang der Standard; 2021 IMAP4rev2 (RFC 9051), das übernimmt, was als Erweiterung üblich geworden war: IDLE, MOVE, UIDPLUS, ESEARCH und andere. IMAP3 wurde kaum verwendet.',
    ],
  },
  'x400': {
    title: 'X.400',
    told: [
      'Das Mailsystem, das die CCITT (heute ITU-T) 1984 als Alternative genormt hat.',
      'Es hatte Quittungen, Vorrang und Sicherheit von Anfang an, und Adressen, die sich niemand merken konnte. In geschlossenen Netzen lebte es fort; Gateways wandeln um (RFC 2156).',
    ],
  },
};
