import { BACKSLASH, PIPE, QUOTE, findBlank, isDigit, skipBlanks, startsWith } from '../bytes';
import type { LogFormat } from './logFormat';
import { quotedFormat, wrappedFormat } from './wrapped';

/** How each line of Docker's begins. */
const DOCKER_START = Buffer.from('{"log":"');
const STREAMS = ['stdout F ', 'stderr F '].map((text) => Buffer.from(text));
/** Longest name of a container that `docker compose` writes before a line. */
const LONGEST_NAME = 128;

/**
 * Entries that a container wrote and Docker keeps, `{"log":"…\n","stream":"stdout","time":"…"}`
 * (https://docs.docker.com/engine/logging/drivers/json-file/).
 */
export function dockerFormat(formats: readonly LogFormat[]): LogFormat {
  return quotedFormat('docker', findDockerContent, formats);
}

/**
 * Entries that a container wrote and Kubernetes keeps, `2021-11-01T10:56:55.123456789+09:00 stdout F …` (the format of the
 * Container Runtime Interface), or that `docker compose logs` shows, `web-1  | …`.
 */
export function containerFormat(formats: readonly LogFormat[]): LogFormat {
  return wrappedFormat('container', findContainerContent, formats);
}

function findDockerContent(bytes: Buffer, start: number, end: number): { start: number; end: number } | undefined {
  if (!startsWith(bytes, start, end, DOCKER_START)) return undefined;
  const from = start + DOCKER_START.length;
  let quote = from;
  while (quote < end && bytes[quote] !== QUOTE) quote += bytes[quote] === BACKSLASH ? 2 : 1;
  return quote < end ? { start: from, end: quote } : undefined;
}

function findContainerContent(bytes: Buffer, start: number, end: number): number {
  if (isDigit(bytes[start])) {
    const stream = skipBlanks(bytes, findBlank(bytes, start, end), end);
    const text = STREAMS.find((each) => startsWith(bytes, stream, end, each));
    if (text !== undefined) return stream + text.length;
  }
  const nameEnd = findBlank(bytes, start, Math.min(end, start + LONGEST_NAME));
  const pipe = skipBlanks(bytes, nameEnd, end);
  return pipe > nameEnd && pipe < end && bytes[pipe] === PIPE ? skipBlanks(bytes, pipe + 1, end) : -1;
}
