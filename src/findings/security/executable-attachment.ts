/** An attachment that runs when it is opened, by the end of its name (RFC 2183 §5), and one that looks like a document. */
import { placeOf } from '../mail-place.js';
import type { Rule } from '../rule.js';
import { ALL_PROTOCOLS } from '../rule.js';

/** What Windows runs, mounts or hands to an interpreter. */
const ENDINGS: ReadonlySet<string> = new Set([
  ...['exe', 'scr', 'com', 'pif', 'cpl', 'msi', 'msp', 'dll', 'bat', 'cmd', 'ps1', 'psm1', 'vbs', 'vbe', 'vb', 'js', 'jse', 'wsf', 'wsh', 'wsc'],
  ...['hta', 'jar', 'lnk', 'reg', 'chm', 'scf', 'inf', 'msc', 'xll', 'iso', 'img', 'vhd', 'vhdx', 'appx', 'msix', 'application', 'docm', 'xlsm', 'pptm'],
]);
const DOCUMENT = /\.(?:pdf|docx?|xlsx?|pptx?|txt|rtf|jpe?g|png|gif|zip|html?|csv|mp[34])[ _.]*\.[^.]+$/i;

export const executableAttachment: Rule<'mail.executable-attachment'> = {
  id: 'mail.executable-attachment',
  severity: 'notice',
  category: 'security',
  reference: 'RFC 2183 §5',
  protocols: ALL_PROTOCOLS,
  judge: (_facts, tell) => ({
    mail(message) {
      for (const { filename } of message.parts) {
        const name = filename?.trimEnd().replace(/(?<![. ])[. ]+$/, '') ?? '';
        const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
        if (!name.includes('.') || !ENDINGS.has(ending)) continue;
        tell({ name, ending, disguised: DOCUMENT.test(name) }, placeOf(message));
      }
    },
  }),
};
