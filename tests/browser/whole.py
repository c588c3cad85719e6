"""What hangs on a page as a whole: asked of each in one go, also where all that stands on it was measured before."""

from playwright.sync_api import Page

ASK = """() => {
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const told = one => one.outerHTML.slice(0, 120);
  const seen = one => one.checkVisibility({visibilityProperty: true});
  const heard = one => one && !one.closest('[aria-hidden=true]');
  const words = one => [one.getAttribute('aria-label'), one.textContent, one.alt, one.title, one.value,
    ...all('img[alt], [aria-label]', one).map(part => part.alt || part.getAttribute('aria-label'))].join('').trim();
  const ids = (one, name) => (one.getAttribute(name) || '').split(/\\s+/).filter(Boolean);
  const meant = (one, name) => ids(one, name).map(id => document.getElementById(id));
  const named = one => meant(one, 'aria-labelledby').some(other => other && words(other))
    || (one.matches('input:not([type=submit], [type=button]), select, textarea')
      ? one.getAttribute('aria-label') || [...one.labels].some(words) : words(one));
  const controls = 'a[href], button, summary, input:not([type=hidden]), select, textarea, [role=img], [role=group]';
  const levels = all('h1, h2, h3, h4, h5, h6').filter(seen);
  const jumps = levels.filter((one, at) => Number(one.tagName[1]) > Number(levels[at - 1]?.tagName[1] || 0) + 1);
  const names = all('[id]').map(one => one.id);
  const points = ['for', 'list', 'form', 'headers', 'aria-labelledby', 'aria-describedby', 'aria-controls'];
  const lost = points.flatMap(name => all(`[${name}]`).filter(one => meant(one, name).includes(null)));
  const marks = {banner: 'body > header', main: 'main', contentinfo: 'body > footer'};
  const many = Object.values(marks).filter(mark => all(mark).length > 1);
  const navs = all('nav').filter(seen).map(one => one.getAttribute('aria-label')
    || meant(one, 'aria-labelledby').map(other => other?.textContent).join(' '));
  const parts = 'header, main, footer, nav, aside, dialog, .skip, section[aria-label], section[aria-labelledby]';
  return {
    'is in no language': document.documentElement.lang ? [] : ['html'],
    'has no title': document.title.trim() ? [] : ['head'],
    'has no main part': all('main').length ? [] : ['body'],
    'is there more than once': [...many, ...names.filter((id, at) => names.indexOf(id) < at)],
    'is called as another of its kind': navs.filter((name, at) => navs.indexOf(name) < at).map(String),
    'is in no part of the page': all('body > *').filter(one => seen(one) && one.innerText.trim() && !one.matches(parts)
      && !one.querySelector('[role=status]')).map(told),
    'comes a level too early': jumps.map(told),
    'is a heading without words': levels.filter(one => !words(one)).map(told),
    'has no name': all(controls).filter(one => seen(one) && heard(one) && !named(one)).map(told),
    'points at nothing': lost.map(told),
    'scrolls sideways': document.documentElement.scrollWidth > innerWidth ? ['html'] : [],
  };
}"""


def wrong_as_a_whole(page: Page) -> list[str]:
    """Its language, title, parts and headings; the names of all that can be pressed or filled in, and what they point
    at; and whether it fits the screen as it is now."""
    return [f"{each} {what}" for what, found in page.evaluate(ASK).items() for each in found]
