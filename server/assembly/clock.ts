/** Length of `01/Nov/2021:10:56:55 +0900`. */
export const TIME_LENGTH: usize = 26;
/** Where hour, minute, second and zone stand in it. */
const HOUR: usize = 12;
const MINUTE: usize = 15;
const SECOND: usize = 18;
const ZONE: usize = 20;

const COLON: u8 = 0x3a;
const ZERO: u32 = 0x30;
/** The table keeps times as 32-bit numbers. */
const LATEST_TIME: i64 = 0xffff_ffff;

/** The day and zone that are known, as a time is written; what stands in the hour's place does not matter. */
export const knownTime = memory.data(32);
/** Seconds from 1970-01-01 UTC to the known day's midnight in its zone. */
let midnight: i64 = 0;

/** Says what midnight the day and zone of `knownTime` have. */
export function setMidnight(seconds: f64): void {
  midnight = <i64>seconds;
}

/** Seconds since 1970-01-01 UTC of the time at `at`; -1 when it is none of the known day and zone. */
export function readTime(at: usize): i64 {
  if (!isKnownDay(at) || load<u8>(at + MINUTE - 1) !== COLON || load<u8>(at + SECOND - 1) !== COLON) return -1;
  const hour = twoDigits(at + HOUR);
  const minute = twoDigits(at + MINUTE);
  const second = twoDigits(at + SECOND);
  // 60 is a leap second.
  if (hour > 23 || minute > 59 || second > 60) return -1;
  const time = midnight + hour * 3600 + minute * 60 + second;
  return time <= LATEST_TIME ? time : -1;
}

@inline
function isKnownDay(at: usize): bool {
  const day = load<u64>(at) ^ load<u64>(knownTime);
  const year = load<u32>(at, 8) ^ load<u32>(knownTime, 8);
  const zone = load<u32>(at, ZONE) ^ load<u32>(knownTime, ZONE);
  const zoneEnd = load<u16>(at, ZONE + 4) ^ load<u16>(knownTime, ZONE + 4);
  return (day | year | zone | zoneEnd) === 0;
}

/** The number of two digits; more than 99 when they are none. */
@inline
function twoDigits(at: usize): u32 {
  const tens = <u32>load<u8>(at) - ZERO;
  const ones = <u32>load<u8>(at + 1) - ZERO;
  return tens > 9 || ones > 9 ? 100 : tens * 10 + ones;
}
