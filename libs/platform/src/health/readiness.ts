import { inTime } from '../resilience/in-time';

/** Something that the process calls. */
export interface Dependency {
  name: string;
  /** Nothing can be served without it; what is not essential has a fallback. */
  essential: boolean;
  /** Resolves when it answers. */
  ping(): Promise<unknown>;
}

export type DependencyState = 'up' | 'degraded' | 'down';

/** Readiness is asked for every second or so, and a balancer gives up soon. */
const PING_DEADLINE_MS = 1_000;

/**
 * Whether the process can serve requests. At boot each dependency must have answered once, so that a wrong address is seen before the first user
 * sees it; later one with a fallback may be away.
 */
export class Readiness {
  private readonly reached = new Set<string>();
  private drained = false;

  constructor(readonly dependencies: readonly Dependency[]) {}

  get draining(): boolean {
    return this.drained;
  }

  /** From now on nothing new should be sent here. */
  drain(): void {
    this.drained = true;
  }

  async stateOf(dependency: Dependency): Promise<DependencyState> {
    if (await answers(dependency)) {
      this.reached.add(dependency.name);
      return 'up';
    }
    return dependency.essential || !this.reached.has(dependency.name) ? 'down' : 'degraded';
  }
}

async function answers(dependency: Dependency): Promise<boolean> {
  const pinged = Promise.resolve().then(() => dependency.ping());
  return inTime(pinged, PING_DEADLINE_MS).then(
    () => true,
    () => false,
  );
}
