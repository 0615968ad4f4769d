/** Whatever is put into a template is text; only Html is markup. */
import { describe, expect, it } from 'vitest';
import { both, html, lines } from '../../../src/report/html/markup.js';

describe('a template', () => {
  it('escapes text in elements and attributes', () => {
    const hostile = `</p><script>alert("1")</script>'&`;
    expect(html`<p title="${hostile}">${hostile}</p>`.markup).toBe(
      '<p title="&lt;/p&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;">&lt;/p&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;</p>',
    );
  });

  it('escapes once', () => {
    expect(html`<p>${html`<b>${'a < b'}</b>`}</p>`.markup).toBe('<p><b>a &lt; b</b></p>');
  });

  it('takes lists, numbers and nothing', () => {
    expect(html`${['<', html`<br>`, 3]}${undefined}`.markup).toBe('&lt;<br>3');
  });

  it('shows what is invisible or turns the reading direction', () => {
    expect(html`${'\u202egro\u0000\u001b[2J'}`.markup).toBe('&lt;U+202E&gt;gro␀␛[2J');
  });
});

it('lines keep their ends and lose their markup', () => {
  expect(lines(['<a>', 'b']).markup).toBe('&lt;a&gt;\nb');
});

describe('both languages', () => {
  it('are told apart where they differ', () => {
    expect(both((code) => (code === 'en' ? '<one>' : 'eins')).markup).toBe('<span lang="en">&lt;one&gt;</span><span lang="de">eins</span>');
  });

  it('share what is the same', () => {
    expect(both(() => 'SMTP').markup).toBe('SMTP');
  });
});
