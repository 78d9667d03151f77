import { allocate, release } from './arena';

/** Bytes behind an area that a step of a search may look at. */
const MARGIN: usize = 64;

/** Where bytes from outside can be put. */
export const enum Area {
  /** The lines to read. */
  lines,
  /** A text that lies elsewhere. */
  text,
  /** How many areas there are. */
  count,
}

const AREA_BYTES: usize = 8;
/** Place and size of each area. */
const areas = memory.data(<i32>Area.count * 8);

export function forgetAreas(): void {
  memory.fill(areas, 0, <usize>Area.count * AREA_BYTES);
}

/** Where so many bytes can be put; what was put into the area before is gone. */
export function roomFor(area: Area, bytes: usize): usize {
  const entry = areas + <usize>area * AREA_BYTES;
  const room = <usize>load<u32>(entry, 4);
  if (room >= bytes + MARGIN) return load<u32>(entry);
  if (room > 0) release(load<u32>(entry), room);
  const place = allocate(bytes + MARGIN);
  store<u32>(entry, <u32>place);
  store<u32>(entry, <u32>(bytes + MARGIN), 4);
  return place;
}
