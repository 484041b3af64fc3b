/**
 * For so long after a secret was replaced the value before it is let in as well. The vendor may go on using the old one until
 * somebody has confirmed the new one there, and all our processes have read it.
 */
export const ROTATION_MS = 24 * 60 * 60 * 1000;
