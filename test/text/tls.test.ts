import { describe } from 'vitest';
import * as de from '../../src/text/de/tls.js';
import * as en from '../../src/text/en/tls.js';
import { holdToTheVoice } from './sentences.js';
import { tls } from './tls.samples.js';

describe('tls', () => holdToTheVoice(tls, en.tls, de.tls));
