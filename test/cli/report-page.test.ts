/**
 * The HTML report in a real browser: it does nothing but show, whatever was captured; it can be read by everybody, in both
 * languages, on a phone, on paper and without a script; its search works from the keyboard.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, open, startBrowser } from './browser.js';
import { LECTURE, mailscope, scratch } from './program.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const MARKUP = 'captures/broken/hostile-markup.pcap';
const HOSTILE = [MARKUP, 'captures/broken/hostile-lines.pcap', 'captures/broken/hostile-comments.pcapng'];
const LECTURES = [LECTURE, 'captures/lecture-pop3-errors.pcap', 'captures/lecture-imap.pcap', 'captures/lecture-journey.pcap', 'captures/smtp-dsn.pcap'];
const PHONE = { width: 390, height: 844 };

const folder = scratch();

function reportOf(captures: readonly string[], ...options: readonly string[]): string {
  const file = join(folder, `${[...captures, ...options].join('-').replace(/[^\w-]+/g, '_')}.html`);
  expect(mailscope(['report', ...captures, '-o', file, '-q', ...options]).status).toBe(0);
  return file;
}

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const results = await page.evaluate(() => (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run());
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`);
}

/** How many elements the page has that could do something or fetch something. */
function dangerous(page: Page): Promise<number> {
  return page.evaluate(
    'document.querySelectorAll("script, img, iframe, base, link, object, embed, [onload], [onerror], [onfocus], [href^=javascript], [href^=http], meta[http-equiv=refresh]").length + document.querySelectorAll("style").length - 2',
  );
}

describe('the file', () => {
  it('is the same, run after run', () => {
    const once = readFileSync(reportOf([LECTURE]));
    expect(readFileSync(reportOf([LECTURE])).equals(once)).toBe(true);
  });

  it('masks passwords unless they are asked for', () => {
    const passwords = /geheim|Z2VoZWlt/;
    expect(readFileSync(reportOf([LECTURE]), 'utf8')).not.toMatch(passwords);
    expect(readFileSync(reportOf([LECTURE], '--show-secrets'), 'utf8')).toMatch(passwords);
  });

  it('leaves bodies out unless they are asked for', () => {
    const words = 'das Labor ist fertig';
    const body = mailscope(['read', LECTURE, '--bodies']).stdout;
    expect(body).toContain(words);
    expect(readFileSync(reportOf([LECTURE]), 'utf8')).not.toContain(words);
    expect(readFileSync(reportOf([LECTURE], '--bodies'), 'utf8')).toContain(words);
  });

  it('names no address but places in itself', () => {
    const addresses = readFileSync(reportOf([LECTURE]), 'utf8').match(/(?:href|src)="[^"]*"/g) ?? [];
    expect(addresses.filter((address) => !address.startsWith('href="#'))).toEqual([]);
  });
});

describe.skipIf(CHROMIUM === undefined)('in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  describe.each(HOSTILE)('%s', (capture) => {
    it.each<[string, BrowserContextOptions]>([
      ['with its script', {}],
      ['without', { javaScriptEnabled: false }],
    ])('does nothing, %s', async (_, options) => {
      const { page, heard } = await open(browser, reportOf([capture]), options);
      // What is drawn late is drawn now.
      await page.pdf();
      expect(await page.locator('section.session li').count()).toBeGreaterThan(10);
      if (options.javaScriptEnabled !== false) expect(await dangerous(page)).toBe(0);
      expect(heard).toEqual([]);
    });
  });

  it('shows hostile words as what they are, early and late', async () => {
    const { page } = await open(browser, reportOf([MARKUP]));
    for (const session of ['#s1', '#s3']) {
      await page.locator(session).scrollIntoViewIfNeeded();
      await page.locator(`${session} li`).first().waitFor();
      const text = await page.locator(session).textContent();
      expect(text).toContain('<script>alert(1)</script>mail.example.org');
      expect(text).toContain('</noscript><script>alert(3)</script>');
      expect(text).toContain('&lt;script&gt;alert(8)&lt;/script&gt;&#60;b&#62;');
      expect(text).toContain('<U+202E>fdp.exe');
    }
  });

  it('would stop a script that got in', async () => {
    const { page, heard } = await open(browser, reportOf([LECTURE]));
    await page.evaluate('const script = document.createElement("script"); script.textContent = "alert(1)"; document.body.append(script)');
    expect(heard.filter((line) => line.startsWith('dialog'))).toEqual([]);
    expect(heard.join()).toContain('Content Security Policy');
  });

  it.each<[string, BrowserContextOptions]>([
    ['in English', {}],
    ['in the dark', { colorScheme: 'dark' }],
    ['on a phone', { viewport: PHONE }],
  ])('passes axe %s', async (_, options) => {
    const { page } = await open(browser, reportOf(['captures/lecture-journey.pcap']), options);
    expect(await violations(page)).toEqual([]);
  });

  describe.each(LECTURES)('%s', (capture) => {
    it('passes axe in German', async () => {
      const { page, heard } = await open(browser, reportOf([capture], '--lang', 'de'));
      expect(await violations(page)).toEqual([]);
      expect(heard).toEqual([]);
    });

    it('fits a phone', async () => {
      const { page } = await open(browser, reportOf([capture], '--lang', 'de'), { viewport: PHONE });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width);
    });
  });

  it('passes axe with what is drawn late', async () => {
    const { page } = await open(browser, reportOf([MARKUP]));
    await page.pdf();
    expect(await violations(page)).toEqual([]);
  });

  it.each<[string, BrowserContextOptions]>([
    ['with its script', {}],
    ['without', { javaScriptEnabled: false }],
  ])('speaks the language that is chosen, %s', async (_, options) => {
    const { page } = await open(browser, reportOf([LECTURE], '--lang', 'de'), options);
    const line = page.locator('#s1-5');
    // What is far away has no text that is shown.
    await line.scrollIntoViewIfNeeded();
    await expect.poll(() => line.innerText()).toContain('Der Client stellt sich als pc.kolleg.example vor');
    // To check it the page is scrolled to its beginning.
    await page.check('#language-en');
    await line.scrollIntoViewIfNeeded();
    await expect.poll(() => line.innerText()).toContain('The client introduces itself as pc.kolleg.example');
    expect(await line.innerText()).not.toContain('Der Client');
  });

  it('shows everything without its script', async () => {
    const { page } = await open(browser, reportOf([MARKUP]), { javaScriptEnabled: false });
    expect(await page.locator('#s3-10').isVisible()).toBe(true);
    expect(await page.locator('form.search').isVisible()).toBe(false);
  });

  it('draws late what an address names', async () => {
    const { page } = await open(browser, reportOf([MARKUP]));
    expect(await page.locator('#s3 li').count()).toBe(0);
    await page.evaluate('location.hash = "#s3-10"');
    await page.locator('#s3-10').waitFor();
    expect(await page.locator('#s3-10').isVisible()).toBe(true);
    await page.goto(`${pathToFileURL(reportOf([MARKUP])).href}#m2`);
    await page.locator('#m2').waitFor();
  });

  it('draws everything on paper', async () => {
    const { page } = await open(browser, reportOf([MARKUP]));
    expect((await page.pdf()).length).toBeGreaterThan(10_000);
    expect(await page.locator('[data-height]').count()).toBe(0);
  });

  describe('the search', () => {
    const shown = (page: Page): Promise<readonly string[]> => page.locator('section.session:visible').evaluateAll((list) => list.map(({ id }) => id));

    it('narrows down, counts and marks, by keyboard alone', async () => {
      const { page } = await open(browser, reportOf([MARKUP]));
      await page.getByLabel('Search the conversations').focus();
      await page.keyboard.type('noop');
      await page.getByRole('status').getByText('Shown: 1 of three sessions').waitFor();
      expect(await shown(page)).toEqual(['s2']);
      expect(await page.locator('tr[data-session]:visible').count()).toBe(1);
      await page.keyboard.press('Enter');
      expect(await page.locator('.current').getAttribute('id')).toBe('s2-3');
      await page.keyboard.press('Enter');
      expect(await page.locator('.current').getAttribute('id')).toBe('s2-4');
    });

    it('finds what is not drawn yet, in either language', async () => {
      const { page } = await open(browser, reportOf([MARKUP]));
      await page.getByLabel('Search the conversations').fill('Anmeldung alert(8)');
      await page.keyboard.press('Enter');
      await page.getByRole('status').getByText('Shown: 2 of three sessions').waitFor();
      expect(await shown(page)).toEqual(['s1', 's3']);
    });

    it('keeps those with a refusal', async () => {
      const { page } = await open(browser, reportOf([MARKUP]));
      await page.getByLabel('only those with a refusal or a warning').press('Space');
      await page.getByRole('status').getByText('Shown: 2 of three sessions').waitFor();
      expect(await shown(page)).toEqual(['s1', 's3']);
    });

    it('keeps some of the protocols', async () => {
      const { page } = await open(browser, reportOf([LECTURE, 'captures/lecture-pop3.pcap']));
      await page.getByLabel('SMTP', { exact: true }).press('Space');
      await page.getByRole('status').getByText('Shown: 1 of two sessions').waitFor();
      expect(await page.locator('section.session:visible').getAttribute('data-protocol')).toBe('pop3');
    });
  });
});
