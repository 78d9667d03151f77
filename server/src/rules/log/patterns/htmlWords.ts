import { Role } from './roles';

/**
 * Elements and event handlers of HTML and SVG (WHATWG HTML, W3C SVG 2, Pointer Events, CSS animations) and of old browsers, and
 * what belongs to every program in JavaScript (ECMAScript, Node).
 */
export const htmlWords: readonly (readonly [role: number, list: string])[] = [
  [
    Role.activeTag,
    `script iframe frame frameset object embed applet meta link base svg math style form isindex layer ilayer bgsound xml
     xss portal marquee animate animatetransform animatemotion foreignobject template slot noscript import`,
  ],
  [
    Role.plainTag,
    `a abbr acronym address area article aside audio b bdi bdo big blink blockquote body br button canvas caption center
     cite code col colgroup command content data datalist dd del details dfn dialog dir div dl dt em fieldset figcaption
     figure font footer h1 h2 h3 h4 h5 h6 head header hr html i image img input ins kbd keygen label legend li listing main
     map mark menu meter nav nobr ol optgroup option output p param picture plaintext pre progress q rp rt ruby s samp
     section select small source spacer span strike strong sub summary sup table tbody td textarea tfoot th thead title tr
     track tt u ul use var video wbr xmp`,
  ],
  [
    Role.eventHandler,
    `onabort onactivate onafterprint onanimationcancel onanimationend onanimationiteration onanimationstart onauxclick
     onbeforecopy onbeforecut onbeforeinput onbeforepaste onbeforeprint onbeforetoggle onbeforeunload onbegin onblur
     onbounce oncancel oncanplay oncanplaythrough onchange onclick onclose oncontextmenu oncopy oncuechange oncut
     ondblclick ondrag ondragend ondragenter ondragexit ondragleave ondragover ondragstart ondrop ondurationchange onend
     onended onerror onfilterchange onfinish onfocus onfocusin onfocusout onformdata onfullscreenchange
     ongotpointercapture onhashchange onhelp oninput oninvalid onkeydown onkeypress onkeyup onlanguagechange onload
     onloadeddata onloadedmetadata onloadend onloadstart onlostpointercapture onmessage onmessageerror onmousedown
     onmouseenter onmouseleave onmousemove onmouseout onmouseover onmouseup onmousewheel onmove onoffline ononline
     onpagehide onpageshow onpaste onpause onplay onplaying onpointercancel onpointerdown onpointerenter onpointerleave
     onpointermove onpointerout onpointerover onpointerrawupdate onpointerup onpopstate onprogress onpropertychange
     onratechange onreadystatechange onrepeat onreset onresize onscroll onscrollend onsearch onseeked onseeking onselect
     onselectionchange onselectstart onshow onstalled onstart onstorage onsubmit onsuspend ontimeupdate ontoggle ontouchcancel
     ontouchend ontouchmove ontouchstart ontransitioncancel ontransitionend ontransitionrun ontransitionstart onunhandledrejection
     onunload onvolumechange onwaiting onwebkitanimationend onwebkittransitionend onwheel onzoom`,
  ],
  [Role.scriptCall, 'alert prompt confirm eval settimeout setinterval setimmediate atob fetch importscripts'],
  [
    Role.templateWord,
    'if else elif endif for endfor set include import block extends macro debug raw autoescape filter with do call spaceless verbatim',
  ],
  [
    Role.scriptObject,
    `console process object json reflect global globalthis module buffer function array symbol promise proxy worker deno bun
     string number error regexp atomics webassembly`,
  ],
];
