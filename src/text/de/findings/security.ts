/** German for what endangers passwords, mails or their readers. */
import type { LineEnd, LooseDot } from '../../../model/mail-lines.js';
import type { RelayForm, SecurityFindings } from '../../../model/findings/security.js';
import type { FindingTexts } from '../../findings.js';
import { capital, count, duration, list, number, quote, shorten } from '../format.js';

const of = (username: string | undefined): string => (username === undefined ? '' : ` von ${quote(username)}`);
const use = (what: 'log-in' | 'mail'): string => (what === 'mail' ? 'gibt eine Mail ohne TLS ab' : 'meldet sich ohne TLS an');

const FORMS: Readonly<Record<RelayForm, string>> = {
  percent: 'mit einem %, hinter dem ein anderer Host steht',
  bang: 'mit einem !, vor dem ein anderer Host steht',
  'source-route': 'mit einem Weg über einen anderen Host',
  'address-inside': 'mit einer zweiten Adresse darin',
};

const ENDS: Readonly<Record<LineEnd, string>> = { crlf: 'CRLF', lf: 'LF', cr: 'CR' };
const dots = (found: readonly LooseDot[]): string => list(found.map(({ before, behind }) => `${ENDS[before]} . ${ENDS[behind]}`));

export const securityFindings: FindingTexts<SecurityFindings> = {
  'auth.cleartext': {
    title: 'Lesbares Passwort',
    sentence: (p) =>
      `Das Passwort${of(p.username)} geht lesbar durchs Netz (${p.mechanism}${p.encoded ? ', in Base64, das nichts verbirgt' : ''}): Wer mithört, kennt es.`,
    meaning:
      'Der Client meldet sich ohne TLS an, und zwar auf eine Weise, die das Passwort selbst überträgt, im Klartext oder in Base64. Jeder auf dem Weg kann es lesen und benutzen, ob die Anmeldung gelingt oder nicht. ' +
      'Clients sollten die Ports mit TLS vom ersten Oktett an (465, 993, 995) oder STARTTLS verwenden, Server davor keine Anmeldung anbieten.',
  },
  'auth.token-cleartext': {
    title: 'Lesbares Token',
    sentence: (p) =>
      `Das Token${of(p.username)} geht lesbar durchs Netz (${p.mechanism}): Wer mithört, kann sich damit anmelden, ${p.expires === undefined ? 'solange es gilt' : `und zwar bis zum ${p.expires.slice(8, 10)}.${p.expires.slice(5, 7)}.${p.expires.slice(0, 4)}, ${p.expires.slice(11, 19)} UTC`}.`,
    meaning:
      'XOAUTH2 und OAUTHBEARER übertragen anstelle eines Passworts ein Token. Solange es gilt, ist es so gut wie ein Passwort, oft nicht nur für die Mail. RFC 7628 erlaubt das nur innerhalb von TLS.',
  },
  'auth.weak-mechanism': {
    title: 'Anmeldung, die sich durchprobieren lässt',
    sentence: (p) => `${p.mechanism} verbirgt das Passwort${of(p.username)}, aber wer mithört, kann zu Hause Passwörter durchprobieren, ohne dass der Server es merkt.`,
    meaning:
      'APOP, CRAM-MD5, DIGEST-MD5 und NTLM übertragen eine Prüfsumme aus dem Passwort und einer Zahl, die ebenfalls lesbar ist. Ohne TLS nimmt ein Lauscher beides mit und probiert Wörter, bis eines passt, Millionen in der Sekunde; ' +
      'kurze und verbreitete Passwörter fallen sofort. Außerdem muss der Server dafür die Passwörter, oder was ebenso viel wert ist, im Klartext aufheben. TLS verbirgt den Austausch; SCRAM macht jeden Versuch teuer.',
  },
  'auth.offered-in-clear': {
    title: 'Anmeldung ohne TLS angeboten',
    sentence: (p) => `Auch ohne TLS nimmt der Server Passwörter an, die jeder auf dem Weg lesen kann (${list(p.mechanisms)})${p.tls ? ', obwohl er TLS anbietet' : ''}.`,
    meaning:
      'Bevor TLS begonnen hat, bietet der Server PLAIN, LOGIN, USER mit PASS oder den Befehl LOGIN von IMAP an. Ein nachlässig eingestellter Client, oder einer, den jemand auf dem Weg von TLS abhält, gibt so sein Passwort preis. ' +
      'Ein Server sollte Anmeldungen nur innerhalb von TLS anbieten: in SMTP kein AUTH vor STARTTLS, in POP3 kein USER in CAPA, in IMAP LOGINDISABLED.',
  },
  'auth.many-failures': {
    title: 'Viele gescheiterte Anmeldungen',
    sentence: (p) =>
      `${capital(count(p.failures, 'eine Anmeldung', 'Anmeldungen'))} von ${p.address} sind${p.seconds === undefined ? '' : ` innerhalb von ${duration(p.seconds)}`}${p.sessions === 1 ? '' : ` in ${count(p.sessions, 'einer Sitzung', 'Sitzungen')}`} gescheitert.`,
    meaning:
      'Derselbe Client scheitert immer wieder an der Anmeldung, mit weniger als zehn Minuten Abstand, und hat kaum einmal Erfolg. Jemand probiert Passwörter aus, oder ein Programm hat ein altes behalten. ' +
      'Gemeldet wird der fünfte Fehlschlag, danach jedes Mal, wenn es zehnmal so viele sind.',
  },
  'auth.guessed': {
    title: 'Anmeldung nach vielen Fehlschlägen',
    sentence: (p) => `Nach ${count(p.failures, 'einem Fehlversuch', 'Fehlversuchen')} gelingt die Anmeldung als ${quote(p.username)} von ${p.address} aus.`,
    meaning:
      'Fünf oder mehr Anmeldungen mit diesem Namen sind mit weniger als zehn Minuten Abstand gescheitert, und nun gelingt eine. So sieht es aus, wenn jemandem das Passwort wieder einfällt, und ebenso, wenn es jemand erraten hat. ' +
      'Wem die Adresse gehört und wie schnell die Versuche kamen, unterscheidet die beiden.',
  },
  'auth.repeated-challenge': {
    title: 'Aufgabe zweimal gestellt',
    sentence: (p) => `Der Server stellt eine Aufgabe, die er schon in Sitzung ${p.session} gestellt hat: ${quote(p.challenge)}.`,
    meaning:
      'Bei APOP und CRAM-MD5 nützt eine mitgehörte Antwort nur deshalb nichts, weil jede Sitzung ihre eigene Aufgabe (Challenge) hat. Wer die Antwort auf diese in einer anderen Sitzung gehört hat, kann sie wiederholen und ist angemeldet.',
  },
  'tls.not-used': {
    title: 'TLS angeboten, nicht genutzt',
    sentence: (p) => `Der Client ${use(p.use)}, obwohl der Server ${p.command} anbietet.`,
    meaning:
      'Der Server könnte verschlüsseln, und der Client verlangt es nicht. Wer auf dem Weg sitzt, kann lesen und ändern, was folgt. Oft fehlt nur eine Einstellung im Client; zwischen Mailservern ist Verschlüsselung guter Wille.',
  },
  'tls.not-offered': {
    title: 'Kein TLS im Angebot',
    sentence: (p) => `Der Client ${use(p.use)}: Auf Port ${p.port} bietet der Server keines an.`,
    meaning:
      'Im Angebot des Servers fehlt STARTTLS (in POP3: STLS). Entweder ist es nicht eingerichtet, oder er verschlüsselt nur auf einem anderen Port, oder jemand auf dem Weg hat das Angebot entfernt. ' +
      'Ein Vergleich mit dem, was der Server von anderswo gefragt antwortet, zeigt es.',
  },
  'tls.refused': {
    title: 'TLS verweigert',
    sentence: (p) => `Der Server hat TLS angeboten und verweigert es nun${p.words === '' ? '.' : `: ${quote(p.words)}.`}`,
    meaning:
      'Der Client verlangt die angebotene Verschlüsselung und bekommt sie nicht. Vielleicht fehlt dem Server ein Zertifikat oder Schlüssel, vielleicht hat jemand auf dem Weg an seiner Stelle geantwortet. Viele Clients machen dann unverschlüsselt weiter, mit Mail und Passwort.',
  },
  'tls.masked': {
    title: 'STARTTLS unterwegs überschrieben',
    sentence: (p) =>
      p.by === 'server'
        ? `Im Angebot des Servers steht ${p.word} anstelle von STARTTLS: Ein Gerät auf dem Weg hat es überschrieben.`
        : `Der Befehl des Clients kommt als ${p.word} an, so lang wie STARTTLS: Ein Gerät auf dem Weg hat ihn überschrieben.`,
    meaning:
      'Firewalls, die in SMTP mitlesen wollen, ersetzen, was sie nicht durchlassen, durch ebenso viele X; aus STARTTLS wird im Angebot XXXXXXXA (so halten es Cisco PIX und ASA von Haus aus), als Befehl XXXXXXXX. ' +
      'Die Mail reist dann unverschlüsselt, obwohl beide Enden verschlüsseln können. Auf einem solchen Gerät muss die Prüfung von ESMTP TLS erlauben oder abgeschaltet werden.',
  },
  'tls.uneven-offer': {
    title: 'TLS nur für manche angeboten',
    sentence: (p) =>
      p.offered
        ? `Der Server bietet hier TLS an, ${p.other} in denselben Mitschnitten dagegen nicht.`
        : `Der Server bietet hier kein TLS an, ${p.other} in denselben Mitschnitten aber schon.`,
    meaning:
      'Entweder unterscheidet der Server zwischen seinen Clients, oder seine Einstellungen wurden zwischendurch geändert, oder ein Gerät auf dem Weg schneidet das Angebot heraus, damit alles lesbar bleibt. ' +
      'Ein Mitschnitt am Server klärt es: Steht das Angebot dort und beim Client nicht, ist es unterwegs verschwunden. Clients, die auf TLS bestehen, merken es.',
  },
  'tls.injected-command': {
    title: 'Befehle hinter STARTTLS',
    sentence: (p) => `Hinter ${p.command} folgt im Klartext, noch vor der Zusage des Servers, ${p.verb === '' ? 'eine weitere Zeile' : `der Befehl ${quote(p.verb)}`}: Ein nachlässiger Server hält das für verschlüsselt.`,
    meaning:
      'Hinter STARTTLS muss ein Client warten. Wer auf dem Weg sitzt, kann dort Befehle einfügen; ein Server, der sie schon gelesen hat, führt sie aus, sobald TLS steht, als hätte der Client sie darin gesendet (CVE-2011-0411): ' +
      'eine Anmeldung oder eine Mail des Angreifers, in die der Client dann seine eigene schreibt. Server müssen verwerfen, was sie bis dahin gelesen haben.',
  },
  'tls.injected-reply': {
    title: 'Antworten hinter der Zusage zu TLS',
    sentence: (p) => `In dem Paket, in dem der Server TLS zusagt, folgt noch etwas im Klartext: ${quote(p.text)}.`,
    meaning:
      'Hinter seiner Zusage muss ein Server auf den TLS-Handschlag warten. Wer auf dem Weg sitzt, kann dort Zeilen einfügen; ein Client, der sie schon gelesen hat, hält sie für die ersten Antworten innerhalb von TLS (CVE-2020-14954 und andere) ' +
      'und lässt sich so andere Postfächer, Mails oder Fähigkeiten vorspiegeln.',
  },
  'tls.port-in-clear': {
    title: 'Kein TLS auf einem TLS-Port',
    sentence: (p) => `Auf Port ${p.port}, der für TLS vom ersten Oktett an vorgesehen ist, grüßt der Server im Klartext.`,
    meaning: 'Auf den Ports 465 (SMTP), 993 (IMAP) und 995 (POP3) steht der TLS-Handschlag am Anfang. Ein Client, der sich darauf verlässt, versteht diesen Server nicht; einer, der es nicht tut, sagt alles im Klartext.',
  },
  'tls.unexpected': {
    title: 'TLS, wo niemand damit rechnet',
    sentence: (p) => `Der Client beginnt auf Port ${p.port} einen TLS-Handschlag, obwohl der Server dort im Klartext spricht.`,
    meaning:
      'Der Client hält den Port für einen mit TLS vom ersten Oktett an, oder er beginnt den Handschlag, ohne vorher mit STARTTLS darum gebeten zu haben. Er gehört auf STARTTLS eingestellt oder auf Port 465, 993 oder 995. Portscanner versuchen dasselbe.',
  },
  'tls.prevented': {
    title: 'Angemeldet vor TLS',
    sentence: () => 'Der Server grüßt im Klartext mit PREAUTH: Der Client gilt als angemeldet, und STARTTLS ist nicht mehr erlaubt.',
    meaning:
      'PREAUTH besagt, dass der Client auf andere Weise bekannt ist, etwa durch einen Tunnel. In einem offenen Netz kann das jeder auf dem Weg behaupten: Der Client lässt dann STARTTLS aus und übergibt seine Entwürfe und gesendeten Mails dem, der da antwortet.',
  },
  'smtp.masked-greeting': {
    title: 'Überschriebene Begrüßung',
    sentence: () => 'Die Begrüßung ist mit Sternchen überschrieben: Ein Gerät auf dem Weg verändert, was der Server sagt.',
    meaning:
      'Manche Firewalls (Ciscos „fixup protocol smtp“ und „inspect esmtp“) verbergen die Worte der Begrüßung. Dieselben Geräte halten Clients oft von TLS und von Erweiterungen ab; was die beiden Enden einander sagen, ist nicht mehr, was ankommt.',
  },
  'relay.tried': {
    title: 'Weiterleitung abgelehnt',
    sentence: (p) =>
      `Der Client will über den Server eine Mail an ${shorten(p.address)} weiterleiten${p.form === undefined ? '' : `, eine Adresse ${FORMS[p.form]},`} und wird abgewiesen (${p.code})${p.words === '' ? '.' : `: ${quote(p.words)}.`}`,
    meaning:
      'Der Server leitet Mail an andere Domains nur für diejenigen weiter, die er kennt. Geschlossen wird das aus seinen Worten oder aus einer Form der Adresse, die fast nur noch benutzt, wer offene Relays sucht. ' +
      'Eine einzelne Ablehnung trifft meist einen Client, der die Anmeldung vergessen hat; mehrere Formen hintereinander sind eine Suche.',
  },
  'relay.granted': {
    title: 'Offenes Relay',
    sentence: (p) => `Ohne Anmeldung nimmt der Server den Empfänger ${shorten(p.address)} an, eine Adresse ${FORMS[p.form]}: Er leitet womöglich für jeden weiter.`,
    meaning:
      'Adressen wie user%anderswo.example@hier, anderswo.example!user oder "user@anderswo.example"@hier bitten den Server, die Mail an den Host darin weiterzuleiten. Ein Server, der sie von Fremden annimmt, lässt sich zum Versand von Spam missbrauchen. ' +
      'Zu sehen ist, dass er den Empfänger annimmt, nicht aber, ob die Mail weiterreist.',
  },
  'relay.between-strangers': {
    title: 'Mail zwischen zwei anderen Domains',
    sentence: (p) => `Ohne Anmeldung nimmt ${p.server} eine Mail von ${shorten(p.from)} an ${shorten(p.to)} an; dem Namen nach gehört ihm keine der beiden Domains.`,
    meaning:
      'Das tut ein offenes Relay, und ebenso jeder Server, der Postfächer für Domains mit anderem Namen führt, also die meisten. Für welche Domains ein Server zuständig ist, sagt ein Mitschnitt nicht; das zeigt erst eine Probe mit einer Domain, die nicht seine sein kann.',
  },
  'smtp.harvest': {
    title: 'Adressen durchprobiert',
    sentence: (p) => `Von ${number(p.asked)} Adressen, die der Client in dieser Sitzung ausprobiert, gibt es ${number(p.unknown)} nicht: Er sucht diejenigen, die es gibt.`,
    meaning:
      'RCPT, VRFY und EXPN verraten, ob es eine Adresse gibt. Wer eine Liste naheliegender Namen durchgeht, erfährt, wohin sich Spam zustellen lässt und für welche Namen es sich lohnt, Passwörter zu raten. ' +
      'Gemeldet wird das ab zehn unbekannten Adressen, wenn sie mehr als die Hälfte ausmachen; eine veraltete Verteilerliste kann ebenso aussehen.',
  },
  'smtp.vrfy-answered': {
    title: 'Adresse auf Anfrage bestätigt',
    sentence: (p) => `Der Server ${p.verb === 'VRFY' ? `bestätigt ${quote(p.word)}` : `löst ${quote(p.word)} auf`} für jemanden, der nicht angemeldet ist (${p.verb})${p.words === '' ? '.' : `: ${quote(p.words)}.`}`,
    meaning: 'Mit VRFY und EXPN kann jeder herausfinden, welche Adressen es gibt und wer hinter einem Verteiler steht. Nach RFC 5321 §7.3 dürfen Server VRFY mit 252 beantworten, was nichts verspricht, und EXPN ablehnen.',
  },
  'session.foreign-request': {
    title: 'Anfrage eines anderen Protokolls',
    sentence: (p) => `Der Client sendet eine Anfrage, die zu einem anderen Protokoll gehört: ${quote(p.request)}.`,
    meaning:
      'Ein Portscanner probiert aus, was hier lauscht, oder ein Webbrowser oder Webserver wurde dazu gebracht, seine Anfrage an einen Mailserver zu schicken, mit Mailbefehlen weiter unten darin. Server sollten bei der ersten solchen Zeile auflegen.',
  },
  'session.exploit': {
    title: 'Bekanntes Angriffsmuster',
    sentence: (p) => `Was hinter ${p.verb} steht, hat die Form eines Angriffs auf ${p.target}.`,
    meaning:
      'Der Text bewirkt etwas in Programmen mit dieser Lücke und hat sonst nirgends eine Bedeutung. Es ist ein Versuch; ob er gelungen ist, sagt das Gespräch nicht. Das zeigen die Version des angegriffenen Programms und was der Server danach tut.',
  },
  'session.terminal-escape': {
    title: 'Steuersequenz für Terminals',
    sentence: (p) =>
      p.field === undefined
        ? `In dem, was der ${p.from === 'client' ? 'Client' : 'Server'} sagt, steckt eine Steuersequenz für Terminals.`
        : `Im Feld ${p.field} der Mail steckt eine Steuersequenz für Terminals.`,
    meaning:
      'Eine Escape-Sequenz bewegt den Cursor, ändert Farben oder Titel oder löscht den Bildschirm, wenn ein Programm den Text unverändert ausgibt: Sie kann Zeilen eines Protokolls verbergen oder andere vortäuschen. Hier wird sie mit sichtbaren Zeichen dargestellt.',
  },
  'mail.loose-end': {
    title: 'Mailende, das nur manche sehen',
    sentence: (p) => `Die Mail enthält mittendrin ${dots(p.dots)} (Zeile ${number(p.dots[0]?.line ?? 0)}): Manche Server halten das für ihr Ende, andere nicht.`,
    meaning:
      'Nur CRLF . CRLF beendet eine Mail. Server, die auch LF . LF, CRLF . LF, CR . CR und Ähnliches für das Ende halten, lesen das Folgende als Befehle: Wer zwei Server kennt, die darin uneins sind, kann in einer Mail eine zweite mit beliebigem Absender unterbringen (SMTP-Smuggling, 2023). ' +
      'Hier folgt kein Befehl. Programme, die LF anstelle von CRLF schreiben, erzeugen solche Zeilen, ohne es zu wissen.',
  },
  'mail.smuggled': {
    title: 'In einer Mail geschmuggelte Mail',
    sentence: (p) => `Mitten in der Mail, hinter ${dots(p.dots)}, steht der Befehl ${p.verb} (Zeile ${number(p.line)}): Ein Server, der den Punkt für das Ende hält, nimmt das Folgende für eine weitere Mail.`,
    meaning:
      'Nur CRLF . CRLF beendet eine Mail. Diese enthält eine andere Form davon und gleich dahinter Befehle von SMTP. Ein Server, der sie für das Ende hält, führt die Befehle aus: Eine zweite Mail kommt an, mit einem Absender nach Wahl des Angreifers, ' +
      'von einem Server, dessen SPF und DKIM in Ordnung sind (SMTP-Smuggling, 2023; CVE-2023-51764, 51765, 51766). Server sollten Mails mit einzelnem CR oder LF ablehnen oder umwandeln, bevor sie sie weitergeben.',
  },
  'mail.hidden-recipients': {
    title: 'In der Mail nicht genannte Empfänger',
    sentence: (p) =>
      p.count === 1
        ? `Auf dem Umschlag steht ${p.addresses[0]!}, in To und Cc dagegen nicht.`
        : `Auf dem Umschlag stehen ${count(p.count, 'ein Empfänger', 'Empfänger')}, die in To und Cc fehlen: ${list(p.count > p.addresses.length ? [...p.addresses, 'weitere'] : p.addresses)}.`,
    meaning: 'Allein der Umschlag entscheidet, wer eine Mail bekommt. So entstehen Blindkopien (Bcc), und weitergeleitete Mails sehen ebenso aus. Wer die Mail liest, sieht diese Empfänger nicht; wer die Leitung mitliest, schon.',
  },
  'mail.bcc-visible': {
    title: 'Sichtbare Blindkopie',
    sentence: (p) => `Die Mail trägt noch ihr Feld Bcc, in dem ${quote(p.names)} steht.`,
    meaning: 'Wer in Bcc steht, soll den anderen Empfängern verborgen bleiben. Das Feld gehört vor dem Versand entfernt oder am ersten Server; bleibt es stehen, kann es jeder lesen, der die Mail bekommt.',
  },
  'mail.sender-differs': {
    title: 'Zwei Absender',
    sentence: (p) => `Die Mail nennt als Absender ${p.header}, der Umschlag ${p.envelope}.`,
    meaning:
      'Leser sehen das From des Kopfes, Server den Absender des Umschlags, an den auch Fehlerberichte gehen. Bei Newslettern und weitergeleiteten Mails sind es zwei verschiedene, und bei gefälschten. DMARC verlangt, dass einer der Nachweise, SPF oder DKIM, zur Domain von From passt.',
  },
  'mail.misleading-name': {
    title: 'Name, der eine andere Adresse ist',
    sentence: (p) => `Der Name des Absenders ist eine Adresse, ${p.name}, aber nicht die, von der die Mail kommt: ${p.address}.`,
    meaning: 'Viele Programme zeigen von einem Absender nur den Namen. Sieht er aus wie eine Adresse einer anderen Domain, glauben die Leser, die Mail käme von dort.',
  },
  'mail.bidi-override': {
    title: 'Umgedrehter Text',
    sentence: (p) =>
      p.field === undefined
        ? `Im Namen eines Anhangs steckt ein Zeichen, das umdreht, was folgt: ${quote(p.text)}.`
        : `Im Feld ${p.field} steckt ein Zeichen, das umdreht, was folgt: ${quote(p.text)}.`,
    meaning:
      'Die Zeichen U+202D und U+202E ändern die Richtung des Textes hinter ihnen. „rechnung“ U+202E „fdp.exe“ erscheint als „rechnungexe.pdf“ und wird trotzdem ausgeführt. Sprachen, die von rechts nach links geschrieben werden, brauchen sie nicht.',
  },
  'mail.executable-attachment': {
    title: 'Ausführbarer Anhang',
    sentence: (p) =>
      p.disguised
        ? `Der Anhang ${quote(p.name)} gibt sich als Dokument aus und ist ein Programm (.${p.ending}).`
        : `Der Anhang ${quote(p.name)} kann beim Öffnen ein Programm starten (.${p.ending}).`,
    meaning:
      'Dem Namen nach ist der Anhang ein Programm, ein Skript, ein Dokument mit Makros oder das Abbild eines Datenträgers, von dem Programme ohne Warnung starten. Die meisten Server lehnen solche Mails ab; ob diese Schaden anrichtet, sagt der Name nicht. In Archive wird nicht hineingesehen.',
  },
  'mail.header-injection': {
    title: 'In einem Feld verstecktes Zeilenende',
    sentence: (p) => `In den kodierten Wörtern des Feldes ${p.field} ist ein Zeilenende versteckt: Ein nachlässiges Programm macht aus dem Rest ein weiteres Kopffeld.`,
    meaning:
      'RFC 2047 kodiert Zeichen, die in einem Kopf keinen Platz haben. Ein so kodiertes CR oder LF wird zu einem echten, wenn ein Programm erst dekodiert und dann in Zeilen teilt: Der Text dahinter gilt als eigenes Feld, etwa Bcc, oder als die Mail selbst.',
  },
};
