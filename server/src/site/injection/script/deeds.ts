import { Flag, textOf, type Value } from './value';

/** What a script does that matters here; `to` is the text, code or URL with which it does it. */
export type DeedKind =
  /** Runs a text as code. */
  | 'run'
  /** Writes a text into the page as HTML. */
  | 'write'
  /** Adds a script from a URL. */
  | 'loadScript'
  /** Adds a frame that shows a URL. */
  | 'loadFrame'
  /** Sends the visitor to a URL. */
  | 'goTo'
  /** Sends data to a URL, or fetches from it. */
  | 'send'
  /** Puts a text on the visitor's clipboard. */
  | 'copy'
  /** Runs what a server answers. */
  | 'runAnswer'
  /** Hides the element whose id is `to`. */
  | 'hide';

export interface Deed {
  readonly kind: DeedKind;
  readonly to: Value;
  /** Flags of the data that go with it. */
  readonly data: number;
  /** Offsets in the code. */
  readonly start: number;
  readonly end: number;
}

/** A deed without its place. */
export type Doing = Pick<Deed, 'kind' | 'to' | 'data'>;

const RUN =
  /^(?:eval|Function|execScript|setTimeout|setInterval|setImmediate|globalEval|\$\.globalEval|jQuery\.globalEval)$/;
const WRITE = /^document\.write(?:ln)?$/;
const GO = /^(?:document\.)?location(?:\.href)?$/;
const GO_CALL = /^(?:(?:document\.)?location\.(?:assign|replace)|open)$/;
const SEND =
  /^(?:fetch|navigator\.sendBeacon|(?:\$|jQuery)\.(?:get|post|getJSON)|axios\.(?:get|post)|WebSocket|EventSource)$/;
const LOAD = /^(?:(?:\$|jQuery)\.getScript|importScripts|import)$/;
const AJAX = /^(?:(?:\$|jQuery)\.ajax|axios)$/;
const COPY = /^navigator\.clipboard\.writeText$/;
const OUT_OF_SIGHT = /^\s*(?:-\d{3,}(?:px)?|none|hidden|0)\s*$/;

/** What calling something does; `undefined` when it is nothing of interest. */
export function deedOfCall(path: string, method: string, self: Value, args: readonly Value[]): Doing | undefined {
  const [first, second] = args;
  const data = args.reduce((flags, one) => flags | one.flags, 0);
  if (first === undefined) return undefined;
  if (RUN.test(path) || method === 'constructor') return running(args.at(path === 'Function' ? -1 : 0) ?? first, data);
  if (WRITE.test(path)) return doing('write', first, data);
  if (path === 'Element') return elementWithSource(first, second, data);
  if (COPY.test(path)) return doing('copy', first, data);
  if (GO_CALL.test(path)) return doing('goTo', first, data);
  if (LOAD.test(path)) return doing('loadScript', first, data);
  if (SEND.test(path)) return doing('send', first, data);
  if (AJAX.test(path)) return doing('send', first.properties?.get('url') ?? first, data | flagsIn(first));
  if (method === 'ajax' && first.properties !== undefined) {
    return doing('send', first.properties.get('url') ?? first, data | flagsIn(first));
  }
  if (method === 'post' || method === 'getJSON') return doing('send', first, data);
  if (method === 'open' && second !== undefined) return doing('send', second, data);
  if (method === 'send' && (self.flags & Flag.Connection) !== 0) return doing('send', self, data);
  if (method === 'insertAdjacentHTML' && second !== undefined) return doing('write', second, data);
  if (/^(?:append|prepend|html|before|after)$/.test(method) && first.text?.includes('<')) {
    return doing('write', first, data);
  }
  if (method === 'setAttribute' && second !== undefined) return deedOfAssignment('', textOf(first) ?? '', self, second);
  return undefined;
}

/** What setting something does. */
export function deedOfAssignment(path: string, property: string, self: Value, value: Value): Doing | undefined {
  if (GO.test(path)) return doing('goTo', value, value.flags);
  if (property === 'innerHTML' || property === 'outerHTML') return doing('write', value, value.flags);
  if (property === 'srcdoc') return doing('write', value, value.flags);
  if (self.element !== undefined && isHiding(property, value)) {
    return doing('hide', { flags: 0, text: self.element }, 0);
  }
  if (property === 'text' || property === 'textContent' || property === 'innerText') {
    return (self.flags & Flag.ScriptElement) === 0 ? undefined : running(value, value.flags);
  }
  if (property !== 'src') return undefined;
  if (self.flags & Flag.ScriptElement) return doing('loadScript', value, value.flags);
  if (self.flags & Flag.FrameElement) return doing('loadFrame', value, value.flags);
  if (self.flags & Flag.PictureElement) return doing('send', value, value.flags);
  return undefined;
}

/** `new Element('script', { src: … })` of MooTools and Prototype. */
function elementWithSource(name: Value, options: Value | undefined, data: number): Doing | undefined {
  const source = name.text === 'script' ? options?.properties?.get('src') : undefined;
  return source && doing('loadScript', source, data);
}

/** Flags of what is in an object, such as the data of a request. */
function flagsIn({ properties }: Value): number {
  return properties?.get('data')?.flags ?? 0;
}

function isHiding(property: string, value: Value): boolean {
  const isPlace = property === 'left' || property === 'top' || property === 'height' || property === 'display';
  return (isPlace || property === 'visibility') && OUT_OF_SIGHT.test(textOf(value) ?? '');
}

function running(code: Value, data: number): Doing | undefined {
  if (code.function !== undefined) return undefined;
  return doing((code.flags & Flag.Answer) !== 0 && code.text === undefined ? 'runAnswer' : 'run', code, data);
}

function doing(kind: DeedKind, to: Value, data: number): Doing {
  return { kind, to, data };
}
