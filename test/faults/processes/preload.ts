/** Loaded before the bot: a clock that is ahead or behind, and instances that wait less long for each other. */
const aheadMs = Number(process.env.FAULTS_AHEAD_MS);
const trueNow = Date.now;

globalThis.Date = class extends Date {
  constructor(...given: Partial<ConstructorParameters<typeof Date>>) {
    if (given.length === 0) super(trueNow() + aheadMs);
    else super(...(given as ConstructorParameters<typeof Date>));
  }

  static override now(): number {
    return trueNow() + aheadMs;
  }
} as DateConstructor;

const { DELIVERY_TIMES } = await import('../../../src/platform/delivery/times.js');
Object.assign(DELIVERY_TIMES, JSON.parse(process.env.FAULTS_TIMES ?? '{}'));
