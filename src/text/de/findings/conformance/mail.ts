/** German for what is forbidden in mails themselves. */
import type { MailFindings } from '../../../../model/findings/conformance.js';
import type { FindingTexts } from '../../../findings.js';
import { list, number, octets, quote } from '../../format.js';

/** In the dative, behind "in" and "von". */
function part(path: string, contentType: string): string {
  return path === '' ? `der Mail selbst (${contentType})` : `Teil ${path} (${contentType})`;
}

export const mailConformance: FindingTexts<MailFindings> = {
  'mail.bare-lf': {
    title: 'Einzelnes LF in einer Mail',
    sentence: (p) =>
      `Die Mail enthält ${p.count === 1 ? 'ein LF' : `${number(p.count)} LF`} ohne CR davor, ${p.count === p.lines ? 'am Ende jeder Zeile' : `zuerst am Ende ihrer Zeile ${number(p.line)}`}.`,
    meaning:
      'Eine Zeile einer Mail endet mit CRLF und mit nichts anderem. Wo LF allein steht, sieht der eine Server ein Zeilenende und der nächste nicht: Signaturen brechen, und eine Zeile aus einem einzelnen Punkt beendet die Mail nur für einen von beiden; so werden Mails an Prüfungen vorbeigeschmuggelt. Viele Server lehnen solche Mails ab.',
  },
  'mail.bare-cr': {
    title: 'Einzelnes CR in einer Mail',
    sentence: (p) => `Die Mail enthält ${p.count === 1 ? 'ein CR' : `${number(p.count)} CR`} ohne LF dahinter, zuerst in ihrer Zeile ${number(p.line)}.`,
    meaning: 'CR darf in einer Mail nur als Teil von CRLF stehen. Allein hält es das eine Programm für ein Zeilenende, das andere für einen Buchstaben, und auf einem Terminal verdeckt es, was davor steht.',
  },
  'mail.stored-bare-lf': {
    title: 'Einzelnes LF in einer gespeicherten Mail',
    sentence: (p) =>
      `Die Mail, die ${p.appended ? 'ins Postfach gelegt' : 'aus dem Postfach geholt'} wird, enthält ${p.count === 1 ? 'ein LF' : `${number(p.count)} LF`} ohne CR davor, zuerst am Ende ihrer Zeile ${number(p.line)}.`,
    meaning: 'Auch auf dem Weg ins Postfach und heraus endet jede Zeile mit CRLF. Mit LF allein stimmen Größen nicht, und Signaturen können scheitern.',
  },
  'mail.long-line': {
    title: 'Eine zu lange Zeile in einer Mail',
    sentence: (p) => `Zeile ${number(p.line)} der Mail hat ${octets(p.octets)}; erlaubt sind 998 vor ihrem Ende.`,
    meaning: 'Zeilen einer Mail haben höchstens 998 Oktette und sollen nicht mehr als 78 haben. Längere darf ein Server ablehnen oder in mehrere zerschneiden: Dann brechen Signaturen (DKIM) und manchmal der Text.',
  },
  'mail.nul': {
    title: 'NUL in einer Mail',
    sentence: (p) => `Die Mail enthält ${octets(p.count)} mit dem Wert 0, zuerst in ihrer Zeile ${number(p.line)}.`,
    meaning: 'NUL darf in einer Mail nicht stehen. Programme in C halten es für das Ende der Zeile oder der Mail, sodass der Rest Prüfungen entgeht oder verloren ist.',
  },
  'mail.eight-bit-header': {
    title: 'Oktette über 127 im Kopf',
    sentence: (p) => `Der Kopf enthält ${octets(p.octets)} mit Werten über 127, zuerst in seiner Zeile ${number(p.line)}, und die Mail ist nicht als SMTPUTF8 angekündigt.`,
    meaning: 'Ohne SMTPUTF8 besteht ein Kopf aus ASCII, und andere Buchstaben stehen dort als kodierte Wörter (=?utf-8?…?=). Ohne diese kennt niemand den Zeichensatz: Der Leser sieht irgendwelche Zeichen.',
  },
  'mail.eight-bit-as-seven': {
    title: 'Oktette über 127 als 7bit',
    sentence: (p) =>
      `Der Inhalt enthält ${octets(p.octets)} mit Werten über 127, zuerst in Zeile ${number(p.line)} der Mail, ${p.encoding === '7bit' ? 'obwohl die Mail ihn als 7bit bezeichnet' : 'und kein Teil der Mail sagt, dass er welche enthält'}.`,
    meaning: 'Content-Transfer-Encoding sagt, welche Oktette ein Teil enthält; fehlt es, ist 7bit gemeint. Ein Teil mit anderen muss 8bit heißen oder kodiert sein, sonst können Rechner unterwegs ihn beschädigen.',
  },
  'mail.missing-field': {
    title: 'Ein vorgeschriebenes Feld fehlt',
    sentence: (p) => `Im Kopf ${p.fields.length === 1 ? 'fehlt das Feld' : 'fehlen die Felder'} ${list(p.fields)}.`,
    meaning: 'Jede Mail muss ein Date und ein From haben, sonst nichts. Ein Server zur Einlieferung darf ergänzen, was ein Mailprogramm weglässt; für Filter ist es ein Zeichen für Spam.',
  },
  'mail.repeated-field': {
    title: 'Ein Feld zu oft',
    sentence: (p) => `Im Kopf steht das Feld ${p.field} ${p.count === 2 ? 'zweimal' : `${number(p.count)}-mal`}; erlaubt ist es einmal.`,
    meaning: 'Welches gilt, bleibt offen: Ein Filter prüft vielleicht das erste, während der Leser das letzte sieht. Bei From lässt sich damit täuschen.',
  },
  'mail.bad-date': {
    title: 'Ein unlesbares Datum',
    sentence: (p) => `Das Date der Mail ist keines: ${quote(p.value)}.`,
    meaning: 'Das Datum einer Mail hat eine feste Form: Tag, englischer Monat, Jahr, Uhrzeit und der Abstand zu UTC. Was Mailprogramme nicht lesen können, ordnen sie nach der Ankunft ein oder ganz an den Anfang.',
  },
  'mail.no-mime-version': {
    title: 'MIME ohne Version',
    sentence: (p) => `Im Kopf steht ${p.field}, aber kein MIME-Version.`,
    meaning: 'Eine Mail nach den Regeln von MIME muss das mit MIME-Version: 1.0 sagen. Strenge Programme zeigen sie sonst als reinen Text, Anhänge als lange Zeilen aus Buchstaben.',
  },
  'mail.unclosed-multipart': {
    title: 'Ein Multipart ohne Ende',
    sentence: (p) => `In ${part(p.path, p.contentType)} ${p.defect === 'no-boundary' ? 'ist keine Trennzeile (boundary) festgelegt' : 'fehlt die abschließende Trennzeile'}.`,
    meaning: 'Ein Multipart legt eine Trennzeile fest, und hinter dem letzten Teil steht sie noch einmal, mit zwei Bindestrichen dahinter. Fehlt sie, ist die Mail vielleicht abgeschnitten, oder Filter und Leser sehen verschiedene Teile.',
  },
  'mail.damaged-encoding': {
    title: 'Eine beschädigte Kodierung',
    sentence: (p) => `Teil ${p.path}${p.filename === undefined ? '' : `, ${quote(p.filename)}`} (${p.contentType}), ist nicht durchweg gültiges ${p.encoding}.`,
    meaning: 'In der Kodierung des Teils stehen Zeichen, die sie nicht kennt, oder sie bricht ab. Unterwegs ist etwas verändert worden, oder ein Programm kodiert schlecht; was ein Filter dekodiert und was der Leser, kann sich unterscheiden.',
  },
  'mail.encoded-container': {
    title: 'Ein kodiertes Multipart',
    sentence: (p) => `Die Kodierung von ${part(p.path, p.contentType)} ist ${p.encoding}: Ein Teil, der andere enthält, darf nicht als Ganzes kodiert sein.`,
    meaning: 'Nur die innersten Teile einer Mail dürfen kodiert sein. Um andere herum übergehen viele Programme die Kodierung, andere befolgen sie: Sie sehen nicht dieselben Teile.',
  },
  'mail.loop': {
    title: 'Eine Mail mit langem Weg',
    sentence: (p) => `Die Mail ist nach ihren Received-Zeilen durch ${number(p.hops)} Rechner gegangen: Vielleicht läuft sie im Kreis.`,
    meaning: 'Jeder Rechner fügt eine Received-Zeile hinzu; auf dem Weg zum Leser werden es etwa zehn. Bei viel mehr leiten vielleicht zwei Rechner die Mail einander zu; das endet, wenn einer von ihnen etwa hundert zählt.',
  },
  'mail.bad-message-id': {
    title: 'Eine seltsame Message-ID',
    sentence: (p) => `Die Message-ID lautet ${quote(p.value)}; sie muss in spitzen Klammern stehen und ein @ enthalten.`,
    meaning: 'Eine Message-ID sieht aus wie <etwas@rechner> und ist weltweit einmalig. Auf ihr beruhen Gesprächsfäden, das Erkennen von Doppeln und Berichte; für Filter ist eine missgebildete ein Zeichen für Spam.',
  },
};
