import assert from 'node:assert/strict';
import { readScript } from '../../../../server/src/site/injection/script/evaluator';
import { base64, codes, escaped, hex, percent } from './attackers';

/** The text that a script hands to `f`, as far as it can be known without running it. */
function told(code: string): string | undefined {
  return readScript(`${code};fetch(f)`).deeds.find(({ kind }) => kind === 'send')?.to.text;
}

/** What is no text of the script stands as this sign in the texts that hold it. */
const UNKNOWN = '\uE000';

const WORD = 'some words';

/** Ways in which scripts put texts together, and what comes of them. */
const TEXTS: Record<string, readonly [code: string, text: string]> = {
  'a literal with escapes': [`f='a\\n\\x62\\u0063\\u{64}\\145'`, 'a\nbcde'],
  'a template with a known part': ['const b="words";f=`some ${b}`', WORD],
  'a template with an unknown part': ['f=`some ${b.c}`', `some ${UNKNOWN}`],
  'a sum with an unknown part': ['f="some "+b', `some ${UNKNOWN}`],
  'a sum in steps': ['f="some";f+=" ";f=f+"words"', WORD],
  'a property of an object': ['var o={a:"some words"};f=o.a', WORD],
  'a property that is set later': ['var o={};o.a="some words";f=o["a"]', WORD],
  'an item of a list': ['var l=["x","some words"];f=l[1]', WORD],
  'the first of two when one is not known': ['f=window.name2||"some words"', WORD],
  'either of two': ['f=x?"some words":"other"', WORD],
  'characters by their numbers': [`f=String.fromCharCode(${codes(WORD)})`, WORD],
  'characters by a list of their numbers': [`f=String.fromCharCode(...[${codes(WORD)}])`, WORD],
  bytes: [`f=new TextDecoder().decode(new Uint8Array([${codes(WORD)}]))`, WORD],
  Base64: [`f=atob("${base64(WORD)}")`, WORD],
  'percent signs': [`f=decodeURIComponent("${percent(WORD)}")`, WORD],
  'hexadecimal escapes': [`f="${escaped(WORD)}"`, WORD],
  'a part of a text': ['f="xsome wordsx".slice(1,-1)', WORD],
  'a replaced part': ['f="some_words".replace("_"," ")', WORD],
  'a replaced character': ['f="some_words".replace(/_/g," ")', WORD],
  'a text turned round': ['f="sdrow emos".split("").reverse().join("")', WORD],
  'a loop with a counter': [
    `var a=[${codes(WORD, (code) => code + 1)}];f="";for(var i=0;i<a.length;i++){f+=String.fromCharCode(a[i]-1)}`,
    WORD,
  ],
  'a loop while there is something': [
    `var a=[${codes(WORD)}],i=0;f="";while(i<a.length){f+=String.fromCharCode(a[i]);i++}`,
    WORD,
  ],
  'a loop over a list': [`f="";for(const c of [${codes(WORD)}])f+=String.fromCharCode(c)`, WORD],
  'a loop over pairs of digits': [
    `var h="${hex(WORD)}";f="";for(var i=0;i<h.length;i+=2)f+=String.fromCharCode(parseInt(h.slice(i,i+2),16))`,
    WORD,
  ],
  'a function of the script': ['function d(x){return atob(x)}f=d("c29tZSB3b3Jkcw==")', WORD],
  'a function that is declared below': ['f=d("some");function d(x){return x+" words"}', WORD],
  'a function of one line': ['const d=(x,y)=>x+" "+y;f=d("some","words")', WORD],
  'a function that is called at once': ['(function(x){f=x})("some words")', WORD],
  'a function under another name': ['var d=atob;f=d("c29tZSB3b3Jkcw==")', WORD],
  'a function of the window': ['f=window["at"+"ob"]("c29tZSB3b3Jkcw==")', WORD],
  'every item of a list': [`f=[${codes(WORD, (code) => code ^ 5)}].map(c=>String.fromCharCode(c^5)).join("")`, WORD],
};

describe('following texts through a script', () => {
  for (const [name, [code, text]] of Object.entries(TEXTS)) {
    it(`knows ${name}`, () => assert.equal(told(code), text));
  }

  it('takes nothing for known that is not', () => {
    for (const code of ['f=g()', 'f=a[b]', 'f="a".match(/a/)', 'f=prompt()', 'f=1/0-x']) {
      assert.equal(told(code), undefined, code);
    }
  });

  it('runs no regular expression that could take for ever', () => {
    assert.equal(told('f="aaaa".replace(/(a+)+$/,"")'), undefined);
  });

  it('says what a script does', () => {
    const code =
      'location.href="a";document.write("b");new Image().src="c";navigator.sendBeacon("d");x.open("POST","e");' +
      'var s=document.createElement("script");s.setAttribute("src","f");document.getElementById("g").style.left="-9999px";';
    assert.deepEqual(
      readScript(code).deeds.map(({ kind, to }) => `${kind} ${to.text}`),
      ['goTo a', 'write b', 'send c', 'send d', 'send e', 'loadScript f', 'hide g'],
    );
  });
});
