import assert from 'node:assert/strict';
import { readInjections } from '../../../../server/src/site/injection/readInjections';
import { base64, codes, EVAL, FRAME, library, page, percent, SCRIPT, WRITE } from './attackers';

const tag = (code: string): string => page(`<${SCRIPT}>${code}</${SCRIPT}>`);

const menu = Array.from({ length: 20 }, (_, index) => `<li><a href="/shop/${index}.html">part ${index}</a></li>`).join(
  '',
);
const partners = Array.from({ length: 6 }, (_, index) => `<a href="https://partner${index}.evil.example/">partner</a>`);

/** What honest pages hold, and what looks like an injection at a glance. */
const PAGES: Record<string, string> = {
  'a tag manager with its frame for browsers without scripts': page(
    `<noscript><${FRAME} src="https://www.googletagmanager.com/ns.html?id=GTM-1" height="0" width="0" style="display:none;visibility:hidden"></${FRAME}></noscript>`,
  ),
  'the counter of old days': tag(
    `var gaJsHost=(("https:"==document.location.protocol)?"https://ssl.":"http://www.");${WRITE}(unescape("%3C${SCRIPT} src='"+gaJsHost+"google-analytics.com/ga.js' type='text/javascript'%3E%3C/${SCRIPT}%3E"));`,
  ),
  'a library of one’s own when the other does not come': tag(
    `window.jQuery||${WRITE}(unescape("%3C${SCRIPT} src='/js/jquery.js'%3E%3C/${SCRIPT}%3E"))`,
  ),
  'a library by a cut tag': tag(`${WRITE}('<scr'+'ipt src="https://code.jquery.com/jquery.js"></scr'+'ipt>')`),
  'an advertisement that loads its script': tag(
    `(function(){var s=document.createElement('${SCRIPT}');s.async=true;s.src='//tag.network.evil.example/t.js';document.head.appendChild(s)})()`,
  ),
  'a mail address hidden from robots by numbers': tag(
    `${WRITE}(String.fromCharCode(${codes('<a href="mailto:info@shop.example">info@shop.example</a>')}))`,
  ),
  'a mail address hidden from robots by percent signs': tag(
    `${WRITE}(unescape('${percent('<a href="mailto:info@shop.example">')}'))`,
  ),
  'a mail address hidden from robots by entities': tag(
    `var a='&#105;nf&#111;'+'&#64;';a=a+'shop'+'&#46;'+'example';document.getElementById('m').innerHTML+=a;`,
  ),
  'a menu that opens': page(`<ul style="display:none">${menu}</ul>`),
  'a few partners in a closed dialog': page(`<div style="display:none">${partners.join('')}</div>`),
  'a link to skip the menu': page('<a style="position:absolute;left:-10000px" href="#main">Skip</a>'),
  'a film': page(`<${FRAME} width="560" height="315" src="https://www.youtube.com/embed/a"></${FRAME}>`),
  'a frame of another site that everybody sees': page(
    `<${FRAME} width="300" height="250" src="https://shop.evil.example/"></${FRAME}>`,
  ),
  'a hidden frame of the site itself': page(`<${FRAME} src="/upload.php" style="display:none"></${FRAME}>`),
  'telephones sent to their own version': tag(
    `if(/android|iphone/i.test(navigator.userAgent)){location.href="http://m.shop.evil.example/"}`,
  ),
  'telephones sent to the shop of programs': tag(
    `if(/android|iphone/i.test(navigator.userAgent)){location.href="https://apps.apple.com/app/id1"}`,
  ),
  'a moved site': tag('location.href="https://new.shop.evil.example/";'),
  'a counter that asks where visitors come from': tag(
    `var i=new Image();i.src="https://count.evil.example/c.gif?r="+encodeURIComponent(document.referrer)+"&u="+navigator.userAgent;`,
  ),
  'a payment service': tag(
    `var n=document.getElementById('cc_number').value,c=document.getElementById('cvc').value;fetch('https://api.stripe.com/v1/tokens',{method:'POST',body:n+c})`,
  ),
  'a till that sends to its own server': tag(
    `var n=document.getElementById('cc_number').value,c=document.getElementById('cvc').value;fetch('/checkout/pay',{method:'POST',body:n+c})`,
  ),
  'a button that copies a command for programmers': page(
    `<pre>curl -sSL https://get.tool.evil.example | sh</pre><button onclick="navigator.clipboard.writeText(this.previousElementSibling.textContent)">Copy</button>`,
  ),
  'a script behind the page from a known service': `${page('')}<${SCRIPT} src="https://static.cloudflareinsights.com/beacon.min.js"></${SCRIPT}>`,
  'a comment before the page': `<!-- made with care -->\n${page('')}`,
};

const SCRIPTS: Record<string, string> = {
  'letters beyond the basic plane':
    'function f(h){return h<0?String.fromCharCode(h+65536):String.fromCharCode(h>>10|55296,1023&h|56320)}',
  'a table of characters': `var map={a:[${codes('abcdefghijklmnopqrstuvwxyz')}]};`,
  'a picture in Base64': `var p="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";`,
  'an object out of Base64': `var c=JSON.parse(atob("eyJhIjoxLCJiIjoidGV4dCJ9"));`,
  'an object with addresses out of Base64': `var c=JSON.parse(atob("${base64('{"site":"https://count.evil.example/"}')}"));`,
  'a packed plug-in': `${EVAL}(function(p,a,c,k,e,d){return p}('$(0).1(2(){$(3).4()});',5,5,'document|ready|function|menu|show'.split('|'),0,{}))`,
  'a list of a minified library turned round': `${library()}x.reverse().join("")`,
  'characters of other languages': 'var t={ja:"\\u65e5\\u672c\\u8a9e\\u3067\\u66f8\\u304f"};',
  'a file that is packed whole': `var ${Array.from({ length: 40 }, (_, index) => `_0x${(index + 4096).toString(16)}=${index}`).join(',')};`,
  'a validator of cards':
    'function luhn(cardNumber){return cardNumber.length>12}var cvv=/^\\d{3}$/;// https://docs.evil.example/cards',
};

describe('ordinary pages and scripts', () => {
  for (const [name, text] of Object.entries(PAGES)) {
    it(`are left alone: ${name}`, () => assert.deepEqual(readInjections(text, 'page').injections, []));
  }
  for (const [name, text] of Object.entries(SCRIPTS)) {
    it(`are left alone: ${name}`, () => assert.deepEqual(readInjections(text, 'script').injections, []));
  }
});
