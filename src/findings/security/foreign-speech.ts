/** Requests of the Web or of telephony where mail commands belong: a scanner, or a program made to speak to a mail server. */
import type { Rule } from '../rule.js';
import { ALL_PROTOCOLS } from '../rule.js';

const REQUEST = /^(?:GET|POST|HEAD|PUT|OPTIONS|CONNECT|PROPFIND|REGISTER|INVITE) \S{1,2000} (?:HTTP|SIP|RTSP)\/\d/;

export const foreignSpeech: Rule<'session.foreign-request'> = {
  id: 'session.foreign-request',
  severity: 'notice',
  category: 'security',
  reference: 'RFC 5321 §4.1.1',
  protocols: ALL_PROTOCOLS,
  once: true,
  judge: (_facts, tell) => ({
    command(entry) {
      const { text = '' } = entry;
      if (!REQUEST.test(text.slice(0, 2100))) return;
      tell({ request: text }, { entry });
    },
  }),
};
