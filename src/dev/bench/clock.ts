// Time that other programs on the machine do not lengthen.

/** A moment by the wall and by the processor, in milliseconds. */
interface Moment {
  readonly wall: number;
  readonly processor: number;
}

export function now(): Moment {
  const { user, system } = process.cpuUsage();
  return { wall: performance.now(), processor: (user + system) / 1000 };
}

/**
 * Milliseconds since then: the shorter of both. On an idle machine that is the wall's time, since V8's own threads only
 * add to the processor's; on a busy one the processor's, since waiting for it adds to the wall's.
 */
export function since({ wall, processor }: Moment): number {
  const then = now();
  return Math.min(then.wall - wall, then.processor - processor);
}
