import { FAINT, PROOF, STRONG, TELLING } from '../match/witness';
import { ANYWHERE, linesOf, Part, QUERY, TARGET, type Literals } from './literal';

const TEXTS = TARGET | Part.referrer | Part.agent;

/** Pieces of HTML and JavaScript that a page would run for other visitors. */
export const crossSiteScripting: readonly Literals[] = [
  {
    kind: 'cross-site-scripting',
    weight: PROOF,
    parts: ANYWHERE,
    edges: 'free',
    texts: linesOf(`
      <script
      </script>
      javascript:alert
      javascript:eval
      javascript:prompt
      javascript:confirm
      javascript://
      vbscript:msgbox
      document.cookie
      string.fromcharcode
      onerror=alert
      onload=alert
      onclick=alert
      onmouseover=alert
      onfocus=alert
      onerror=prompt
      onerror=confirm
      alert(document
      alert(1)
      alert('xss
      alert("xss
      alert(/xss
      alert(string
      prompt(document
      confirm(document
      src=javascript:
      href=javascript:
      data:text/html
      "><img
      '><img
      "><svg
      '><svg
      "><iframe
      -moz-binding
      url(javascript
      expression(alert
      <svg/onload
      <svg onload
      <img src=x
      <body onload
      <iframe src
      autofocus onfocus
      onfocus autofocus
    `),
  },
  {
    kind: 'cross-site-scripting',
    weight: STRONG,
    parts: TEXTS,
    edges: 'free',
    texts: linesOf(`
      document.domain
      document.write
      document.location
      document.createelement
      document.body
      document.referrer
      document.getelementby
      window.location
      window.name
      window.open(
      window[
      self[
      top[
      parent[
      frames[
      this[
      globalthis
      localstorage.
      .innerhtml
      .outerhtml
      insertadjacenthtml
      .fromcharcode
      xmlhttprequest
      eval(name
      eval(atob
      atob(
      srcdoc=
      xlink:href
      formaction=
      http-equiv
      livescript:
      mocha:
      <![cdata[
      <?import
      @import url
      style=x:
      x:expression
      .constructor(
      constructor.constructor
      [].filter
      []["
      [][
      +[]
      (![]
      !![]
      \\u{
      throw onerror
      onerror=
      ontoggle=
      onbegin=
      onpointer
      onauxclick
      xss.rocks
      xss.ht
      bxss.me
      ha.ckers.org
      attack.svg
    `),
  },
  {
    kind: 'cross-site-scripting',
    weight: TELLING,
    parts: TEXTS,
    edges: 'free',
    texts: linesOf(`
      ">
      '>
      <!--
      style=
    `),
  },
  {
    kind: 'cross-site-scripting',
    weight: FAINT,
    parts: QUERY,
    edges: 'free',
    texts: linesOf(`
      </
      src=
      href=
    `),
  },
];
