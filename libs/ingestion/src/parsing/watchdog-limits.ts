/** A thread of Node holds some 7 MB by itself (24.21), more while it starts; one that reaches its limit ends the whole process, and its document is refused. */
export const WATCHDOG_LIMITS = { maxOldGenerationSizeMb: 64 } as const;
