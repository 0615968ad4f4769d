/** German for what took its time. */
import type { PerformanceFindings } from '../../../model/findings/performance.js';
import type { FindingTexts } from '../../findings.js';
import { duration } from '../format.js';

export const performanceFindings: FindingTexts<PerformanceFindings> = {
  'timing.slow-reply': {
    title: 'Langsame Antwort',
    sentence: (p) => `Der Server braucht ${duration(p.seconds)}, um ${p.verb === undefined ? 'dem Client' : `auf ${p.verb}`} zu antworten.`,
    meaning:
      'Der Client wartet fünf Sekunden oder länger auf eine Antwort. Server schlagen Namen nach, befragen Sperrlisten, prüfen Mails oder bremsen fremde Clients mit Absicht (Tarpitting); die Wartezeit zeigt, wo die Zeit bleibt.',
  },
};
