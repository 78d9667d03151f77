import type { PageContent } from './layout';

/** The English pages by their path in the site folder. */
export const ENGLISH_PAGES: Readonly<Record<string, PageContent>> = {
  'en/index.html': {
    title: 'A small kiln in the hills',
    body: `
<h1>A small kiln in the hills</h1>
<p><img src="../images/kiln.png" alt="Our climbing kiln" width="240" height="160"></p>
<p>We make tableware for every day, by hand, from clay that we dig behind the house.</p>
<p><a href="about.html">About the pottery</a></p>`,
  },
  'en/about.html': {
    title: 'The pottery',
    body: `
<h1>The pottery</h1>
<p>Two potters, one wheel each, one wood-fired kiln since 2016.</p>
<p>Planning to come? <a href="visit.html">How to find us</a>.</p>`,
  },
  'en/visit.html': {
    title: 'Visit us',
    body: `
<h1>Visit us</h1>
<p>Twenty minutes by bus from the station, then up the slope. Please write a few days ahead.</p>
<p><a href="http://example.jp/contact/index.php?lang=en">Write to us</a></p>`,
  },
};
