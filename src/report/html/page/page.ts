/**
 * What the report does in a browser: draws what is reached, keeps addresses within the page working, and searches.
 * Everything stands in the page already; nothing is fetched, stored or sent. What is drawn late is the page's own markup,
 * parsed as a document in which no script ever runs.
 */

const sessions = [...document.querySelectorAll<HTMLElement>('section.session')];

// ── drawing ──

/** How far away something is drawn already, in pixels. */
const AHEAD = 1500;

function stored(place: HTMLElement): HTMLElement | undefined {
  return [...place.children].find((child) => child.localName === 'noscript') as HTMLElement | undefined;
}

function draw(place: HTMLElement): void {
  const store = place.dataset['height'] === undefined ? undefined : stored(place);
  if (store === undefined) return;
  store.replaceWith(...new DOMParser().parseFromString(store.textContent ?? '', 'text/html').body.childNodes);
  place.style.minHeight = '';
  delete place.dataset['height'];
  observer.unobserve(place);
  mark(place);
}

const observer = new IntersectionObserver(
  (seen) => {
    for (const { isIntersecting, target } of seen) if (isIntersecting) draw(target as HTMLElement);
  },
  { rootMargin: `${AHEAD}px` },
);

const latecomers = [...document.querySelectorAll<HTMLElement>('[data-height]')];
for (const place of latecomers) {
  place.style.minHeight = `${place.dataset['height'] ?? ''}rem`;
  observer.observe(place);
}

window.addEventListener('beforeprint', () => latecomers.filter(({ hidden }) => !hidden).forEach(draw));

// ── addresses within the page ──

/** Draws what an address names and goes there. */
function reveal(): void {
  const id = decodeURIComponent(location.hash.slice(1));
  if (id === '') return;
  const session = document.getElementById(id)?.closest<HTMLElement>('section.session') ?? ownerOf(id);
  if (session === undefined || session === null) return;
  session.hidden = false;
  draw(session);
  // A filter may have left the line out.
  (document.getElementById(id) ?? session).scrollIntoView();
}

/** A line bears its session's name; a mail must be looked for. */
function ownerOf(id: string): HTMLElement | null | undefined {
  const byName = document.getElementById(id.split('-')[0] ?? '');
  return byName ?? sessions.find((session) => stored(session)?.textContent?.includes(`id="${id}"`));
}

window.addEventListener('hashchange', reveal);
reveal();

// ── languages ──

for (const choice of document.querySelectorAll<HTMLInputElement>('input[name=language]')) {
  const choose = (): void => {
    if (choice.checked) document.documentElement.lang = choice.value;
  };
  choice.addEventListener('change', choose);
  // A browser that comes back to the page remembers what was chosen.
  choose();
}

// ── search ──

const form = document.querySelector<HTMLFormElement>('form.search');
/** What is searched for, in lower case. */
let words: readonly string[] = [];
/** Sessions as text; made at the first search. */
let texts: readonly string[] | undefined;

function textOf(session: HTMLElement): string {
  const late = stored(session);
  const parsed = late === undefined ? undefined : new DOMParser().parseFromString(late.textContent ?? '', 'text/html').body.textContent;
  return `${session.querySelector('h3')?.textContent ?? ''} ${parsed ?? session.textContent ?? ''}`.toLowerCase();
}

/** Marks the lines that hold one of the words. */
function mark(session: HTMLElement): void {
  for (const row of session.querySelectorAll<HTMLElement>('.step li, .header tr')) {
    const text = words.length === 0 ? '' : (row.textContent ?? '').toLowerCase();
    row.classList.toggle('hit', words.some((word) => text.includes(word)));
  }
}

function search(): void {
  if (form === null) return;
  const choices = [...form.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  const protocols = new Set(choices.filter(({ name, checked }) => name === 'protocol' && checked).map(({ value }) => value));
  const anyProtocol = choices.every(({ name }) => name !== 'protocol');
  const onlyProblems = choices.some(({ name, checked }) => name === 'problems' && checked);
  words = (form.querySelector<HTMLInputElement>('input[type=search]')?.value ?? '').toLowerCase().split(/\s+/).filter((word) => word !== '');
  if (words.length > 0) texts ??= sessions.map(textOf);
  let shown = 0;
  sessions.forEach((session, at) => {
    const { protocol = '', problems } = session.dataset;
    const fits = (anyProtocol || protocols.has(protocol)) && (!onlyProblems || problems !== '0') && words.every((word) => texts?.[at]?.includes(word));
    session.hidden = !fits;
    if (!fits) return;
    shown++;
    mark(session);
  });
  narrow();
  say(shown);
}

/** The table of the sessions shows the same ones. */
function narrow(): void {
  document.querySelectorAll<HTMLElement>('.scroll [data-height]').forEach(draw);
  for (const row of document.querySelectorAll<HTMLElement>('tr[data-session]')) {
    row.hidden = document.getElementById(row.dataset['session'] ?? '')?.hidden === true;
  }
}

function say(shown: number): void {
  const status = document.getElementById('found');
  if (status === null) return;
  status.hidden = false;
  for (const count of status.querySelectorAll<HTMLElement>('.count')) {
    count.textContent = shown.toLocaleString(count.closest('[lang]')?.getAttribute('lang') ?? undefined);
  }
}

/** The marked line behind the one that was shown last, in this session or a later one. */
let current: Element | undefined;
function next(): void {
  current?.classList.remove('current');
  const from = current?.closest<HTMLElement>('section.session');
  const start = from === null || from === undefined || from.hidden ? 0 : sessions.indexOf(from);
  for (let step = 0; step <= sessions.length; step++) {
    const session = sessions[(start + step) % sessions.length]!;
    if (session.hidden) continue;
    draw(session);
    const hits = [...session.querySelectorAll('.hit')];
    const found = hits[step === 0 && current !== undefined ? hits.indexOf(current) + 1 : 0];
    if (found === undefined) continue;
    current = found;
    found.classList.add('current');
    found.scrollIntoView({ block: 'center' });
    return;
  }
}

/** Milliseconds of rest in typing before the search begins. */
const REST = 150;
if (form !== null) {
  let timer = 0;
  form.hidden = false;
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(search, REST);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    search();
    if (words.length > 0) next();
  });
}
