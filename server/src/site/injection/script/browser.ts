import { DECODERS } from './decoders';
import { Flag, textOf, UNKNOWN, type Value } from './value';

/** What stands for the page's window: `window.eval` is `eval`. */
const WINDOW = /^(?:window|self|this|globalThis|top|parent|frames|document\.defaultView)$/;

/** What reading some things of the browser says about the visitor. */
const READS: readonly (readonly [RegExp, number])[] = [
  [/^(?:document\.)?referrer$/, Flag.Referrer],
  [/^navigator\.(?:userAgent|platform|vendor|appVersion|userAgentData)/, Flag.Agent],
  [/^(?:document\.cookie|localStorage|sessionStorage)\b/, Flag.Memory],
];
/** Properties that hold what a visitor typed or a server answered, whatever they belong to. */
const TYPED = new Set(['value', 'formData']);
const ANSWER = new Set(['responseText', 'response', 'responseXML']);

const ELEMENTS: ReadonlyMap<string, number> = new Map([
  ['script', Flag.ScriptElement],
  ['iframe', Flag.FrameElement],
  ['frame', Flag.FrameElement],
  ['img', Flag.PictureElement],
]);

/** The names of the browser that are followed; everything else is nobody's. */
const NAMES = new Set(
  `window self this globalThis top parent frames document navigator location localStorage sessionStorage referrer open fetch eval
  Function execScript setTimeout setInterval setImmediate globalEval String Array Number Uint8Array JSON $ jQuery axios import
  importScripts Image Element XMLHttpRequest ActiveXObject WebSocket EventSource FormData atob btoa unescape escape decodeURIComponent
  decodeURI encodeURIComponent parseInt parseFloat`.split(/\s+/),
);

/** Something that only the browser knows, by its name. */
export function browserName(name: string): Value {
  return NAMES.has(name) ? browserValue(name) : UNKNOWN;
}

function browserValue(path: string): Value {
  const flags = READS.reduce((all, [pattern, flag]) => (pattern.test(path) ? all | flag : all), 0);
  return { flags, path };
}

/** A property of something that only the browser knows. */
export function browserProperty(self: Value, property: string): Value {
  const flags = self.flags | (TYPED.has(property) ? Flag.Typed : ANSWER.has(property) ? Flag.Answer : 0);
  if (property === 'style' && self.element !== undefined) return { flags, element: self.element };
  if (self.path === undefined) return flags === 0 ? UNKNOWN : { flags };
  const value = WINDOW.test(self.path) ? browserName(property) : browserValue(`${self.path}.${property}`);
  return { ...value, flags: value.flags | flags };
}

/** What calling something of the browser gives, as far as it is known without asking anybody. */
export function browserCall(path: string, method: string, self: Value, args: readonly Value[]): Value | undefined {
  const decoder = DECODERS.get(path);
  if (decoder !== undefined) return decoder(args);
  if (method === 'createElement') return { flags: ELEMENTS.get(textOf(args[0])?.toLowerCase() ?? '') ?? 0 };
  if (path === 'Image') return { flags: Flag.PictureElement };
  if (path === 'document.getElementById') return { flags: 0, element: textOf(args[0]) };
  if (path === 'XMLHttpRequest' || path === 'WebSocket' || path === 'ActiveXObject') {
    return { flags: Flag.Connection, text: path === 'WebSocket' ? args[0]?.text : undefined };
  }
  if (path === 'FormData' || method === 'val' || method === 'serialize' || method === 'serializeArray') {
    return { flags: Flag.Typed };
  }
  if (path === 'JSON.stringify' || path === 'JSON.parse') return { flags: args[0]?.flags ?? 0 };
  if (method === 'bind') return self;
  return undefined;
}
